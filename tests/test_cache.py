"""The cache: the same findings with and without it, and nothing that breaks when it is broken."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import RULE, Run
from toneguard import Config, Source, packstore
from toneguard.cache import Cache, builtin_folder, opened, sealed
from toneguard.languages import LANGUAGES
from toneguard.lint import lint
from toneguard.packreading import read_folder
from toneguard.registry import Registry

POST = Source("The cows moo loudly. Buy now and save.", "x.md")


def findings(config: Config, cache: Cache) -> list[str]:
    """Return the words that are found with a cache."""
    return [finding.text for finding in lint(POST, Registry(config, cache), config).findings]


def test_same_findings_from_the_cache(tmp_path: Path, pack: Callable[..., Path]) -> None:
    """A second run finds the same, and an edited pack counts at once."""
    cache = Cache(tmp_path / "cache")
    config = Config(packs=(str(pack()),), forced_lang="en")
    first = findings(config, cache)
    assert first == findings(config, cache) == findings(config, Cache()) == ["moo loudly", "Buy now"]
    pack(RULE.replace('"moo [very] loudly"', '"cows moo"'))
    assert findings(config, cache) == ["cows moo", "Buy now"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"key": 1, "value": {}}', b"null"])
def test_broken_cache_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    """Whatever a cache file holds, the findings are the same."""
    cache = Cache(tmp_path)
    assert findings(Config(), cache)
    for path in (*tmp_path.glob("*.json"), *tmp_path.glob("*.compiled")):
        path.write_bytes(content)
    assert findings(Config(), cache) == findings(Config(), Cache())


def test_old_entries_are_dropped(tmp_path: Path) -> None:
    """An entry that nobody has written for a month goes when another is written."""
    (tmp_path / "old.json").write_text("{}")
    os.utime(tmp_path / "old.json", (0, 0))
    Cache(tmp_path).put("new", "key", 1)
    assert [path.name for path in tmp_path.glob("*.json")] == ["new.json"]


def test_unwritable_cache_is_as_good_as_none(tmp_path: Path) -> None:
    """A cache that cannot be written is left alone."""
    (tmp_path / "file").write_text("")
    assert findings(Config(), Cache(tmp_path / "file" / "cache")) == findings(Config(), Cache())


def test_command_line_writes_and_spares_it(tmp_path: Path, toneguard: Run) -> None:
    """A run fills the user's cache folder with its tag, and --no-cache leaves no trace."""
    (tmp_path / "post.md").write_text("Buy now and save.")
    home = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    assert toneguard("check", "--no-cache", "post.md", env=home).returncode == 1
    assert not (tmp_path / "home").exists()
    assert toneguard("check", "post.md", env=home).returncode == 1
    names = sorted(path.name for path in (tmp_path / "home" / "toneguard").iterdir())
    assert names[0] == "CACHEDIR.TAG"
    assert {"packs-builtin.compiled", "phrases-en-builtin.compiled", "scanner-en-builtin.compiled"} < {*names}
    assert not any(name.startswith(("phrases-da", "scanner-da")) for name in names)  # no post was Danish


def test_relative_cache_home_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative XDG_CACHE_HOME counts as unset, as its standard says."""
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert Cache.of_user().folder == Path.home() / ".cache" / "toneguard"


def test_damage_is_noticed() -> None:
    """What was sealed comes back with its key alone; cut short, changed anywhere or foreign it is as good as none."""
    value = {"moo": (b"loudly", ["very"], 1.5, None)}
    data = sealed(value, "farm")
    assert opened(data, "farm") == value
    assert opened(data, "far") is None
    assert all(opened(data[:size], "farm") is None for size in range(len(data)))
    for place in range(len(data)):
        changed = bytes([*data[:place], data[place] ^ 1, *data[place + 1 :]])
        assert opened(changed, "farm") is None


def test_kept_pack_is_the_pack() -> None:
    """What is restored of the built-in pack says of every rule, section, word and table what its files say."""
    folder = builtin_folder()
    pack = read_folder(folder, tuple(LANGUAGES))
    again = packstore.restored(packstore.stored(pack, folder), folder, "key")
    assert (again.profiles, dict(again.lexicons), dict(again.tables)) == (pack.profiles, pack.lexicons, pack.tables)
    assert len(again.rules) == len(pack.rules)
    for one, other in zip(again.rules, pack.rules, strict=True):
        for name in other.info.__dataclass_fields__:
            assert getattr(one.info, name) == getattr(other.info, name), (other.info.name, name)
        assert [*one.sections] == [*other.sections]
        for code, section in other.sections.items():
            for name in section.__dataclass_fields__:
                assert getattr(one.sections[code], name) == getattr(section, name), (other.info.name, code, name)
        for name in {*other.__dataclass_fields__} - {"info", "sections"}:
            assert getattr(one, name) == getattr(other, name), (other.info.name, name)


def test_soundness_is_not_remembered_too_long(tmp_path: Path, toneguard: Run, pack: Callable[..., Path]) -> None:
    """A configuration that was sound is checked again when a pack loses the rule that it names."""
    folder = pack()
    (tmp_path / "toneguard.toml").write_text(f'packs = ["{folder.as_posix()}"]\nignore = ["farm/moo"]\n')
    (tmp_path / "post.md").write_text("The cows moo loudly.")
    home = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    assert toneguard("check", "post.md", env=home).returncode == 0
    assert toneguard("check", "post.md", env=home).returncode == 0
    (folder / "farm" / "moo.toml").rename(folder / "farm" / "bellow.toml")
    done = toneguard("check", "post.md", env=home)
    assert done.returncode == 2
    assert "toneguard.toml:2: no rule farm/moo" in done.stderr

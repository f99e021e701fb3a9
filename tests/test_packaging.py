"""The project as others install it: a wheel in a clean environment, and the manifest of the hooks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import yaml

from tests.conftest import ROOT

BAD = "# Tea\n\nBuy now and save.\n"


def call(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a command with a plain environment and return what it printed."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "GIT_", "TONEGUARD"))}
    return subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=check, env=env)


def test_wheel_finds_its_rules(tmp_path: Path) -> None:
    """A built wheel, installed where no checkout is in sight, carries the rules and finds them."""
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True, symlinks=os.name != "nt")
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    call(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=tmp_path)
    where = call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).stdout.strip()
    # The dependencies come from here; the checkout's own editable install is not followed from a .pth file.
    Path(where, "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    (tmp_path / "post.md").write_text(BAD)
    done = call(python, "-m", "toneguard", "check", "post.md", cwd=tmp_path, check=False)
    assert done.returncode == 1, done.stderr
    assert "[pushy/hard-call]" in done.stdout
    (tmp_path / "post.md").write_text("Three generations of curiosity live in every decision we take.\n")
    done = call(python, "-m", "toneguard", "check", "post.md", cwd=tmp_path, check=False)
    assert "[self-centred/about-the-sender]" in done.stdout, done.stderr  # the wheel carries its models
    first_runs(python, tmp_path)
    found = call(python, "-c", "from toneguard.packs import builtin_folder as f; print(f())", cwd=tmp_path).stdout
    assert str(tmp_path) in found
    assert found.strip().endswith("_rules")


COUNTED = """
import os, sys; os.environ["XDG_CACHE_HOME"] = sys.argv[1]
from toneguard import lint, phrasebook
from toneguard.cache import Cache
from toneguard.config import Config
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.source import Source
compiled, once = [], phrasebook.compile_phrase
phrasebook.compile_phrase = lambda *given: compiled.append(given) or once(*given)
registry = Registry(Config(), Cache.of_user())
registry.check()
for text in ("Buy now and save.", "Köp nu och spara pengar.", "Køb nu, og spar penge."):
    assert lint(Source(text, "x.md"), registry, registry.config).findings
print(len(compiled), "toneguard.packreading" in sys.modules)
"""


def first_runs(python: Path, folder: Path) -> None:
    """A first run with an empty cache compiles nothing, for the wheel has it; an installed pack that changes counts."""
    assert call(python, "-c", COUNTED, folder / "one", cwd=folder).stdout.split() == ["0", "False"]
    where = call(python, "-c", "from toneguard.packs import builtin_folder as f; print(f())", cwd=folder).stdout.strip()
    pack = Path(where, "pushy", "hard-call.toml")
    pack.write_text(pack.read_text("utf-8") + "\n# changed\n", "utf-8")
    for cache, read in (("one", "True"), ("two", "True"), ("two", "False")):
        assert call(python, "-c", COUNTED, folder / cache, cwd=folder).stdout.split()[1] == read
    for path in Path(where).parent.glob("_compiled/*"):
        path.unlink()
    assert call(python, "-c", COUNTED, folder / "three", cwd=folder).stdout.split()[1] == "True"


def test_manifest_is_safe_for_old_installs() -> None:
    """The hook's manifest names no new type tag, leaves requirements.txt alone and keeps --force-exclude in entry."""
    names = ["a.md", "b/c.markdown", "d.mdx", "e.html", "f.htm", "requirements.txt", "LICENSE", "g.md.py"]
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        assert hook["types"] == ["text"]
        assert hook["require_serial"] is True
        assert hook["entry"].split()[:3] == ["toneguard", "check", "--force-exclude"]
        assert [name for name in names if re.search(hook["files"], name)] == names[:5]

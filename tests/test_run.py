"""Which files are posts, and how one bad path leaves the others alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toneguard.run import Settings, collect, run

BAD = "Buy now and save.\n"


def tree(folder: Path, *names: str) -> None:
    """Write bad posts under the given names."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(BAD, "utf-8")


def found(folder: Path, *paths: str, force_exclude: bool = False) -> list[str]:
    """Return the posts that paths mean, relative to the folder."""
    errors: list[str] = []
    posts = collect(paths or (str(folder),), Settings(), errors, force_exclude=force_exclude)
    names = [os.path.relpath(post, folder).replace(os.sep, "/") for post in posts]
    assert errors == []
    return names


def test_a_folder_means_its_posts(tmp_path: Path) -> None:
    """Walking takes posts by ending and leaves out hidden, built and vendored folders and project files."""
    tree(tmp_path, "a.md", "b.markdown", "c.mdx", "d.html", "blog/e.md", "notes.txt", "code.py", "README.md")
    tree(
        tmp_path,
        "CHANGELOG.md",
        "LICENSE.md",
        "CONTRIBUTING.md",
        "node_modules/x.md",
        "themes/t/x.md",
        "layouts/x.html",
    )
    tree(tmp_path, "_site/x.html", "public/x.html", ".git/x.md", "_includes/x.md", ".hidden.md/x.md")
    assert sorted(found(tmp_path)) == ["a.md", "b.markdown", "blog/e.md", "c.mdx", "d.html"]


def test_gitignore_is_respected(tmp_path: Path) -> None:
    """What .gitignore names is left out, from the repository's root down and per folder, with negation."""
    tree(tmp_path, "a.md", "drafts/b.md", "blog/c.md", "blog/d.md", "blog/keep/e.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("drafts/\n")
    (tmp_path / "blog" / ".gitignore").write_text("*.md\n!c.md\n")
    assert sorted(found(tmp_path)) == ["a.md", "blog/c.md"]
    assert found(tmp_path, str(tmp_path / "blog")) == ["blog/c.md"]


def test_a_named_file_is_read_whatever_it_is(tmp_path: Path) -> None:
    """A file that is named is a post, whatever its ending, and is read once."""
    tree(tmp_path, "notes.txt", "README.md", "post")
    names = [str(tmp_path / name) for name in ("notes.txt", "README.md", "post", "notes.txt")]
    assert found(tmp_path, *names) == ["notes.txt", "README.md", "post"]


def test_exclude_include_and_force_exclude(tmp_path: Path) -> None:
    """`exclude` holds for walks, and for named files only with --force-exclude; `include` adds endings."""
    tree(tmp_path, "a.md", "old/b.md", "notes/c.txt", "d.txt")
    (tmp_path / "toneguard.toml").write_text('exclude = ["old/"]\ninclude = ["notes/*.txt"]')
    assert sorted(found(tmp_path)) == ["a.md", "notes/c.txt"]
    assert found(tmp_path, str(tmp_path / "old" / "b.md")) == ["old/b.md"]
    assert found(tmp_path, str(tmp_path / "old" / "b.md"), force_exclude=True) == []


def test_globs_are_expanded(tmp_path: Path) -> None:
    """A glob that the shell left alone is expanded, and one without a match is an error."""
    tree(tmp_path, "a/x.md", "a/b/y.md")
    assert sorted(found(tmp_path, str(tmp_path / "**" / "*.md"))) == ["a/b/y.md", "a/x.md"]
    errors: list[str] = []
    assert list(collect([str(tmp_path / "*.rst")], Settings(), errors)) == []
    assert "no file matches" in errors[0]


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    """Unreadable, binary, missing and wrongly encoded files are error lines, and all other findings are there."""
    tree(tmp_path, "good.md")
    (tmp_path / "nul.md").write_bytes(b"a\n\0b")
    (tmp_path / "latin.md").write_bytes("a\n\nblåbär\n".encode("latin-1"))
    (tmp_path / "matter.md").write_text(f"---\ntitle: [a\n---\n\n{BAD}")
    outcome = run([str(tmp_path), str(tmp_path / "missing.md")], Settings())
    assert len([finding for report in outcome.reports for finding in report.findings]) == 2
    lines = "\n".join(outcome.errors)
    assert "nul.md:2: holds a NUL byte" in lines
    assert "latin.md:3: is not valid UTF-8" in lines
    assert "missing.md: does not exist" in lines
    assert "matter.md:" in lines
    assert "front matter is not valid YAML" in lines


@pytest.mark.skipif(os.name == "nt", reason="symbolic links and modes as on POSIX")
def test_a_folder_that_cannot_be_read_is_an_error_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is an error line and the rest is read (the refusal is played: root may read all)."""
    tree(tmp_path, "a.md", "closed/b.md")
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    outcome = run([str(tmp_path)], Settings())
    assert [Path(report.source.path).name for report in outcome.reports] == ["a.md"]
    assert "closed: cannot be read: Permission denied" in outcome.errors[0]


def test_a_dangling_link_is_an_error_line(tmp_path: Path) -> None:
    """A symbolic link to nowhere is an error line, not a crash."""
    tree(tmp_path, "a.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "nowhere.md")
    outcome = run([str(tmp_path)], Settings())
    assert len(outcome.reports) == 1
    assert "b.md: cannot be read" in outcome.errors[0]


def test_each_post_has_the_nearest_configuration(tmp_path: Path) -> None:
    """Posts of two projects in one run each get the configuration of their own project."""
    tree(tmp_path, "one/a.md", "two/b.md")
    (tmp_path / "one" / "toneguard.toml").write_text('ignore = ["pushy"]')
    outcome = run([str(tmp_path / "one"), str(tmp_path / "two")], Settings())
    assert [len(report.findings) for report in outcome.reports] == [0, 1]

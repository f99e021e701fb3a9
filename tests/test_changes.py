"""`--since` and `--staged` against real git: which posts and lines changed, and what is said when git cannot tell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CACHE
from toneguard.changes import Changes, Lines, since, staged
from toneguard.cli.fix import Fixer
from toneguard.config import ConfigError
from toneguard.finding import Report
from toneguard.narrowing import Narrowing
from toneguard.registry import Registry
from toneguard.run import Settings, run
from toneguard.source import Source

BAD = "Buy now and save."
POST = f"Tea keeps for a year.\n\n{BAD}\n\nIt likes a dark tin.\n"
HOSTILE = ("with space.md", 'quo"te.md', "tab\tbed.md", "new\nline.md", "å ä ö.md", "back\\slash.md", "-rf.md")


@dataclass
class Git:
    """A scratch repository in the current folder."""

    folder: Path

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def write(self, name: str, text: str) -> Path:
        """Write a file, with the folders that it needs."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def commit(self) -> str:
        """Commit all that is there and return the commit."""
        self("add", "--all")
        self("commit", "--quiet", "--allow-empty", "--message", "x")
        return self("rev-parse", "HEAD")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """An empty repository, which is the current folder; no settings of the user's reach it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Kim")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "kim@acme.example")
    found = Git(tmp_path)
    found("init", "--quiet", "--initial-branch=main")
    monkeypatch.chdir(tmp_path)
    return found


Check = Callable[..., list[str]]


@pytest.fixture
def settings(registry: Registry) -> Settings:
    """Settings that give every folder the built-in rules."""

    class Same(Settings):
        def registry(self, folder: Path) -> Registry:
            return registry

    return Same()


@pytest.fixture
def fix(settings: Settings) -> Callable[[Changes], tuple[str, ...]]:
    """Fix what changed and return the errors."""

    def fixed(changes: Changes) -> tuple[str, ...]:
        changes = replace(changes, in_files=True)
        fixer = Fixer(unsafe=False, write=True, lint=Narrowing(changes))
        return run((".",), settings, treat=fixer, changes=changes).errors

    return fixed


@pytest.fixture
def check(settings: Settings) -> Check:
    """Lint what changed and return `path:line rule` of each finding."""

    def checked(changes: Changes, *paths: str, force_exclude: bool = False) -> list[str]:
        narrowing = Narrowing(changes)
        outcome = run(paths or (".",), settings, force_exclude=force_exclude, treat=narrowing, changes=changes)
        assert outcome.errors == ()
        return [_line(report, finding.span.start, finding.rule) for report in outcome.reports
                for finding in report.findings]  # fmt: skip

    return checked


def _line(report: Report, offset: int, rule: str) -> str:
    return f"{report.source.path}:{report.source.position(offset)[0]} {rule}"


def changed(changes: Changes) -> dict[str, Lines]:
    """Return the changed lines by path below the repository."""
    return {path.relative_to(changes.repository.top).as_posix(): lines for path, lines in changes.lines.items()}


def test_findings_on_changed_lines_only(git: Git, check: Check) -> None:
    """A sentence that was there before is not reported, one that came is, and one whose line was edited too."""
    git.write("old.md", POST)
    git.write("same.md", POST)
    git.commit()
    git.write("old.md", POST + "\nOrder today, friends.\n")
    assert check(since("HEAD", Path())) == ["old.md:7 pushy/hard-call"]
    git.write("old.md", POST.replace(BAD, "Buy now, and save."))
    assert check(since("HEAD", Path())) == ["old.md:3 pushy/hard-call"]


def test_a_sentence_over_several_lines_counts_whole(git: Git, check: Check) -> None:
    """A finding whose sentence has a changed line is reported, though its own words stand on another."""
    git.write("post.md", "Buy now and\nsave a lot of\nmoney today.\n")
    git.commit()
    git.write("post.md", "Buy now and\nsave a lot of\nmoney this week.\n")
    assert check(since("HEAD", Path())) == ["post.md:1 pushy/hard-call"]
    git.write("post.md", "Buy now and\nmoney today.\n")
    assert check(since("HEAD", Path())) == ["post.md:1 pushy/hard-call"]


def test_verdicts_on_the_post_when_it_changed_at_all(git: Git, check: Check) -> None:
    """A verdict on a post is reported when any of its lines changed, and not when none did."""
    git.write("post.md", POST * 4)
    git.write("same.md", POST * 4)
    git.commit()
    git.write("post.md", POST * 4 + "Tea is good.\n")
    assert check(since("HEAD", Path())) == ["post.md:3 pushy/stacked-calls"]


def test_new_files_count_whole_and_ignored_ones_not(git: Git, check: Check) -> None:
    """An untracked post is new, one that .gitignore names is not looked at, a deleted one is no error."""
    git.write("gone.md", POST)
    git.write(".gitignore", "drafts/\n")
    git.commit()
    (git.folder / "gone.md").unlink()
    git.write("new.md", POST)
    git.write("drafts/idea.md", POST)
    git.write("themes/x/post.md", POST)
    git.write(".hidden/post.md", POST)
    git.write("README.md", POST)
    assert check(since("HEAD", Path())) == ["new.md:3 pushy/hard-call"]
    assert check(since("HEAD", Path()), "gone.md", "new.md") == ["new.md:3 pushy/hard-call"]


def test_a_rename_changes_its_changed_lines(git: Git, check: Check) -> None:
    """A post that was renamed has only the lines changed that were edited; renamed alone it has none."""
    git.write("a.md", POST * 4)
    git.write("b.md", POST * 4)
    git.commit()
    git("mv", "a.md", "moved.md")
    git("mv", "b.md", "edited.md")
    git.write("edited.md", POST * 4 + "\nOrder today, friends.\n")
    assert check(since("HEAD", Path())) == ["edited.md:3 pushy/stacked-calls", "edited.md:22 pushy/hard-call"]
    assert "moved.md" not in changed(since("HEAD", Path()))


@pytest.mark.parametrize("tracked", [True, False])
def test_hostile_names(git: Git, check: Check, tracked: bool) -> None:
    """Blanks, quotes, tabs, line ends, letters beyond ASCII and leading dashes in names change nothing."""
    for name in HOSTILE if tracked else ():
        git.write(f"in å/{name}", "Tea is fine.\n")
    git.commit()
    for name in HOSTILE:
        git.write(f"in å/{name}", f"Tea is fine.\n\n{BAD}\n")
    assert sorted(check(since("HEAD", Path()))) == sorted(f"in å/{name}:3 pushy/hard-call" for name in HOSTILE)
    git("add", "--all")
    assert sorted(check(staged(Path()))) == sorted(f"in å/{name}:3 pushy/hard-call" for name in HOSTILE)


def test_settings_of_the_user_change_nothing(git: Git) -> None:
    """Prefixes, external tools, colours, context and relative paths of a user's git settings leave the lines alone."""
    git.write("sub/post.md", POST)
    git.commit()
    git.write("sub/post.md", POST + "\nMore.\n")
    wanted = {"sub/post.md": Lines(((6, 7),))}
    assert changed(since("HEAD", Path())) == wanted
    for name, value in {
        "diff.noprefix": "true", "diff.mnemonicPrefix": "true", "diff.external": "false", "color.ui": "always",
        "diff.context": "9", "diff.relative": "true", "diff.interHunkContext": "9", "core.quotepath": "true",
        "diff.submodule": "log", "core.pager": "false",
    }.items():  # fmt: skip
        git("config", name, value)
    os.environ["GIT_DIFF_OPTS"] = "--unified=5"
    try:
        assert changed(since("HEAD", Path("sub"))) == wanted
    finally:
        del os.environ["GIT_DIFF_OPTS"]


def test_submodules_links_and_binaries_do_no_harm(git: Git, check: Check) -> None:
    """A nested repository, a link, a change of mode and a file that is no text are passed over."""
    git.write("post.md", POST)
    git.write("picture.png", "\0\1")
    git.commit()
    inner = Git(git.folder / "inner")
    inner.folder.mkdir()
    inner("init", "--quiet")
    inner.write("post.md", POST)
    inner.commit()
    git.write("picture.png", "\0\2")
    (git.folder / "link.md").symlink_to("post.md")
    (git.folder / "post.md").chmod(0o755)
    assert check(since("HEAD", Path())) == []
    git("add", "--all")
    assert check(staged(Path())) == []


def test_a_folder_and_a_glob_narrow_it(git: Git, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given paths and changes meet; from a subfolder only that is looked at, and paths are relative to it."""
    git.commit()
    for name in ("a.md", "posts/b.md", "posts/sv/c.md"):
        git.write(name, f"{BAD}\n")
    assert check(since("HEAD", Path()), "posts") == ["posts/b.md:1 pushy/hard-call", "posts/sv/c.md:1 pushy/hard-call"]
    assert check(since("HEAD", Path()), "posts/*.md", "posts/b.md") == ["posts/b.md:1 pushy/hard-call"]
    monkeypatch.chdir(git.folder / "posts")
    assert check(since("HEAD", Path())) == ["b.md:1 pushy/hard-call", "sv/c.md:1 pushy/hard-call"]
    assert check(since("HEAD", Path()), "../a.md") == ["../a.md:1 pushy/hard-call"]


def test_three_dots_mean_the_merge_base(git: Git, check: Check) -> None:
    """`REV` is that commit; `REV...` leaves out what the other branch did meanwhile."""
    git.write("post.md", POST)
    git.commit()
    git("checkout", "--quiet", "-b", "draft")
    git.write("mine.md", f"{BAD}\n")
    git.commit()
    git("checkout", "--quiet", "main")
    git.write("post.md", POST.replace(BAD, "Tea."))
    git.commit()
    git("checkout", "--quiet", "draft")
    assert check(since("main...", Path())) == ["mine.md:1 pushy/hard-call"]
    assert check(since("main", Path())) == ["mine.md:1 pushy/hard-call", "post.md:3 pushy/hard-call"]


def test_staged_reads_the_index(git: Git, check: Check) -> None:
    """What will be committed is linted, whatever the files say, deleted ones included; in a first commit too."""
    git.write("post.md", f"{BAD}\n")
    git.write("lost.md", f"{BAD}\n")
    git("add", "--all")
    git.write("post.md", "Tea is fine.\n")
    (git.folder / "lost.md").unlink()
    both = ["lost.md:1 pushy/hard-call", "post.md:1 pushy/hard-call"]
    assert check(staged(Path())) == both
    assert check(staged(Path()), "lost.md", "post.md") == both
    git("commit", "--quiet", "--message", "x")
    assert check(staged(Path())) == []


def test_staged_in_a_hook_reads_the_index_of_the_commit(git: Git) -> None:
    """`git commit FILE` brings an index of its own to the hook, and that is what is linted."""
    git.write("a.md", "Tea is fine.\n")
    git.write("b.md", "Tea is fine.\n")
    git.commit()
    hook = git.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    command = f'"{sys.executable}" -m toneguard check --staged --format concise'
    hook.write_text(f'#!/bin/sh\nexport XDG_CACHE_HOME="{CACHE}"\nexec {command}\n')
    hook.chmod(0o755)
    git.write("a.md", f"{BAD}\n")
    git.write("b.md", "Tea is good.\n")
    git("add", "a.md")
    git("commit", "--quiet", "--message", "x", "b.md")  # a.md is staged, but not in this commit
    done = subprocess.run(["git", "commit", "-am", "x"], cwd=git.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a.md:1:1: warning pushy/hard-call" in done.stdout + done.stderr


def test_fixing_touches_changed_lines_only(git: Git, fix: Callable[[Changes], tuple[str, ...]]) -> None:
    """`--since --fix` leaves old sentences alone, round after round; `--staged --fix` wants file and index alike."""
    git.write("post.md", "Buy tea now!!!\n\nTea is fine.\n")
    git.commit()
    path = git.write("post.md", "Buy tea now!!!\n\nTea is fine.\n\nOrder today!!!\n")
    assert fix(since("HEAD", Path())) == ()
    assert path.read_text() == "Buy tea now!!!\n\nTea is fine.\n\nOrder today.\n"
    git("add", "--all")
    git.write("post.md", "Buy tea now!!!\n\nTea is fine.\n\nOrder today!!!\n")
    assert [error.partition(";")[0] for error in fix(staged(Path()))] == [
        "post.md: has changes that are not staged, so it is not rewritten"
    ]
    assert path.read_text().endswith("Order today!!!\n")
    git("add", "--all")
    assert fix(staged(Path())) == ()
    assert path.read_text() == "Buy tea now!!!\n\nTea is fine.\n\nOrder today.\n"


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("nope", "'nope' is no commit of this repository; check the name, or fetch it first (in CI: fetch-depth: 0)"),
        ("", "names no revision"),
        ("...", "names no revision"),
        ("--help", "'--help' is no commit"),
        ("--output=x", "'--output=x' is no commit"),
        ("HEAD..main", "'HEAD..main' is a range"),
        ("0" * 40, "is no commit"),
        ("HEAD:post.md", "is no commit"),
    ],
)
def test_unusable_revisions(git: Git, revision: str, said: str) -> None:
    """A revision that names no commit, were it an option of git's, is an error that says what to do."""
    git.write("post.md", POST)
    git.commit()
    with pytest.raises(ConfigError, match=r"^--since: ") as error:
        since(revision, Path())
    assert said in str(error.value)


def test_shallow_clones_and_remote_branches_are_explained(git: Git, tmp_path: Path) -> None:
    """A missing branch of a shallow clone asks for its history, a branch that only the remote has is proposed."""
    git.write("post.md", POST)
    git.commit()
    git.write("post.md", POST * 2)
    git.commit()
    git("branch", "topic")
    copy = tmp_path / "copy"
    git("clone", "--quiet", "--depth=1", "--no-single-branch", git.folder.as_uri(), str(copy))
    with pytest.raises(ConfigError, match="did you mean 'origin/topic'"):
        since("topic", copy)
    with pytest.raises(ConfigError, match=r"the clone is shallow: fetch it first .in CI: fetch-depth: 0"):
        since("HEAD~1", copy)


def test_no_repository_and_other_repositories(
    tmp_path: Path, git: Git, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside of a repository, and for paths outside of it, the error names the place; a named path lends its own."""
    git.commit()
    git.write("new.md", f"{BAD}\n")
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "post.md").write_text("Tea.\n")
    changes = since("HEAD", Path())
    with pytest.raises(ConfigError, match="is outside of the repository"):
        check(changes, str(outside))
    monkeypatch.chdir(outside)
    with pytest.raises(ConfigError, match=r"is in no git repository"):
        since("HEAD", Path())
    from toneguard.git import located

    assert located((str(tmp_path / "new.md"),)) == tmp_path
    assert check(since("HEAD", tmp_path), str(tmp_path)) == [f"{tmp_path}/new.md:1 pushy/hard-call"]


def test_conflicts_are_named(git: Git) -> None:
    """A post in conflict cannot be committed, and `--staged` says which."""
    git.write("post.md", "One.\n")
    git.commit()
    git("checkout", "--quiet", "-b", "draft")
    git.write("post.md", "Two.\n")
    git.commit()
    git("checkout", "--quiet", "main")
    git.write("post.md", "Three.\n")
    git.commit()
    subprocess.run(["git", "merge", "draft"], cwd=git.folder, capture_output=True, check=False)
    with pytest.raises(ConfigError, match=r"--staged: post.md: is not merged"):
        staged(Path())


def test_line_ends_of_other_systems(git: Git, check: Check) -> None:
    """Lines are counted as git counts them, in posts with CRLF and with stray carriage returns."""
    git.write("crlf.md", POST.replace("\n", "\r\n"))
    git.write("stray.md", f"Tea\rkeeps\rlong.\n\n{BAD}\n\nIt likes a tin.\n")
    git.commit()
    git.write("crlf.md", POST.replace("\n", "\r\n") + "\r\nOrder today, friends.\r\n")
    git.write("stray.md", f"Tea\rkeeps\rlong.\n\n{BAD}\n\nIt likes a dark tin.\n")
    assert check(since("HEAD", Path())) == ["crlf.md:7 pushy/hard-call"]


_TEXT = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8)


@given(_TEXT, _TEXT)
def test_lines_move_with_edits(before: list[str], after: list[str]) -> None:
    """Lines that are the same and were not changed are not changed after an edit elsewhere, and new lines are."""
    old, new = "\n".join(before), "\n".join(after)
    assert Lines(whole=True).moved(old, new).touch(1, 1)
    moved = Lines().moved(old, new)
    for number, line in enumerate(after or [""], 1):
        if line not in (before or [""]):
            assert moved.touch(number, number)
    everything = Lines(((1, max(1, len(before))),)).moved(old, new)
    assert all(everything.touch(number, number) for number in range(1, max(1, len(after)) + 1))


def test_source_read_from_the_index_keeps_its_path(git: Git) -> None:
    """What comes from the index is called as the file is."""
    git.write("a.md", "x\n")
    git("add", "--all")
    assert list(staged(Path()).sources([Path("a.md")])) == [Source("x\n", "a.md")]

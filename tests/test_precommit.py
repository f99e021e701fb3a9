"""The hooks in the real pre-commit, from a commit of this tree, in a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import CACHE, ROOT

BAD = "# Tea\n\nBuy now and save.\n"
SHOUT = "# Tea\n\nBuy now and save!!!\n"
GOOD = "# Tea\n\nTea keeps for a year in a dark tin.\n"
GIT = ("git", "-c", "user.name=x", "-c", "user.email=x@y.example", "-c", "commit.gpgsign=false")
PACKAGE = ("hatch_build.py", "toneguard", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
Hook = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def environment(**more: str | Path) -> dict[str, str]:
    """Return an environment without what an outer run, hook or shell may have set."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "GIT_", "TONEGUARD"))}
    return {**plain, "XDG_CACHE_HOME": str(CACHE), **{key: str(value) for key, value in more.items()}}


def call(*command: str | Path, cwd: Path, check: bool = True, **more: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command and return what it printed."""
    words = [*map(str, command)]
    done = subprocess.run(words, cwd=cwd, capture_output=True, encoding="utf-8", check=False, env=environment(**more))
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[object]]:
    """Commit this tree, let pre-commit install its hooks once, and return its home and the example's configuration.

    Dependencies come from here, so that no network is needed.
    """
    folder = tmp_path_factory.mktemp("hooks")
    repo = folder / "toneguard"
    repo.mkdir()
    for name in PACKAGE:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, repo / name)
    call("git", "init", "--quiet", ".", cwd=repo)
    call("git", "add", ".", cwd=repo)
    call(*GIT, "commit", "--quiet", "--message", "as it stands", cwd=repo)
    revision = call("git", "rev-parse", "HEAD", cwd=repo).stdout.strip()
    repos = yaml.safe_load((ROOT / "examples/ci/pre-commit/.pre-commit-config.yaml").read_text("utf-8"))["repos"]
    repos[0].update(repo=str(repo), rev=revision)
    call("git", "init", "--quiet", ".", cwd=folder)
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": repos}))
    libraries = sysconfig.get_path("purelib")
    offline = environment(
        PRE_COMMIT_HOME=folder / "home",
        PYTHONPATH=libraries,
        PIP_NO_DEPS="1",
        PIP_NO_INDEX="1",
        PIP_NO_BUILD_ISOLATION="0",
    )
    subprocess.run([sys.executable, "-m", "pre_commit", "install-hooks"], cwd=folder, env=offline, check=True)
    (packages,) = {path.parent for path in (folder / "home").glob("repo*/py_env-*/**/toneguard-*.dist-info")}
    (packages / "dependencies.pth").write_text(libraries)
    return folder / "home", repos


@pytest.fixture
def hook(home: tuple[Path, list[object]], tmp_path: Path) -> Hook:
    """Write posts into a scratch repository, add them, and run hooks on all that is added."""
    folder, repos = home
    call("git", "init", "--quiet", ".", cwd=tmp_path)
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": repos}))

    def run(*names: str, **posts: str) -> subprocess.CompletedProcess[str]:
        for path, text in posts.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        call("git", "add", ".", cwd=tmp_path)
        command = (sys.executable, "-m", "pre_commit", "run", "--color", "never", "--all-files", *names)
        return call(*command, cwd=tmp_path, check=False, PRE_COMMIT_HOME=folder)

    return run


def test_a_good_post_passes(hook: Hook) -> None:
    """What is clean passes, and what is no post is not even looked at."""
    done = hook("toneguard", **{"good.md": GOOD, "requirements.txt": "buy-now\n", "notes.md.py": "buy = 'now'\n"})
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout + done.stderr


def test_a_bad_post_fails(hook: Hook) -> None:
    """A finding fails the commit, and names file, line and rule; the good post beside it is not named."""
    done = hook("toneguard", **{"posts/en dålig post.md": BAD, "good.md": GOOD})
    assert done.returncode == 1, done.stdout + done.stderr
    assert "posts/en dålig post.md:3:1" in done.stdout
    assert "[pushy/hard-call]" in done.stdout
    assert "good.md" not in done.stdout


def test_the_fixing_hook_fails_once(hook: Hook, tmp_path: Path) -> None:
    """`toneguard-fix` changes the post and fails; run again it passes and changes nothing."""
    first = hook("toneguard-fix", **{"post.md": SHOUT})
    assert (first.returncode, "files were modified by this hook" in first.stdout) == (1, True), first.stdout
    assert (tmp_path / "post.md").read_text("utf-8") == BAD
    second = hook("toneguard-fix")
    assert second.returncode == 0, second.stdout
    assert (tmp_path / "post.md").read_text("utf-8") == BAD


def test_an_excluded_post_is_left_alone(hook: Hook, tmp_path: Path) -> None:
    """What the configuration excludes is left alone although pre-commit names it, whatever args the user has."""
    drafts = {"old/bad.md": BAD, "toneguard.toml": 'exclude = ["old/"]\n'}
    done = hook("toneguard", **drafts)
    assert done.returncode == 0, done.stdout + done.stderr
    done = hook("toneguard-fix", **{**drafts, "old/bad.md": SHOUT})
    assert (done.returncode, (tmp_path / "old/bad.md").read_text("utf-8")) == (0, SHOUT)


def test_a_mistake_in_the_configuration_is_said(hook: Hook) -> None:
    """A key that does not exist fails the hook and is named with its line."""
    done = hook("toneguard", **{"good.md": GOOD, "toneguard.toml": 'brand = ["x"]\n'})
    assert done.returncode == 1
    assert re.search(r"toneguard\.toml:1: .*\bbrands\b", done.stdout)


def test_a_hundred_posts_are_one_run(hook: Hook) -> None:
    """A hundred files go to one process, with one summary at the end."""
    posts = {f"posts/{number:03}.md": GOOD for number in range(99)}
    done = hook("toneguard", **posts, **{"posts/bad.md": BAD})
    assert done.returncode == 1
    assert done.stdout.count("in 1 of 100 posts") == 1

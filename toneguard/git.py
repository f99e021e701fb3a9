"""Git, asked by its command: where a repository is, what a revision means, what a difference says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from toneguard.config import ConfigError
from toneguard.records import dataclass

# What a user's settings could change about a difference is said outright.
_DIFF = (
    "diff", "--raw", "-z", "--no-abbrev", "--patch", "--unified=0", "--inter-hunk-context=0", "--find-renames",
    "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--submodule=short", "--src-prefix=a/",
    "--dst-prefix=b/",
)  # fmt: skip
_FETCH = "fetch it first (in CI: fetch-depth: 0)"


class GitError(Exception):
    """Git could not do it; the message is git's own."""


@dataclass(frozen=True)
class Repository:
    """A working tree: its top folder, and the folder below it that git is asked from.

    Variables that a hook sets (GIT_DIR, GIT_INDEX_FILE) reach git, so that the index of `git commit FILE` is the one
    that is read.
    """

    top: Path
    folder: Path

    @classmethod
    def of(cls, folder: Path, option: str) -> Repository:
        """Find the repository of a folder. Raises ConfigError, which begins with the option that needs it."""
        try:
            top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n"))
        except GitError as error:
            if "not a git repository" in str(error):
                where = folder.resolve()
                raise ConfigError(f"{option}: {where} is in no git repository; leave the option out") from error
            raise ConfigError(f"{option}: {error}") from error
        return cls(Path(top).resolve(), folder)

    def ask(self, *arguments: str, data: bytes = b"") -> bytes:
        """Return what a git command prints. Raises GitError."""
        return _git(self.folder, *arguments, data=data)

    def difference(self, *arguments: str) -> bytes:
        """Return a difference: raw records with NUL, then patches without context. Raises GitError."""
        return self.ask(*_DIFF, *arguments, "--")

    def commit(self, revision: str, option: str) -> str:
        """Return the commit that a revision names; behind `...` it is the merge base with HEAD. Raises ConfigError."""
        name = revision.removesuffix("...")
        if not name:
            raise ConfigError(f"{option}: names no revision; name a branch, tag or commit, such as main")
        if ".." in name:
            raise ConfigError(f"{option}: {revision!r} is a range; name where it begins, such as main or main...")
        found = self._commit(name)
        if not found:
            raise ConfigError(f"{option}: {name!r} is no commit of this repository; {self._instead(name)}")
        if name == revision:
            return found
        try:
            return self.ask("merge-base", found, "HEAD").decode().split()[0]
        except (GitError, IndexError) as error:
            raise ConfigError(f"{option}: {name!r} and HEAD share no commit that is here; {_FETCH}") from error

    def _commit(self, name: str) -> str:
        try:
            found = self.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
            return found.decode().strip()
        except GitError:
            return ""

    def _instead(self, name: str) -> str:
        if self._commit(f"origin/{name}"):
            return f"did you mean 'origin/{name}'?"
        shallow = self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
        return f"the clone is shallow: {_FETCH}" if shallow else f"check the name, or {_FETCH}"

    def blobs(self, names: Sequence[str]) -> dict[str, bytes]:
        """Return the contents of objects. Raises GitError."""
        if not names:
            return {}
        answer = self.ask("cat-file", "--batch", data="".join(f"{name}\n" for name in names).encode())
        found, position = {}, 0
        for name in names:
            end = answer.index(b"\n", position)
            head = answer[position:end].split()
            if len(head) != 3:
                raise GitError(f"object {name} is missing")
            size = int(head[2])
            found[name] = answer[end + 1 : end + 1 + size]
            position = end + size + 2
        return found


def located(paths: Sequence[str]) -> Path:
    """Return the folder to ask git from: the current one, or that of a path where it is in no repository."""
    here = Path()
    around = (here.resolve(), *here.resolve().parents)
    if not paths or "GIT_DIR" in os.environ or any((folder / ".git").exists() for folder in around):
        return here
    place = Path(paths[0])
    folder = place if place.is_dir() else place.parent
    return folder if folder.is_dir() else here


def _git(folder: Path, *arguments: str, data: bytes = b"") -> bytes:
    environment = {name: value for name, value in os.environ.items() if name not in ("GIT_DIFF_OPTS", "GIT_PREFIX")}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "--no-pager", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, input=data, capture_output=True, env=environment, check=False)
    except FileNotFoundError as error:
        raise GitError("git was not found; install it") from error
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(said[0].removeprefix("fatal: ") if said else f"git {arguments[0]} failed")
    return done.stdout

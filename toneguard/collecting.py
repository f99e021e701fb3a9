"""Which files are posts: those that are named, those below folders, and of these the ones that git says changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from toneguard import config as configuration
from toneguard.config import Config, ConfigError
from toneguard.registry import Registry
from toneguard.settings import Settings

if TYPE_CHECKING:  # git is for those who ask what changed
    from toneguard.changes import Changes

# What a blog repository holds beside its posts; a file that is named itself is read all the same.
_NO_POSTS = ("README", "CHANGELOG", "LICENSE", "LICENCE", "CONTRIBUTING", "CODE_OF_CONDUCT", "SECURITY")  # beginnings
_NO_FOLDERS = ("node_modules", "themes", "layouts", "_layouts", "_includes", "_site", "public", "vendor")
_MAGIC = frozenset("*?[")


def collect(
    paths: Sequence[str], settings: Settings, errors: list[str], *, force_exclude: bool = False
) -> Iterator[Path]:
    """Yield the posts that paths mean, each once; what means nothing is added to `errors`."""
    seen: set[Path] = set()
    for path in paths:
        for found in _expand(path, settings, errors, force_exclude=force_exclude):
            if found not in seen:
                seen.add(found)
                yield found


def _expand(path: str, settings: Settings, errors: list[str], *, force_exclude: bool) -> Iterator[Path]:
    place = Path(path)
    if place.is_dir():
        yield from _walk(place, settings, errors)
    elif place.exists() or place.is_symlink():
        if not (force_exclude and excluded(place, settings.registry(place.parent).config)):
            yield place
    elif _MAGIC.intersection(path):
        found = _matches(path)
        if not found:
            errors.append(f"{path}: no file matches this glob")
        for match in found:
            yield from _expand(match, settings, errors, force_exclude=True)
    else:
        errors.append(f"{path}: does not exist; check the name")


def _matches(path: str) -> list[str]:
    from glob import glob

    return sorted(glob(path, recursive=True))


def collect_changed(
    paths: Sequence[str], changes: Changes, settings: Settings, errors: list[str], *, force_exclude: bool
) -> Iterator[Path]:
    """Yield the changed posts that paths mean, on disk or not; a path that is gone is no error. Raises ConfigError."""
    for path in paths:
        place = Path(path)
        key = changes.key(place)
        if changes.repository.top not in (key, *key.parents, place.resolve()):
            raise ConfigError(f"{changes.option}: {path} is outside of the repository {changes.repository.top}")
        if place.is_dir() or changes.below(place):
            yield from _changed_below(place, changes, settings)
        elif key in changes.lines:
            if not (force_exclude and excluded(place, settings.registry(place.parent).config)):
                yield place
        elif place.exists() or place.is_symlink() or changes.lost(key):
            continue
        elif found := _matches(path) if _MAGIC.intersection(path) else []:
            yield from collect_changed(found, changes, settings, errors, force_exclude=True)
        else:
            errors.append(f"{path}: does not exist; check the name")


def _changed_below(folder: Path, changes: Changes, settings: Settings) -> Iterator[Path]:
    """Yield what a walk of the folder would find, of what changed."""
    ignores = _Ignores(folder)
    for key in changes.below(folder):
        *folders, name = key.relative_to(folder.resolve()).parts
        here = folder
        for step in folders:
            if step.startswith(".") or ignores.names(here / step, folder=True):
                break
            if excluded(here / step, settings.registry(here).config):
                break
            here /= step
            ignores.enter(here)
        else:
            path, registry = here / name, settings.registry(here)
            if _is_post(path, registry) and not ignores.names(path) and not excluded(path, registry.config):
                yield path


def excluded(path: Path, config: Config) -> bool:
    """Tell whether the configuration leaves a path out."""
    return bool(config.exclude) and configuration.matches(config.relative(str(path)), config.exclude)


def _walk(folder: Path, settings: Settings, errors: list[str]) -> Iterator[Path]:
    """Yield the posts below a folder: by ending, less what holds no posts, .gitignore and the configuration name."""
    ignores = _Ignores(folder)

    def failed(error: OSError) -> None:
        errors.append(f"{error.filename}: cannot be read: {error.strerror}")

    for where, folders, files in os.walk(folder, onerror=failed):
        here = Path(where)
        ignores.enter(here)
        config = settings.registry(here).config
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".")
            and not ignores.names(here / name, folder=True)
            and not excluded(here / name, config)
        ]
        for name in sorted(files):
            path = here / name
            if _is_post(path, settings.registry(here)) and not ignores.names(path) and not excluded(path, config):
                yield path


def _is_post(path: Path, registry: Registry) -> bool:
    config = registry.config
    if config.include and configuration.matches(config.relative(str(path)), config.include):
        return True
    return path.suffix.lower() in registry.walked and not path.name.startswith(_NO_POSTS)


class _Ignores:
    """What the .gitignore files above and below a folder leave out, and folders that hold no posts."""

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, Any] = {}
        start = folder.resolve()
        for parent in (start, *start.parents):
            self._read(parent)
            if (parent / ".git").exists():
                break

    def enter(self, folder: Path) -> None:
        """Read the .gitignore of a folder that the walk comes to."""
        self._read(folder.resolve())

    def _read(self, folder: Path) -> None:
        path = folder / ".gitignore"
        if folder in self._specs or not path.is_file():
            return
        import pathspec

        try:
            lines = path.read_text("utf-8", "replace").splitlines()
        except OSError:
            return
        self._specs[folder] = pathspec.GitIgnoreSpec.from_lines(lines)

    def names(self, path: Path, *, folder: bool = False) -> bool:
        """Tell whether a path is left out."""
        mark = "/" if folder else ""
        if folder and (path.name in _NO_FOLDERS or path.name.startswith(_NO_POSTS)):
            return True
        if not self._specs:
            return False
        whole = path.resolve() if not path.is_symlink() else path.parent.resolve() / path.name
        return any(
            spec.match_file(PurePath(whole).relative_to(base).as_posix() + mark)
            for base, spec in self._specs.items()
            if base in whole.parents
        )

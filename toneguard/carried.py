"""What is worked out of packs, kept: in the user's cache, and for the built-in packs in the wheel that carries them.

`write` makes the wheel's files when it is built. They count as long as code and packs are, byte for byte, what they
were made from; whoever changes an installed pack gets what it says now, from the cache.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from toneguard.blake import blake2b
from toneguard.cache import ENDING, Cache, builtin_folder, code_stamps, digest, opened, sealed, stamps

FOLDER = "_compiled"
BUILT_IN = "builtin"  # the place of the built-in packs
_CODE = Path(__file__).parent
_seen: dict[str, str] = {}


def pack_key(folder: Path, languages: tuple[str, ...]) -> str:
    """Return a name of a folder of packs, a dash, and what tells its content and the code from any other."""
    place = BUILT_IN if folder == builtin_folder() else digest([folder.resolve()])
    return f"{place}-{digest([code_stamps(), languages, stamps(folder)])}"


def load(cache: Cache, name: str, key: str) -> Any:
    """Return what was worked out of the packs with a key, or None; `name` says what it is."""
    place = key.partition("-")[0]
    if place == BUILT_IN and (found := _from_wheel(cache, name, key)) is not None:
        return found
    return cache.load(f"{name}-{place}", key)


def store(cache: Cache, name: str, key: str, value: Any) -> None:
    """Keep what was worked out of the packs with a key."""
    cache.store(f"{name}-{key.partition('-')[0]}", key, value)


def _from_wheel(cache: Cache, name: str, key: str) -> Any:
    folder = _CODE / FOLDER
    try:
        data = (folder / f"{name}{ENDING}").read_bytes()
    except OSError:
        return None
    if key not in _seen:
        known = cache.get("wheel", key)
        _seen[key] = known if isinstance(known, str) else content(_CODE, builtin_folder())
        if known is None:
            cache.put("wheel", key, _seen[key])
    return opened(data, _seen[key])


def content(code: Path, packs: Path) -> str:
    """Return the digest of all code and packs, by the names and bytes of their files."""
    found = blake2b(digest_size=12)
    for folder, ending in ((code, ".py"), (packs, ".toml")):
        for path in sorted(folder.rglob(f"*{ending}"), key=lambda path: path.relative_to(folder).as_posix()):
            found.update(f"\0{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return found.hexdigest()


def write(target: Path) -> None:
    """Work out all that the wheel carries, and write it into a folder."""
    from toneguard.config import Config
    from toneguard.registry import Registry

    cache = Cache(target / "cache")
    registry = Registry(Config(), cache)
    registry.check()
    for language in registry.languages:
        registry.scanner(language)
        registry.rooms.read(language)
    _ = registry.labels
    key, whole = registry.pack.key, content(_CODE, builtin_folder())
    suffix = f"-{key.partition('-')[0]}{ENDING}"
    for path in sorted((target / "cache").glob(f"*{suffix}")):
        found = opened(path.read_bytes(), key)
        (target / f"{path.name.removesuffix(suffix)}{ENDING}").write_bytes(sealed(found, whole))

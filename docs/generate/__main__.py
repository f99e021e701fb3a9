"""Write every page that can be generated, and take away pages of rules that are no more: `make docs`."""

from __future__ import annotations

from docs.generate.pages import ROOT, pages, stale
from toneguard import Config
from toneguard.registry import Registry


def main() -> None:
    """Write what has changed and say what it is."""
    found = pages(Registry(Config(root=ROOT)))
    changed = [path for path, text in found.items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found[path], "utf-8")
    gone = stale(found)
    for path in gone:
        path.unlink()
    for path in (*changed, *gone):
        print(path.relative_to(ROOT).as_posix(), "" if path in found else "(taken away)")
    print(f"{len(found)} pages, {len(changed)} written, {len(gone)} taken away")


if __name__ == "__main__":
    main()

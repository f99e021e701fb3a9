"""Write what toneguard says of every post of the corpus: `python -m tests.corpus`, then read the difference."""

from __future__ import annotations

from tests.corpus import described, findings_file, posts
from toneguard import Config
from toneguard.registry import Registry


def main() -> None:
    """Write the files that changed and name them."""
    registry = Registry(Config())
    for post in posts():
        path, text = findings_file(post), described(post, registry)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(path)


if __name__ == "__main__":
    main()

"""`python -m toneguard` and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    """Lint the files named on the command line and print JSON."""
    from toneguard import Config, __version__
    from toneguard.lint import lint
    from toneguard.outputs.json import render
    from toneguard.outputs.output import Style
    from toneguard.registry import Registry
    from toneguard.source import Source
    from pathlib import Path

    config = Config()
    registry = Registry(config)
    files = [a for a in sys.argv[2:] if not a.startswith("--") and a != "json"]
    reports = [lint(Source.read(Path(f)), registry, config) for f in files]
    sys.stdout.write(render(reports, [], Style(__version__)))


if __name__ == "__main__":
    main()

"""`python -m toneguard` and the console script: one door."""

from __future__ import annotations

import gc
import os
import sys

_INTERRUPTED = 130
_MANY = 100_000  # new objects before the next look for unused cycles: those that loading makes all stay


def main() -> None:
    """Run the command line; a closed pipe is quiet and an interrupt exits 130."""
    gc.set_threshold(_MANY)
    try:
        from toneguard.cli.check import check
        from toneguard.cli.door import plain

        if options := plain(sys.argv[1:]):
            sys.exit(check(options))
        from toneguard.cli import usage
        from toneguard.cli.app import app

        sys.exit(usage.run(app))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    finally:
        gc.freeze()  # nobody needs what the end of a process would otherwise look through for cycles


if __name__ == "__main__":
    main()

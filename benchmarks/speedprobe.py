"""Runs one command and prints what it cost: exit code, wall and CPU seconds, MiB of its largest process.

It is started anew for each measurement, as small as Python can be (`python -I -S`), because a process begins with the
peak memory of the one that started it.
"""

import json
import os
import sys
import time


def main() -> None:
    """Run the command that the arguments are."""
    null = os.open(os.devnull, os.O_RDWR)
    errors = os.memfd_create("stderr") if hasattr(os, "memfd_create") else null
    files = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, errors, 2)]
    start = time.perf_counter()
    child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    said = os.pread(errors, 2000, 0).decode("utf-8", "replace") if errors != null else ""
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    cost = {"wall": wall, "user": usage.ru_utime, "memory": usage.ru_maxrss / unit}
    print(json.dumps({**cost, "code": os.waitstatus_to_exitcode(status), "said": said}))


if __name__ == "__main__":
    main()

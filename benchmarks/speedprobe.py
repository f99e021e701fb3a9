"""Runs one command and prints what it cost: exit code, wall and CPU seconds, MiB of its largest process.

It is started anew for each measurement, as small as Python can be (`python -I -S`), because a process begins with the
peak memory of the one that started it.
"""

import json
import os
import signal
import sys
import time


def main() -> None:
    """Run `sys.argv[2:]`, and kill it and its children after `sys.argv[1]` seconds."""
    null = os.open(os.devnull, os.O_RDWR)
    errors = os.memfd_create("stderr") if hasattr(os, "memfd_create") else null
    files = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, errors, 2)]
    start = time.perf_counter()
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=files, setpgroup=0)
    for number in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, float(sys.argv[1]))
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    signal.setitimer(signal.ITIMER_REAL, 0)
    said = os.pread(errors, 2000, 0).decode("utf-8", "replace") if errors != null else ""
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    cost = {"wall": wall, "user": usage.ru_utime, "memory": usage.ru_maxrss / unit}
    print(json.dumps({**cost, "code": os.waitstatus_to_exitcode(status), "said": said}))


if __name__ == "__main__":
    main()

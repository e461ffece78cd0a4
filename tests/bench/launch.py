"""Run a command and print its wall time, CPU time (seconds), largest memory (KB; bytes on macOS) and exit status.

A process of its own because a child begins with the memory of whoever starts it: this one has next to none.
"""

import os
import sys
import time

begun = time.perf_counter()
child = os.posix_spawn(
    sys.argv[1], sys.argv[1:], os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
)  # fmt: skip
_, status, usage = os.wait4(child, 0)
print(time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))

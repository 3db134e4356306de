"""Runs a command and writes what it took: `launch.py REPORT COMMAND…`.

On Linux a process begins with the greatest memory of the one that it was forked from, so whoever measures memory must be small
itself: the bench holds gigabytes of vectors, this holds nothing. Imports as little as it can.
"""

import os
import sys
import time

start = time.monotonic()
child = os.fork()
if child == 0:
    try:
        os.execvp(sys.argv[2], sys.argv[2:])
    except OSError as error:
        os.write(2, f"{sys.argv[2]}: {error}\n".encode())
        os._exit(127)
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - start
# Kilobytes; macOS counts bytes.
megabytes = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
with open(sys.argv[1], "w") as report:
    report.write(f"{seconds} {megabytes} {os.waitstatus_to_exitcode(status)}")

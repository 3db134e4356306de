"""Seconds and memory of a command, children and all; medians."""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from records import ROOT

PYTHON = ROOT / ".build/bench-python/bin/python"
PACKAGES = ["numpy", "scipy", "faiss-cpu", "scikit-learn", "pagefind[bin]"]
RUNS = 3


class Spent:
    """A finished command: its seconds, the greatest memory of any one process of it, what it said."""

    def __init__(self, seconds, megabytes, output):
        self.seconds, self.megabytes, self.output = seconds, megabytes, output


def measured(command, cwd=ROOT, **more):
    with tempfile.TemporaryFile("w+") as output:
        start = time.monotonic()
        process = subprocess.Popen([str(c) for c in command], stdout=output, stderr=subprocess.STDOUT, cwd=cwd, **more)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode:
        raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}:\n{text[-3000:]}")
    return Spent(seconds, usage.ru_maxrss / 1024, text)


def median(values):
    return statistics.median(values)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def peer(name, *arguments):
    """What `peers/NAME.py` prints last, as JSON, run by a Python of the build's own that has the peers' packages."""
    done = measured([python(), pathlib.Path(__file__).parent / f"peers/{name}.py", *arguments])
    return {**json.loads(done.output.splitlines()[-1]), "megabytes": done.megabytes}


def python():
    if not (PYTHON.parent / "installed").exists():
        print("  installing the peers into .build/bench-python", flush=True)
        subprocess.run([sys.executable, "-m", "venv", PYTHON.parent.parent], check=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *PACKAGES], check=True)
        (PYTHON.parent / "installed").touch()
    return PYTHON


def weigh(folder):
    """Files and bytes below a folder."""
    files = [f for f in folder.rglob("*") if f.is_file()]
    return len(files), sum(f.stat().st_size for f in files)

"""Seconds and memory of a command; medians."""

import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

from records import ROOT

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = ROOT / ".build/bench-python/bin/python"
PACKAGES = ["numpy", "scipy", "faiss-cpu", "scikit-learn", "pagefind[bin]", "umap-learn"]
RUNS = 3


class Spent:
    """A finished command: its seconds, the greatest memory of any one process of it, what it said."""

    def __init__(self, seconds, megabytes, output):
        self.seconds, self.megabytes, self.output = seconds, megabytes, output


def measured(command, cwd=ROOT):
    with tempfile.TemporaryFile("w+") as output, tempfile.NamedTemporaryFile("r") as report:
        launch = [sys.executable, "-I", "-S", HERE / "launch.py", report.name, *command]
        ended = subprocess.run([str(c) for c in launch], stdout=output, stderr=subprocess.STDOUT, cwd=cwd).returncode
        output.seek(0)
        text = output.read()
        seconds, megabytes, code = (report.read() or f"0 0 {ended or 1}").split()
    if int(code):
        raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {code}:\n{text[-3000:]}")
    return Spent(float(seconds), float(megabytes), text)


def median(values):
    return statistics.median(values)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def peer(name, *arguments):
    """What `peers/NAME.py` prints last, as JSON, run by a Python of the build's own that has the peers' packages."""
    done = measured([python(), HERE / f"peers/{name}.py", *arguments])
    return {**json.loads(done.output.splitlines()[-1]), "megabytes": done.megabytes}


def python():
    installed = PYTHON.parent / "installed"
    if not installed.exists() or installed.read_text() != " ".join(PACKAGES):
        print("  installing the peers into .build/bench-python", flush=True)
        subprocess.run([sys.executable, "-m", "venv", PYTHON.parent.parent], check=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "-q", *PACKAGES], check=True)
        installed.write_text(" ".join(PACKAGES))
    return PYTHON


def weigh(folder):
    """Files and bytes below a folder."""
    files = [f for f in folder.rglob("*") if f.is_file()]
    return len(files), sum(f.stat().st_size for f in files)

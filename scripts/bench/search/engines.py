"""Both engines, asked in batches: one process for a whole set."""

import json
import os
import pathlib
import subprocess
import tempfile

from records import ROOT

HERE = pathlib.Path(__file__).resolve().parent
HUBATLAS = pathlib.Path(os.environ.get("HUBATLAS", ROOT / ".build/release/hubatlas"))


def node(folder, calls):
    """What `engine.mjs` answers to each call, over a folder of the index."""
    return talk(["node", HERE / "engine.mjs", folder], calls)


def search_calls(queries, **more):
    return [{"call": "search", "request": {"query": q, "top": 10, "typing": False, **more}} for q in queries]


def swift(data, lines):
    """What `hubatlas search --queries` answers to each line."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
        file.flush()
        return talk([HUBATLAS, "search", "--queries", file.name, "--json", "--data-dir", data], [])


def talk(command, calls):
    text = "".join(json.dumps(call) + "\n" for call in calls)
    done = subprocess.run([str(c) for c in command], input=text, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if calls and len(answers) != len(calls):
        raise SystemExit(f"bench: {len(calls)} calls and {len(answers)} answers")
    return [a for a, c in zip(answers, calls) if c["call"] != "fresh"] if calls else answers


def ids(answers):
    return [[h if isinstance(h, str) else h["id"] for h in a["hits"]] for a in answers]

"""Speed and memory of HubAtlas, as ratios against named peers in the same run, medians of three.

    make bench                      every section
    scripts/bench.sh listing mock   the named sections

The real lists come from `../shared` where it lies beside the checkout; without it a mock Hub of 200,000 models serves.
Nothing here passes or fails: machines are shared and noisy, so the figures are printed beside the load and the target.
"""

import collections
import gzip
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HUBATLAS = ROOT / ".build/release/hubatlas"
SHARED = ROOT / "../shared"
RUNS = 3


def main(sections):
    known = {
        "listing": listing, "clean": clean, "datasets": datasets, "mock": mock, "site": site, "mentions": mentions,
        "csv": csv, "parquet": parquet, "questions": questions, "powerlaw": powerlaw, "weight": weight, "frames": frames,
    }
    unknown = [name for name in sections if name not in known]
    if unknown:
        sys.exit(f"bench: no section {unknown[0]}; there are: {' '.join(known)}")
    with tempfile.TemporaryDirectory(prefix="hubatlas-bench-") as scratch:
        for name in sections or known:
            print(f"\n{name} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)", flush=True)
            known[name](pathlib.Path(scratch))


def listing(scratch):
    """Walking and archiving a whole listing, against huggingface_hub's list_models on the same server."""
    python = peer_python()
    with hub() as endpoint:
        # The replaying server makes a projection when it is first asked for, which would be its time and not ours.
        measured(["collect", "models", "--endpoint", endpoint, "--data-dir", fresh(scratch / "listing")])
        ours, theirs, memory = [], [], []
        for run in range(RUNS):
            theirs.append(json.loads(run_plain([python, ROOT / "scripts/bench/list_models.py", endpoint]).stdout))
            spent = measured(["collect", "models", "--endpoint", endpoint, "--data-dir", fresh(scratch / "listing")])
            ours.append(spent.seconds)
            memory.append(spent.megabytes)
        records = theirs[0]["records"]
    peer = statistics.median(t["seconds"] for t in theirs)
    mine = statistics.median(ours)
    say("huggingface_hub", f"{records / peer:,.0f} records/s")
    say("hubatlas", f"{records / mine:,.0f} records/s, {records:,} records, {statistics.median(memory):.0f} MB")
    say("ratio", f"{peer / mine:.1f} times", "at least 5 times, under 300 MB")


def clean(scratch):
    """Archive to catalog, at full size and at a tenth of it: the cost of a record must not grow."""
    sizes = {}
    for limit in ("", "tenth"):
        with hub(limit) as endpoint:
            data = fresh(scratch / f"clean{limit}")
            measured(["collect", "models", "--endpoint", endpoint, "--data-dir", data])
        runs = []
        for run in range(RUNS):
            forget_catalog(data)
            runs.append(measured(["build", "--data-dir", data, "--out", scratch / "site-clean"]))
        sizes[limit] = (records_of(data), *(statistics.median(f) for f in zip(*(stage(r, "Clean") for r in runs))), runs[0].megabytes)
    (all_records, seconds, megabytes, whole), (few, few_seconds, *_) = sizes[""], sizes["tenth"]
    say(f"{all_records:,} models", f"{seconds:.1f} s, {megabytes:.0f} MB; the whole build {whole:.0f} MB", "30 s, 500 MB")
    say(f"{few:,} models", f"{few_seconds:.1f} s")
    say("per record", f"{(seconds / all_records) / (few_seconds / few):.2f} times the smaller", "1 or less")


def datasets(scratch):
    """The list of datasets, archive to catalog; beside the bundled snapshot, as no model is collected."""
    with hub(kind="datasets") as endpoint:
        data = fresh(scratch / "datasets")
        measured(["collect", "datasets", "--endpoint", endpoint, "--data-dir", data])
    whole, empty, memory = [], [], []
    for run in range(RUNS):
        forget_catalog(data)
        # A table needs the catalog and nothing else.
        spent = measured(["table", "--top", "1", "--out", scratch / "top.csv", "--data-dir", data])
        whole.append(stage(spent, "Load the snapshot")[0])
        memory.append(spent.megabytes)
        bare = measured(["table", "--top", "1", "--out", scratch / "top.csv", "--data-dir", fresh(scratch / "bare")])
        empty.append(stage(bare, "Load the snapshot")[0])
    seconds, snapshot = statistics.median(whole), statistics.median(empty)
    say(
        f"{records_of(data, 'datasets'):,} datasets, archive to catalog",
        f"{seconds:.1f} s, {statistics.median(memory):.0f} MB; the snapshot in it {snapshot:.1f} s",
        "10 s",
    )


def mock(scratch):
    """10,000 invented models through the whole pipeline: served, collected, cleaned, analysed, rendered."""
    seconds = []
    for run in range(RUNS):
        start = time.monotonic()
        with mock_hub(10_000) as endpoint:
            data = fresh(scratch / "mock")
            measured(["collect", "models", "--endpoint", endpoint, "--data-dir", data])
            measured(["build", "--data-dir", data, "--out", scratch / "site-mock"])
        seconds.append(time.monotonic() - start)
    say("10,000 models, all stages", f"{statistics.median(seconds):.2f} s", "under 5 s")


def site(scratch):
    """The bundled snapshot rendered, scripts and all."""
    runs = [
        measured(["build", "--data-dir", fresh(scratch / "bundled"), "--out", scratch / "site-bundled"])
        for run in range(RUNS)
    ]
    index = statistics.median(stage(r, "Index")[0] for r in runs)
    pages = statistics.median(r.seconds - stage(r, "Index")[0] for r in runs)
    say("bundled snapshot to site, pages", f"{pages:.2f} s", "under 2 s")
    say("bundled snapshot, search index", f"{index:.1f} s; the whole build {runs[0].megabytes:.0f} MB")
    with hub() as endpoint:
        data = fresh(scratch / "whole")
        measured(["collect", "models", "--endpoint", endpoint, "--data-dir", data])
    measured(["build", "--data-dir", data, "--out", scratch / "site-whole"])
    again = []
    for run in range(RUNS):
        shutil.rmtree(data / "report", ignore_errors=True)
        shutil.rmtree(scratch / "site-whole")
        again.append(measured(["build", "--data-dir", data, "--out", scratch / "site-whole"]))
    say(
        f"{records_of(data):,} models, catalog to site",
        f"{statistics.median(r.seconds for r in again):.1f} s, {again[0].megabytes:.0f} MB",
        "under 20 s, 1 GB",
    )


def csv(scratch):
    """Reading a leaderboard's table, many times over, on one core, against Python's csv module."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "atlas-bench"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    table = scratch / "table.csv"
    recorded = SHARED / "data/leaderboard-v2-2025-03-21.csv"
    header, rows = recorded.read_bytes().split(b"\n", 1) if recorded.exists() else (b"id,name,words", b'7,"a ""b"", c",plain\n' * 130_000)
    table.write_bytes(header + b"\n" + rows * 40)
    size = table.stat().st_size / 1e6
    looked, texts, theirs = [], [], []
    for run in range(RUNS):
        mine = json.loads(run_plain([ROOT / ".build/release/atlas-bench", "csv", table]).stdout)
        peer = json.loads(run_plain([sys.executable, ROOT / "scripts/bench/read_csv.py", table]).stdout)
        if (mine["rows"], mine["fields"]) != (peer["rows"], peer["fields"]):
            sys.exit("bench: the two readers found different tables")
        looked.append(size / mine["bytesSeconds"])
        texts.append(size / mine["textsSeconds"])
        theirs.append(size / peer["seconds"])
    say("Python's csv, every field a text", f"{statistics.median(theirs):.0f} MB/s")
    say("hubatlas, every field's bytes", f"{statistics.median(looked):.0f} MB/s, {mine['rows']:,} rows, {size:.0f} MB", "100 MB/s")
    say("hubatlas, every field a text", f"{statistics.median(texts):.0f} MB/s")


def parquet(scratch):
    """Every table of the catalog as Parquet; then 30 columns of 100,000 models in memory to a file, against pyarrow."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "atlas-bench"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    # A memory file system, where there is one: the disk's own pace is not what is asked.
    shared_memory = pathlib.Path("/dev/shm")
    with hub() as endpoint, tempfile.TemporaryDirectory(dir=shared_memory if shared_memory.exists() else scratch) as fast:
        data, out = fresh(scratch / "parquet"), pathlib.Path(fast)
        measured(["collect", "models", "--endpoint", endpoint, "--data-dir", data])
        measured(["export", "parquet", "--data-dir", data, "--out", out])
        whole = [measured(["export", "parquet", "--data-dir", data, "--out", out]) for run in range(RUNS)]
        size = (out / "models.parquet").stat().st_size
        say(
            f"every table, {records_of(data):,} models",
            f"{statistics.median(r.seconds for r in whole):.1f} s, {whole[0].megabytes:.0f} MB; models.parquet {size / records_of(data):.1f} bytes a row",
        )
        python, rows = peer_python("pyarrow duckdb polars"), out / "rows.parquet"
        peer = [python, ROOT / "scripts/bench/write_parquet.py"]
        run_plain([*peer, "cut", out / "models.parquet", rows, 100_000])
        ours, theirs = [], []
        for run in range(RUNS):
            theirs.append(json.loads(run_plain([*peer, "time", rows]).stdout))
            ours.append(json.loads(run_plain([ROOT / ".build/release/atlas-bench", "parquet", rows]).stdout))
        run_plain([*peer, "same", rows, f"{rows}.snappy", f"{rows}.zstd"])
        count = ours[0]["rows"]
        for codec, targets in (("snappy", ("at least 0.5 times, aim 1", "at most 1.05 times, aim 0.8")), ("zstd", (None, None))):
            mine, his = (statistics.median(r[f"{codec}Seconds"] for r in runs) for runs in (ours, theirs))
            mine_bytes, his_bytes = pathlib.Path(f"{rows}.{codec}").stat().st_size, theirs[0][f"{codec}Bytes"]
            say(f"pyarrow, {codec}", f"{count / his:,.0f} rows/s, {his_bytes / count:.1f} bytes a row")
            say(f"hubatlas, {codec}", f"{count / mine:,.0f} rows/s, {mine_bytes / count:.1f} bytes a row, {ours[0]['columns']} columns")
            say("ratio of speed", f"{his / mine:.2f} times", targets[0])
            say("ratio of bytes", f"{mine_bytes / his_bytes:.2f} times", targets[1])
        say("read back equal by", "pyarrow, DuckDB, Polars")


def questions(scratch):
    """Every page's answers from a catalog of everything: all of the Hub, or of an invented one."""
    kinds = ["models,datasets,spaces"] if (SHARED / "tools/hub_replay.py").exists() else []
    with hub("", *kinds) as endpoint:
        data = fresh(scratch / "questions")
        measured(["collect", "--endpoint", endpoint, "--data-dir", data])
    runs = []
    for run in range(RUNS):
        forget_catalog(data)
        runs.append(measured(["build", "--data-dir", data, "--out", scratch / "site-questions"]))
    seconds, megabytes = (statistics.median(f) for f in zip(*(stage(r, "Analyze") for r in runs)))
    slowest = next((t for t in texts(runs[-1]) if t.startswith("slowest: ")), "slowest: not said")
    say(f"every question, {records_of(data):,} models", f"{seconds:.1f} s, {megabytes:.0f} MB", "20 s, 2,000 MB")
    say("slowest", slowest.removeprefix("slowest: "))


def texts(spent):
    """What a command said, line by line."""
    for line in spent.output.splitlines():
        if line.startswith("{"):
            yield json.loads(line).get("text", "")


def powerlaw(scratch):
    """The power law through a whole listing's likes, xmin searched, and the log-normal beside it, against powerlaw."""
    subprocess.run(["swift", "build", "-c", "release", "--product", "atlas-bench"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    likes = [json.loads(line).get("likes") or 0 for line in ndjson("hub-models-2024-07-11")]
    if not likes:
        # Zipf's law by the inverse of its distribution, roughly: what matters is that both get the same numbers.
        likes = [int((1 - (n * 0.6180339887498949) % 1) ** (-1 / 1.1)) - 1 for n in range(400_000)]
    counts = scratch / "counts.txt"
    counts.write_text("\n".join(f"{value} {count}" for value, count in sorted(collections.Counter(likes).items())))
    python = peer_python("powerlaw")
    ours, theirs = [], []
    for run in range(RUNS):
        ours.append(json.loads(run_plain([ROOT / ".build/release/atlas-bench", "powerlaw", counts]).stdout))
        theirs.append(json.loads(run_plain([python, ROOT / "scripts/bench/fit_power_law.py", counts]).stdout))
    mine, peer = ours[0], theirs[0]
    if mine["xmin"] != peer["xmin"] or abs(mine["alpha"] - peer["alpha"]) > 1e-3 or abs(mine["ratio"] - peer["ratio"]) > 0.05:
        sys.exit(f"bench: the two found different laws: {mine}, {peer}")
    seconds, peer_seconds = (statistics.median(run["seconds"] for run in runs) for runs in (ours, theirs))
    say("powerlaw, xmin, alpha and Vuong's test", f"{peer_seconds:.2f} s; alpha {peer['alpha']:.4f} from {peer['xmin']}, ratio {peer['ratio']:.3f}")
    say("hubatlas, the same", f"{seconds:.3f} s; alpha {mine['alpha']:.4f} from {mine['xmin']}, ratio {mine['ratio']:.3f}, {mine['values']:,} values")
    say("hubatlas, 1,000 worlds", f"{statistics.median(run['worldsSeconds'] for run in ours):.2f} s")
    say("ratio", f"{peer_seconds / seconds:.0f} times", "at least 10 times")


def mentions(scratch):
    """Counting 20,000 names in text, whole tokens, longer ones first, against pyahocorasick on the same work."""
    names, text = names_and_text(scratch)
    size = text.stat().st_size / 1e6
    ours, theirs, bare = [], [], []
    for run in range(RUNS):
        spent = measured(["mentions", text, "--names", names])
        ours.append(float(re.search(r"MB, ([\d.]+) MB/s", spent.output)[1]))
        peer = json.loads(run_plain([peer_python("pyahocorasick"), ROOT / "scripts/bench/count_names.py", names, text]).stdout)
        theirs.append(size / peer["seconds"])
        bare.append(size / peer["bare_seconds"])
    words = names.read_text().split("\n")
    mine = {a: int(b) for a, b in re.findall(r"^(.+)\t(\d+)$", spent.output, re.M)}
    if mine != {words[int(number)]: count for number, count in peer["counts"].items()}:
        sys.exit("bench: the two counts differ")
    mine_speed, peer_speed = statistics.median(ours), statistics.median(theirs)
    say("pyahocorasick, the same count", f"{peer_speed:.0f} MB/s; its automaton without the rules {statistics.median(bare):.0f} MB/s")
    say("hubatlas", f"{mine_speed:.0f} MB/s, {len(words):,} names, {size:.0f} MB, {sum(mine.values()):,} matches", "50 MB/s")
    say("ratio", f"{mine_speed / peer_speed:.1f} times", "at least 5 times")


def names_and_text(scratch):
    """The names that a finder would look for, and titles, many times over; every twentieth line has a name in it."""
    records = [json.loads(line) for line in ndjson("hub-models-2024-07-11", "hub-models-2026-08-22")]
    titles = [json.loads(line)["title"] for line in ndjson("hn-submissions")]
    if not records or not titles:
        records = [{"id": f"owner-{n % 4000}/Llama-{n}-7B-Instruct"} for n in range(40_000)]
        titles = [f"Ask HN: what is the {n}th thing to know of small language models?" for n in range(100_000)]
    names = {}
    for record in sorted(records, key=lambda r: -(r.get("likes") or 0)):
        for name in (record["id"], record["id"].split("/")[-1]):
            # The same name twice for the matcher: the first counts.
            key = name.lower().replace("-", " ").replace("_", " ")
            if len(names) < 20_000 and name.isascii() and len(name) > 5 and any(c.isdigit() for c in name):
                if name[0].isalnum() and name[-1].isalnum():
                    names.setdefault(key, name)
    listed = list(names.values())
    lines = [
        f"{title} {listed[n * 7919 % len(listed)]}" if n % 20 == 0 else title for n, title in enumerate(t for t in titles if t.isascii())
    ]
    paths = scratch / "names.txt", scratch / "text.txt"
    paths[0].write_text("\n".join(listed))
    paths[1].write_text("\n".join(lines * 12))
    return paths


def ndjson(*names):
    """Lines of the recorded files; none where they are not here."""
    for name in names:
        path = SHARED / f"data/{name}.ndjson.zst"
        if path.exists():
            yield from subprocess.run(["zstd", "-dc", path], check=True, capture_output=True).stdout.splitlines()


def weight(scratch):
    """What the first visit of a page sends, compressed as a host would, before a chart's own shard."""
    out = scratch / "site-weight"
    measured(["build", "--data-dir", fresh(scratch / "weight"), "--out", out])
    for page in sorted(out.glob("*.html")):
        text = page.read_text()
        names = set(re.findall(r'(?:src|href)="(assets/[^"]+\.(?:js|css))"', text))
        total = sum(len(gzip.compress((out / name).read_bytes(), 6)) for name in names) + len(gzip.compress(text.encode(), 6))
        say(page.name, f"{total / 1000:.0f} kB", "200 kB")


def frames(scratch):
    """Zooming bubbles and map, playing a race and opening a tree in headless Chromium, which draws by software: an upper bound for a laptop."""
    out = scratch / "site-frames"
    measured(["build", "--data-dir", fresh(scratch / "frames"), "--out", out])
    with Child(["chromedriver", "--port=0"], r"successfully on port (\d+)") as port:
        window = Window(port)
        try:
            window.call("url", {"url": f"file://{out}/evolution.html"})
            time.sleep(3)
            say_frames("zooming the snapshot's bubbles", window, ZOOM)
            window.call("url", {"url": f"file://{out}/race.html#top=25"})
            time.sleep(3)
            say_frames("a race of 25 bars", window, PLAY)
            window.call("url", {"url": f"file://{out}/lineage.html"})
            time.sleep(3)
            say_frames("lines of a tree that open and close", window, OPEN)
            window.call("url", {"url": f"file://{out}/map.html"})
            time.sleep(3)
            say_frames("zooming the map", window, ZOOM)
        finally:
            window.call("", None, "DELETE")


def say_frames(what, window, script):
    times = sorted(t for _ in range(RUNS) for t in window.call("execute/async", {"script": script, "args": []}))
    say(what, f"median frame {statistics.median(times):.1f} ms, 95th {times[int(len(times) * 0.95)]:.1f} ms, {len(times)} frames", "16.7 ms")


# Plays from the first date on, stops, and returns the time between frames.
PLAY = """
const done = arguments[0], play = document.querySelector('.race-play');
play.scrollIntoView({ block: 'end' });
play.click();
const times = []; let last = 0;
function frame(now) {
  if (last) times.push(now - last);
  last = now;
  if (times.length === 200) { play.click(); return done(times); }
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
"""


# Opens and closes lines of the tree, one a frame, and returns the time between frames.
OPEN = """
const done = arguments[0], stage = document.querySelector('#lineage-tree [data-stage]');
stage.scrollIntoView({ block: 'start' });
const times = []; let last = 0;
function frame(now) {
  if (last) times.push(now - last);
  last = now;
  if (times.length === 60) return done(times);
  const lanes = stage.querySelectorAll('.lane.opens:not(.root)');
  lanes[times.length % lanes.length].dispatchEvent(new MouseEvent('click', { bubbles: true }));
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
"""


# Turns the wheel over the middle of the chart once a frame, in and out again, and returns the time between frames.
ZOOM = """
const done = arguments[0], stage = document.querySelector('.plate [data-stage]');
stage.scrollIntoView({ block: 'center' });
const box = stage.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height * 0.4;
const times = []; let last = 0;
function frame(now) {
  if (last) times.push(now - last);
  last = now;
  if (times.length === 80) return done(times);
  document.elementFromPoint(x, y).dispatchEvent(new WheelEvent('wheel', {
    bubbles: true, cancelable: true, clientX: x, clientY: y, ctrlKey: true, deltaY: times.length < 40 ? -12 : 12 }));
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
"""


class Window:
    """A browser window under the WebDriver protocol, as much of it as the bench needs."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}/session"
        flags = ["--headless", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000"]
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": flags}}}}
        self.base += "/" + self.call("", wanted)["sessionId"]

    def call(self, path, body, method="POST"):
        url = self.base + ("/" + path if path else "")
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]


# Running things


class Spent:
    """A finished command: its seconds, its greatest memory, what it said, as JSON lines."""

    def __init__(self, seconds, megabytes, output):
        self.seconds, self.megabytes, self.output = seconds, megabytes, output


def measured(arguments):
    """Starts by a small program: memory of the one that forks would be counted as that of the command."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as output:
        report = pathlib.Path(folder) / "report"
        command = [sys.executable, "-S", ROOT / "scripts/bench/search/launch.py", report, HUBATLAS, *arguments, "--json-log"]
        subprocess.run([str(part) for part in command], stdout=output, stderr=output, cwd=ROOT, check=True)
        seconds, megabytes, code = report.read_text().split()
        output.seek(0)
        text = output.read()
    if int(code) != 0:
        sys.exit(f"bench: hubatlas {' '.join(map(str, arguments))} ended with {code}:\n{text[-2000:]}")
    return Spent(float(seconds), float(megabytes) * 1.048576, text)



def run_plain(arguments):
    return subprocess.run([str(a) for a in arguments], check=True, capture_output=True, text=True, env=offline())


def offline():
    return {**os.environ, "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}


class Child:
    """A server of ours, ended with the block that uses it."""

    def __init__(self, arguments, ready):
        self.arguments, self.ready = arguments, ready

    def __enter__(self):
        self.process = subprocess.Popen(
            [str(a) for a in self.arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
        )
        for line in self.process.stdout:
            if match := re.search(self.ready, line):
                return match.group(1)
        sys.exit(f"bench: {self.arguments[0]} did not start")

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()


def hub(size="", kind="models"):
    replay = SHARED / "tools/hub_replay.py"
    if replay.exists():
        limit = ["--limit-records", "76000"] if size else []
        return Child(
            [sys.executable, replay, "--port", "0", "--kinds", kind, "--plan", "unlimited", *limit],
            r"ready on (http://\S+)",
        )
    # The mock invents a dataset for every four models, so there are fewer of those.
    return mock_hub(20_000 if size else 200_000)


def mock_hub(count):
    return Child([HUBATLAS, "mock", count, "--port", "0", "--seed", "1"], r"ready on (http://\S+)")


def peer_python(package="huggingface_hub"):
    """A Python with that package, in a folder of the build's own."""
    home = ROOT / ".build/bench-peer" if package == "huggingface_hub" else ROOT / f".build/bench-{package.split()[0]}"
    python = home / "bin/python"
    if not python.exists():
        print(f"  installing {package} into {home.relative_to(ROOT)}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *package.split()], check=True)
    return python


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def forget_catalog(data):
    for path in data.glob("catalog.sqlite*"):
        path.unlink()


def records_of(data, table="models"):
    import sqlite3

    with sqlite3.connect(data / "catalog.sqlite") as catalog:
        return catalog.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def stage(spent, name):
    """Seconds of one stage, and the megabytes held at most until its end, from the build's table of contents: a line
    `{"peakBytes":…,"text":"[2/6] Clean · … · 1 min 8 s · peak 412 MB"}`."""
    for line in spent.output.splitlines():
        said = json.loads(line) if line.startswith("{") else {}
        if match := re.search(rf"^\[\d/\d\] {name} .* · (?:(\d+) min )?([\d.]+) s · peak", said.get("text", "")):
            return 60 * int(match[1] or 0) + float(match[2]), said["peakBytes"] / 1e6
    sys.exit(f"bench: the build did not say how long {name} took:\n{spent.output[-2000:]}")


def say(what, figure, target=None):
    print(f"  {what:<34} {figure}" + (f"   (target: {target})" if target else ""), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

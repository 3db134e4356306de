"""The table of targets: what was measured, beside whom, what is asked at least, what is aimed at, whether it is met."""

import dataclasses
import json
import operator


@dataclasses.dataclass
class Row:
    """`figure` is compared with `floor` and `aim`; `more` says whether more is better. None: not measured."""

    what: str
    figure: float | None
    floor: float
    aim: float
    more: bool = True
    unit: str = ""
    against: str = ""
    note: str = ""

    @property
    def met(self):
        if self.figure is None:
            return "not measured"
        reaches = operator.ge if self.more else operator.le
        return "aim" if reaches(self.figure, self.aim) else "floor" if reaches(self.figure, self.floor) else "MISSED"


def shown(value, unit):
    if value is None:
        return "–"
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}" if unit == "" and abs(value) <= 1 else f"{value:.1f}"
    return f"{text} {unit}".strip()


def markdown(rows, load, models):
    lines = [
        f"Search, measured on {models:,} models. Load of the machine: {load}.",
        "",
        "| what | measured | at least | aim | met | beside | note |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for r in rows:
        sign = "≥" if r.more else "≤"
        lines.append(
            f"| {r.what} | {shown(r.figure, r.unit)} | {sign} {shown(r.floor, r.unit)} | {sign} {shown(r.aim, r.unit)} | {r.met} | {r.against} | {r.note} |"
        )
    return "\n".join(lines) + "\n"


def write(rows, details, folder, load, models):
    folder.mkdir(parents=True, exist_ok=True)
    table = [{**dataclasses.asdict(r), "met": r.met} for r in rows]
    (folder / "search.json").write_text(json.dumps({"models": models, "load": load, "targets": table, "details": details}, indent=1, sort_keys=True) + "\n")
    (folder / "search.md").write_text(markdown(rows, load, models))

"""A report for many companies: some twenty facts and three views each, in English and Chinese.

python -m benchmarks.many FOLDER COMPANIES    makes one
python -m benchmarks.many run COMPANIES JOBS  makes one, and has so many processes build it
python -m benchmarks.many before COUNT        builds the starter report so often, as it was done at
                                              an earlier commit: a process each, two at a time
"""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.before import checked_out
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

_DAY = date(2026, 1, 15)
_METRICS = {  # each with its unit, the words of the note, and the same in Chinese
    ("Revenue", "收入"): ("USD million", "revenue of {} million US dollars", "收入为{}百万美元"),
    ("Orders", "订单"): ("USD million", "orders of {} million US dollars", "订单为{}百万美元"),
    ("Margin", "利润率"): ("%", "a margin of {}%", "利润率为{}%"),
    ("Energy used", "用电量"): ("MWh", "{} MWh of energy used", "用电{}兆瓦时"),
}
_YEARS = (2021, 2022, 2023, 2024, 2025)
_COLUMNS = (
    "id", "company", "entity", "metric.en", "metric.zh", "value", "unit", "period",
    "attribution.en", "attribution.zh", "source", "quote", "quote_zh",
)  # fmt: skip
_BROKERS = {
    "Northern Securities": "北方证券",
    "Harbour Capital": "港湾资本",
    "Field & Co": "田野研究",
}
_OUTLOOKS = (
    ("positive", "Orders should go on growing", "订单有望继续增长", "sees orders growing further"),
    ("neutral", "The margin has little room", "利润率空间有限", "sees little room for the margin"),
    ("negative", "Energy will cost more", "能源成本将上升", "expects energy to cost more"),
)


def make_report(folder: Path, companies: int, *, evidence: str = "required") -> None:
    """Write a report with `for_each` over a column of its facts."""
    folder.mkdir(parents=True)
    definition = {**_definition(), "evidence": evidence}
    (folder / "report.yaml").write_text(json.dumps(definition, indent=1, ensure_ascii=False))
    names = [company_name(number) for number in range(companies)]
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, _COLUMNS)
        rows.writeheader()
        for number, name in enumerate(names):
            rows.writerows(_facts(number, name))
    views = [view for number, name in enumerate(names) for view in _views(number, name)]
    (folder / "views.yaml").write_text(json.dumps(views, indent=1, ensure_ascii=False))
    for number, name in enumerate(names):
        _record(folder, number, name)


def company_name(number: int) -> str:
    """A company's name: letters alone, so that no figure is read in it."""
    letters = [chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0)]
    return f"Company {''.join(letters).title()}"


def _definition() -> dict[str, Any]:
    return {
        "title": {"en": "{company} in figures", "zh": "{company}数据"},
        "edition": "2026-01-31",
        "author": "A desk",
        "for_each": {"name": "company", "from": {"column": "company"}},
        "entities": [{"name": "{company}"}],
        "brokers": [{"name": {"en": en, "zh": zh}} for en, zh in _BROKERS.items()],
        "workbooks": [{"name": "figures", "title": {"en": "{company}", "zh": "{company}"}}],
        "one_pagers": [
            {"name": "views", "title": {"en": "Brokers on {company}", "zh": "券商看{company}"}}
        ],
    }


def _figure(number: int, at: int, year: int) -> int:
    return 12 + (number * 37 + at * 11 + (year - _YEARS[0]) * 5) % 80


def _said(number: int, name: str) -> Iterator[tuple[int, int, str, str]]:
    """What the note states: metric, year, and the sentence in both languages."""
    for at, (_, en, zh) in enumerate(_METRICS.values()):
        for year in _YEARS:
            figure = _figure(number, at, year)
            yield (
                at,
                year,
                f"{name} had {en.format(figure)} in {year}",
                f"{year}年{zh.format(figure)}",
            )


def _facts(number: int, name: str) -> Iterator[dict[str, Any]]:
    metrics = list(_METRICS.items())
    for at, year, quote, quote_zh in _said(number, name):
        (en, zh), (unit, _, _) = metrics[at]
        yield {
            "id": f"{en.lower().replace(' ', '-')}-{year}",
            "company": name,
            "entity": name,
            "metric.en": en,
            "metric.zh": zh,
            "value": _figure(number, at, year),
            "unit": unit,
            "period": year,
            "attribution.en": name,
            "attribution.zh": name,
            "source": f"note-{number}",
            "quote": quote,
            "quote_zh": quote_zh,
        }


def _view_quotes(name: str) -> list[str]:
    pairs = zip(_BROKERS, _OUTLOOKS, strict=True)
    return [f"{broker} {said} at {name}" for broker, (*_, said) in pairs]


def _views(number: int, name: str) -> Iterator[dict[str, Any]]:
    quoted = zip(_BROKERS, _OUTLOOKS, _view_quotes(name), strict=True)
    for place, (broker, (stance, en, zh, _), quote) in enumerate(quoted):
        yield {
            "id": f"view-{number}-{place}",
            "broker": broker,
            "subject": name,
            "stance": stance,
            "thesis": {"en": f"{en}.", "zh": f"{zh}。"},
            "drivers": [{"en": en, "zh": zh}],
            "source": f"note-{number}",
            "quote": quote,
            "quote_zh": zh,
        }


def _record(folder: Path, number: int, name: str) -> None:
    lines = [quote for *_, quote, _ in _said(number, name)] + _view_quotes(name)
    about = {
        "title": Bilingual(f"A note on {name}", f"关于{name}"),
        "publisher": Bilingual("Example Press", "示例新闻社"),
        "author": None,
        "url": f"https://example.com/notes/{number}",
        "published": _DAY,
        "retrieved": _DAY,
    }
    with TemporaryDirectory() as aside:
        document = Path(aside) / "note.txt"
        document.write_text("\n\n".join(f"{line}." for line in lines) + "\n", "utf-8")
        add_source(folder, document, f"note-{number}", about, today=_DAY)


def _run(companies: int, jobs: int) -> None:
    from exporter import build_many

    with TemporaryDirectory() as folder:
        make_report(Path(folder) / "many", companies)
        start, used = time.perf_counter(), _cpu()
        results = list(build_many(Path(folder) / "many", output=folder, jobs=jobs))
        seconds, cpu = time.perf_counter() - start, _cpu() - used
    for problem in [problem for result in results for problem in result.problems][:5]:
        sys.stdout.write(f"{problem}\n")
    built = sum(result.state == "built" for result in results)
    line = f"{built} built in {seconds:.1f} s: {built / seconds:.2f} a second, "
    sys.stdout.write(f"{line}{built / cpu:.2f} a second of CPU\n")


def _before(count: int) -> None:
    folder = checked_out()
    run = [sys.executable, "-c", "from exporter.cli import main; main()"]
    with TemporaryDirectory() as aside:
        report = f"{aside}/starter"
        subprocess.run([*run, "new", report], cwd=folder, check=True, capture_output=True)  # noqa: S603

        def build(number: int) -> None:
            command = [*run, "build", report, "--output", f"{aside}/{number}"]
            subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603

        start = time.perf_counter()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(build, range(count)))
        seconds = time.perf_counter() - start
    sys.stdout.write(f"{count} built in {seconds:.1f} s: {count / seconds:.2f} a second\n")


def _cpu() -> float:
    """Seconds that this process and its children that have ended have computed."""
    import resource

    who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, who))


if __name__ == "__main__":
    where, many, *processes = sys.argv[1:]
    if where == "run":
        _run(int(many), int(processes[0]))
    elif where == "before":
        _before(int(many))
    else:
        make_report(Path(where), int(many))

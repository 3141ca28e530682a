"""What the runs say, as tables: medians, and ratios within one run of all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.before import COMMIT
from benchmarks.rows import FASTEST, OURS, ROWS
from benchmarks.timing import Outcome

TITLES = {
    "rows": "Rows to .xlsx: {size:,} facts x 12 columns",
    "checks": "Quotes and figures checked: {size:,} facts",
    "pages": "One page of broker views as PDF, whole process",
    "build": "`exporter build reports/alibaba-ai` against a bare script, whole process",
    "report": "A whole report of {size:,} facts, whole process",
    "diff": "Two editions of a report compared, {size:,} facts each, whole process",
    "pull": "A workbook of {size:,} facts that was edited, pulled, whole process",
    "trace": "A model of {size:,} hard-coded numbers traced, whole process",
    "filing": "A filing of {size:,} pages as PDF, whole process",
    "batch": "{size:,} companies of 20 facts and 3 views each, en and zh, proved, whole process",
    "start": "Start-up, whole process",
}
BASES = {  # what the others are compared with
    "rows": "bare",
    "checks": "entity_sheets",
    "pages": "page",
    "build": "bare_script",
    "report": "report",
    "diff": "text",
    "pull": "pull",
    "trace": "trace",
    "filing": "record",
    "batch": "batch-1",
    "start": "python",
}
_CALLS = {"rows", "checks"}  # groups of which one call matters; of the others the whole process
_HEADER = ("", "process, s", "ratio", "CPU, s", "peak, MB", "runs")
_HEADER_OF_CALLS = (
    "", "call, s", "ratio", "its CPU, s", "process, s", "CPU, s", "peak, MB", "file, MB", "runs",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aim:
    """A ratio that is to be reached, and what was."""

    what: str
    aim: str
    reached: float
    holds: bool


def tables(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Every table as Markdown, then the aims."""
    for group, size in dict.fromkeys((one.job.group, one.job.size) for one in outcomes):
        chosen = [one for one in outcomes if (one.job.group, one.job.size) == (group, size)]
        yield f"### {TITLES[group].format(size=size)}\n"
        header = _HEADER_OF_CALLS if group in _CALLS else _HEADER
        yield markdown(header, _rows(chosen, BASES[group], header)) + "\n"
        yield from (f"Failed: {one.job.label}: {one.error}\n" for one in chosen if one.error)
    if found := list(aims(outcomes)):
        yield "### Aims\n"
        rows = [(a.what, a.aim, f"{a.reached:.2f}", "yes" if a.holds else "NO") for a in found]
        yield markdown(("", "aim", "reached", "holds"), rows) + "\n"


def _rows(
    outcomes: Sequence[Outcome], base: str, header: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    calls = {one.job.name: one.middle("call") for one in outcomes if one.runs}
    for one in sorted(outcomes, key=lambda one: calls.get(one.job.name, float("inf"))):
        cells = _cells(one, calls.get(base)) if one.runs else {"runs": "failed"}
        yield (one.job.label, *(cells.get(name, "") for name in header[1:]))


def _cells(outcome: Outcome, base: float | None) -> dict[str, str]:
    """What a row says, by the names of the columns."""
    call, written = outcome.middle("call"), outcome.middle("written")
    return {
        "call, s": f"{call:.3g}",
        "ratio": f"{call / base:.2f}" if base else "",
        "its CPU, s": f"{outcome.middle('call_cpu'):.3g}",
        "process, s": f"{outcome.middle('process'):.3g}",
        "CPU, s": f"{outcome.middle('cpu'):.3g}",
        "peak, MB": f"{outcome.middle('peak') / 1e6:,.0f}",
        "file, MB": f"{written / 1e6:,.1f}" if written else "",
        "runs": str(len(outcome.runs)),
    }


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose columns also line up as plain text; the first at the left."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        first, *others = cells
        right = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        return f"| {' | '.join([first.ljust(widths[0]), *right])} |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([line(lines[0]), line(rule), *map(line, lines[1:])])


def aims(outcomes: Sequence[Outcome]) -> Iterator[Aim]:
    """What DESIGN asks for, as far as the runs can tell."""
    found = {(one.job.group, one.job.name, one.job.size): one for one in outcomes if one.runs}

    def ratio(over: tuple[str, str, int], under: tuple[str, str, int], figure: str) -> float | None:
        if over not in found or under not in found:
            return None
        return found[over].middle(figure) / found[under].middle(figure)

    yield from _pace_aims(found)
    yield from _row_aims(ratio)
    for quotes in (1_000, 5_000, 100_000):
        what = ("checks", f"check-{quotes}", 100_000), ("checks", "entity_sheets", 100_000)
        if (reached := ratio(*what, "call")) is not None:
            name = f"check of 100,000 facts with {quotes:,} quotes / writing them"
            yield Aim(name, "about 1", reached, reached <= 1.25)
    for ours, words in ((f"check-{100_000}", ""), ("worded", " of other words")):
        kind = ours.partition("-")[0]
        what = ("checks", f"before-{kind}", 100_000), ("checks", ours, 100_000)
        if (reached := ratio(*what, "call")) is not None:
            name = f"check of 100,000 distinct quotes{words} at {COMMIT} / today"
            yield Aim(name, "at least 5", reached, reached >= 5)
    if (
        reached := ratio(("build", "build", 0), ("build", "bare_script", 0), "process")
    ) is not None:
        yield Aim("`exporter build` / bare script", "at most 1.5", reached, reached <= 1.5)
    what = ("report", "report", 10_000), ("report", "before-report", 10_000)
    if (reached := ratio(*what, "process")) is not None:
        name = f"report of 10,000 facts / one of 100,000 at {COMMIT}"
        yield Aim(name, "at most 0.4", reached, reached <= 0.4)
    yield from _edition_aims(found)
    yield from _filing_aims(found, ratio)


Ratio = Callable[[tuple[str, str, int], tuple[str, str, int], str], float | None]


def _edition_aims(found: Mapping[tuple[str, str, int], Outcome]) -> Iterator[Aim]:
    """In seconds, since nobody else does this."""
    for job, what, most in (
        (("diff", "text", 100_000), "two editions of 100,000 facts compared, s", 3),
        (("pull", "pull", 20_000), "a workbook of 20,000 facts pulled, s", 5),
    ):
        if outcome := found.get(job):
            took = outcome.middle("process")
            yield Aim(what, f"under {most}", took, took < most)


def _pace_aims(found: Mapping[tuple[str, str, int], Outcome]) -> Iterator[Aim]:
    """Against whichever is the fastest of those who are fast, and has the smallest file of all."""
    for size in (100_000, 1_000_000):
        peers = [
            one for (group, name, rows), one in found.items()
            if group == "rows" and rows == size and name in ROWS and name not in OURS
        ]  # fmt: skip
        fast = [one for one in peers if one.job.name in FASTEST]
        if (ours := found.get(("rows", "bare", size))) is None or not fast:
            continue
        for figure, measured in (("call", "wall"), ("call_cpu", "CPU")):
            reached = min(one.middle(figure) for one in fast) / ours.middle(figure)
            name = f"the fastest peer / bare, {measured}, {size:,} facts"
            yield Aim(name, "at least 2", reached, reached >= 2)
        reached = ours.middle("written") / min(one.middle("written") for one in peers)
        yield Aim(
            f"file of bare / the smallest peer's, {size:,} facts",
            "at most 1.35",
            reached,
            reached <= 1.35,
        )


def _filing_aims(found: Mapping[tuple[str, str, int], Outcome], ratio: Ratio) -> Iterator[Aim]:
    for name, what, most in (("record", "recorded", 10), ("draft", "drafted from", 20)):
        if outcome := found.get(("filing", name, 200)):
            took = outcome.middle("process")
            yield Aim(f"a filing of 200 pages {what}, s", f"at most {most}", took, took <= most)
    for name, most in (("record", 1.3), ("draft", 1.5)):  # what is drafted is held
        reached = ratio(("filing", name, 200), ("filing", name, 10), "peak")
        if reached is not None:
            what = f"peak memory of {name}, 200 / 10 pages"
            yield Aim(what, f"at most {most}", reached, reached <= most)


def _row_aims(ratio: Ratio) -> Iterator[Aim]:
    for size in (100_000, 1_000_000):
        for theirs, ours, least in (
            ("pandas_xlsxwriter", "bare", 30.0),
            ("rustpy_arrow", "entity_sheets", 2.0),
        ):
            reached = ratio(("rows", theirs, size), ("rows", ours, size), "call")
            if reached is not None:
                what = f"{theirs} / {ours}, {size:,} facts".replace("_", " ")
                yield Aim(what, f"at least {least:.0f}", reached, reached >= least)
    for ours in ("bare", "entity_sheets"):
        reached = ratio(("rows", ours, 1_000_000), ("rows", ours, 100_000), "peak")
        if reached is not None:
            what = f"peak memory of {ours}, 1,000,000 / 100,000 facts".replace("_", " ")
            yield Aim(what, "at most 1.3", reached, reached <= 1.3)

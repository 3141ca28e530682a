"""What is run, by group, and what has to be there before."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.before import COMMIT
from benchmarks.cache import (
    CACHE,
    next_path,
    page_path,
    pulled_report,
    pulled_workbook,
    report_path,
)
from benchmarks.filings import GIVEN, ID, filing_path, filing_report
from benchmarks.rows import FLOORS, ROWS
from benchmarks.timing import Job

SIZES = (10_000, 100_000, 1_000_000)
REPORT_SIZES = (10_000, 100_000, 1_000_000)
REPEATS = {
    "rows": 3, "checks": 3, "pages": 7, "build": 7, "report": 3, "pull": 5, "diff": 5, "filing": 3,
    "start": 15, "trace": 3, "batch": 3,
}  # fmt: skip
BEFORE_FOR, BEFORE_SIZE = 10_000, 100_000  # facts of a report today, and of one at COMMIT
COMPARED_FACTS = 100_000
FILING_PAGES = (10, 200)
PULLED_FACTS = 20_000
TRACED_NUMBERS = 330
COMPANIES = 40  # of a report for many
CHECKED_FACTS, DISTINCT_QUOTES = 100_000, (1_000, 5_000, 100_000)

REPORT = "reports/alibaba-ai"
OUT = CACHE / "out"
_PYTHON = sys.executable
_EXPORTER = str(Path(sys.executable).with_name("exporter"))
_CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
    f"--user-data-dir={CACHE / 'chromium'}",
)  # fmt: skip


def all_jobs(sizes: Sequence[int] = SIZES) -> list[Job]:
    """Every job, group by group."""
    return [
        *_rows(sizes),
        *_checks(sizes),
        *_pages(),
        *_builds(),
        *_reports(sizes),
        *_diffs(sizes),
        *_pulls(),
        *_traces(),
        *_filings(),
        *_batches(),
        *_starts(),
    ]


def preparations(jobs: Sequence[Job]) -> Iterator[tuple[str, ...]]:
    """The commands that make what `jobs` need, each a process of its own; nothing is made twice."""
    # Others' modules were compiled when they were installed; ours may have changed since.
    yield _python("compileall", "-q", "exporter")
    rows = sorted({job.size for job in jobs if job.group == "rows"})
    floors = sorted({job.size for job in jobs if job.name in FLOORS})
    reports = sorted({job.size for job in jobs if job.group == "report"})
    checked = [job.name.partition("check-")[2] for job in jobs if job.group == "checks"]
    data = [*map(str, rows), *(f"{CHECKED_FACTS}/{quotes}" for quotes in checked if quotes)]
    data += [f"{job.size}/{job.size}w" for job in jobs if job.name == "worded"]
    editions = sorted({job.size for job in jobs if job.group == "diff"})
    pulled = sorted({job.size for job in jobs if job.group == "pull"})
    made = (
        ("data", data),
        ("sheet_xml", floors),
        ("reports", reports),
        ("editions", editions),
        ("pulled", pulled),
    )
    for module, sizes in made:
        if sizes:
            yield _python(f"benchmarks.{module}", *map(str, sizes))
    if any(job.name == "before-report" for job in jobs):
        yield _python("benchmarks.before", "folder", str(BEFORE_SIZE))
    if filings := sorted({job.size for job in jobs if job.group == "filing"}):
        yield _python("benchmarks.filings", *map(str, filings))
    if any(job.group == "pages" for job in jobs):
        yield _python("benchmarks.pages.prepare")


def _rows(sizes: Sequence[int]) -> Iterator[Job]:
    for size in sizes:
        for name, label in {**ROWS, **FLOORS}.items():
            yield Job("rows", name, label, size, _run_one(name, size))


def _checks(sizes: Sequence[int]) -> Iterator[Job]:
    size = CHECKED_FACTS
    if size not in sizes:
        return
    label = "written as entity sheets, for comparison"
    yield Job("checks", "entity_sheets", label, size, _run_one("entity_sheets", size))
    for distinct in DISTINCT_QUOTES:
        name = f"check-{distinct}"
        yield Job(
            "checks", name, f"checked, {distinct:,} distinct quotes", size, _run_one(name, size)
        )
    for kind, words in (("check", ""), ("worded", " of other words")):
        label = f"checked, {size:,} distinct quotes{words}"
        if kind != "check":
            yield Job("checks", kind, label, size, _run_one(f"{kind}-{size}", size))
        command = _python("benchmarks.before", f"{kind}-{size}", str(size))
        yield Job("checks", f"before-{kind}", f"{label}, by {COMMIT}", size, command)


def _pages() -> Iterator[Job]:
    pdf = OUT / "page.pdf"
    html = page_path("html").as_uri()
    for name, label, command in (
        ("page", "exporter, from the page laid out", _page("exporter_page", pdf)),
        ("facts", "exporter, from the facts, checked", _page("exporter_facts", pdf)),
        ("chromium", "Chromium, print-to-pdf", (*_CHROMIUM, f"--print-to-pdf={pdf}", html)),
        ("typst", "typst", _page("typst_page", pdf)),
    ):
        yield Job("pages", name, label, 0, command)


def _builds() -> Iterator[Job]:
    bare = (_PYTHON, "benchmarks/bare_script.py", REPORT, str(OUT / "bare"))
    ours = (_EXPORTER, "build", REPORT, "--output", str(OUT / "build"))
    yield Job("build", "bare_script", "bare script", 0, bare)
    yield Job("build", "build", "exporter build", 0, ours)


def _reports(sizes: Sequence[int]) -> Iterator[Job]:
    for size in REPORT_SIZES:
        if size in sizes:
            folder = str(report_path(size))
            command = (_EXPORTER, "build", folder, "--output", str(OUT / f"report-{size}"))
            yield Job("report", "report", "exporter build, with check and proof", size, command)
        if size == BEFORE_FOR and size in sizes:  # among them, to be run in turn with ours
            label = f"the same of {BEFORE_SIZE:,} facts, by {COMMIT}"
            out = str(OUT / f"report-{COMMIT}")
            there = _python("benchmarks.before", "report", str(BEFORE_SIZE), out)
            yield Job("report", "before-report", label, BEFORE_FOR, there)


def _diffs(sizes: Sequence[int]) -> Iterator[Job]:
    size = COMPARED_FACTS
    if size in sizes:
        folders = (str(report_path(size)), str(next_path(size)))
        for kind in ("text", "json"):
            out = ("--format", kind, "-o", str(OUT / f"changes.{kind}"))
            label = f"exporter diff of two reports, as {kind}"
            yield Job("diff", kind, label, size, (_EXPORTER, "diff", *folders, *out))


def _pulls() -> Iterator[Job]:
    report, book = str(pulled_report(PULLED_FACTS)), str(pulled_workbook(PULLED_FACTS))
    command = (_EXPORTER, "pull", report, book, "--dry-run")
    label = "exporter pull of an edited workbook, to CSV, nothing written"
    yield Job("pull", "pull", label, PULLED_FACTS, command)


def _traces() -> Iterator[Job]:
    command = _python("benchmarks.trace", "--seeds", "1")
    label = "exporter trace of a made model, report and all"
    yield Job("trace", "trace", label, TRACED_NUMBERS, command)


def _filings() -> Iterator[Job]:
    """A filing recorded, then drafted from: the second needs what the first leaves."""
    for pages in FILING_PAGES:
        report = str(filing_report(pages))
        record = (_EXPORTER, "source", "add", report, str(filing_path(pages)), *GIVEN)
        yield Job("filing", "record", "exporter source add", pages, record)
        draft = (_EXPORTER, "draft", report, ID)
        yield Job("filing", "draft", "exporter draft", pages, draft)


def _batches() -> Iterator[Job]:
    """A report for many, by one process and by two; and a loop over builds as they were."""
    for processes in (1, 2):
        label = f"exporter batch, {processes} at a time"
        command = _python("benchmarks.many", "run", str(COMPANIES), str(processes))
        yield Job("batch", f"batch-{processes}", label, COMPANIES, command)
    label = f"a loop over builds of the starter report, 2 at a time, by {COMMIT}"
    loop = _python("benchmarks.many", "before", str(COMPANIES))
    yield Job("batch", "before-batch", label, COMPANIES, loop)


def _starts() -> Iterator[Job]:
    yield Job("start", "python", "python -c pass", 0, (_PYTHON, "-c", "pass"))
    yield Job("start", "help", "exporter --help", 0, (_EXPORTER, "--help"))


def _run_one(name: str, size: int) -> tuple[str, ...]:
    return _python("benchmarks.run_one", name, str(size))


def _page(module: str, target: Path) -> tuple[str, ...]:
    return _python(f"benchmarks.pages.{module}", str(target))


def _python(module: str, *arguments: str) -> tuple[str, ...]:
    return (_PYTHON, "-m", module, *arguments)

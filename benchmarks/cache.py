"""Where the benchmarks keep what they make once: git-ignored, safe to delete."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
CACHE = Path(__file__).parent / ".cache"
_MAKERS = ("data.py", "reports.py", "editions.py", "pulled.py")
REPORT_QUOTES = 5_000  # distinct quotes of a whole report


def facts_path(size: int, distinct: int = 0, *, worded: bool = False) -> Path:
    """The Parquet file of so many facts, with quotes of other words or not; `data` makes it.

    It is another file when the modules that make facts and reports have changed.
    """
    code = b"".join((Path(__file__).parent / name).read_bytes() for name in _MAKERS)
    version = sha256(code).hexdigest()[:8]
    kind = "worded" if worded else "facts"
    return CACHE / f"{kind}-{size}-{distinct or size}-{version}.parquet"


def sheet_xml_path(size: int) -> Path:
    """The XML of the bare table of so many facts; `sheet_xml` makes it."""
    return facts_path(size).with_suffix(".sheet.xml")


def report_path(size: int) -> Path:
    """The folder of a report of so many facts; `reports` makes it."""
    return facts_path(size, REPORT_QUOTES).with_suffix(".report")


def next_path(size: int) -> Path:
    """The folder of that report's next edition; `editions` makes it."""
    return report_path(size).with_suffix(".next")


def pulled_path(size: int) -> Path:
    """Where a report of so many facts in CSV is, and an edited workbook; `pulled` makes both."""
    return report_path(size).with_suffix(".pulled")


def pulled_report(size: int) -> Path:
    """That report's folder."""
    return pulled_path(size) / "report"


def pulled_workbook(size: int) -> Path:
    """That workbook, as it was saved."""
    return pulled_path(size) / "facts.en.xlsx"


def page_path(suffix: str) -> Path:
    """The one-pager laid out (`pickle`), as HTML or as JSON; `pages.prepare` makes all three."""
    return CACHE / f"page.{suffix}"


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A temporary path to make a file or folder at, which becomes `path` when the block is done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{os.getpid()}-{path.name}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        if temporary.is_dir():
            shutil.rmtree(temporary)
        temporary.unlink(missing_ok=True)

"""Every kind of file that is read, changed at random: each outcome is a result or an ExporterError."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from exporter import build, check, read_facts
from exporter.errors import ExporterError, ProofError
from exporter.proof.eml import compare_message
from exporter.proof.html import compare_evidence_page
from exporter.proof.manifest import MANIFEST
from exporter.proof.pdf import compare_onepager
from exporter.proof.xlsx import compare_workbook
from exporter.verify import verify_with
from exporter.writers.eml import make_draft
from exporter.writers.xlsx import write_workbook
from tests.figured_report import make_figured_report
from tests.mutations import mutate
from tests.verify.sets import Remembering
from tests.writers.sample_book import sample_book
from tests.writers.sample_evidence import FULL_PAGE
from tests.writers.sample_message import ADDRESSING, FILES, MESSAGE
from tests.writers.samples_onepager import make_page
from tests.writers.written import write_evidence_page, write_onepager

_NOTE = "press-note"
_ROWS = (
    ("deliveries", "Cars delivered", "12500", "users", "over", "2025", "more than 12,500 cars, it said"),
    ("growth", "Growth", "18.5", "%", "about", "2025-Q3", 'about 18.5% more, "so" it said'),
    ("day", "Day of it", "2025-10-31", "", "exact", "FY2025", "on 31 October\n2025"),
)  # fmt: skip
_COLUMNS = ("id", "metric.en", "value", "unit", "qualifier", "period", "quote")


class Target(NamedTuple):
    """A file that is read, and how: what reads it gives something, or raises an ExporterError."""

    path: Path
    read: Callable[[], object]


def _facts_table() -> pd.DataFrame:
    frame = pd.DataFrame(_ROWS, columns=_COLUMNS)
    return frame.assign(entity="Example Motors", source=_NOTE, **{"metric.zh": "某项指标"})


def _report_target(file: str) -> Callable[[Path], Target]:
    def make(folder: Path) -> Target:
        make_figured_report(folder / "report")
        return Target(folder / "report" / file, lambda: check(folder / "report"))

    return make


def _flat_target(name: str, write: Callable[[pd.DataFrame, Path], object]) -> Callable[[Path], Target]:  # fmt: skip
    def make(folder: Path) -> Target:
        write(_facts_table(), folder / name)
        assert read_facts(folder / name).num_rows == len(_ROWS)
        return Target(folder / name, lambda: read_facts(folder / name))

    return make


def _page_target(folder: Path) -> Target:
    page, path = make_page(), folder / "page.pdf"
    write_onepager(page, path)
    return Target(path, lambda: compare_onepager(page, path))


def _evidence_target(folder: Path) -> Target:
    path = folder / "evidence.html"
    write_evidence_page(FULL_PAGE, path)
    return Target(path, lambda: compare_evidence_page(FULL_PAGE, path))


def _book_target(folder: Path) -> Target:
    book, path = sample_book(), folder / "book.xlsx"
    write_workbook(book, path)
    return Target(path, lambda: compare_workbook(book, path))


def _built_target(folder: Path) -> Target:
    """A workbook of our own that is read as facts, in Chinese."""
    make_figured_report(folder / "report")
    build(folder / "report", folder / "output", ["zh"])
    (path,) = (folder / "output").glob("*.xlsx")
    return Target(path, lambda: read_facts(path))


def _message_target(folder: Path) -> Target:
    path = folder / "message.eml"
    path.write_bytes(make_draft(MESSAGE, ADDRESSING, FILES).content)
    return Target(path, lambda: compare_message(MESSAGE, ADDRESSING, FILES, path.read_bytes()))


def _manifest_target(folder: Path) -> Target:
    make_figured_report(folder / "report")
    build(folder / "report", folder / "output", ["en"])
    ask = Remembering()
    return Target(folder / "output" / MANIFEST, lambda: _verified(ask, folder / "output"))


def _verified(ask: Remembering, folder: Path) -> None:
    """Raise what differs in a set as an error, as the command does."""
    if differences := verify_with(ask, folder).differences:
        raise ProofError.of(differences, "the set is not as it was written")


TARGETS: dict[str, Callable[[Path], Target]] = {
    "report.yaml": _report_target("report.yaml"),
    "facts.yaml": _report_target("facts/example-motors.yaml"),
    "views.yaml": _report_target("views.yaml"),
    "record": _report_target(f"sources/{_NOTE}.yaml"),
    "text": _report_target(f"sources/text/{_NOTE}.txt"),
    "csv": _flat_target("facts.csv", lambda frame, path: frame.to_csv(path, index=False)),
    "xlsx": _flat_target("facts.xlsx", lambda frame, path: frame.to_excel(path, index=False)),
    "parquet": _flat_target("facts.parquet", lambda frame, path: frame.to_parquet(path)),
    "workbook": _book_target,
    "built workbook": _built_target,
    "evidence page": _evidence_target,
    "one-pager": _page_target,
    "message": _message_target,
    "manifest": _manifest_target,
}


def read_changed(target: Target, times: int, seed: str) -> Counter[str]:
    """Read a file again and again, each time with other changes; how often it was refused.

    Raises:
        AssertionError: A reader failed in a way of its own; names the seed that shows it.
    """
    original, outcomes = target.path.read_bytes(), Counter[str]()
    for number in range(times):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - nothing secret
        changed = mutate(original, chance)
        target.path.write_bytes(changed)
        try:
            target.read()
            outcomes["read"] += 1
        except ExporterError:
            outcomes["refused"] += 1
        except Exception as error:
            raise AssertionError(f"{target.path.name}: seed '{seed} {number}'") from error
    target.path.write_bytes(original)
    return outcomes

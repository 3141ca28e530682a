"""What `check --fix` writes: what is certain of what is wrong with facts and views.

Whole clauses for a part of them, where that stands once in a text at hand; the white space of that
text; the one unit that a misspelt one may mean, where the quote then confirms the figure. Values
and qualifiers are never touched. A fact that is mended is not `carried` any more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport, check, written_facts, written_views
from exporter.edits.changed import write_changed
from exporter.edits.facts_files import FactsFiles
from exporter.edits.line_diff import diff_of
from exporter.edits.text_edits import CannotEditError
from exporter.engine.progress import Progress, silent
from exporter.evidence.check import EvidenceCheck
from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.quotes import spaced_as_in_source, verify_quote, whole_clauses
from exporter.evidence.sources import Source
from exporter.evidence.unit_signs import settle_units
from exporter.facts.parse import FactParser
from exporter.facts.table import WRITTEN, map_distinct
from exporter.facts.unit_faults import unit_meant
from exporter.facts.unit_names import find_unit
from exporter.report.references import named_in_english

_QUOTE, _UNIT, _CARRIED = "quote", "unit", "carried"

Owner = tuple[str, int, str]  # file, line or row, and id of a fact or a view


class Mend(NamedTuple):
    """A field of a fact or a view that is written anew: where it is, and what it says then."""

    file: str
    line: int
    id: str
    field: str
    old: str
    new: str

    @property
    def owner(self) -> Owner:
        """Of which fact or view."""
        return self.file, self.line, self.id


class NotMended(NamedTuple):
    """What is certain, but cannot be written; and why."""

    mend: Mend
    why: str


@dataclass(frozen=True, slots=True)
class Mended:
    """What was certain in a report.

    Attributes:
        mends: What is written.
        not_mended: What is not, since its file is of another kind, or would change otherwise.
        diff: What changes, as a unified diff.
        contents: Of the files that change.
    """

    mends: tuple[Mend, ...]
    not_mended: tuple[NotMended, ...]
    diff: str
    contents: Mapping[Path, bytes]


def find_mends(folder: Path, progress: Progress = silent, allow: Sequence[str] = ()) -> Mended:
    """What is certain of what is wrong in a report; nothing is written yet.

    Raises:
        UsageError, SetupError: As `check` does.
    """
    checked = check(folder, progress=progress, allow=allow)
    proposed = [*_of_units(checked), *_of_quotes(checked)]
    mends = [*_confirmed(checked, proposed), *_of_views(checked)]
    by_file: dict[str, list[Mend]] = {}
    for mend in mends:
        by_file.setdefault(mend.file, []).append(mend)
    rows = _rows_of(checked, {mend.owner: mend for mend in mends})
    carried = {(row["file"], row["line"], row["id"] or "") for row in rows if row[_CARRIED]}
    contents: dict[Path, bytes] = {}
    written: list[Mend] = []
    not_mended: list[NotMended] = []
    diff, files = "", FactsFiles.of(checked)
    for file, some in by_file.items():
        texts: dict[tuple[int, str], dict[str, str]] = {}
        for mend in some:
            fields = texts.setdefault((mend.line, mend.id), {})
            fields[mend.field] = mend.new
            if mend.owner in carried:  # it is not as it was taken over any more
                fields[_CARRIED] = ""
        try:
            change = files.with_texts(file, texts)
        except CannotEditError as error:
            not_mended += (NotMended(mend, str(error)) for mend in some)
            continue
        contents[Path(file)] = change.content
        written += some
        diff += diff_of(change.before, change.after, file)
    return Mended(tuple(written), tuple(not_mended), diff, contents)


def write_mends(folder: Path, mended: Mended) -> None:
    """Write what is certain; all of it or nothing.

    Raises:
        SetupError: A file cannot be written.
    """
    write_changed(folder, mended.contents)


def _of_units(checked: CheckedReport) -> Iterator[Mend]:
    """Units that are none, and may mean one."""
    for written, _ in written_facts(checked):
        at = map_distinct(written[_UNIT], lambda name: find_unit(name) is None, pa.bool_())
        for row in written.filter(at).to_pylist():
            if meant := unit_meant(name := row[_UNIT]):
                yield Mend(row["file"], row["line"], row["id"] or "", _UNIT, name, meant)


def _of_quotes(checked: CheckedReport) -> Iterator[Mend]:
    """Quotes of facts, as they are written, that are parts of clauses or have other white space."""
    texts = {name: source for name, source in checked.sources.items() if source.text is not None}
    if not texts:
        return
    for written, _ in written_facts(checked):
        at = pc.is_in(written["source"], pa.array(list(texts), pa.string()))
        for row in written.filter(at).to_pylist():
            if row[_QUOTE]:
                place = row["file"], row["line"], row["id"] or ""
                yield from _of_quote(place, row[_QUOTE], texts[row["source"]])


def _of_views(checked: CheckedReport) -> Iterator[Mend]:
    for view in written_views(checked):
        source = checked.sources.get(view.source)
        if source and source.text is not None:
            yield from _of_quote((view.file, view.line, view.id), view.quote, source)


def _of_quote(place: Owner, quote: str, source: Source) -> Iterator[Mend]:
    verdict = verify_quote(quote, source, brief=True)
    new = ""
    if verdict.state is QuoteState.NOT_FOUND:
        new = whole_clauses(quote, source)
    elif verdict.state is QuoteState.VERIFIED and quote not in (source.text or ""):
        new = spaced_as_in_source(quote, verdict, source)
    if new:
        yield Mend(*place, _QUOTE, quote, new)


def _confirmed(checked: CheckedReport, proposed: Sequence[Mend]) -> Iterator[Mend]:
    """The mends of facts by which the check confirms what it did not before."""
    by_owner: dict[Owner, list[Mend]] = {}
    for mend in proposed:
        by_owner.setdefault(mend.owner, []).append(mend)
    rows = list(_rows_of(checked, by_owner))
    states = _states(checked, rows, by_owner)
    alone = {owner: [m for m in mends if m.field == _QUOTE] for owner, mends in by_owner.items()}
    of_quotes = _states(checked, rows, alone)
    for owner, mends in by_owner.items():
        is_sure = states.get(owner) == (QuoteState.VERIFIED, FigureState.CONFIRMED)
        is_quoted = of_quotes.get(owner, ("", ""))[0] == QuoteState.VERIFIED
        for mend in mends:
            if is_sure or (mend.field == _QUOTE and is_quoted):
                yield mend


def _rows_of(checked: CheckedReport, owners: Mapping[Owner, object]) -> Iterator[dict[str, Any]]:
    """The facts that may be mended, as they are written."""
    if not owners:
        return
    lines = pa.array({line for _, line, _ in owners}, pa.int32())
    for written, _ in written_facts(checked):
        for row in written.filter(pc.is_in(written["line"], lines)).to_pylist():
            if (row["file"], row["line"], row["id"] or "") in owners:
                yield row


def _states(
    checked: CheckedReport, rows: Iterable[dict[str, Any]], mends: Mapping[Owner, Sequence[Mend]]
) -> dict[Owner, tuple[str, str]]:
    """What the check says of quote and figure of facts, were they mended so."""
    report = checked.definition.report if checked.definition else None
    if report is None:
        return {}
    anew = []
    for row in rows:
        owner = row["file"], row["line"], row["id"] or ""
        if mended := mends[owner]:
            anew.append(row | {mend.field: mend.new for mend in mended})
    written = pa.Table.from_pylist(anew, schema=WRITTEN)
    currencies = partial(report.conventions.currencies, sources=checked.sources)
    parsed = FactParser(report.conventions.year_ends).parse(
        named_in_english([(written, [])], report.entities)
    )
    found: dict[Owner, tuple[str, str]] = {}
    with EvidenceCheck(checked.sources, cores=1, conventions=report.conventions) as judged:
        for batch in judged.check(settle_units(facts, currencies) for facts, _ in parsed):
            for row in batch.select(
                ["file", "line", "id", "quote_state", "figure_state"]
            ).to_pylist():
                file, line, id_, *states = row.values()
                found[file, line, id_] = (states[0], states[1])
    return found

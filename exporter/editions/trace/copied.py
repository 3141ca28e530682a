"""What is added to the copy of a model: a link for each number found, a row for every number."""

import os
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import quote as percent_encode
from zipfile import ZipFile

from exporter.editions.trace.model import Finding, Hint, Known, Verdict
from exporter.editions.trace.trace_sheet import Column, TraceRow
from exporter.editions.trace.traced_book import Addition, CellLink
from exporter.editions.trace.words import HINTS, SHEET, VERDICTS, headings, said, shown_figure
from exporter.evidence.sources import Source
from exporter.facts.flat.workbook_parts import WorkbookParts
from exporter.facts.words import Lang
from exporter.limits import numbered_sheet_name
from exporter.report.links import evidence_file
from exporter.report.source_links import source_url

_WIDTHS = (18, 8, 38, 16, 22, 36, 18, 48, 60)  # characters


class TraceLinks:
    """Where figures open: on the evidence page beside the report's other files, else at the source.

    Attributes:
        lang: Of the page.
        page: The evidence page; None where it was not built.
    """

    def __init__(
        self, built: Path, folder: Path, lang: Lang, sources: Mapping[str, Source]
    ) -> None:
        """Links from a folder.

        Args:
            built: The folder with the report's files.
            folder: That of the copy, from which links lead.
            lang: Of the page.
            sources: By id.
        """
        page = built / evidence_file(lang)
        self.lang = lang
        self.page = page if page.is_file() else None
        self._text = page.read_text("utf-8") if self.page else ""
        self._way = percent_encode(Path(os.path.relpath(page, folder)).as_posix())
        self._sources = sources

    def of_evidence(self, known: Known) -> str:
        """Where a fact stands on the evidence page; "" where it stands on none."""
        is_there = known.is_fact and f'id="{known.anchor}"' in self._text
        return f"{self._way}#{percent_encode(known.anchor)}" if is_there else ""

    def of_source(self, known: Known) -> str:
        """Where the source of a figure opens, at its words; "" where it has no address."""
        source = self._sources.get(known.source)
        return source_url(source, known.quote) if source else ""


def addition_of(content: bytes, findings: Sequence[Finding], links: TraceLinks) -> Addition:
    """What is added to a workbook.

    Args:
        content: The workbook.
        findings: Of all its numbers.
        links: Where figures open.
    """
    of_cells: dict[int, dict[str, CellLink]] = {}
    for finding in findings:
        if finding.verdict is Verdict.FOUND and (link := _link(finding, links)):
            of_cells.setdefault(finding.number.place, {}).setdefault(link.cell, link)
    columns = tuple(map(Column, headings(links.lang), _WIDTHS))
    return Addition(
        {place: tuple(by_cell.values()) for place, by_cell in of_cells.items()},
        _free_name(content),
        columns,
        tuple(_row(finding, links) for finding in findings),
    )


def _link(finding: Finding, links: TraceLinks) -> CellLink | None:
    known = finding.candidates[0]
    address = links.of_evidence(known) or links.of_source(known)
    tip = f"{shown_figure(known).in_(links.lang)}: {known.quote}"
    return CellLink(finding.number.cell, address, tip) if address else None


def _row(finding: Finding, links: TraceLinks) -> TraceRow:
    number, lang = finding.number, links.lang
    known = finding.candidates[0] if finding.candidates else None
    facts = "\n".join(one.id for one in finding.candidates if one.is_fact)
    return TraceRow(
        number.sheet,
        number.cell,
        (
            number.sheet, number.cell, number.heads.shown, "", shown_verdict(finding, lang), facts,
            known.source if known else "", known.quote if known else "", shown_note(finding, lang),
        ),
        float(number.value),
        links.of_evidence(known) if known else "",
        links.of_source(known) if known else "",
    )  # fmt: skip


def shown_verdict(finding: Finding, lang: Lang) -> str:
    """A verdict in words: `not found: digit?`."""
    verdict = VERDICTS[finding.verdict].in_(lang)
    if finding.hint is Hint.NONE:
        return verdict
    return f"{verdict}{': ' if lang == 'en' else '：'}{HINTS[finding.hint].in_(lang)}"


def shown_note(finding: Finding, lang: Lang) -> str:
    """Why, in words."""
    return ("; " if lang == "en" else "；").join(said(note, lang) for note in finding.notes)


def _free_name(content: bytes) -> str:
    """A name for the sheet that none of the workbook's has."""
    with ZipFile(BytesIO(content)) as book:
        used = {name.casefold() for name, _ in WorkbookParts(book, 32_000_000).sheets}
    names = (numbered_sheet_name(SHEET, number) for number in range(1, len(used) + 2))
    return next(name for name in names if name.casefold() not in used)

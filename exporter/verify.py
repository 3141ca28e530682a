"""The proof of a folder that has travelled: its files against its manifest, and that itself."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from exporter.errors import UsageError
from exporter.evidence.check import Evidence, check_evidence
from exporter.files import settle
from exporter.proof.difference import MISSING, Difference
from exporter.proof.html import compare_evidence_page
from exporter.proof.manifest import (
    FACTS_FILE,
    MANIFEST,
    Content,
    Manifest,
    file_hash,
    read_manifest,
)
from exporter.proof.pdf import compare_onepager
from exporter.proof.pdf.signature import check_signatures
from exporter.proof.xlsx import compare_workbook
from exporter.report.layout import (
    ReportLayout,
    attached,
    attachments,
    file_name,
    lay_out_report,
)


def verify(folder: Path) -> list[Difference]:
    """Prove the files of a folder against its manifest.

    The manifest's own content is checked as on the day it was written: every quote against the
    fingerprints of its source, every figure against its quote. Then all is laid out again, and
    every file is read back and compared with that, cell by cell.

    Args:
        folder: Where a build put its files.

    Returns:
        Everything that differs; empty when all is proved.

    Raises:
        UsageError: There is no manifest in the folder.
        SetupError: Files of two builds lie there, one of which was killed, and cannot be put right.
    """
    settle(folder)
    path = folder / MANIFEST
    if not path.is_file():
        raise UsageError(f"{folder} has no {MANIFEST}", "name a folder that `exporter build` wrote")
    try:
        manifest = read_manifest(path)
    except ValueError as error:
        return [Difference(MANIFEST, "", "content", "a manifest as written", str(error))]
    return list(differences(folder, manifest, check_again(manifest.content)))


def check_again(content: Content) -> Evidence:
    """The evidence of all facts and views, as on the day they were written.

    The facts of an entity are kept together.
    """
    entities = [entity.name.en for entity in content.report.entities]
    return check_evidence(
        content.facts, content.views, content.sources, entities, content.report.conventions
    )


def differences(folder: Path, manifest: Manifest, evidence: Evidence) -> Iterator[Difference]:
    """Everything in which a folder's files differ from its manifest.

    Args:
        folder: Where the files are.
        manifest: What it says.
        evidence: Of the manifest's content.
    """
    content = manifest.content
    if not manifest.intact:
        yield Difference(MANIFEST, "", "fingerprint", "that of its content", "another: edited")
    if manifest.facts_hash and (now := file_hash(folder / FACTS_FILE)) != manifest.facts_hash:
        yield Difference(FACTS_FILE, "", "SHA-256", manifest.facts_hash, now)
    if content.report.evidence == "required":
        for problem in evidence.problems:
            yield Difference(MANIFEST, problem.subject, "evidence", problem.right, problem.wrong)
    seen = {MANIFEST}
    for lang in content.languages:
        layout = lay_out_report(content.report, evidence, content.views, content.sources, lang)
        for name, of_file in _compared(layout, folder):
            seen.add(name)
            yield from of_file
            yield from _signed(folder / name)
            recorded = manifest.outputs.get(name, "none")
            if not of_file and (now := file_hash(folder / name)) != recorded:
                yield Difference(name, "", "SHA-256", recorded, now)
    for name in sorted(set(manifest.outputs) - seen):
        yield Difference(MANIFEST, "outputs", "name", "a file that the content gives", name)


def _compared(layout: ReportLayout, folder: Path) -> Iterator[tuple[str, list[Difference]]]:
    """Each file that was laid out, with everything in which the one written differs from it."""
    for book in layout.workbooks:
        yield _read_back(folder / file_name(book), partial(compare_workbook, book))
    compare_evidence = partial(compare_evidence_page, layout.evidence_page, from_manifest=True)
    yield _read_back(folder / file_name(layout.evidence_page), compare_evidence)
    inside = _inside_pages(layout, folder)
    for page, csv in layout.one_pagers:
        compare_page = partial(compare_onepager, page, attachments=attachments(layout, csv, inside))
        yield _read_back(folder / file_name(page), compare_page)


def _read_back(
    path: Path, compare: Callable[[Path], list[Difference]]
) -> tuple[str, list[Difference]]:
    if path.is_file():
        return path.name, compare(path)
    return path.name, [Difference(path.name, "", "file", "there", MISSING)]


def _inside_pages(layout: ReportLayout, folder: Path) -> Mapping[str, bytes]:
    """The written workbooks that travel inside one-pagers, by name, if they are there."""
    books = attached(layout) if layout.one_pagers else ()
    paths = [folder / file_name(book) for book in books]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def _signed(path: Path) -> Iterator[Difference]:
    """What is wrong with the signatures of a PDF; unsigned ones have none."""
    if path.suffix != ".pdf" or not path.is_file() or b"/ByteRange" not in path.read_bytes():
        return
    for finding in check_signatures(path):
        if finding.wrong:
            yield Difference(path.name, finding.field, "signature", finding.right, finding.wrong)

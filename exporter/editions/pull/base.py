"""The content that a workbook was made from: named, beside it, kept by its report, or in git."""

from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from exporter.editions.kept import EDITIONS
from exporter.editions.opened import find_content, open_edition
from exporter.editions.revision import commits_of
from exporter.errors import ContentError, ExporterError, Problem, UsageError
from exporter.proof.manifest import Content
from exporter.proof.manifest.content_hash import content_hash
from exporter.proof.xlsx.content_property import read_content_property
from exporter.report.properties import CONTENT

_MOST_COMMITS = 20  # each is a report to be read


class Base(NamedTuple):
    """What a workbook was made from.

    Attributes:
        content: None where nobody knows.
        missing: Why not, in words.
    """

    content: Content | None
    missing: str = ""


def base_of(report: Path, workbook: Path, output: Path | None) -> Base:
    """The content that a workbook was made from.

    Args:
        report: The folder of its report, which may have kept it.
        workbook: The file, which carries the hash of its content.
        output: The folder that it was built into, where that is named.

    Raises:
        UsageError: That is none.
        ContentError: What is said to be its content is damaged, or another edition's.
    """
    if output is not None:
        named = open_edition(str(output)).content
        _refuse_another(workbook, output, named)
        return Base(named)
    try:
        with ZipFile(workbook) as archive:
            hash_ = read_content_property(archive)
    except (BadZipFile, ValueError):  # its reader tells what is wrong with it
        return Base(None, f"{workbook.name} cannot be read")
    if not hash_:
        return Base(
            None, f"{workbook.name} does not say so any more: its property {CONTENT} is gone"
        )
    try:
        return Base(find_content(hash_, workbook, (report,)))
    except UsageError:  # neither beside it, nor kept
        content = _in_git(hash_, report)
    if content is not None:
        return Base(content)
    return Base(
        None,
        f"its content {hash_[:12]}… is neither beside it, nor in {report / EDITIONS}, nor in the "
        f"last {_MOST_COMMITS} commits of the report in git",
    )


def _refuse_another(workbook: Path, output: Path, content: Content) -> None:
    """Refuse an output that a workbook was not built into, where the workbook knows."""
    try:
        with ZipFile(workbook) as archive:
            hash_ = read_content_property(archive)
    except (OSError, BadZipFile, ValueError):  # its reader tells what is wrong with it
        return
    if hash_ and hash_ != content_hash(content):
        wrong = (
            f"{output} holds the edition of {content.report.edition}, content "
            f"{content_hash(content)[:12]}…, and is not what this workbook was made from, "
            f"content {hash_[:12]}…"
        )
        right = "name the output that it was built into, or leave --base out to have it looked for"
        raise ContentError([Problem(str(workbook), 0, "", wrong, right)])


def _in_git(hash_: str, report: Path) -> Content | None:
    """The content that a report had at one of its last commits, if that has this hash."""
    for commit in commits_of(report, _MOST_COMMITS):
        try:
            content = open_edition(f"{commit}:{report}").content
        except ExporterError:  # the report was not whole then, or is elsewhere
            continue
        if content_hash(content) == hash_:
            return content
    return None

"""The content that a workbook was made from: named, beside it, or kept by its report."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from exporter.editions.opened import find_content, open_edition
from exporter.errors import UsageError
from exporter.proof.manifest import Content
from exporter.proof.xlsx.content_property import read_content_property


def base_of(report: Path, workbook: Path, output: Path | None) -> Content | None:
    """The content that a workbook was made from; None where nobody knows.

    Args:
        report: The folder of its report, which may have kept it.
        workbook: The file, which carries the hash of its content.
        output: The folder that it was built into, where that is named.

    Raises:
        UsageError: That is none.
        ContentError: What is said to be its content is damaged.
    """
    if output is not None:
        return open_edition(str(output)).content
    try:
        with ZipFile(workbook) as archive:
            hash_ = read_content_property(archive)
    except (BadZipFile, ValueError):  # its reader tells what is wrong with it
        return None
    try:
        return find_content(hash_, workbook, (report,)) if hash_ else None
    except UsageError:  # it is nowhere
        return None

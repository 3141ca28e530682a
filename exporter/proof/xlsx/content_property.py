"""The hash of its content that a workbook carries, whichever program has saved it since."""

import re
from xml.etree.ElementTree import ParseError, fromstring
from zipfile import ZipFile

from exporter.proof.xlsx.archive import part_names
from exporter.report.properties import CONTENT

_PART = "docProps/custom.xml"
_LARGEST = 1 << 20  # bytes; what is larger is none of ours
_HASH = re.compile(r"[0-9a-f]{64}")


def read_content_property(archive: ZipFile) -> str:
    """The hash that a workbook carries; "" where it carries none.

    Raises:
        ValueError: Its properties are damaged.
    """
    if _PART not in part_names(archive) or archive.getinfo(_PART).file_size > _LARGEST:
        return ""
    try:
        root = fromstring(archive.read(_PART))  # noqa: S314 - expat stops what would expand
    except ParseError as error:
        raise ValueError(f"{_PART} is no XML: {error}") from error
    for own in root:
        text = "".join(own.itertext()).strip()
        if own.get("name") == CONTENT and _HASH.fullmatch(text):
            return text
    return ""

"""What links open, however a program has written them.

Programs decode what is encoded in an address, or encode it once more; they aim a path anew from the
folder in which they save; they put a passage into the address or beside it.
"""

import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

_INTERNAL = "internal:"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)  # of one letter it is a drive's
_FOLDERS = re.compile(r".*[/\\]")


def link_target(link: str, sheets: Mapping[str, str]) -> str:
    """What a link opens, the same for all ways to write it.

    Of a file on a disk it is its name, and the passage in it.

    Args:
        link: As a layout, or a workbook, has it.
        sheets: The names of sheets that are called otherwise now, by what they are called.
    """
    link = link.removeprefix("external:")
    if link.startswith(("#", _INTERNAL)):
        return _INTERNAL + _cell(link.removeprefix(_INTERNAL).removeprefix("#"), sheets)
    address, mark, passage = _decoded(link).partition("#")
    if not _SCHEME.match(address) or address.lower().startswith("file:"):
        return _FOLDERS.sub("", address) + mark + passage
    try:
        parts = urlsplit(address)
    except ValueError:  # no address that could be taken apart
        return address + mark + passage
    query = f"?{parts.query}" if parts.query else ""
    host = f"{parts.scheme.lower()}://{parts.netloc.lower()}" if parts.netloc else parts.scheme
    return f"{host}{parts.path or '/'}{query}{mark}{passage}"


def _decoded(link: str) -> str:
    """A link without percent-encoding, however often it is encoded."""
    while (decoded := unquote(link)) != link:
        link = decoded
    return link


def _cell(location: str, sheets: Mapping[str, str]) -> str:
    """`'Tmall Genie'!$A$1` as `Tmall Genie!A1`, by what the sheet should be called."""
    sheet, mark, cell = location.rpartition("!")
    name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    return sheets.get(name, name) + mark + cell.replace("$", "").upper()

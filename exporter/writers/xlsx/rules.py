"""What makes a single text, formula, number or link one that Excel cannot hold.

Limits are those of Microsoft's page "Excel specifications and limits".
"""

import re

_CELL, _FORMULA, _URL = 32_767, 8192, 2079

# XML 1.0 (2.2) has no place for these, and Excel shows none of them; tab and line ends are fine.
# A carriage return is fine in cells alone, where it is written by its number.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCHEMES = ("http://", "https://", "ftp://", "mailto:", "internal:", "external:")
# RFC 3986: these are percent-encoded in an address; left bare, Excel offers to repair the file.
_BARE = re.compile(r"[\x00-\x20\"<>\[\]\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")
_CONTROL_OR_RETURN = re.compile(f"{_CONTROL.pattern}|\r")

Fault = tuple[str, str]


def text_fault(text: str) -> Fault | None:
    """What is wrong with the text of a cell, and what would be right."""
    return find_control(text) or too_long("text", text, _CELL)


def formula_fault(formula: str) -> Fault | None:
    """What is wrong with a formula."""
    if not formula.startswith("=") or len(formula) == 1:
        return f"the formula {formula!r} does not begin with =", "begin it with ="
    return find_control(formula) or too_long("formula", formula, _FORMULA)


def number_fault(number: float) -> Fault:
    """What is wrong with a number that is not finite."""
    return f"the number is {number}", "Excel holds finite numbers alone; leave the cell blank"


def link_fault(link: str, places: frozenset[str]) -> Fault | None:
    """What is wrong with a link; `places` are the sheets and, in lower case, names of the book."""
    if link.startswith("internal:"):
        return _inner_fault(link.removeprefix("internal:"), places)
    address, _, passage = link.removeprefix("external:").partition("#")
    if ":" in address and not link.startswith(_SCHEMES):
        return (
            f"the link {link!r} has no known scheme",
            "use https, http, ftp, mailto, or a path beside the workbook",
        )
    if not address:
        return f"the link {link!r} has no address", "name what it opens"
    if match := _BARE.search(address + passage):
        return f"the link {link!r} has a bare {match[0]!r}", "percent-encode it"
    return too_long("link", address, _URL) or too_long("link", passage, _URL)


def find_control(text: str, *, in_cell: bool = True) -> Fault | None:
    """A character that a text in XML cannot have."""
    if match := (_CONTROL if in_cell else _CONTROL_OR_RETURN).search(text):
        wrong = f"the text has the character U+{ord(match[0]):04X}, which cannot be written"
        return wrong, "leave it out; line ends are U+000A"
    return None


def too_long(what: str, text: str, limit: int) -> Fault | None:
    """A text above `limit` UTF-16 units, which is how Excel counts: most emoji are two."""
    if len(text) <= limit // 2:
        return None
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    if length <= limit:
        return None
    return f"the {what} has {length:,} characters", f"Excel holds at most {limit:,}; shorten it"


def _inner_fault(place: str, places: frozenset[str]) -> Fault | None:
    if "!" in place:
        sheet = place.rpartition("!")[0]
        name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    else:
        name = place.casefold()
    if name in places:
        return find_control(place)
    return f"the link to {place!r} leads nowhere", "name a sheet, a table or a range of the book"

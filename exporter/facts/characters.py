r"""Characters that no text may hold.

What neither XML nor HTML has a place for: control characters but tab and line end, and the code
points that Unicode keeps from being characters. A text that has U+0080 to U+009F was mostly made
with Windows-1252 and read as Latin-1, which makes `\x92` of an apostrophe.

Source: XML 1.0, 2.2; HTML, 13.2.3.5 (preprocessing the input stream); Unicode 15, 23.7.
"""

import re
import unicodedata

from exporter.errors import Fault, character_name

_NONCHARACTERS = tuple(f"{plane:X}{last}" for plane in range(17) for last in ("FFFE", "FFFF"))
# In the spelling of RE2, which searches columns, and in that of Python.
REFUSED = (
    r"[\x00-\x08\x0B-\x1F\x7F-\x{9F}\x{FDD0}-\x{FDEF}"
    + "".join(f"\\x{{{code}}}" for code in _NONCHARACTERS)
    + "]"
)
_REFUSED = re.compile(
    re.sub(r"\\x\{([0-9A-F]+)\}", lambda code: f"\\U{int(code[1], 16):08X}", REFUSED)
)


def refused_character(text: str) -> Fault | None:
    """The first character that a text may not hold; None where there is none."""
    match = _REFUSED.search(text)
    if match is None:
        return None
    code = ord(match[0])
    if unicodedata.category(match[0]) != "Cc":
        return Fault(f"holds U+{code:04X}, which is no character", "delete it")
    meant = bytes([code]).decode("cp1252", "ignore") if code > 0x7F else ""
    right = f"write {character_name(meant)}, or delete it" if meant else "delete it"
    return Fault(f"holds a control character (U+{code:04X})", right)

"""The text of a page from its bytes: by its byte order mark, by what it says, or as it must be.

What can be read as UTF-8 is UTF-8, whatever the page says: a browser that saves a page writes it
anew, and leaves what it says of itself as it was.

Source: WHATWG, HTML, 13.2.3.2 (determining the character encoding), and Encoding Standard, 4.2.
"""

import codecs
import re

from exporter.facts.flat.likeness import CANDIDATES, Text, likely
from exporter.inputs.opened import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAID = re.compile(rb"""<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SAID_IN_XML = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_HEAD = 4_096  # bytes in which a page says it; browsers look at 1,024
# What browsers take a name for, where Python takes it for less.
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "iso8859-9": "cp1254",
    "tis-620": "cp874", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
_TELLING = 1 << 14  # bytes
_WORDS = re.compile(rb"[^<>\r\n]*[\x80-\xff][^<>\r\n]*")


def page_text(data: bytes) -> str:
    """A page as a text.

    Raises:
        InputError: Nobody can tell its encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    said = _said(data[:_HEAD])
    if said != "iso2022_jp":  # which is ASCII by its bytes
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    # A browser shows a page with a few broken bytes, too.
    return data.decode(said or _likely(data), "replace")


def _said(head: bytes) -> str:
    """The encoding that a page names; "" where it names none that is known."""
    match = _SAID_IN_XML.match(head) or _SAID.search(head)
    if match is None:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    return _MEANT.get(name, name)


def _likely(data: bytes) -> str:
    telling = b"\n".join(_WORDS.findall(data[: 1 << 20]))[:_TELLING]
    found: dict[str, list[str]] = {}
    for encoding in CANDIDATES:
        try:
            found.setdefault(telling.decode(encoding), []).append(encoding)
        except UnicodeDecodeError:
            continue
    texts = likely(telling, [Text(text, tuple(names)) for text, names in found.items()])
    if len(texts) == 1:
        return texts[0].encodings[0]
    maybe = " or ".join(text.encodings[0] for text in texts)
    wrong = "the page does not say its encoding" + (f", which may be {maybe}" if maybe else "")
    raise InputError(wrong, "save it as UTF-8")

"""Texts whose letters were lost or misread on their way: GrÃ¶ÃŸe, M?nchen, U+FFFD.

What nobody means is an error; what may be meant, a doubt.
"""

from html import unescape

import pyarrow as pa

from exporter.engine.arrow import has_byte, text_bytes
from exporter.engine.regex import regex
from exporter.errors import Fault, character_name
from exporter.facts.misread import MAY_BE_MISREAD, is_in_pieces, turned_back
from exporter.facts.misread_bytes import MAY_BE_BYTES, read_anew

_LONGEST = 60  # characters of a text in a message
# UTF-8's sign for a lost letter, misread in its turn: as GB18030, as Windows-1252.
_LOST = ("\ufffd", "锟斤拷", "ï¿½")
_QUESTIONS = regex(r"(?<!\?)\?{2,}(?![?!])|(?<=[^\W\d_])\?(?=[^\W\d_])(?![\w.-]*=)")
_ENTITY = regex(r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});")
_PRIVATE = regex("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


# In the spelling of RE2, so that columns are looked through fast.
MAY_BE_GARBLED = rf"\x{{FFFD}}|锟斤拷|{MAY_BE_MISREAD}|{MAY_BE_BYTES}"
MAY_BE_DOUBTFUL = (
    r"\?\?|\pL\?\pL|&[#a-zA-Z][0-9a-zA-Z]{1,8};|[\x{E000}-\x{F8FF}\x{F0000}-\x{10FFFD}]"
)


def may_any_be_garbled(texts: pa.Array) -> bool:
    """Whether any text of a column may be such; by the bytes of all of them."""
    content = text_bytes(texts)
    return bool(len(content)) and bool(content.max() >= 0x80)


def may_any_be_doubtful(texts: pa.Array) -> bool:
    """The same of what may be meant; U+E000 is EE 80 80, and U+F0000 F3 B0 80 80."""
    content = text_bytes(texts)
    return any(has_byte(content, byte) for byte in (*b"?&", 0xEE, 0xEF, 0xF3, 0xF4))


def garbled_fault(text: str) -> Fault | None:
    """What nobody means in a text: letters that were lost, or misread; None where there is none."""
    if any(sign in text for sign in _LOST):
        wrong = "has U+FFFD in it, which stands for a letter that was lost"
        return Fault(wrong, "write the letter, or export the text anew, as UTF-8")
    meant, name = turned_back(text)
    if not name:
        return _bytes_fault(text)
    wrong = f"has “{_short(text)}”, which is UTF-8 read as {name}"
    if is_in_pieces(meant):
        return Fault(f"{wrong}, and not all of it", "export the text anew, as UTF-8")
    return Fault(wrong, f"write “{_short(meant)}”, or export the text anew, as UTF-8")


def _bytes_fault(text: str) -> Fault | None:
    meant, name = read_anew(text)
    if not name:
        return None
    wrong = f"has “{_short(text)}”, which is {name}, or the like of it, read as Windows-1252"
    return Fault(wrong, f"export the text anew, as UTF-8; in {name} it says “{_short(meant)}”")


def doubtful_fault(text: str) -> Fault | None:
    """What in a text was likely something else; None where there is nothing such."""
    if match := _QUESTIONS.search(text):
        wrong = f"has {match[0]} in “{_short(text)}”, as texts have whose letters were lost"
        return Fault(
            wrong, "write the letters, and export the text as UTF-8, unless it is a question"
        )
    if (match := _ENTITY.search(text)) and not (sign := unescape(match[0])).endswith(";"):
        wrong = f"has {match[0]}, which is HTML's way to write {character_name(sign[0])}"
        return Fault(wrong, f"write “{_short(unescape(text))}”, unless it is meant so")
    if match := _PRIVATE.search(text):
        wrong = f"has U+{ord(match[0]):04X}, which each font draws as it likes"
        return Fault(wrong, "write the sign that is meant, such as •, or delete it")
    return None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

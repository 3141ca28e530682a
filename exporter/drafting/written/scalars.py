"""Texts as YAML has them, in quotation marks where they would be taken for something else."""

import re

from exporter.engine.regex import regex

# What a text without quotation marks may not hold, by itself and between braces.
_ESCAPED = regex('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_MARKED = regex(r"[-?:,\[\]{}#&*!|>'\"%@`=~<\s]|.*(?::(?:\s|$)|\s#)|[0-9.,:/ +-]+$", re.DOTALL)
_BREAKS = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MARKED_IN_BRACES = regex(r".*[,\[\]{}?]", re.DOTALL)  # PyYAML ends plain text at ?
_AS_NUMBER = regex(r"[0-9][0-9a-zA-Z_.:-]*")
_WORDS = frozenset(
    "y n yes no true false on off null".split()
)  # fmt: skip


def scalar(text: str, *, in_braces: bool = True) -> str:
    """A text as YAML has it, in quotation marks where it would be taken for something else."""
    is_marked = not text or text.endswith(" ") or _MARKED.match(text) or _BREAKS.search(text)
    in_parts = in_braces and _MARKED_IN_BRACES.match(text) is not None
    if (
        not is_marked
        and not in_parts
        and text.lower() not in _WORDS
        and not _AS_NUMBER.fullmatch(text)
    ):
        return text
    return in_quotation_marks(text)


def in_quotation_marks(text: str) -> str:
    """A text between quotation marks, on one line whatever it holds."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(sign: re.Match[str]) -> str:
    plain = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
    return plain.get(sign[0]) or f"\\u{ord(sign[0]):04x}"

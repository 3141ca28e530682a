"""Words and signs that stand where nothing is known: -, n/a, NULL, 暂无, TRUE.

A table that is filled by programs has them in cells that a person would leave empty, and none is a
figure. What nobody means is refused; a word that may be meant, such as None or 未披露, is told as a
doubt. Each stays right where its quote says it, or `unit: text` does.
"""

import re

from exporter.engine.regex import regex
from exporter.errors import Fault

_SIGNS = r"[-–—―−‐‑ー－﹣_＿.…⋯?？/／\\~～〜·][-–—―−‐‑ー－﹣_＿.…⋯?？/／\\~～〜· ]{0,7}"
_BLANKS = (  # of spreadsheets and databases in their languages; ask for nothing more
    r"[(<\[]?n\s?/\s?[av][)>\]]?", r"n\.\s?[avd]\.?", "n/d", "k[.] ?a[.]?", r"s[./]\s?o\.?",
    r"[(<\[]?null[)>\]]?", "<na>", r"[+-]?nan", "nat", r"\\n", "undefined",
)  # fmt: skip
_BOOLEANS = (  # as Excel writes them
    "true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero", "waar",
    "onwaar", "prawda", "fałsz", "истина", "ложь", "sant", "falskt",
)  # fmt: skip
_WORDS = (
    "none", "nil", "na", "nd", "nc", "tbd", "tba", "tbc", "unknown", "not available",
    "not applicable", "not disclosed", "not meaningful", "not reported", r"n[.] ?m[.]?", "missing",
    r"[(]blank[)]", "keine", "keine angabe", "entfällt", "aucune?", "néant",
    "non disponible",
    "无", "無", "暂无", "暫無", "没有", "不适用", "不適用", "未披露", "未公布", "不详", "未知",
    "待定", "空", "なし", "無し", "未定", "不明", "該当なし", "없음", "미정",
)  # fmt: skip


def _whole(*patterns: str) -> str:
    return rf"(?i)^\s*(?:{'|'.join(patterns)})\s*$"


# In a spelling that RE2 reads, too.
NOTHING = _whole(_SIGNS, *_BLANKS, *_BOOLEANS)
NOTHING_OR_WORD = _whole(_SIGNS, *_BLANKS, *_BOOLEANS, *_WORDS)
_IS_ANY = regex(NOTHING_OR_WORD)
_IS_BOOLEAN = regex(_whole(*_BOOLEANS))
OUTRIGHT = "if the source says so, quote it, or write `unit: text`"


def is_placeholder(text: str) -> bool:
    """Whether a text is what stands where nothing is known, or may be."""
    return _IS_ANY.match(text) is not None


def placeholder_fault(text: str) -> Fault:
    """What to say of a value that is a placeholder."""
    text = text.strip()
    if _IS_BOOLEAN.match(text):
        wrong = f"the value is {text}, which is no figure"
        return Fault(wrong, f"write a number, a date or a text that says it; {OUTRIGHT}")
    wrong = f"the value is {text!r}, which stands for nothing"
    return Fault(wrong, f"write the figure, or leave the fact out; {OUTRIGHT}")


def empty_or(text: str, right: str, meant: str = "") -> str:
    """What is right for a cell of known words: nothing, where a placeholder stands in it.

    Args:
        text: What stands there.
        right: What is right for any other word.
        meant: What an empty cell means.
    """
    means = f", which means {meant}" if meant else ""
    return f"leave it empty{means}, or {right}" if is_placeholder(text) else right


def is_stated(text: str, quote: str) -> bool:
    """Whether a quote says a placeholder: a word by itself, a sign at its end."""
    text = text.strip()
    if any(map(str.isalnum, text)):
        word = rf"(?<![a-z0-9]){re.escape(text.casefold())}(?![a-z0-9])"
        return re.search(word, quote.casefold()) is not None
    return re.search(rf"(?:^|[\s:：|]){re.escape(text)}\s*$", quote) is not None

"""Words and signs that stand where nothing is known: -, n/a, NULL, 暂无, TRUE.

A table that is filled by programs has them in cells that a person would leave empty, and none is a
figure. What nobody means is refused; a word that may be meant, such as None or 未披露, is told as a
doubt. Each stays right where its quote says it, or `unit: text` does.
"""

import re
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault

_SIGNS = r"[-–—―−‐‑ー_.…⋯?？/\\~～〜·][-–—―−‐‑ー_.…⋯?？/\\~～〜· ]{0,7}"
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
    "not applicable", "not disclosed", "keine", "keine angabe", "entfällt", "aucune?", "néant",
    "non disponible",
    "无", "無", "暂无", "暫無", "没有", "不适用", "不適用", "未披露", "未公布", "不详", "未知",
    "待定", "空", "なし", "無し", "未定", "不明", "該当なし", "없음", "미정",
)  # fmt: skip


def _whole(*patterns: str) -> str:
    return rf"(?i)^\s*(?:{'|'.join(patterns)})\s*$"


_NOTHING = _whole(_SIGNS, *_BLANKS, *_BOOLEANS)
_ANY = _whole(_SIGNS, *_BLANKS, *_BOOLEANS, *_WORDS)
_IS_ANY = re.compile(_ANY)
_IS_BOOLEAN = re.compile(_whole(*_BOOLEANS))
# Where words are meant, in both languages, and what is right there.
_OTHER_TEXTS = (
    ("metric", "metric.en", "metric.zh", "name what is meant"),
    ("attribution", "attribution.en", "attribution.zh", "leave it empty"),
    ("quote_en", "quote_en", "quote_en", "leave it empty"),
    ("quote_zh", "quote_zh", "quote_zh", "leave it empty"),
)
_OUTRIGHT = "if the source says so, quote it, or write `unit: text`"


def is_placeholder(text: str) -> bool:
    """Whether a text is what stands where nothing is known, or may be."""
    return _IS_ANY.match(text) is not None


def unsaid(table: pa.Table) -> pa.ChunkedArray:
    """In which rows a value is a placeholder, and a figure or nothing is meant.

    Args:
        table: As for `rules.rules`.
    """
    nothing, any_ = (_in_both(table, pattern) for pattern in (_NOTHING, _ANY))
    broken = pc.or_(nothing, pc.and_(any_, pc.is_valid(table["dimension"])))
    broken = pc.and_not(broken, pc.fill_null(pc.equal(table["dimension"], "text"), False))
    if not pc.any(broken).as_py():
        return broken
    rows = zip(*(table[name].to_pylist() for name in ("text.en", "quote")), broken, strict=True)
    kept = [asked.as_py() and not is_stated(text, quote or "") for text, quote, asked in rows]
    return pa.chunked_array([pa.array(kept, pa.bool_())])


def unsaid_fault(text: str) -> Fault:
    """What to say of a value that is a placeholder."""
    text = text.strip()
    if _IS_BOOLEAN.match(text):
        wrong = f"the value is {text}, which is no figure"
        return Fault(wrong, f"write a number, a date or a text that says it; {_OUTRIGHT}")
    wrong = f"the value is {text!r}, which stands for nothing"
    return Fault(wrong, f"write the figure, or leave the fact out; {_OUTRIGHT}")


def empty_or(text: str, right: str, meant: str = "") -> str:
    """What is right for a cell of known words: nothing, where a placeholder stands in it.

    Args:
        text: What stands there.
        right: What is right for any other word.
        meant: What an empty cell means.
    """
    means = f", which means {meant}" if meant else ""
    return f"leave it empty{means}, or {right}" if is_placeholder(text) else right


def doubtful_placeholders(facts: pa.Table) -> Iterator[tuple[int, str, Fault]]:
    """Texts of FACTS that may be placeholders: the row, the field, and what to say.

    A text that is another one in each language is meant, and so is a value that its quote says.
    """
    for row in _rows(_in_both(facts, _ANY)):
        text, unit, quote = (facts[name][row].as_py() for name in ("text.en", "unit", "quote"))
        if unit != "text" and not is_stated(text, quote):
            yield row, "value", _doubt(text, f"leave the fact out; {_OUTRIGHT}")
    for field, en, zh, right in _OTHER_TEXTS:
        for row in _rows(_in_both(facts, _ANY, en, zh)):
            text = facts[en][row].as_py()
            yield row, field, _doubt(text, f"{right}, unless this is what is meant")


def _doubt(text: str, right: str) -> Fault:
    return Fault(f"is {text.strip()!r}, which mostly stands for nothing", right)


def _in_both(
    table: pa.Table, pattern: str, en: str = "text.en", zh: str = "text.zh"
) -> pa.ChunkedArray:
    """In which rows both languages are alike placeholders; a pair that differs is meant."""
    found = pc.and_(*(pc.match_substring_regex(table[name], pattern) for name in (en, zh)))
    return pc.fill_null(pc.and_(found, pc.equal(table[en], table[zh])), False)


def _rows(mask: pa.ChunkedArray) -> list[int]:
    rows: list[int] = pc.indices_nonzero(mask).to_pylist()
    return rows


def is_stated(text: str, quote: str) -> bool:
    """Whether a quote says a placeholder: a word by itself, a sign at its end."""
    text = text.strip()
    if any(map(str.isalnum, text)):
        word = rf"(?<![a-z0-9]){re.escape(text.casefold())}(?![a-z0-9])"
        return re.search(word, quote.casefold()) is not None
    return re.search(rf"(?:^|[\s:：|]){re.escape(text)}\s*$", quote) is not None

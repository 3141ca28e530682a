"""Values of a table that stand for nothing, texts that may, and those that may be dates."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault
from exporter.facts.near_forms import near_period
from exporter.facts.placeholders import NOTHING, NOTHING_OR_WORD, OUTRIGHT, is_stated

# Where words are meant, in both languages, and what is right there.
_OTHER_TEXTS = (
    ("metric", "metric.en", "metric.zh", "name what is meant"),
    ("attribution", "attribution.en", "attribution.zh", "leave it empty"),
    ("note", "note.en", "note.zh", "leave it empty"),
    ("quote_en", "quote_en", "quote_en", "leave it empty"),
    ("quote_zh", "quote_zh", "quote_zh", "leave it empty"),
)

_MAY_BE_A_DATE = r"^.{0,20}[0-9]{2}.{0,10}$"


def unsaid(table: pa.Table) -> pa.ChunkedArray:
    """In which rows a value is a placeholder, and a figure or nothing is meant.

    Args:
        table: As for `rules.rules`.
    """
    nothing, any_ = (_in_both(table, pattern) for pattern in (NOTHING, NOTHING_OR_WORD))
    broken = pc.or_(nothing, pc.and_(any_, pc.is_valid(table["dimension"])))
    broken = pc.and_not(broken, pc.fill_null(pc.equal(table["dimension"], "text"), False))
    if not pc.any(broken).as_py():
        return broken
    rows = zip(*(table[name].to_pylist() for name in ("text.en", "quote")), broken, strict=True)
    kept = [asked.as_py() and not is_stated(text, quote or "") for text, quote, asked in rows]
    return pa.chunked_array([pa.array(kept, pa.bool_())])


def doubtful_placeholders(facts: pa.Table) -> Iterator[tuple[int, str, Fault]]:
    """Texts of FACTS that may be placeholders: the row, the field, and what to say.

    A text that is another one in each language is meant, and so is a value that its quote says.
    """
    for row in _rows(_in_both(facts, NOTHING_OR_WORD)):
        text, unit, quote = (facts[name][row].as_py() for name in ("text.en", "unit", "quote"))
        if unit != "text" and not is_stated(text, quote):
            yield row, "value", _doubt(text, f"leave the fact out; {OUTRIGHT}")
    for field, en, zh, right in _OTHER_TEXTS:
        for row in _rows(_in_both(facts, NOTHING_OR_WORD, en, zh)):
            text = facts[en][row].as_py()
            yield row, field, _doubt(text, f"{right}, unless this is what is meant")


def doubtful_dates(facts: pa.Table) -> Iterator[tuple[int, str, Fault]]:
    """Text values of FACTS that may be dates, such as Dez 25, and stand in no quote so."""
    for row in _rows(_in_both(facts, _MAY_BE_A_DATE)):
        text, unit, quote = (facts[name][row].as_py() for name in ("text.en", "unit", "quote"))
        if unit == "text" or is_stated(text, quote):
            continue
        if period := near_period(text):
            wrong = f"is {text.strip()!r}, a text that may be meant for a date"
            right = f"write {period} with `unit: date`; {OUTRIGHT}"
            yield row, "value", Fault(wrong, right)


def _doubt(text: str, right: str) -> Fault:
    return Fault(f"is {text.strip()!r}, which mostly stands for nothing", right)


def _in_both(
    table: pa.Table, pattern: str, en: str = "text.en", zh: str = "text.zh"
) -> pa.ChunkedArray:
    """In which rows both languages are alike placeholders; a pair that differs is meant."""
    alike = pc.fill_null(pc.equal(table[en], table[zh]), False)
    if not pc.any(alike).as_py():  # asked first: the pattern takes longer to compile than to match
        return alike
    return pc.and_(alike, pc.fill_null(pc.match_substring_regex(table[en], pattern), False))


def _rows(mask: pa.ChunkedArray) -> list[int]:
    rows: list[int] = pc.indices_nonzero(mask).to_pylist()
    return rows

"""Lines of units under the heads of a table: £m £m %, 万元 万元 %; 2026 £m 2025 £m change %.

Each unit is that of its own column; a caption for all is only what every one of them says.
"""

from functools import lru_cache

from exporter.engine.regex import regex
from exporter.evidence.reading.known_heads import SHARE_EN, SHARE_ZH, heads_with_words
from exporter.evidence.reading.table_units import TableUnit, table_unit

_LONGEST = 160  # characters of such a line
_SIZES = r"(?:thousand|million|billion|trillion|'?000|mn|mm?|bn|tn)"
# A unit is a word, or two with a size: $ million, thousand tonnes.
_WORDS = regex(
    rf"\(?(?:(?:[a-z]{{0,3}}[$€£¥₩₹]|[a-z]{{3}}) ?{_SIZES}s?|{_SIZES} [a-z³²]+"
    r"|per cent)\)?(?=\s|$)|\S+"
)
_SIGN = regex(r"\((?:[a-z]{0,3}[$€£¥₩₹]|%)\)")  # a row of stray signs looks the same
_IN_PERCENT = regex(r"%|per ?cent")
_OF_SHARES = regex(rf"{SHARE_EN}|{SHARE_ZH}")
_HEAD = regex(r"[0-9]{4}|[a-z\u4e00-\u9fff]|%")  # 90 by itself is a figure
_DIGIT = regex("[0-9]")


def is_unit(said: str) -> bool:
    """Whether words, in small letters, folded, are a unit and nothing else."""
    return bool(_unit(said.strip()))


def without_unit(head: str) -> str:
    """The head of a column, in small letters, folded, without the unit behind it: 2026 £m."""
    words = list(_WORDS.finditer(head))
    return head[: words[-1].start()].rstrip() if words and is_unit(words[-1][0]) else head


@lru_cache(maxsize=1024)
def units_of_line(passage: str) -> tuple[str, ...]:
    """The units that a line says for its columns, each in brackets: (£m); () for another line.

    Args:
        passage: In small letters, folded.
    """
    passage = passage.strip()
    if len(passage) > _LONGEST:
        return ()
    units = _units_alone(passage) or _units_under_heads(passage)
    is_one = len(units) > 1 and not all(map(_SIGN.fullmatch, units))
    return units if is_one else ()


def unit_of_all(units: tuple[str, ...]) -> TableUnit | None:
    """The unit that all columns of such a line have; None where they differ."""
    return table_unit(units[0], in_brackets=True) if len(set(units)) == 1 else None


def _units_alone(passage: str) -> tuple[str, ...]:
    units = [_unit(said[0].strip()) for said in _WORDS.finditer(passage)]
    return tuple(units) if all(units) else ()


def _units_under_heads(passage: str) -> tuple[str, ...]:
    """The units of heads that each have one: 2026 £m 2025 £m change %."""
    found: list[str] = []
    for head, words in heads_with_words(passage):
        if not head and not _DIGIT.search(words):
            continue  # over the heads of rows
        is_rate = bool(head) and (_IN_PERCENT.search(head) or _OF_SHARES.match(head)) is not None
        unit = "(%)" if is_rate and not words else _unit(words)
        if not _HEAD.search(head) or not unit:
            return ()
        found.append(unit)
    return tuple(found)


@lru_cache(maxsize=4096)  # the same heads stand over many columns
def _unit(said: str) -> str:
    """A unit as the head of a column has it; "" for other words."""
    bare = said.removeprefix("(").removesuffix(")")
    if "(" in bare or not _WORDS.fullmatch(said) or not _MAY_BE.search(bare) or bare in _OF_DATES:
        return ""
    unit = f"({bare})"
    return unit if table_unit(unit, in_brackets=True) else ""


_OF_DATES = {"年", "月", "日", "天"}
_MAY_BE = regex(r"[^\d\W]|[%$€£¥₩₹]")  # 000 by itself is a figure

"""What a table's figures measure: the heads of row, section and column, as a metric is named."""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from exporter.drafting.tables.columns import Column, is_sequential
from exporter.drafting.tables.heads import named_by_title
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.measures import (
    basis_of_change,
    basis_of_section,
    is_all,
    names_measure,
)
from exporter.drafting.tables.of_row_above import margin_above, part_of_above, relation_to_above
from exporter.drafting.tables.parts import as_written, measure_above, of_part
from exporter.drafting.tables.period_words import PERIOD_LABEL
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.drafting.tables.schedules import falling_due, is_rest
from exporter.drafting.tables.summed import is_part, measure_below
from exporter.engine.regex import regex
from exporter.evidence.reading.unit_lines import without_unit
from exporter.facts.folding import fold, lower
from exporter.facts.units import POINTS, RATIO, Unit
from exporter.facts.words import Lang

# Heads that say nothing without that of their section.
_GENERIC = (
    "basic diluted other total subtotal domestic international current non-current noncurrent "
    "deferred federal state foreign u.s. low high minimum maximum average beginning ending net "
    "continuing discontinued 基本 稀释 其他 其它 合计 小计 总计 境内 境外 国内 国外"
)
_UNSAID = frozenset(_GENERIC.split())
PER_SHARE = regex(r"per (?:[a-z]+ ){0,2}(?:share|unit|ads)|每股|eps")
OF_SHARES = regex(rf"{PER_SHARE.pattern}|(?<![a-z])shares|股数")
_GROWS = regex(r"growth|change|increase|decrease|增长|增减|同比|变动|增幅", re.IGNORECASE)
_HAN = regex("[\u4e00-\u9fff]{2,8}")
_NAMED = 60  # characters of the label that a column adds to a metric
_WORD = regex(r"\w|[%&]")
_BEGINS_SMALL = regex("[a-z]")


class RowName(NamedTuple):
    """What a row's figures measure.

    Attributes:
        kept: The lines above that say so.
        doubt: Why a person should look at it.
        part: The head of a row that names no measure, but a part of what its column says; "" for
            the whole.
        is_part: Whether it is such a one.
    """

    metric: str
    kept: tuple[Line, ...] = ()
    doubt: str = ""
    part: str = ""
    is_part: bool = False


def metric_of_row(
    row: Row, rows: Sequence[Row], repeated: Container[str], owned: str | None = None
) -> RowName:
    """What a row's figures measure, the heads of sections that say so, and a doubt.

    Args:
        row: The row.
        rows: Those of its table.
        repeated: Heads that several rows of its table have, in small letters.
        owned: What its head says behind the name of an entity; None where it names none.
    """
    words = plain_head(row.line.words)
    sections = _wrapped(row.sections)
    if sections and not PERIOD_LABEL.sub("", lower(fold(sections[-1].text))).strip():
        sections = ()  # a year alone
    above = plain_head(" ".join(line.text.replace("\t", " ") for line in sections))
    said = lower(fold(words))
    if not words or _DUE.fullmatch(said):
        due = "" if above else falling_due(row, rows)
        if due:
            return RowName(due, (), "", "thereafter" if is_rest(row) else "")
        return _without_words(words, row, sections, above)
    if above and row.is_first and _BEGINS_SMALL.match(words) and not _is_head(sections[-1]):
        return RowName(f"{above} {words}", sections)
    if basis := basis_of_section(above, words):
        told = f"{basis} {_small_first(words)}"
        return RowName(told[:1].upper() + told[1:], sections)
    related = _relation(words, row, rows, repeated)
    if named := related or _of_measure(words, row, rows, sections, owned):
        return named
    is_of_shares = _is_of_shares(row, lower(fold(above)), said)
    is_repeated = said in repeated and (row.is_first or not OF_SHARES.search(lower(fold(above))))
    if above and (said in _UNSAID or is_of_shares or is_repeated):
        return RowName(f"{above}, {_small(words)}", sections)
    if names_measure(words):
        return RowName(words)
    doubt = _UNSAID_OF_ENTITY if owned == "" else ""
    return RowName(words, (), doubt, "" if owned is not None else _small(words), is_part=True)


_UNSAID_OF_ENTITY = "its row says whose it is, and nothing says what is measured"


def _without_words(words: str, row: Row, sections: tuple[Line, ...], above: str) -> RowName:
    """What a row measures whose head is left out, or a year."""
    title = named_by_title(row.heads.titles[-1].text) if row.heads.titles else ""
    kept = sections if above else ()
    if words:
        return RowName(above or title or words, kept, "its row has a year for a head")
    if row.is_first or above:
        doubt = "" if row.is_first else "its row has no head: named by the section"
        return RowName(above, sections, doubt)
    return RowName(title, (), "its row has no head: named by the table")


def _of_measure(
    words: str, row: Row, rows: Sequence[Row], sections: tuple[Line, ...], owned: str | None
) -> RowName | None:
    """What a row measures by what stands above it, or beside an entity's name; None if by itself.

    Flow Control under Adjusted operating profit; Flow Control revenue; % of sales.
    """
    if margin := margin_above(words, row):
        return RowName(margin)
    whole, told = part_of_above(row)
    if whole:
        return RowName(whole, (), "", _small(told))
    if owned and names_measure(owned):
        return RowName(owned[:1].upper() + owned[1:])
    if names_measure(words) and not owned and not is_part(words):
        return None
    measure, kept = measure_above(row, sections, rows)
    if names_measure(words) and not owned and not _has_decimals(row):
        measure, kept = "", ()  # Stores 62, which may well count them
    part = _small(words) if owned is None else owned
    measure = measure or ("" if owned else measure_below(row, rows))
    return RowName(measure, kept, "", part) if measure else None


def _relation(
    words: str, row: Row, rows: Sequence[Row], repeated: Container[str]
) -> RowName | None:
    """What a row tells of the row above, as that is named: Sales, Europe, percentage of sales."""
    above, told = relation_to_above(words, row)
    if above is None:
        return None
    whole = metric_of_row(above, rows, repeated)
    named = whole.metric if whole.is_part else of_part(whole.metric, whole.part)
    return RowName(f"{named}, {_small(told)}", whole.kept) if named else None


def _has_decimals(row: Row) -> bool:
    return any("." in cell.number for cell in row.line.cells)


_DUE = regex(
    r"(?:(?:fiscal |fy\s?)?(?:19|20)[0-9]{2}|thereafter)"
    r"|(?:19|20)[0-9]{2} \(remain[^()]*\)|(?:remainder|rest) of (?:19|20)[0-9]{2}"
)
_FEW_WORDS = 3
_CENTS = regex(r"[0-9]+\.[0-9]{2,}")


def _is_of_shares(row: Row, above: str, said: str) -> bool:
    """Whether a row is still of a section of shares, or of what is per share."""
    if not OF_SHARES.search(above) or OF_SHARES.search(said):
        return False
    if any(cell.mark["unit"] == "%" or cell.mark["unit_in"] == "%" for cell in row.line.cells):
        return False
    numbers = [cell.number for cell in row.line.cells if cell.number]
    if "per " in above and any("," in number for number in numbers):
        return False
    return len(said.split()) <= _FEW_WORDS or all(map(_CENTS.fullmatch, numbers))


_GOES_ON = regex(r"(?:[,(]|\b(?:to|of|and|in|for|the|by|on|from|with|per|or))$", re.IGNORECASE)


def _wrapped(sections: tuple[Line, ...]) -> tuple[Line, ...]:
    """The last head of a section, with the lines before it that it goes on from."""
    first = len(sections) - 1
    while first > 0 and _GOES_ON.search(sections[first - 1].text.rstrip()):
        first -= 1
    return sections[max(first, 0) :]


def _is_head(line: Line) -> bool:
    return line.text.rstrip().endswith((":", "："))


def _small(words: str) -> str:
    """Words behind a comma: without the capital that only begins a sentence, Marine pumps."""
    if " " not in words and lower(fold(words)) not in _UNSAID:
        return words  # Europe, Security
    first, *others = words.split(" ")
    is_name = first[1:2].isupper() or "." in first or any(word[:1].isupper() for word in others)
    return words if is_name else words[:1].lower() + words[1:]


def _small_first(metric: str) -> str:
    return metric if metric[1:2].isupper() else metric[:1].lower() + metric[1:]


_NESTED = regex(r"\((?:[^()]|\([^()]*\))*\)")  # (restated (1))
_GUIDED = regex(
    r"(?:(?P<old>previous|prior|old|former|initial)|(?:new|updated|current|revised|raised))"
    r"(?: guidance| outlook| forecast)?|guidance|outlook|forecast"
)


# On which basis a column tells what all do: the sales of another are those reported.
_BASES = regex("adjusted|underlying|organic|like-for-like|headline|restated|comparable")


def with_column(metric: str, column: Column, unit: Unit, lang: Lang, lines: Sequence[Line]) -> str:
    """The metric with what its column says beside the period: growth, low, Non-GAAP."""
    if column.compares:
        own, leaf = basis_of_change(column.own), basis_of_change(column.leaf)
        basis = leaf if own is None else own  # beside a measure: Net income, Organic
        if _GROWS.search(metric):
            joint = " " if basis and basis.startswith("excluding") else ", "
            return f"{metric}{joint}{basis}" if basis else metric
        is_rate = unit.dimension == RATIO
        is_ring = is_sequential(f"{column.text} {column.own}")
        if basis:
            return _changed_on(basis, metric, "growth" if is_rate else "change")
        if lang == "zh":
            way = "环比" if is_ring else "同比"
            return f"{metric}{way}{'增长率' if is_rate else '变动'}"
        way = "sequential " if is_ring else ""
        return f"{metric} {way}{'growth' if is_rate else 'change'}"
    label = _label_of(column.own)
    is_said = is_all(label) or lower(fold(metric)).endswith(f", {label}")
    if not _WORD.search(label) or len(label) > _NAMED or unit.dimension == POINTS or is_said:
        return metric
    if _BASES.fullmatch(label) and label not in lower(metric):
        return f"{label[:1].upper()}{label[1:]} {_small_first(metric)}"
    written = as_written(label, lines)
    if written != label:
        return of_part(metric, _small(written))
    is_word = lang == "zh" and _HAN.fullmatch(label) and _HAN.fullmatch(metric)
    return f"{metric}{label}" if is_word else f"{metric}, {label}"


def _label_of(own: str) -> str:
    """What the head of a column says beside the period, in small letters: u.s., level 2, low."""
    if level := _LEVEL.search(own):
        return f"level {level[1]}"
    if _TOTAL_OF_LEVELS.search(own) or _LENGTH.fullmatch(own.strip()):
        return ""
    if due := _DUE_WITHIN.search(own):
        return due[0]
    label = _INITIALS.sub(lambda said: _dotless(said[0]), _NESTED.sub("", without_unit(own)))
    label = " ".join(PERIOD_LABEL.sub(" ", label).split()).replace(_DOT, ".")
    return _GUIDED.sub(lambda said: "previous guidance" if said["old"] else "", label).strip()


# Fair values: quoted prices in active markets (level 1).
_LEVEL = regex(r"(?<![a-z])level ([123])(?![0-9])")
_LENGTH = regex(r"(?:three|six|nine|twelve|[0-9]{1,2})[ -](?:months?|weeks?)")
_TOTAL_OF_LEVELS = regex(r"(?:quoted prices|observable|unobservable|inputs).* total$")
# Within which time sums fall due: less than 1 year, 1-3 years, after 5 years.
_A_FEW = r"(?:[0-9]{1,2}|one|two|three|four|five|ten)"
_DUE_WITHIN = regex(
    r"(?:(?:less|more) than |within |over |after |under |up to |beyond |through |<\s?|>\s?)"
    rf"{_A_FEW}(?:\s?(?:-|–|to|through)\s?{_A_FEW})? (?:years?|months)$|"
    rf"{_A_FEW}\s?(?:-|–|to|through)\s?{_A_FEW} years?$|^{_A_FEW} years?$"
)
_INITIALS = regex(r"(?<![a-z])(?:[a-z]\.){2,}")  # u.s.
_DOT = "ʘ"  # a letter, which stays where marks are taken out


def _dotless(initials: str) -> str:
    return initials.replace(".", _DOT)


def _changed_on(basis: str, metric: str, word: str) -> str:
    """A change on a basis: Organic sales growth, Sales growth excluding currency translation."""
    if basis.startswith("excluding "):
        return f"{metric} {word} {basis}"
    return f"{basis[:1].upper()}{basis[1:]} {_small_first(metric)} {word}"

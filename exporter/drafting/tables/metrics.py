"""What a table's figures measure: the heads of row, section and column, as a metric is named."""

import re
from collections.abc import Container

from exporter.drafting.tables.columns import Column, is_sequential
from exporter.drafting.tables.lines import Line, Row
from exporter.facts.folding import fold, lower
from exporter.facts.units import POINTS, RATIO, Unit
from exporter.facts.words import Lang

_NOTE = re.compile(
    r"\s*(?:[(\[（](?:[0-9]{1,2}|[a-z]|注\s?[0-9一二三四五六七八九十]*|[¹²³⁴-⁹]+)[)\]）]|[¹²³⁴-⁹①-⑳*†‡^]+)+(?=\s|$|[:,–-])"
)
_DOTS = re.compile(
    r"[\s.…·_]{3,}$|[\s:：,，$]+$|^(?:[一二三四五六七八九十]+、|其中[:：]|加[:：]|减[:：])\s*"
)
_UNIT_SAID = re.compile(
    r"\s*[(（](?:number|count|no\.|#|cents?|pence|p|x|times|days|people"
    r"|full[- ]time equivalents?|thousands?"
    r"|millions?|as at .{4,20}|[0-9]{1,2} (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)(?: [0-9]{4})?"
    r"|[百千万亿]*[家个人名辆台件套户吨座间店次倍天元款只股票艘架]"
    r"|[百千万亿]+(?:吨|千瓦时|平方米|千瓦|标箱|立方米|公里)|吉瓦时?|兆瓦时?|[MGk]Wh?)[)）]"
    r"|\s*[(（][^()（）]*(?:in (?:thousands|millions|billions)|[$€£¥]\s?[a-z]{0,8}|000s?"
    r"|[千百万亿]+元|元|%)[^()（）]*[)）]",
    re.IGNORECASE,
)
# Heads that say nothing without that of their section.
_GENERIC = (
    "basic diluted other total subtotal domestic international current non-current noncurrent "
    "deferred federal state foreign u.s. low high minimum maximum average beginning ending net "
    "continuing discontinued 基本 稀释 其他 其它 合计 小计 总计 境内 境外 国内 国外"
)
_UNSAID = frozenset(_GENERIC.split())
PER_SHARE = re.compile(r"per (?:[a-z]+ ){0,2}(?:share|unit|ads)|每股|eps")
OF_SHARES = re.compile(rf"{PER_SHARE.pattern}|(?<![a-z])shares|股数")
_GROWS = re.compile(r"growth|change|increase|decrease|增长|增减|同比|变动|增幅", re.IGNORECASE)
# What the head of a column says of the period, and what stands between its words.
_LABEL = re.compile(
    r"\([^()]*\)"
    r"|(?<![a-z])(?:(?:for the )?(?:three|six|nine|twelve|[0-9]{1,2})[ -](?:months?|weeks?)"
    r"|(?:fiscal )?(?:quarters?|years?|periods?)(?![a-z])|ended|ending|as of|as at|at|and for the"
    r"|for the|the|unaudited|audited|fiscal|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|first"
    r"|second|third|fourth|[qh][1-4]|[1-4][qh]|fy|in|vs)(?![a-z])\.?|[0-9][0-9,./-]*|[^\w%&-]+"
    r"|止?[一三六九]个月止?|止?十二个月止?|财政年度|财年|年|月|日|度|[第前]?[一二三四]?季|[上下]半|本期|本报告期|上期|上年|同期|末|初|余额|金额|发生额|期|报告|至"
    r"|截[至止]|单位|项目"
)
_HAN = re.compile("[\u4e00-\u9fff]{2,8}")
_NAMED = 60  # characters of the label that a column adds to a metric
_BEGINS_SMALL = re.compile("[a-z]")


def metric_of_row(row: Row, repeated: Container[str]) -> tuple[str, tuple[Line, ...], str]:
    """What a row's figures measure, the heads of sections that say so, and a doubt.

    Args:
        row: The row.
        repeated: Heads that several rows of its table have, in small letters.
    """
    words = plain_head(row.line.words)
    sections = _wrapped(row.sections)
    if sections and not _LABEL.sub("", lower(fold(sections[-1].text))).strip():
        sections = ()  # a year alone
    above = plain_head(" ".join(line.text.replace("\t", " ") for line in sections))
    if not words:
        if row.is_first:
            return above, sections, ""
        if above:
            return above, sections, "its row has no head: named by the section"
        title = row.heads.titles[-1].text if row.heads.titles else ""
        return plain_head(title), (), "its row has no head: named by the table"
    said = lower(fold(words))
    if _DUE.fullmatch(said):
        title = above or (plain_head(row.heads.titles[-1].text) if row.heads.titles else "")
        return title or words, sections if above else (), "its row has a year for a head"
    if above and row.is_first and _BEGINS_SMALL.match(words) and not _is_head(sections[-1]):
        return f"{above} {words}", sections, ""
    is_unsaid = said in _UNSAID
    is_of_shares = _is_of_shares(row, lower(fold(above)), said)
    is_repeated = said in repeated and (row.is_first or not OF_SHARES.search(lower(fold(above))))
    if above and (is_unsaid or is_of_shares or is_repeated):
        return f"{above}, {_small(words)}", sections, ""
    title = plain_head(row.heads.titles[-1].text) if row.heads.titles else ""
    if (split := _BY.fullmatch(title)) is not None and "\t" not in title:
        return f"{words} {_small(split[1])}", (), ""
    return words, (), ""


# A table of parts says what is measured in its title: Gross written premiums by business.
_BY = re.compile(
    r"(\w[\w&' -]{2,40}?),? by (?:business|region|segment|division|product|brand|country|geography"
    r"|channel|market|unit|category|line of business)(?: unit| line|s)?",
    re.IGNORECASE,
)


_DUE = re.compile(r"(?:(?:fiscal |fy\s?)?(?:19|20)[0-9]{2}|thereafter)")
_FEW_WORDS = 3
_CENTS = re.compile(r"[0-9]+\.[0-9]{2,}")


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


_GOES_ON = re.compile(r"(?:[,(]|\b(?:to|of|and|in|for|the|by|on|from|with|per|or))$", re.IGNORECASE)


def _wrapped(sections: tuple[Line, ...]) -> tuple[Line, ...]:
    """The last head of a section, with the lines before it that it goes on from."""
    first = len(sections) - 1
    while first > 0 and _GOES_ON.search(sections[first - 1].text.rstrip()):
        first -= 1
    return sections[max(first, 0) :]


def _is_head(line: Line) -> bool:
    return line.text.rstrip().endswith((":", "："))


def plain_head(words: str) -> str:
    """The head of a row without marks of notes, dots that lead to figures, and units."""
    words = _UNIT_SAID.sub("", _NOTE.sub("", words))
    words = _DOTS.sub("", _DOTS.sub("", words.strip())).strip()
    letters = [mark for mark in words if mark.isalpha()]
    return words.capitalize() if len(letters) > 5 and words.isupper() else words


def _small(words: str) -> str:
    first, *others = words.split(" ")
    is_name = first[1:2].isupper() or "." in first or any(word[:1].isupper() for word in others)
    return words if is_name else words[:1].lower() + words[1:]


def with_column(metric: str, column: Column, unit: Unit, lang: Lang) -> str:
    """The metric with what its column says beside the period: growth, low, Non-GAAP."""
    if column.compares:
        if _GROWS.search(metric):
            return metric
        is_rate = unit.dimension == RATIO
        if lang == "zh":
            way = "环比" if is_sequential(column.text) else "同比"
            return f"{metric}{way}{'增长率' if is_rate else '变动'}"
        way = "sequential " if is_sequential(column.text) else ""
        return f"{metric} {way}{'growth' if is_rate else 'change'}"
    label = " ".join(_LABEL.sub(" ", column.own).split())
    if not label or len(label) > _NAMED or unit.dimension == POINTS:
        return metric
    is_word = lang == "zh" and _HAN.fullmatch(label) and _HAN.fullmatch(metric)
    return f"{metric}{label}" if is_word else f"{metric}, {label}"

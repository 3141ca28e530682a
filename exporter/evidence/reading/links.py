"""Figures said together: ranges (150-200万), lists (12、15和9万吨), 31.4 vs. 26.8 months."""

import re
from enum import Enum

from exporter.engine.regex import regex
from exporter.evidence.reading.bounded import are_bounds, are_revised
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import NO_UNIT, Quantity
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, is_counted_word
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PAST, PRESENT
from exporter.facts.units import COUNT, MULTIPLE, ORDINAL, POINTS, RATIO

_HEDGE = r"(?:约|近|超过?|(?:about|approximately|roughly|around|nearly|some|over|at least)\s)?\s*"
_RANGE = regex(rf"\s*(?:-{{1,2}}|—{{1,2}}|~|至|到|to|through|(?:and )?up to)\s*{_HEDGE}")
_AND = regex(rf"\s*(?:and|与|和)\s*{_HEDGE}")
_JOIN = regex(
    rf"个?\s*(?:、|和|及|与|以及|或|或者|乃至|and|or|/|,\s*(?:and|or)|,(?=\s)|;(?=\s))\s*\+?{_HEDGE}"
)
_COMPARED = regex(
    r",?\s*(?:from|as against|up on|down on|ahead of|vs\s?\.?|versus|against|compared (?:with|to)"
    r"|than|,? (?:up|down) from|in \w+ to)\s+(?:about\s|some\s|the\s)?"
)
_BETWEEN = regex(r"(?:between|介[于乎]|在)\s*(?:约|about\s)?$")
# "fell 5% to 8%" may say by how much and to what, and so may 下降5%至8%; 增长5%至8% is a range.
_FELL = regex(
    r"(?:(?<!新)(?:下降|下滑|下跌|回落|减少|降低|收窄|跌|降|减|增加|增长|上升|净增|净减|提升|提高|扩大|下调|上调|回升|反弹|升|涨"
    r"|缩短|缩减|缩小|缩窄|压缩|压降|压减|削减|收缩|延长|拉长|攀升|跃升|走高|走低|上浮|下浮|上修|下修|上移|下移|调高|调低|加快"
    r"|放缓|多增|少增|净流[入出]|增|增持|减持)了?(?:大?约|接近|将?近|超过?|逾)?"
    r"|(?<![a-z])(?:rose|grew|fell|gained|increased|decreased|declined|dropped|down|up|slipped"
    r"|climbed|jumped|slid|added|gained|lost|eased|shed|put on|advanced|firmed|dipped|tumbled"
    r"|tightened|widened|narrowed|contracted|expanded|shrank|swelled|slumped|crept|inched|nudged"
    r"|drifted|leapt|leaped|bounced|recovered|improved|worsened|compressed|steepened|flattened"
    r"|surged|rallied|retreated|softened|soared|sank|plunged|rebounded|ticked|edged|adds|gains"
    r"|loses|by)\s*)$"
)
_TO = regex(r"\s*(?:至|到|to)\s*")
_NOUN_BEFORE_TIE = regex(
    r"(\s?[a-z]+(?:[\s-][a-z]+)?(?=\s(?:to|through|and)\s|\s?[-—~])"
    r"|/?[\u4e00-\u9fff]{1,6}?(?=\s?[至到与和~—-]))"
)
_DASH = regex(r"\s*[-—~]")
_FROM = regex(r"(?:from|从|由|自)\s*(?:约|about\s)?$")
# "ranging from 3% to 5%" and 从3%到5%不等 say a range, where "from 3% to 5%" says a change.
_SPANS_FROM = regex(
    r"(?:\brang(?:e|es|ed|ing)|\banywhere|\bvar(?:y|ies|ied|ying))\s+from\s+(?:about\s)?$"
)
_SPANS_TO = regex(r"不等|之间")
_MARGIN = regex(
    r"[\s,(]*(?:±|\+/-|\+-|plus(?:\s+or\s+|/)minus|give\s+or\s+take|正负|上下浮动)\s*[a-z]{0,3}[$¥€£]?\s*"
)
_MARGIN_SIGNS = ("±", "+/-", "+-", "plus", "give", "正负", "上下浮动")
# What changes by a percentage and never to one, up to the verb.
_AMOUNT = regex(
    r"(?:利润|收入|营收|销售额|销量|产量|出货量|交付量|价格?|售价"
    r"|运费|费用|成本|薪[资酬]|工资|租金|需求|支出|开支|保费|规模|(?<!份)额|市场|投资|订单|客流|[产销]值|数量|人数|流水|票房|装机量?|出口|进口|业绩|销售|面积|[件货运客吞吐]量|\b(?:profits?|income|earnings|revenues?|sales|output"
    r"|deliveries|shipments|prices?|costs?|wages?|fares?|rents?|spending|demand|volumes?|premiums?"
    r"|turnover|bookings)\b)([^，。；：,;:\x00]{0,24})$"
)
# 净利润18.5亿元至19.8亿元，同比增长42%至52%: what grows is the sum right before.
_OF_THE_SUM_BEFORE = regex(
    r"(?:[0-9]\s?[万亿]?(?:[港美日欧]?元|[吨辆台套件户])|[0-9][万亿])(?:之间|左右|不等)?[)）]?[，,（(]"
    r"(?:预计|预期|对应|折合|将|较?(?:[上去]年)?同期|同比|环比|按[年季月]|[年季](?=[增减])|大幅|小幅)*$"
)
# 管理层指引座位公里增长5%至6%: what is expected to grow so is a range.
_EXPECTED = regex(r"(?:指引|预[计期测]|有望|料其|展望|目标)[^，。；]{0,22}增长?(?:约|近)?$")
_OF_A_RATIO = regex(r"率|比重|回报|渗透|占比|份额|margin|share|ratio|\brate|return")
_SHARES = frozenset({RATIO, POINTS, MULTIPLE})
# HR 0.71; 95% CI: an interval's own percentage is no unit of the estimate before it.
_CONFIDENCE = regex(r"\s(?:ci(?![a-z])|confidence|credible)")
_LONGEST_GAP = 18
_SMALLEST = 1000  # of a margin in things, where its middle is in thousands or more
_TENS = 100  # 十 and 百, which a numeral has within it


class Link(Enum):
    """How a figure is tied to the one after it."""

    NONE = "none"
    JOINED = "joined"
    RANGE = "range"
    FROM_TO = "from to"
    COMPARED = "compared"
    MARGIN = "margin"


_TIES = frozenset({Link.RANGE, Link.FROM_TO, Link.JOINED})


def link(quantities: list[Quantity], text: Text) -> tuple[list[Quantity], list[Link]]:
    """How each quantity is tied to the next, with the unit that one leaves to another to say."""
    links = [Link.NONE] * len(quantities)
    if len(links) < 2:
        return quantities, links
    has_margins = any(map(text.lower.__contains__, _MARGIN_SIGNS))
    found = list(quantities)
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if other.start - one.end > _LONGEST_GAP:
            continue
        is_margin = has_margins and _is_margin(one, other, text)
        tie = Link.MARGIN if is_margin else _link_of(one, other, text)
        tie = Link.RANGE if _comparable(one, other) and are_bounds(one, other, text) else tie
        if tie is Link.MARGIN and (other.dimension in {RATIO, POINTS} or _leaves_unit(one, other)):
            is_of_one = other.is_bare
            found[at + 1] = other._replace(unit=one.unit, counted=True) if is_of_one else other
            links[at] = tie
        elif tie is not Link.NONE:
            one, other = share_unit(one, other, rises=tie is Link.RANGE)
            found[at], found[at + 1] = one, other
            if tie is Link.RANGE and not is_range(one, other):
                tie = Link.JOINED
            links[at] = tie
        elif at + 2 < len(found) and _is_of_a_row(one, other, links[at + 1], text):
            found[at], links[at] = share_unit(one, other, rises=False)[0], Link.JOINED
    _part_ranges(found, links, text)
    for at, tie in enumerate(links):  # $1.10/1.25/1.42: the first says it for all
        if (
            tie is not Link.NONE
            and tie is not Link.MARGIN
            and found[at].dimension.startswith("money:")
            and found[at + 1].is_bare
        ):
            found[at + 1] = found[at + 1]._replace(unit=found[at].unit, counted=True)
    return found, links


def _leaves_unit(one: Quantity, other: Quantity) -> bool:
    return other.is_bare and not one.is_bare


def _part_ranges(quantities: list[Quantity], links: list[Link], text: Text) -> None:
    """From 72-74 to 73.5-75.5: two ranges, whose ends dashes tie, and no tie between them."""
    for at in range(len(links) - 2):
        one, other, then = quantities[at : at + 3]
        if links[at] is Link.FROM_TO and are_revised(one, other, then, text):
            links[at] = Link.RANGE
        if links[at] not in _TIES or links[at + 1] not in _TIES:
            continue
        first, second = (
            text.lower[quantities[index].end : quantities[index + 1].start]
            for index in (at, at + 1)
        )
        if _DASH.match(first) and _TO.match(second):
            links[at + 1] = Link.NONE
        elif _TO.match(first) and _DASH.match(second):
            links[at] = Link.NONE


def _is_of_a_row(one: Quantity, other: Quantity, tie: Link, text: Text) -> bool:
    """€85, €92 and €110 million: the magnitude of the last is that of all."""
    gap = text.lower[one.end : other.start].strip()
    same = _is_money(one) and one.dimension == other.dimension and one.numeral.magnitude == 1
    return tie is Link.JOINED and gap == "," and same and other.numeral.magnitude > 1


def _link_of(one: Quantity, other: Quantity, text: Text) -> Link:
    gap = text.lower[one.end : other.start]
    if not _comparable(one, other) or one.is_attribute:
        return Link.NONE
    if not one.is_bare and other.is_bare and (_counts_something(other, text) or not _is_money(one)):
        return Link.NONE
    before = text.lower[max(0, one.start - 12) : one.start]
    gap = _without_noun(gap, other, text)
    if _RANGE.fullmatch(gap) or (_BETWEEN.search(before) and _AND.fullmatch(gap)):
        fell = may_be_by_and_to(one, other, text)
        if fell and one.is_bare and other.numeral.low > 5 * one.numeral.high:
            return Link.NONE  # fell by 140 to 2,660
        by_to = fell and not one.is_bare and not _is_of_an_amount(one, text)
        by_to = by_to and _EXPECTED.search(text.lower[max(0, one.start - 30) : one.start]) is None
        by_to = by_to and not text.lower.startswith("不等", other.end)  # 涨0.3元至0.5元不等
        is_from = _FROM.search(before) and not _DASH.match(gap)  # from 72-74 is a range
        is_span = _is_span(one, other, text) or _begins_with_range(one, other, text)
        is_span = is_span or _is_former_range(one, text)
        changes = by_to or (is_from and not is_span)
        return Link.FROM_TO if changes else Link.RANGE
    gap = text.lower[one.end : other.start]
    if _JOIN.fullmatch(gap):
        is_apart = _is_part_of(one, other, text) or _begins_a_clause(one, other, gap, text)
        is_apart = is_apart or _is_told_as_share(one, other, gap, text)
        if is_apart or _CONFIDENCE.match(text.lower, other.end):
            return Link.NONE
        if gap.strip() in {",", ";"} and not (
            (one.is_bare and other.unit is not NO_UNIT)
            or (one.is_bare and other.is_bare and _ends_row(other, text))
        ):
            return Link.NONE
        return Link.JOINED
    is_compared = _COMPARED.fullmatch(gap) and (one.is_bare or other.is_bare)
    return Link.COMPARED if is_compared and not _is_of_others(one, other, text) else Link.NONE


def _is_of_others(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether millions are not compared with a few things: 3 billion, from 88 countries."""
    is_small = one.numeral.magnitude >= _SMALLEST and other.numeral.magnitude == 1
    return is_small and one.is_bare and _counts_something(other, text)


def _is_told_as_share(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether a number is told again as a share of all: staff of 900, or 12 percent of the force.

    Three in a row (3, 4, or 5 percent) are a list.
    """
    is_again = gap.strip() == ", or" and one.is_bare and other.dimension == RATIO
    is_listed = text.word(one.first - 1) == ","
    return is_again and not is_listed and text.lower.startswith(" of ", other.end)


def _begins_a_clause(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether a number behind a comma begins a clause: came to 6 million, and 41 jets were in use.

    Three in a row (12, 9, and 7) are a list.
    """
    if (
        not (one.is_bare and gap.startswith(",") and "and" in gap)
        or text.word(one.first - 1) == ","
    ):
        return False
    noun = other.last + (not is_counted_word(text.word(other.last)))
    verb = text.word(noun + 1)
    return is_counted_word(text.word(noun)) and (verb in AUXILIARIES or verb in PAST | PRESENT)


def _is_part_of(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether a share is one of the things before it: 86,000, a third of whom ship abroad."""
    return one.is_bare and bool(other.numeral.dimension) and text.word(other.last) == "of"


def _without_noun(gap: str, other: Quantity, text: Text) -> str:
    """What ties two numbers, without a noun or what they are per that stands behind both.

    20家至30家, between 20 stores and 30 stores, $20 per share to $30 per share.
    """
    noun = _NOUN_BEFORE_TIE.match(gap)
    if noun is None or not (other.is_bare or noun[1].lstrip().startswith(("/", "per "))):
        return gap
    behind = text.lower[other.end : other.end + noun.end(1) + 1]
    runs_on = noun[1].isascii() and behind[noun.end(1) :].isalpha()
    return gap if runs_on or not behind.startswith(noun[1]) else gap[noun.end(1) :]


def may_be_by_and_to(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether two numbers may say by how much something changes and to what: "rose 5 to 20"."""
    before = text.lower[max(0, one.start - 12) : one.start]
    is_to = _TO.fullmatch(_without_noun(text.lower[one.end : other.start], other, text))
    return is_to is not None and _FELL.search(before) is not None


def is_level(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether the end of a change can only be where it went: slipped 14p to 388p, from 22 to 19."""
    low, high = one.numeral.high * one.scale, other.numeral.low * other.scale
    if text.is_chinese:
        return False
    return low > high or (high > _TIMES_LARGER * low and one.dimension != RATIO)


_TIMES_LARGER = 3


def _is_of_an_amount(one: Quantity, text: Text) -> bool:
    """Whether a percentage is one of profit, sales or output, which can change by it alone."""
    if one.dimension != RATIO:
        return False
    before = text.lower[max(0, one.start - 40) : one.start]
    if _OF_THE_SUM_BEFORE.search(_FELL.sub("", before)):
        return True
    match = _AMOUNT.search(before)
    return match is not None and not _OF_A_RATIO.search(match[1])


def _is_margin(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether one is the middle of a range and the other its margin: 20 ± 0.5, US$20bn ± 2%.

    That of 20% ± 2% may be points or a share.
    """
    if not _MARGIN.fullmatch(text.lower[one.end : other.numeral.start]):
        return False
    if one.dimension == RATIO:
        return other.dimension == POINTS
    if one.is_bare:
        return other.dimension not in {RATIO, POINTS}
    if other.is_bare:  # 2 million ounces, give or take 50,000; that of $40 million may be millions
        return one.numeral.magnitude == 1 or other.numeral.low >= _SMALLEST
    return other.dimension in {RATIO, one.dimension}


def _is_span(one: Quantity, other: Quantity, text: Text) -> bool:
    before = text.lower[max(0, one.start - 24) : one.start]
    return bool(_SPANS_FROM.search(before) or _SPANS_TO.match(text.lower, other.end))


def _begins_with_range(one: Quantity, other: Quantity, text: Text) -> bool:
    """From 6 to 7 million households: things that a sentence is about, and no change."""
    begins = text.word(one.first - 1) == "from" and text.word(one.first - 2) in {"", "."}
    does = text.word(other.last + 1).isalpha()
    return begins and does and other.is_bare and is_counted_word(text.word(other.last))


# To between 2.88 and 2.92 billion, from 2.8 to 2.85: a range takes the place of another one.
_RANGE_BEFORE = regex(
    r"(?:\bbetween [^,;]{1,30} and [^,;]{1,24}"
    r"|(?<![0-9.,])(?<!from )(?<!from .)[0-9][^,;]{0,12}(?: to "
    r"|\s?[-–—]\s?)[^,;\d]{0,4}[0-9][0-9.,]*"
    r"(?: ?%|(?:[mb]n?|tn|k|p|c)?(?: [a-z]+){0,2}))"
    r",? \(?(?:(?:up|down|raised|lowered|revised|increased|cut|narrowed) )?from (?:about )?$"
)


def _is_former_range(one: Quantity, text: Text) -> bool:
    """Whether a range stands before "from", so that what follows is one, too."""
    return _RANGE_BEFORE.search(text.lower[max(0, one.start - 90) : one.start]) is not None


def _counts_something(quantity: Quantity, text: Text) -> bool:
    """Whether a bare number stands before what it counts: shops, start-ups."""
    at = quantity.last
    word = text.word(at)
    if text.word(at + 1) == "-" and text.touches(at) and text.touches(at + 1):
        return is_counted_word(text.word(at + 2))
    return is_counted_word(word) or (word[:1] in CLASSIFIERS and bool(word))


def _ends_row(other: Quantity, text: Text) -> bool:
    return re.match(r"\s*(?:and|or|,|和)\s", text.lower[other.end : other.end + 6]) is not None


def _comparable(one: Quantity, other: Quantity) -> bool:
    # "10 million or 5%" are two measures; "5 to 8 percent" is one.
    if one.numeral.magnitude > 1 and one.dimension == COUNT and other.dimension in _SHARES:
        return False
    return one.dimension == other.dimension or (
        other.dimension != ORDINAL and (one.is_bare or (_is_money(one) and other.is_bare))
    )


def _is_money(quantity: Quantity) -> bool:
    return quantity.dimension.startswith("money:")


def share_unit(one: Quantity, other: Quantity, *, rises: bool) -> tuple[Quantity, Quantity]:
    """Two tied figures, both with the unit and magnitude that one leaves to the other to say.

    150-200万 and "5 to 8 percent" say them last, "US$5-8 million" the currency first. A range
    rises: 十五至二十 begins at 15 and never at 150.
    """
    if _is_money(one) and other.is_bare:
        other = other._replace(unit=one.unit)
    elif one.dimension != other.dimension:
        one = one._replace(unit=other.unit)
    if other.counted and not one.counted:
        one = one._replace(counted=True)
    size, low = other.numeral.magnitude, one.numeral
    if (
        size > 1
        and low.magnitude == 1
        and low.high * size * one.scale <= other.numeral.high * other.scale * 1000
        and (
            one.is_bare
            or low.high * size * one.scale <= other.numeral.high * other.scale
            or one.unit == other.unit
        )
        and low.high < 10 * other.numeral.high / size * 10
        and not (rises and size <= _TENS and low.high * size > other.numeral.high)
    ):
        numeral = low._replace(low=low.low * size, high=low.high * size, magnitude=size)
        one = one._replace(numeral=numeral)
    return one, other


def is_range(one: Quantity, other: Quantity) -> bool:
    """Whether `one` can be the low end and `other` the high end of a range."""
    low = one.numeral.low * one.scale * one.sign
    return low < other.numeral.high * other.scale * other.sign or (one.sign < 0 and other.sign < 0)

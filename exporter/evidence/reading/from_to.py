"""Two numbers with "to" between them: a range, or by how much and to what something changed."""

from exporter.engine.regex import regex
from exporter.evidence.reading.bounded import are_revised
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.wording import Link
from exporter.facts.units import RATIO


def tie_by_to(one: Quantity, other: Quantity, gap: str, text: Text) -> Link:
    """How two numbers are tied between which "to", a dash or the like stands.

    Args:
        one: The first.
        other: The second.
        gap: What stands between them, without a noun that is said of both.
        text: The text.
    """
    before = text.lower[max(0, one.start - 12) : one.start]
    fell = may_be_by_and_to(one, other, text)
    times = _TIMES_LARGER if _BY.search(text.lower, 0, one.start) else 5
    is_by_some = one.is_bare and _by_some_and_to(one, other, gap, text)
    is_far = other.numeral.low > times * one.numeral.high
    if is_far and ((fell and one.is_bare) or is_by_some):
        return Link.NONE  # fell by 140 to 2,660
    by_to = fell and not one.is_bare and not _is_of_an_amount(one, text)
    by_to = by_to and _EXPECTED.search(text.lower[max(0, one.start - 30) : one.start]) is None
    by_to = by_to and not text.lower.startswith("不等", other.end)  # 涨0.3元至0.5元不等
    by_to = by_to and not _is_to_come(one, other, text)
    is_from = _FROM.search(before) and not _DASH.match(gap)  # from 72-74 is a range
    is_span = _is_span(one, other, text) or _begins_with_range(one, other, text)
    is_span = is_span or _is_former_range(one, text)
    changes = by_to or (is_from and not is_span)
    return Link.FROM_TO if changes else Link.RANGE


def _by_some_and_to(one: Quantity, other: Quantity, gap: str, text: Text) -> bool:
    """Whether two numbers say by how many, roughly, and to what: fallen by about 140 to 2,660."""
    before = text.lower[max(0, one.start - 24) : one.start]
    tie = _TO.fullmatch(without_noun(gap, other, text))
    return tie is not None and tie[0].strip() == "to" and _BY_SOME.search(before) is not None


def may_be_by_and_to(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether two numbers may say by how much something changes and to what: "rose 5 to 20"."""
    before = text.lower[max(0, one.start - 12) : one.start]
    is_to = _TO.fullmatch(without_noun(text.lower[one.end : other.start], other, text))
    return is_to is not None and _FELL.search(before) is not None


# "fell 5% to 8%" may say by how much and to what, and so may 下降5%至8%; 增长5%至8% is a range.
_FELL = regex(
    r"(?:(?<!新)(?:下降|下滑|下跌|回落|减少|降低|收窄|跌|降|减|增加|增长|上升|净增|净减|提升|提高|扩大|下调|上调|回升|反弹|升|涨"
    r"|走[阔宽窄强弱]|抬升|去化|去库|累库|升值|贬值|下挫|急挫|重挫|回吐|收敛|缩短|缩减|缩小|缩窄|压缩|压降|压减|削减|收缩|延长|拉长|攀升|跃升|走高|走低|上浮|下浮|上修|下修|上移|下移|调高|调低|加快"
    r"|放缓|多增|少增|净流[入出]|增|增持|减持)了?(?:大?约|接近|将?近|超过?|逾)?"
    r"|(?<![a-z])(?:rose|grew|fell|gained|increased|decreased|declined|dropped|down|up|slipped"
    r"|climbed|jumped|slid|added|gained|lost|eased|shed|put on|advanced|firmed|dipped|tumbled"
    r"|tightened|widened|narrowed|contracted|expanded|shrank|swelled|slumped|crept|inched|nudged"
    r"|drifted|leapt|leaped|bounced|recovered|improved|worsened|compressed|steepened|flattened"
    r"|surged|rallied|retreated|softened|soared|sank|plunged|rebounded|ticked|edged|adds|gains"
    r"|loses|by)\s*)$"
)
_SOME = (
    r"(?:(?:about|around|roughly|some|nearly|almost|approximately|more than|over|at least"
    r"|just (?:over|under)|another|a further) )"
)
# It did move by so many, where to grow by 20 to 70 is a range.
_BY = regex(
    r"(?<![a-z])(?:[a-z]+ed|rose|grew|fell|sank|shrank|slid|crept|leapt|risen|grown|fallen|sunk"
    r"|shrunk|(?:shot|went) (?:up|down))"
    rf" by {_SOME}?$"
)
_BY_SOME = regex(rf"(?<![a-z])by {_SOME}$")
_TO = regex(r"\s*(?:至|到|to)\s*")


def without_noun(gap: str, other: Quantity, text: Text) -> str:
    """What ties two numbers, without a noun or what they are per that stands behind both.

    20家至30家, between 20 stores and 30 stores, $20 per share to $30 per share.
    """
    noun = _NOUN_BEFORE_TIE.match(gap)
    if noun is None or not (other.is_bare or noun[1].lstrip().startswith(("/", "per "))):
        return gap
    behind = text.lower[other.end : other.end + noun.end(1) + 1]
    runs_on = noun[1].isascii() and behind[noun.end(1) :].isalpha()
    return gap if runs_on or not behind.startswith(noun[1]) else gap[noun.end(1) :]


_NOUN_BEFORE_TIE = regex(
    r"(\s?[a-z]+(?:[\s-][a-z]+)?(?=\s(?:to|through|and)\s|\s?[-—~])"
    r"|/?[\u4e00-\u9fff]{1,6}?(?=\s?[至到与和~—-]))"
)


def is_level(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether the end of a change can only be where it went: slipped 14p to 388p, 降0.2元至3元."""
    if _AHEAD_ZH.search(text.lower[max(0, one.start - 30) : one.start]):
        return False
    low, high = one.numeral.high * one.scale, other.numeral.low * other.scale
    return low > high or (high > _TIMES_LARGER * low and one.dimension != RATIO)


_TIMES_LARGER = 3
# 预计减少3000万元至1亿元 may be a range.
_AHEAD_ZH = regex("(?:预[计期测告]|有望|料|展望|指引|目标|将|拟|或|可)[^，。；]*$")


def _is_of_an_amount(one: Quantity, text: Text) -> bool:
    """Whether a percentage is one of profit, sales or output, which can change by it alone."""
    if one.dimension != RATIO:
        return False
    before = text.lower[max(0, one.start - 40) : one.start]
    if _OF_THE_SUM_BEFORE.search(_FELL.sub("", before)):
        return True
    match = _AMOUNT.search(before)
    return match is not None and not _OF_A_RATIO.search(match[1])


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
# It expects orders to fall by | 4% to 6%, sees them falling by so much: not so what went on to
# fall by 4% to 6%.
_TO_COME = regex(
    r"(?<![a-z])(?:(?:will|would|should|could|may|might|shall|must|can)"
    r"|(?<!went on )(?<!gone on )(?<!came )(?<!continued )(?<!managed )(?<!helped )(?<!failed )"
    r"(?<!started )(?<!began )(?<!used )to)"
    r"(?: (?:not|also|still|then|now|even|again|probably|[a-z]+ly)){0,2}"
    r"(?: (?!have\b)[a-z]+){1,2}(?: (?:its|their|the|our|an?)(?: [a-z-]+){1,4}?)? by (?:about )?$"
    r"|(?<![a-z])(?:expect|forecast|see|predict|project|anticipat|guid)(?:s|ed|es|e|ing)?"
    r"(?: to see| for)? [^,;.]{2,50} [a-z]+ing by (?:about )?$"
)


def _is_to_come(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether something is to change by one amount to a larger one, which are a range then."""
    if is_level(one, other, text):
        return False
    before = text.lower[max(0, one.start - 90) : one.start]
    if _TO_COME.search(before) is None:
        return False
    return one.dimension != RATIO or not _OF_A_STAKE.search(before)


_OF_A_RATIO = regex(r"率|比重|回报|渗透|占比|份额|margin|share|ratio|\brate|return")
_OF_A_STAKE = regex(rf"{_OF_A_RATIO.pattern}|stake|holding|ownership")


def _is_span(one: Quantity, other: Quantity, text: Text) -> bool:
    """Whether words around two numbers make them a range: ranging from 3% to 5%, 从3%到5%不等."""
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


_FROM = regex(r"(?:from|从|由|自)\s*(?:约|about\s)?$")
_SPANS_FROM = regex(
    r"(?:\brang(?:e|es|ed|ing)|\banywhere|\bvar(?:y|ies|ied|ying))\s+from\s+(?:about\s)?$"
)
_SPANS_TO = regex(r"不等|之间")


def part_ranges(quantities: list[Quantity], links: list[Link], text: Text) -> None:
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


_TIES = frozenset({Link.RANGE, Link.FROM_TO, Link.JOINED})
_DASH = regex(r"\s*[-—~]")

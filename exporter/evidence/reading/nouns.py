"""What a figure counts, what stands before it, and what it is per."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import rates
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.links import Link
from exporter.evidence.reading.moved_zh import FROM_ZH, MOVED_TO_ZH, without_moves
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.rates_carried import are_alike, is_of_next_year
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS, POINT_WORDS, is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES
from exporter.facts.units import POINTS, RATIO


def read_nouns(
    quantities: list[Quantity],
    links: list[Link],
    starts: list[int],
    clauses: list[tuple[int, int]],
    text: Text,
) -> list[tuple[str, str, str]]:
    """For every quantity its noun, what stands before it, and what it is per.

    Joined figures take noun and rate from the next one.
    """
    rated = rates.may_hold_rates(text)
    found: list[tuple[str, str, str]] = []
    for at in range(len(quantities) - 1, -1, -1):
        subject = _subject(quantities, at, starts, clauses, text)
        stands_alone = links[at] is Link.MARGIN and quantities[at + 1].dimension in {RATIO, POINTS}
        stands_alone = stands_alone or _says_points(quantities[at], text)
        if links[at] is Link.NONE or stands_alone or not found:
            noun = _noun(quantities, at, starts, clauses, text)
            is_last = at + 1 == len(quantities)
            clause_end = clauses[at][1]
            end = clause_end if is_last else min(clause_end, starts[at + 1] + 2)
            per = _per(quantities, at, clauses[at][0], end, text) if rated else ""
        else:
            noun, per = found[-1][0], found[-1][2]
            if rated and not per and (_begins_row(links, at) or links[at] is Link.COMPARED):
                per = _per(quantities, at, clauses[at][0], quantities[at].last, text)
        if found and links[at] is Link.RANGE and text.is_chinese and not found[-1][1]:
            found[-1] = (found[-1][0], subject, found[-1][2])  # 月薪3万至5万元
        found.append((noun, subject, per))
    rated_rows = _with_rates_before(_with_rates_of_rows(found[::-1], links), quantities)
    rated_rows = _with_rates_of_rows(rated_rows, links)  # against $4.90 to $5.05: both ends
    return without_moves(_with_rates_restated(rated_rows, quantities, text), quantities)


def _per(quantities: list[Quantity], at: int, clause: int, end: int, text: Text) -> str:
    """What a quantity is per, by the words of its clause up to the one at `end`."""
    reach = _reach(quantities, at, text)
    if clause > reach and text.word(clause - 1) == ",":
        aside = _ASIDE.search(text.lower, text.starts[max(reach, clause - _LONGEST_ASIDE)])
        if aside is not None and text.at(aside.end()) == clause:
            start = text.at(aside.start())
            clause = max(reach, start - _BEFORE_AN_ASIDE)
    return rates.per_what(text, quantities[at], clause, end, reach)


# Net asset value per share, in euros, was 27.16.
_ASIDE = regex(
    r", (?:stated |reported )?(?:in|at|for|on|before|after|excluding|including) [^,.;]{2,40}, "
)
_LONGEST_ASIDE = 9  # words
_BEFORE_AN_ASIDE = 5  # words


_ROWS = frozenset({Link.JOINED, Link.RANGE})


def _begins_row(links: list[Link], at: int) -> bool:
    return links[at] in _ROWS and not (at and links[at - 1] in _ROWS)


def _with_rates_of_rows(
    nouns: list[tuple[str, str, str]], links: list[Link]
) -> list[tuple[str, str, str]]:
    """年产能各为15、20和30万吨: what stands before the first number of a row is said of all."""
    for at in range(1, len(nouns)):
        noun, subject, per = nouns[at]
        if not per and links[at - 1] in _ROWS:
            nouns[at] = (noun, subject, nouns[at - 1][2])
    return nouns


_OR = regex(r",? or (?:about |some |a )?$")
_MORE_FOR_A_SUM = 4  # digits than what it is per share


def _with_rates_restated(
    nouns: list[tuple[str, str, str]], quantities: list[Quantity], text: Text
) -> list[tuple[str, str, str]]:
    """$46.1 million, or 87 cents a share: the sum is per nothing; 73 cents behind the next are."""
    of_rates = ""
    for at in range(1, len(nouns)):
        if not _restates(quantities[at - 1], quantities[at], text):
            continue
        noun, subject, per = nouns[at]
        if per:
            of_rates = per
            nouns[at - 1] = (*nouns[at - 1][:2], "")
        elif of_rates:
            nouns[at] = (noun, subject, of_rates)
            nouns[at - 1] = (*nouns[at - 1][:2], "")
    return nouns


def _restates(sum_: Quantity, rate: Quantity, text: Text) -> bool:
    """Whether a sum of money is said again as a rate: €1.2 billion, or €3.40."""
    if not sum_.dimension.startswith("money") or sum_.dimension != rate.dimension:
        return False
    if _OR.search(text.lower, sum_.end, rate.start) is None:
        return False
    return _digits(sum_) - _digits(rate) >= _MORE_FOR_A_SUM


def _digits(quantity: Quantity) -> int:
    """How many digits a sum has before its point, by which alone it may be told from others."""
    return len(str(int(abs(quantity.numeral.low)))) if quantity.scale >= 1 else 1


def _says_points(quantity: Quantity, text: Text) -> bool:
    """Whether points stand behind the figure itself: rose 41 points to 6,200."""
    is_points = quantity.unit.key in POINT_WORDS and not text.is_chinese
    return is_points and quantity.end > quantity.numeral.end


def _reach(quantities: list[Quantity], at: int, text: Text) -> int:
    """The index behind the figure before one; those of 每10股转增3股派2元 are part of the rate."""
    for back in (1, 2):
        if at >= back and text.word(quantities[at - back].first - 1) == "每":
            at -= back
            break
    return quantities[at - 1].last if at else 0


def _subject(
    quantities: list[Quantity],
    at: int,
    starts: list[int],
    clauses: list[tuple[int, int]],
    text: Text,
) -> str:
    clause, previous = clauses[at][0], quantities[at - 1].last if at else 0
    first = max(clause, previous)
    if clause > previous and text.word(clause - 1) in {":", "："}:
        first = max(previous, clause - _BEFORE_A_COLON)
    if text.is_chinese and starts[at] == clause > previous and text.word(clause - 1) == "(":
        first = _clause_before(text, clause, previous)  # 员工(2,597名)
    start = starts[at]
    if clause > previous and _is_said_further(text, clause, quantities[at]):
        first = _clause_before(text, clause, previous)
    if not _ANOTHER.isdisjoint(text.words[start : quantities[at].first]):
        start = quantities[at].first
    if _is_done_to_things(text, start):
        start += 1
    is_apposition = clause > previous and _is_apposition(text, clause, start, quantities[at])
    if is_apposition or (start == clause > previous and _is_of_some(text, clause)):
        first = _clause_before(text, clause, previous)
    if first >= start:
        return ""
    begin = text.starts[first]
    if first == previous and at and text.lower[quantities[at - 1].end : begin].strip():
        begin = quantities[at - 1].end  # 220千伏|变电站两座: where a word has a unit's end in it
    return text.folded[begin : text.starts[start]]


# Passengers carried totalled 8.3 million: of themselves, where trucks carried 40.
_COUNTING = frozenset("totalled totaled reached hit".split())


def _is_done_to_things(text: Text, at: int) -> bool:
    """Whether a verb at an index says how many things there are with which something is done."""
    done = text.word(at - 1)
    is_done = done.endswith("ed") or done in PARTICIPLES
    return text.word(at) in _COUNTING and is_done and is_counted_word(text.word(at - 2))


def _clause_before(text: Text, clause: int, previous: int) -> int:
    """The index of the first word of the clause before one, behind the figure before."""
    first = clause - 1
    while first > previous and text.words[first - 1] not in _CLAUSE_MARKS:
        first -= 1
    return first


# 用户持续增长，|已达3200万; 门店数未减，|还净增了27家: of what the clause before speaks.
_FURTHER_ZH = regex(
    "(?:现|目前|如今|至今|截至目前)?(?:已|还|反而|并|也|共|总数|累计|合计)*"
    "(?:[达至到]|净[增减]|增[至加长]|升至|降至|突破|超过|接近|逼近|站上|攀升至|高达|多达)(?:到|至|了)?"
    "(?:约|近|超|逾|了)?"
)
_LONGEST_FURTHER = 8  # characters


def _is_said_further(text: Text, clause: int, quantity: Quantity) -> bool:
    """Whether a clause before a number only goes on with what the one before it speaks of."""
    if not text.is_chinese or text.word(clause - 1) not in {",", "，"}:
        return False
    begin, end = text.starts[clause], quantity.start
    return end - begin <= _LONGEST_FURTHER and bool(_FURTHER_ZH.fullmatch(text.lower, begin, end))


_BEFORE_A_COLON = 12  # words
_ANOTHER = frozenset("another further additional extra".split())


def _is_of_some(text: Text, clause: int) -> bool:
    """Of its pilots, | 62 retired: a sentence begins with those of whom so many did something."""
    if text.word(clause - 1) != ",":
        return False
    begin = max(0, clause - _MOST_OF_SOME)
    at = next((at for at in range(clause - 2, begin - 1, -1) if text.words[at] == "of"), -1)
    is_first = at == 0 or (at > 0 and text.words[at - 1] in {".", ";"})
    some = text.words[at + 1 : clause - 1]
    return is_first and all(map(str.isalpha, some)) and is_counted_word(some[-1] if some else "")


_MOST_OF_SOME = 7  # words


_APPOSED = frozenset("now currently at presently today still numbering totalling totaling".split())


_CLAUSE_MARKS = frozenset({",", ".", ";", ":", "(", ")"})


def _is_apposition(text: Text, clause: int, start: int, quantity: Quantity) -> bool:
    """Members, now 22.4 million, …: a figure between commas counts what stands before them."""
    if text.word(clause - 1) != ",":
        return False
    if start > clause and _WHICH_ARE.fullmatch(text.lower, text.starts[clause], text.starts[start]):
        return True
    if not 0 <= start - clause <= 2:
        return False
    if start == clause:  # Nights sold, 61,200 / 58,700, set a record
        return quantity.is_bare and _APPOSED_ALONE.match(text.lower, quantity.end) is not None
    return text.word(quantity.last) in {",", "."} and _APPOSED.issuperset(text.words[clause:start])


# Sellers, of whom there are now 62,000; members, who number 19.5 million; shops, whose number
# passed 900
_WHEN = r"(?:now |currently |today |together |at present |at last count )?"
_WHICH_ARE = regex(
    rf"(?:of (?:whom|which) there {_WHEN}(?:are|were) {_WHEN}"
    rf"|(?:who|which) {_WHEN}(?:have |has |had )?{_WHEN}"
    r"(?:number|numbers|numbered|total|totals|totalled|totaled) "
    rf"{_WHEN}"
    r"|(?:whose (?:total |combined )?(?:numbers?|ranks)|the number of (?:which|whom)) "
    r"(?:(?:has|have|had|is|are|was|were|now|already|since|recently|rose|fell|grew|hit|stood|came"
    r"|shrank|shrunk|grown|risen|fallen|[a-z]+ed) )*(?:to |at )?)"
)
_APPOSED_ALONE = regex(
    r" (?:in (?:all|total|number)|altogether|to date)(?=[,.])|,(?= )| /"
    r"| (?:versus|vs\.?|against|compared (?:with|to)|up|down) "
)


def _noun(
    quantities: list[Quantity],
    at: int,
    starts: list[int],
    clauses: list[tuple[int, int]],
    text: Text,
) -> str:
    quantity, clause_end = quantities[at], clauses[at][1]
    limit = _start_of(text, clause_end)
    if at + 1 < len(quantities):
        limit = min(limit, _start_of(text, starts[at + 1]))
    begin = quantity.numeral.end if quantity.unit.key in POINT_WORDS else quantity.end
    noun = text.folded[begin : max(limit, quantity.end)].strip(_AROUND_A_NOUN)
    if at + 1 == len(quantities):
        return noun
    gap = quantities[at + 1].start - quantity.end
    said = noun or text.folded[quantity.end : quantities[at + 1].start]  # 只 is only, too
    is_near = starts[at + 1] < clause_end
    if is_near and (described := _described_zh(said, quantities[at + 1], text)):
        return described
    if _OF_MORE.fullmatch(noun):  # two of its nine plants
        return _beyond(quantities[at + 1], text, clauses[at + 1][1])
    joined = quantities[at + 1].numeral.end
    if noun in _NEW and text.lower[joined : joined + 1] == "-":  # six new 40-tonne cranes
        return f"{noun} {_beyond(quantities[at + 1], text, clauses[at + 1][1])}"
    if not noun and gap <= 1:
        return _beyond(quantities[at + 1], text, clauses[at + 1][1])
    if len(noun) == 1 and noun >= "\u4e00" and gap == 1:
        return noun + _beyond(quantities[at + 1], text, clauses[at + 1][1])
    return noun


# 6台|功率|480千瓦的充电桩, 30辆|12米长的公交车: a classifier, and what the thing measures.
_MEASURING = regex(
    "[\u4e00-\u9fff](?:"
    "(?:[年月日总单均]|平均|单[机体笔户车]|额定|最[高大长低小]|起[重飞]|员工|注册|设计|存储|电池|车身|建筑|占地"
    "|使用|发行|募资|投资|交易|合同|处理|生产|常住|户籍|从业|在职|储存|剩余|输出|输入)*"
    "(?:功率|容量|[单售总均底]?价格?|价值|[总金余]?额|规模|市值|估值|营收|收入|利润|面积|[车船全总]?[长宽高深重]度?|体积|直径|跨度"
    "|重量|载[重客]量?|负[载荷]|运力|产[能量]|能力|[时航流车网]?速度?|续航|[航里]程|期限|年限|寿命|年?龄|账[期龄]|人[数口]|员工数?"
    "|[排储熔]水?量|容积|精度|像素|口径|吨位|[箱座客]位数?|[显内缓]存|功耗|压[力强]|温度|浓度|剂量|毛利率|增速|占比|厚度?|力|制程|户数|评分|[年月]?利[率息]|票面|[年月日][产销供]"
    "|拥有|设有|配有|配备|搭载|内置|带有|附带|装有|可?容纳|可[载装乘坐住供]|[搭运乘]?载|涉及|总计|合计|(?<=[年月日])(?:处理|加工|发电|吞吐|输送|屠宰|焚烧))"
    "(?:[在为达约过超有均仅各共都]|分别)?)?"
)
_THE_THING = regex("[^，。；：、和及与0-9\\s（）()]{0,6}?的(?=[\u4e00-\u9fffa-z])(?!是|为|在)")


def _described_zh(noun: str, following: Quantity, text: Text) -> str:
    """The classifier behind a number, and what a second number says the size of; "" for none."""
    if noun[:1] not in CLASSIFIERS or _MEASURING.fullmatch(noun) is None:
        return ""
    end = _end_of_range(text, following.end)
    thing = _THE_THING.match(text.lower, end)
    if thing is None and noun[1:2] in _SPANS_ZH:  # 两条年产20万吨|生产线
        thing = _PLANT.match(text.lower, end)
    return noun[0] + _behind(text, thing.end()) if thing else ""


_SPANS_ZH = frozenset("年月日")
_PLANT = regex(
    "(?=[^，。；：、的和及与0-9\\s（）()]{0,8}?(?:线|厂|站|场|基地|装置|项目|工程|车间|炉|窑|船|矿|井|机|泵|设备|系统))"
)
_TO_ANOTHER = regex("(?:至|到|-|~|—)[0-9][0-9.,]*")


def _end_of_range(text: Text, end: int) -> int:
    """Where a size ends that begins before `end`: 45|至60平方米."""
    other = _TO_ANOTHER.match(text.lower, end)
    return other.end() if other else end


def _behind(text: Text, start: int) -> str:
    """What is said from an offset up to the end of the clause."""
    end = _CLAUSE_END_ZH.search(text.lower, start)
    return text.folded[start : end.start() if end else len(text.folded)]


_CLAUSE_END_ZH = regex("[，。；：！？,;]")
_NEW = frozenset("new more further additional extra other used old large small".split())
_AROUND_A_NOUN = " 、\t*†‡§"  # 1,200* cars has a footnote
# Two of its nine plants, of the top 20 lenders, of the line's 37 vessels.
_OF_MORE = regex(
    r"(?:out )?of(?: (?:the|its|their|our|his|her|those|these|all))?"
    r"(?: (?:top|first|last|next|other|remaining|existing|current|planned|largest|biggest|leading"
    r"|original|new|[\w'&. -]{1,30}(?:'s|s')))?",
    re.IGNORECASE,
)


def _start_of(text: Text, index: int) -> int:
    """Where a word begins; the end of the text for none."""
    return text.starts[index] if index < len(text.starts) else len(text.folded)


_COMPARING = regex(
    r"against|above|below|versus|compare[ds]|expected|from|consensus|forecast|estimate|topp(?:ed|ing)"
    r"|tops |beat|missed|missing|exceed|up on|down on|short of|ahead of|上年|去年|同期|预期|较"
)


# 3.2 pence per share (H1 FY24: |3.0 pence|)
_EARLIER_IN_BRACKETS = regex(
    r"\((?:(?:20|19)[0-9]{2}|[hq][1-4]|fy ?[0-9]{2,4}|last year|[ ,/-]|[a-z]+ (?:20|19)[0-9]{2}"
    r"|prior year|previous year|a year (?:ago|earlier))+: ?\W?$",
    re.IGNORECASE,
)
# Would save £7m a year from 2026 at a cost of |£3m|
_AT_A_COST = regex(r"\b(?:cost|charge|outlay|investment|expense|price)s? of(?: [a-z]+){0,2}\s*\W?$")
_PARALLEL = regex(r"\band (?:[a-z]+ ){1,2}(?:to|at)\s*$")  # $9,410 a tonne and zinc to $2,730


def _with_rates_before(
    nouns: list[tuple[str, str, str]], quantities: list[Quantity]
) -> list[tuple[str, str, str]]:
    """88 cents per share against 83 cents: what is compared is per the same."""
    for at in range(1, len(nouns)):
        noun, subject, per = nouns[at]
        before = nouns[at - 1][2]
        quantity = quantities[at]
        is_money = quantity.dimension.startswith("money:")
        is_bare = quantity.is_bare and not is_counted_word(noun.partition(" ")[0])
        same = are_alike(quantities[at - 1], quantity) and (is_money or is_bare)
        is_parallel = is_money and not noun and _PARALLEL.search(subject) is not None
        is_earlier = is_money and _EARLIER_IN_BRACKETS.search(subject) is not None
        is_next = is_money and is_of_next_year(nouns[at], quantities[at - 1], quantity)
        is_compared = is_parallel or is_earlier or is_next or _COMPARING.search(f"{subject} {noun}")
        is_cost = _AT_A_COST.search(subject) is not None
        if not per and before and same and is_compared and not is_cost:
            nouns[at] = (noun, subject, before)
        elif (
            not per
            and before
            and quantities[at].dimension == quantities[at - 1].dimension
            and nouns[at - 1][1].rstrip().endswith(FROM_ZH)
            and MOVED_TO_ZH.fullmatch(subject)
        ):
            nouns[at] = (noun, subject, before)  # 日产能由900吨提至1200吨
    return nouns


def _beyond(quantity: Quantity, text: Text, clause_end: int) -> str:
    """What stands behind a figure that describes what another counts: 16 |128-bit| chips."""
    limit = _start_of(text, clause_end)
    start = quantity.end
    if quantity.is_attribute and is_counted_word(text.word(quantity.last + 1)):
        start = quantity.start  # 900 |two-wheelers|
    elif quantity.is_attribute and quantity.last + 1 < len(text.ends):
        start = text.ends[quantity.last + 1]
    return text.folded[start : max(limit, start)].strip(" 、\t-")

"""What is said before a figure: 约, 超过, at least, on the order of."""

import re
from itertools import pairwise

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.negated_bounds import negated_bound
from exporter.evidence.reading.qualifiers_afar import (
    COPULAS,
    OTHER_CAPS,
    SUPERLATIVES,
    from_afar,
    over_a_noun,
    over_a_verb,
)
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.cues import MODALS
from exporter.evidence.reading.vocabulary.qualifiers import (
    EXACT,
    NOTHING,
    WITHIN,
    Readings,
    both,
)
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import CALENDAR_TIME, MULTIPLE, RATIO, TIME

_SPANS_OF_TIME = frozenset({TIME, CALENDAR_TIME})
_MOST_PHRASES = 5  # qualifiers before one figure
_NO_MORE = frozenset({"不过", "只不过"})
_KEPT_FILLERS = frozenset({"为", "a", "an"})


def before(
    quantity: Quantity, text: Text, previous_end: int, compared_end: int
) -> tuple[Readings, int]:
    """What is said before a quantity, and the index of the word where that begins.

    Args:
        quantity: The quantity.
        text: The text.
        previous_end: The index of the word after the figure before it.
        compared_end: The same, where that figure may be compared with this one; else -1.
    """
    words = text.words
    readings, index = NOTHING, quantity.first
    for _ in range(_MOST_PHRASES):
        index = _before_fillers(words, index, previous_end)
        found = _phrase_before(text, index, previous_end)
        if found is None:
            if index > previous_end and words[index - 1][-1] in words_for.BEFORE_MAGNITUDE:
                said = _before_magnitude(words, index - 1, quantity)
                readings, index = both(readings, said), index - bool(said)
            break
        count, phrase, said = found
        is_of_a_mark = text.word(quantity.last + (text.word(quantity.last) == "-")) in _MARKS
        if _compares(text, phrase, index - count, compared_end, is_of_a_mark=is_of_a_mark):
            break
        if bound := negated_bound(text, index - count, phrase, said):
            return bound
        start = index - count
        if phrase == "over" and _is_over_a_time(quantity, text, start, previous_end):
            return readings | EXACT, start
        readings = both(readings, _as_said_of(quantity, text, start, phrase, said))
        index -= count
        if not said:
            break
    if not readings:
        readings, index = _before_a_comma(text, index, previous_end)
    if readings:
        is_standard = _STANDARD.match(text.lower, quantity.end) is not None
        return readings | EXACT if is_standard else readings, index
    return (
        _farther(text, index, previous_end, quantity) if index > previous_end else (NOTHING, index)
    )


_APART = frozenset("minimum maximum most least".split())


def _before_a_comma(text: Text, index: int, previous_end: int) -> tuple[Readings, int]:
    """What a bound says that a comma parts from its figure: At a minimum, $65 million.

    Over the words of a clause that says what will be (at a maximum, it will pay 12%) it may be
    meant for the figure or for the clause.
    """
    is_next = text.word(index - 1) == ","
    at = index - 1 if is_next else _comma_over_modal(text, index, previous_end)
    if at <= previous_end or text.word(at - 1) not in _APART:
        return NOTHING, index
    found = _phrase_before(text, at, previous_end)
    start = at - (found[0] if found else 0)
    start -= text.word(start) != "at" and text.word(start - 1) in {"a", "the"}
    start -= text.word(start) != "at"
    is_apart = text.word(start) == "at" and (start == 0 or text.word(start - 1) in _BEGINNING)
    if found is None or not is_apart:
        return NOTHING, index
    if is_next and text.word(at - 1) != "least":
        return found[2], start
    return found[2] | EXACT, start if is_next else index


def _comma_over_modal(text: Text, index: int, previous_end: int) -> int:
    """The index of the comma behind a sentence's first words, which a modal follows; 0 for none."""
    if previous_end or index < 2 or text.words[0] != "at" or "," not in text.words[:5]:
        return 0
    at = text.words.index(",")
    return 0 if MODALS.isdisjoint(text.words[at:index]) else at


_BEGINNING = frozenset({".", ";", ":", "!", "?", ",", "and", "but"})


def _farther(text: Text, index: int, previous_end: int, quantity: Quantity) -> tuple[Readings, int]:
    """What is said of a quantity over a verb or a noun, or by what the clause calls it."""
    words = text.words
    if text.is_chinese and (
        (said := over_a_verb(text, index, previous_end))
        or (said := over_a_noun(words, index, previous_end, quantity))
    ):
        return said, index
    if words[index - 1] not in COPULAS:
        return NOTHING, index
    return from_afar(text, index, previous_end), index


def _before_magnitude(words: list[str], at: int, quantity: Quantity) -> Readings:
    """过 and 上 in 过亿 and 上百; that of 以上 is of another word."""
    word = words[at] if len(words[at]) > 1 or not at else words[at - 1] + words[at]
    if word.endswith(_OTHER_ENDS) or not _is_bare_magnitude(quantity):
        return NOTHING
    return words_for.BEFORE_MAGNITUDE.get(word[-1:], NOTHING)


_OTHER_ENDS = ("以上", "之上", "加上", "线上", "早上", "晚上", "马上")


def _before_fillers(words: list[str], index: int, previous_end: int) -> int:
    while (
        index > max(previous_end, 1)
        and words[index - 1] in words_for.FILLERS
        and words[index - 1] not in _KEPT_FILLERS
    ):
        index -= 1
    return index


def _phrase_before(text: Text, index: int, previous_end: int) -> tuple[int, str, Readings] | None:
    """The longest phrase that ends before word `index`: its words, itself, and what it says."""
    if index <= 0:
        return None
    words = text.words
    last = words[index - 1]
    for count in words_for.LENGTHS.get(last, ()):
        if count > index - previous_end:
            continue
        phrase = last if count == 1 else " ".join(words[index - count : index])
        said = words_for.BEFORE.get(phrase)
        if said is not None and not _is_another_word(text, phrase, index - count):
            return count, phrase, said
    return None


_TO_TOP = frozenset("to will may well could would might should can".split())
_BEFORE_PAST = frozenset("the over in".split())
_ABBREVIATIONS = frozenset({"c", "ca"})  # circa has a point
_BEFORE_A_TILDE = frozenset("0123456789%百千万亿元天年月")
# Asked about 17% of outlets: what somebody speaks of.
_SPOKEN_ABOUT = frozenset(
    (
        "ask asks asked asking talk talks talked talking speak spoke spoken speaking know knew "
        "known think thought thinking hear heard learn learned learnt say said write wrote "
        "written worry worries worried complain complained question questions questioned concern "
        "concerns concerned told tell tells care cares argue argued debate debated doubts "
        "optimistic upbeat cautious bring brought come came"
    ).split()
)


def _is_another_word(text: Text, phrase: str, at: int) -> bool:
    """Whether a word that may qualify a figure says something else here: "the top 5", 3~5."""
    previous = text.word(at - 1)
    match phrase:
        case "~":
            # As a dash it touches the number before it, or neither: 20%~30%, 20% ~ 30%.
            is_dash = text.touches(at - 1) or not text.touches(at)
            return is_dash and previous[-1:] in _BEFORE_A_TILDE
        case "about" | "about a":
            return previous in _SPOKEN_ABOUT
        case "top":
            return previous not in _TO_TOP
        case "past" | "passing":
            return previous in _BEFORE_PAST
        case "took over" | "take over" | "takes over" | "taken over" | "passed":
            # 345 orders are taken and not taken over, and 41 laws are passed.
            return not _DONE_TO[phrase[:4]].isdisjoint(text.words[at + 1 : at + 6])
        case "cap of" | "cap at" | "caps at":
            return previous in OTHER_CAPS
        case "not exceed" | "never exceed" | "not surpass":
            return previous not in MODALS
        case _:
            # 租约214份: a noun, whose last character bounds nothing
            return phrase in _ABBREVIATIONS or (phrase[-1] == "约" and not words_for.BEFORE[phrase])


_VOTED_ON = frozenset(
    "laws bills acts motions resolutions amendments reforms inspections tests exams examinations "
    "audits checks assessments trials stations houses".split()
)
_TAKEN = frozenset(
    "orders bookings reservations calls votes payments deposits "
    "hours days weeks months minutes years".split()
)
_DONE_TO = dict.fromkeys(("took", "take"), _TAKEN) | {"pass": _VOTED_ON}


# --- What only looks like a qualifier


_COMPARING = frozenset(
    (
        "over|above|below|under|beyond|higher than|lower than|more than|less than"
        "|高于|低于|高出|超过|超出|优于|好于|胜于|强于|快于|劣于|逊于|差于|弱于|慢于"
    ).split("|")
)
_OF_THE_OTHER = frozenset("over above below under beyond near than".split())
# Topped the $36 million of a year ago, where it topped the $36 million mark.
_MORE_THAN_OTHERS = frozenset(
    "topped topping tops exceeded exceeding exceeds surpassed surpassing surpasses eclipsed "
    "eclipsing outstripped outstripping".split()
)
_SHORT_OF = ("shy of", "short of", "close to")
_OVER_A = frozenset({"over a", "over an", "under a"})
_BEGINS_FIGURES = frozenset("0123456789$€£¥")
_UP_TO = frozenset({"up to", "up to a", "up to another"})
_RISING = re.compile(
    r"(?:back|edg(?:ed?|ing)|cr(?:eep|ept|eeping)|stepp?(?:ed|ing)?|inch(?:ed|ing)?|tick(?:ed|ing)?"
    r"|nudg(?:ed?|ing)|drift(?:ed|ing)?|shot|shoot(?:ing)?|mov(?:ed?|ing)|pick(?:ed|ing)?|went"
    r"|r(?:ose|ise|isen|ising)|climb(?:ed|ing)?|push(?:ed|ing)?|jump(?:ed|ing)?|ramp(?:ed|ing)?"
    r"|sped|speed(?:ing)?|add(?:ed|s)?|built|scal(?:ed|ing)|gone|goes|go|going|c[ao]m(?:e|ing)|was"
    r"|were|are|is|been|being|summ?ed|topp(?:ed|ing)|mark(?:ed|ing)|bid|dr[io]ven|drove|pull(?:ed|ing)"
    r"|bump(?:ed|ing)|kick(?:ed|ing)|pump(?:ed|ing)|rev(?:ised|ved)|notch(?:ed|ing)|catch(?:ing)?|caught"
    r"|round(?:ed|ing)|beef(?:ed|ing)|hik(?:ed|ing)|surg(?:ed|ing)|straight|way"
    r"|backed|claw(?:ed|ing)|spik(?:ed|ing)|spr[au]ng|snap(?:ped|ping)|racing|raced|soar(?:ed|ing)"
    r"|leap(?:ed|t|ing)?|bounc(?:ed|ing)|trend(?:ed|ing)|nos(?:ed|ing)|popp(?:ed|ing)|vault(?:ed|ing)"
    r"|rall(?:ied|ying)|scraped|swell(?:ed|ing)?|swollen|tott(?:ed|ing)|floated|headed|zoom(?:ed|ing)"
    r"|tak(?:e|en|ing)|took|br(?:ing|ought)|stood|stand(?:s|ing)?|work(?:ed|ing)|warm(?:ed|ing)|firm(?:ed|ing))$"
)


_MARKS = frozenset(
    "line mark level threshold barrier milestone handle limit cap ceiling hurdle".split()
)


def _compares(text: Text, phrase: str, at: int, compared_end: int, *, is_of_a_mark: bool) -> bool:
    """Whether a word compares with a figure before it, or says where it went: 46% over HK$67m."""
    if phrase in _COMPARING and at == compared_end and at > 0:
        return True
    *_, last = words = phrase.split()
    is_of_other = last in _OF_THE_OTHER or phrase.endswith(_SHORT_OF)
    is_of_other = is_of_other or phrase in _MORE_THAN_OTHERS or phrase == "around"
    if is_of_other and text.word(at + len(words)) in {"the", "its", "their"}:
        return not is_of_a_mark
    if phrase in _OVER_A and text.word(at + len(words))[:1] in _BEGINS_FIGURES:
        return True  # walked out over a 3.2% offer
    return phrase in _UP_TO and (
        _RISING.search(text.word(at - 1)) is not None or _brings(text.words[max(0, at - 5) : at])
    )


_BRINGING = frozenset(
    "bring brings brought bringing take takes took taking push pushes pushed lift lifts lifted "
    "bump bumps bumped".split()
)


def _brings(words: list[str]) -> bool:
    """Whether something is brought up to a figure: takes its total up to 412."""
    return any(
        word in _BRINGING and following in {"the", "its", "their", "our", "his", "her"}
        for word, following in pairwise(words)
    )


# --- What it is said of


# 低于2.5个月的历史均值: what is compared with is exact.
_STANDARD = re.compile(
    r"均[值线]|的(?:历史|行业|长期|市场|一致|此前|原)?"
    r"(?:均[值线]|平均|水平|预期|预测|预估|估计|指引|目标|中枢|荣枯线|共识|警戒线)"
)


def _is_bare_magnitude(quantity: Quantity) -> bool:
    numeral = quantity.numeral
    return numeral.low == numeral.magnitude > 1 or quantity.dimension == RATIO


def _as_said_of(quantity: Quantity, text: Text, at: int, word: str, said: Readings) -> Readings:
    """What a word says of this quantity.

    近三年 and "over five years" may be the length of a time as well as its bound; 不过百亿 is less
    than 百亿, where 不过5% is as little as that.
    """
    if word in _BY_HOW_MUCH and _is_difference(quantity, text, at, word):
        return EXACT
    if word == "all but" and quantity.dimension != MULTIPLE:
        return EXACT  # all but two of the stores
    is_peak = word in SUPERLATIVES and _PEAK.search(text.lower, 0, text.starts[at])
    # within plus or minus 4%
    if is_peak or (word == "within" and _EITHER_WAY.match(text.lower, quantity.start)):
        return said | EXACT
    if word in _NO_MORE and quantity.numeral.low == quantity.numeral.magnitude > 1:
        return WITHIN
    if quantity.dimension == "length" and word == "over" and text.word(at - 2) in _PER:
        return said | EXACT  # 400 gigabits per second over 80 km
    if quantity.dimension in _SPANS_OF_TIME:
        if word == "近":
            return said | EXACT
        if word == "over":
            return EXACT if _is_spread(text.word(at - 1)) else said | EXACT
    return said


_EITHER_WAY = re.compile(r"plus or minus|plus/minus|±|\+/?-")
_PER = frozenset({"per", "a", "an", "/"})
# 股价盘中最低12.3元，最高15.8元: what it was, where 最高6000元 alone bounds what is paid.
_PEAK = re.compile("(?:股价|盘中|日内|早盘|午盘|开盘|历史|创下?)[^。；]{0,16}$")
# 毛利率高出6个百分点, 较计划超出3%: by how much, where 高出5%的部分 and 超出5% are what is over it.
_BY_HOW_MUCH = frozenset({"高出", "超出"})
_COMPARED = re.compile(
    r"(?:(?<![占对利])比(?![例重率值])|[同环相]比|较(?![大小高低多少为]))[^，。；：]{0,16}$"
)
_OF_WHAT_IS_OVER = re.compile("(?:以上)?(?:的?(?:部分|部份|者|时)|的(?!水平|幅度|溢价|价格))")
_LONGEST_STANDARD = 24  # characters


def _is_difference(quantity: Quantity, text: Text, at: int, word: str) -> bool:
    """Whether 高出 and 超出 say by how much one thing is over another."""
    if _OF_WHAT_IS_OVER.match(text.lower, quantity.end):
        return False
    start = text.starts[at]
    said = text.lower[max(0, start - _LONGEST_STANDARD) : start]
    return word == "高出" or _COMPARED.search(said) is not None


_COUNTED = 3  # words of what a figure counts, before "over three years"
_AGED = frozenset("people persons adults children men women customers users those staff".split())


def _is_over_a_time(quantity: Quantity, text: Text, at: int, previous_end: int) -> bool:
    """Whether so many things are said to come over a time: 64 vessels over three years."""
    if quantity.dimension not in _SPANS_OF_TIME or not 0 < at - previous_end <= _COUNTED:
        return False
    noun = text.word(at - 1)
    if text.word(at - 1) in _GOING:  # 1,500 jobs will go over 18 months
        noun = text.word(previous_end)
    return previous_end > 0 and is_counted_word(noun) and noun not in _AGED


_ENDS_OF_DONE = (
    "ed",
    "able",
    "ible",
    ",",
    "id",
    "lt",
    "ad",
    "ut",
    "out",
    "in",
    "evenly",
    "equally",
)
_GOING = frozenset("go leave come arrive open close follow disappear vanish retire".split())
_LASTING = frozenset("lasted aged waited needed required remained worked lived existed in".split())


def _is_spread(word: str) -> bool:
    """Whether what happens over a time takes all of it: repaid over 7 years, built over four."""
    return word.endswith(_ENDS_OF_DONE) and word not in _LASTING

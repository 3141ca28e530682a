"""Words that may qualify a figure, and say something else: the top 5, 46% over HK$67m."""

from itertools import pairwise

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.qualifiers_afar import OTHER_CAPS
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.cues import MODALS
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import SPANS_OF_TIME

_TO_TOP = frozenset("to will may well could would might should can".split())
_BEFORE_PAST = frozenset("the over in".split())
_ABBREVIATIONS = frozenset({"c", "ca"})  # circa has a point
_BEFORE_A_TILDE = frozenset("0123456789%百千万亿元天年月")
# Asked about 17% of outlets: what somebody speaks of.
_SPOKEN_ABOUT = frozenset(
    (
        "ask asks asked asking talk talks talked talking speak spoke spoken speaking know knew "
        "known think thought thinking hear heard learn learned learnt write written "
        "worry worries worried complain complained question questions questioned concern "
        "concerns concerned told tell tells care cares argue debate debated doubts "
        "optimistic upbeat cautious bring brought come came"
    ).split()
)


def is_another_word(text: Text, phrase: str, at: int) -> bool:
    """Whether a word that may qualify a figure says something else here: "the top 5", 3~5."""
    previous = text.word(at - 1)
    match phrase:
        case "~":
            # As a dash it touches the number before it, or neither: 20%~30%, 20% ~ 30%.
            is_dash = text.touches(at - 1) or not text.touches(at)
            return is_dash and previous[-1:] in _BEFORE_A_TILDE
        case "about" | "about a":
            return previous in _SPOKEN_ABOUT or _is_a_subject(text, at - 1)
        case "top":
            return previous not in _TO_TOP and not _tops_a_sum(text, at)
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
            return phrase in _ABBREVIATIONS or _ends_a_word(text, phrase, at)


def _ends_a_word(text: Text, phrase: str, at: int) -> bool:
    """Whether a bound is the last character of a word that bounds nothing: 租约214份, 外资买超."""
    if phrase in {"超", "超达"}:
        return _NET_TRADES.search(text.lower, 0, text.starts[at] + 1) is not None
    return phrase[-1] == "约" and not words_for.BEFORE[phrase]


# 外资买超, 投信合计卖超: bought or sold on balance, where 采购超50亿元 is more than that.
_NET_TRADES = regex(
    "(?:净[买卖]|(?:[三大]*法人|外资|陆资|投信|自营商?|主力|官股|大户|散户|券商|资金)[^。；]{0,30}(?<![购采售])[买卖])超$"
)
_SUMS = frozenset(
    "sales revenues exports imports assets losses profits costs orders deposits earnings bookings "
    "deliveries shipments deaths claims damages debts fines savings downloads".split()
)


def _tops_a_sum(text: Text, at: int) -> bool:
    """Whether sales or the like are said to top a sum of money: exports | top $3 billion."""
    return text.word(at - 1) in _SUMS and text.word(at + 1)[:1] in _SIGNS


_SIGNS = frozenset("$€£¥")


# The firm said about 40% of queries were answered; what was said about 40 of them is of them.
_SAYING = frozenset("say said wrote argued".split())
_NO_SUBJECT = frozenset(
    "be been being is are was were to nothing something anything much little more things".split()
)


def _is_a_subject(text: Text, at: int) -> bool:
    """Whether a verb of saying has what is spoken of behind it, and no clause."""
    before = text.words[max(0, at - 4) : at]
    is_passive = not before or before[-1] in _NO_SUBJECT
    return text.word(at) in _SAYING and (is_passive or "what" in before)


_VOTED_ON = frozenset(
    "laws bills acts motions resolutions amendments reforms inspections tests exams examinations "
    "audits checks assessments trials stations houses".split()
)
_TAKEN = frozenset(
    "orders bookings reservations calls votes payments deposits "
    "hours days weeks months minutes years".split()
)
_DONE_TO = dict.fromkeys(("took", "take"), _TAKEN) | {"pass": _VOTED_ON}
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
_RISING = regex(
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
MARKS = frozenset(
    "line mark level threshold barrier milestone handle limit cap ceiling hurdle".split()
)


def compares(text: Text, phrase: str, at: int, compared_end: int, *, is_of_a_mark: bool) -> bool:
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
    if text.word(at - 1) == "back" and text.word(at - 2) in _GIVEN_BACK:
        return False  # it may buy back up to $2 billion of stock
    return phrase in _UP_TO and (
        _RISING.search(text.word(at - 1)) is not None or _brings(text.words[max(0, at - 5) : at])
    )


_GIVEN_BACK = frozenset(
    "buy buys buying bought repurchase hand hands handing handed pay pays paying paid give gives "
    "giving gave cut cutting send sending return claw buyback".split()
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


EITHER_WAY = regex(r"plus or minus|plus/minus|±|\+/?-")
_COMPARED = regex(
    r"(?:(?<![占对利])比(?![例重率值])|[同环相]比|较(?![大小高低多少为]))[^，。；：]{0,16}$"
)
_OF_WHAT_IS_OVER = regex("(?:以上)?(?:的?(?:部分|部份|者|时)|的(?!水平|幅度|溢价|价格))")
_LONGEST_STANDARD = 24  # characters


def is_difference(quantity: Quantity, text: Text, at: int, word: str) -> bool:
    """Whether 高出 and 超出 say by how much one thing is over another."""
    if _OF_WHAT_IS_OVER.match(text.lower, quantity.end):
        return False
    start = text.starts[at]
    said = text.lower[max(0, start - _LONGEST_STANDARD) : start]
    return word == "高出" or _COMPARED.search(said) is not None


_COUNTED = 3  # words of what a figure counts, before "over three years"
_AGED = frozenset("people persons adults children men women customers users those staff".split())


def is_over_a_time(quantity: Quantity, text: Text, at: int, previous_end: int) -> bool:
    """Whether so many things are said to come over a time: 64 vessels over three years."""
    if quantity.dimension not in SPANS_OF_TIME or not 0 < at - previous_end <= _COUNTED:
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


def is_spread(word: str) -> bool:
    """Whether what happens over a time takes all of it: repaid over 7 years, built over four."""
    return word.endswith(_ENDS_OF_DONE) and word not in _LASTING

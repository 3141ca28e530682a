"""What a figure is per: 每天…8次, 日均, 8 times a day, $74 per kWh, 元/股."""

from exporter.evidence.reading.captions import per_of_caption
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.prefixes import CHANGES
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.rate_things import ADVERB_NOUNS, FAR, JOINS, TIMES, thing_at
from exporter.evidence.reading.rates_before import can_in_one, per_before
from exporter.evidence.reading.tonnages import YEARLY
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.verbs import SINGULAR, VERBS
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO, TIME

_NOT_A_RATE = frozenset("from in than for within with over half since until by about".split())
_NOT_AFTER = frozenset("ago earlier before prior old later active run".split())
_EACH = frozenset({"per", "each", "every", "a", "an"})
_RATED = frozenset({COUNT, TIME})


def per_what(
    text: Text, quantity: Quantity, clause: int, clause_end: int, previous_last: int
) -> str:
    """What a figure is per: the key of a unit, the name of a thing (`share`, `10 share`), or ""."""
    if found := _per_after(text, quantity, clause_end):
        return found
    if found := per_of_caption(text, quantity):
        return found
    dimension = quantity.dimension
    if (
        dimension in _RATED
        or dimension.startswith("money:")
        or dimension in {"mass", "length", "oil", "energy", "volume", "area", "data", "TEU"}
    ):
        can = can_in_one(text, clause, quantity)
        return cues.SPANS[can[1]] if can else per_before(text, clause, previous_last, quantity)
    return ""


def may_hold_rates(text: Text) -> bool:
    """Whether any word of a text may say per what a figure is."""
    return not _RATE_WORDS.isdisjoint(text.words) or any(
        map(text.lower.__contains__, ("百公里", *_ONE_SPAN))
    )


_MOVES = frozenset(
    "fall rise increase decline drop jump decrease improvement reduction dip gain".split()
)
_COMPARED = frozenset("fewer less more lower higher better worse".split())
_ONE_SPAN = ("一天", "一日", "一周", "一年", "一小时", "一分钟", "一个月", "一季度", "一晚")
_RATE_WORDS = frozenset(
    (
        "/ 每 平均 per each every a an daily hourly weekly monthly annually yearly annual "
        "单票 eps dps bvps share psf psm pcm"
    ).split()
) | frozenset({*cues.MEANS_ZH, *cues.MEASURES_ZH, *YEARLY})


def _per_after(text: Text, quantity: Quantity, clause_end: int) -> str:
    """What stands behind a figure, or behind what it counts: /天, a day, $70-a-share."""
    words, first = text.words, quantity.last
    if text.word(first - 1) in YEARLY:  # 35 MTPA
        return "years"
    if quantity.dimension in {RATIO, POINTS} and text.word(first) in _COMPARED:
        return ""  # 3% fewer items per basket: what has changed is the rate
    is_move = quantity.dimension == RATIO and text.word(first) in _MOVES
    is_move = is_move and text.word(first + 1) == "in"  # a 3% fall in revenue per room
    for index in range(first, min(clause_end, first + FAR, len(words))):
        word = words[index]
        found = _per_word(text, index, first, quantity)
        if found is not None:
            return "" if is_move and found not in TIMES else found
        if word[0].isdecimal() and text.words[index - 1].isalpha() and text.touches(index - 1):
            continue  # grams of CO2 per kilometre
        if word in JOINS or (word[0].isdecimal() and quantity.dimension != COUNT):
            return ""
    return ""


def _per_word(text: Text, index: int, first: int, quantity: Quantity) -> str | None:
    """What a word behind a figure says that it is per; "" for nothing, None where it says nothing.

    Args:
        text: The text.
        index: The index of the word.
        first: That of the first word behind the figure.
        quantity: The figure.
    """
    word = text.words[index]
    if word in _RATE_SIGNS:
        return _RATE_SIGNS[word]
    if word in {"/", "每"} and index - first <= 2 and text.word(index - 1) not in _OF_ANOTHER:
        # y/y; 19%/yoy+1pct; 3% from price/mix, which are two causes
        following = text.word(index + 1)
        is_change = following in {text.word(index - 1), "mix", *CHANGES}
        # 200兆瓦/400兆瓦时 are two numbers, where 2元/10股 is a rate.
        is_another = word == "/" and following.strip("0,") not in {"", "1"}
        is_another = is_another and following[:1].isdecimal()
        is_name = word == "/" and index > first and _is_in_a_name(text, index, first, quantity)
        found = "" if is_change or is_another or is_name else thing_at(text, index + 1)
        # 11 times EV/EBITDA: a ratio's name.
        is_ratio = word == "/" and quantity.dimension == MULTIPLE and found not in TIMES
        return "" if is_ratio else found
    if word in cues.ADVERBS and _is_a_rate(text, index):
        is_next = index == first or _is_behind_of(text, first, index)
        return cues.ADVERBS[word] if is_next or quantity.dimension == COUNT else None
    if word == "-" and text.word(index + 1) in _EACH and text.word(index + 2) == "-":
        return thing_at(text, index + 3)
    is_for_each = text.word(index - 1) == "for" and word in {"each", "every"}
    if word in _EACH and (is_for_each or text.word(index - 1) not in _NOT_A_RATE):
        is_counted = index == first + 1 and quantity.dimension == COUNT
        if word in {"a", "an"} and _is_no_span(text, index, is_counted):
            return ""
        found = thing_at(text, index + 1, strict=word != "per")
        if is_for_each and found in TIMES:
            return None
        return found if found or word in {"per", "each", "every"} else None
    return None


def _is_in_a_name(text: Text, index: int, first: int, quantity: Quantity) -> bool:
    """Whether a slash parts two names, and says no rate: 15.9% in PET/|CT, 4% in food/|retail.

    Args:
        text: The text.
        index: The index of the slash.
        first: That of the first word behind the figure.
        quantity: The figure.
    """
    before, following = (_as_written(text, at) for at in (index - 1, index + 1))
    if not before.isascii() or not before.isalpha() or not following.isascii():
        return False
    if before.isupper() and following.isupper():  # a code beside a code; $4 in cash/BOE has one
        return True
    if thing_at(text, index + 1, strict=True):  # 4% in sales/employee
        return False
    is_placed = text.word(first) in _PLACING or quantity.dimension in {RATIO, POINTS}
    return is_placed or following[:1].isupper()


def _as_written(text: Text, at: int) -> str:
    return text.folded[text.starts[at] : text.ends[at]] if at < len(text.words) else ""


_PLACING = frozenset("in at for across from among within".split())


def _is_behind_of(text: Text, first: int, index: int) -> bool:
    """Whether only what a quantity is of stands before a word: 70 tonnes of coal | daily."""
    return text.word(first) == "of" and index == first + 2


def _is_no_span(text: Text, index: int, is_counted: bool) -> bool:
    """Whether "a day" says when, or what is bought: a year before, buys a day pass.

    Args:
        text: The text.
        index: The index of the article.
        is_counted: Whether the word before it is what is counted: 14 trains an hour.
    """
    verb, after = text.word(index - 1), text.word(index + 1)
    is_time = after in cues.SPANS or after == "quarter"
    if after == "second" and _names_a_further(text.word(index + 2)):
        return True
    return (is_time and text.word(index + 2) in _NOT_AFTER) or (
        verb in _BUYING or (verb in SINGULAR and not is_counted)
    )


def _names_a_further(word: str) -> bool:
    """Whether the word behind "a second" is what is the second: a second policy."""
    is_behind_time = word in _BEHIND_A_RATE or word in VERBS or word.endswith("ly")
    return word.isalpha() and not is_behind_time


_BEHIND_A_RATE = frozenset(
    "in on at to of for from by with and or but over per across as than when while if under via "
    "during between through into out up down after before until each every that which who it they "
    "more less faster slower worldwide".split()
)
_BUYING = frozenset("buy bought need lasted last take took get got wait spend spent".split())
_RATE_SIGNS = {"psf": "square feet", "psm": "m²", "pcm": "months"}
_OF_ANOTHER = frozenset("至 到 为".split())  # 上涨15%至每箱2340美元


def _is_a_rate(text: Text, index: int) -> bool:
    """Whether daily is said of a figure, and not of active users or the daily average."""
    before = text.word(index - 1)
    is_noun = text.word(index + 1) in ADVERB_NOUNS or before == "the" or before.endswith("'s")
    return not is_noun and before not in _NOT_A_RATE

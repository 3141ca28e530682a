"""What is said around a figure: 约, 超过, 以上, at least, or more, on the order of."""

import re
from functools import cache

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.cues import EXACT, NOTHING, ORDER_OF, WITHIN, Readings
from exporter.facts.units import RATIO, TIME

_NO_MORE = frozenset({"不过", "只不过"})


_RISING = re.compile(
    r"(?:edged|crept|stepped|inched|ticked|nudged|drifted|shot|moved|picked|went"
    r"|rose|climbed|pushed|jumped|ramped|sped|add(?:ed|s)?|built|scaled|gone|goes|go"
    r"|came|was|were|are|is|summ?ed)$"
)


def before(quantity: Quantity, text: Text, previous_end: int) -> tuple[Readings, int]:
    """What is said before a quantity, and the index of the word where that begins."""
    words = text.words
    readings, index = NOTHING, quantity.first
    for _ in range(5):
        while (
            index > previous_end
            and words[index - 1] in cues.FILLERS
            and words[index - 1] not in {"为", "a", "an"}
            and index - 1 > 0
        ):
            index -= 1
        found = _phrase_before(text, index, previous_end)
        if (
            found is None
            and _is_bare_magnitude(quantity)
            and index > previous_end
            and words[index - 1][-1:] in cues.BEFORE_MAGNITUDE
        ):
            said = cues.BEFORE_MAGNITUDE[words[index - 1][-1:]]
            readings, index = both(readings, said), index - 1
            break
        if found is None:
            break
        count, phrase, said = found
        if _compares(text, phrase, index - count, previous_end):
            break
        readings = both(readings, _as_said_of(quantity, phrase, said))
        index -= count
        if not said:
            break
    if not readings and index - 2 >= previous_end and words[index - 2] in cues.BOUNDS_ZH:
        verb = words[index - 1]
        if verb[0] >= "\u4e00" and len(verb) <= 2:  # 至多涨8%, 至少保留20个
            return cues.BEFORE[words[index - 2]], index - 1
    return (readings or _from_afar(text, index, previous_end)), index


def _phrase_before(text: Text, index: int, previous_end: int) -> tuple[int, str, Readings] | None:
    if index <= 0:
        return None
    words = text.words
    last = words[index - 1]
    for count in cues.LENGTHS.get(last, ()):
        if count > index:
            continue
        phrase = last if count == 1 else " ".join(words[index - count : index])
        said = cues.BEFORE.get(phrase)
        if said is None or index - count < previous_end:
            continue
        if (
            last == "~"
            and index - 2 >= 0
            # As a dash it touches the number before it, or neither: 20%~30%, 20% ~ 30%.
            and (text.touches(index - 2) or not text.touches(index - 1))
            and words[index - 2][-1:] in "0123456789%百千万亿元天年月"
        ):
            continue
        if (
            last in {"exceed", "surpass"}
            and count == 2
            and (phrase[:2] != "to" and text.word(index - 3) not in cues.MODALS)
        ):
            continue
        if phrase == "top" and text.word(index - 2) not in {
            "to",
            "will",
            "may",
            "well",
            "could",
            "would",
            "might",
            "should",
            "can",
        }:
            continue
        if phrase in {"past", "passing"} and text.word(index - 2) in {"the", "over", "in"}:
            continue
        if phrase in {"c", "ca", "max"} and count == 1 and phrase != "max":
            continue
        return count, phrase, said
    return None


def _compares(text: Text, phrase: str, at: int, previous_end: int) -> bool:
    """Whether a word compares with a figure before it: 46% over HK$67 million."""
    if (
        phrase
        in {
            "over",
            "above",
            "below",
            "under",
            "beyond",
            "higher than",
            "lower than",
            "more than",
            "less than",
            "高于",
            "低于",
            "高出",
            "超过",
            "超出",
        }
        and at == previous_end
        and at > 0
    ):
        return True
    if phrase in {
        "over",
        "above",
        "below",
        "under",
        "beyond",
        "near",
        "passed",
        "topped",
        "exceeded",
    } and text.word(at + 1) in {"the", "its", "their"}:
        return phrase not in {"passed", "topped", "exceeded"}
    return (
        phrase in {"up to", "up to a", "up to another"}
        and _RISING.search(text.word(at - 1)) is not None
    )


def _from_afar(text: Text, index: int, previous_end: int) -> Readings:
    """The ceiling on the price is set at $60: what the clause calls the figure."""
    if text.word(index - 1) not in {"at", "is", "of", "was", "to", "be", "are"}:
        return NOTHING
    words = text.words[max(previous_end, index - 12) : index]
    if (
        "ceiling" in words
        or "capped" in words
        or ("limited" in words and words[-1] == "to")
        or ("upper" in words and "limit" in words)
    ):
        return cues.UP_TO
    if (
        ("cap" in words or "limit" in words)
        and words[-1] in {"at", "of"}
        and "market" not in words
        and "small" not in words
    ):
        return cues.UP_TO
    if "floor" in words and words[-1] in {"at", "of"}:
        return cues.AT_LEAST
    return NOTHING


def _is_bare_magnitude(quantity: Quantity) -> bool:
    numeral = quantity.numeral
    return numeral.low == numeral.magnitude > 1 or quantity.dimension == RATIO


def _as_said_of(quantity: Quantity, word: str, said: Readings) -> Readings:
    """What a word says of this quantity.

    近三年 and "over five years" may be the length of a time as well as its bound; 不过百亿 is less
    than 百亿, where 不过5% is as little as that.
    """
    if word in _NO_MORE and quantity.numeral.low == quantity.numeral.magnitude > 1:
        return WITHIN
    if word in {"近", "over"} and quantity.dimension in {TIME, "calendar time"}:
        return said | EXACT
    if word == "within" and quantity.dimension in {TIME, "calendar time"}:
        return said
    return said


_AFTER = re.compile(
    r"\s?(?:(?P<more>(?:或|及)?以上|有余|开外|起(?=[，。；、\s]|$)|\+"
    r"|(?:or\s+(?:more|above|higher|greater|longer|over|better)|and\s+(?:above|up"
    r"|over|more)|upwards|-?\s?plus(?!\s+or\s))(?![a-z]))"
    r"|(?P<odd>多(?!元化|样|模态|媒体|维|端|个|家|名|种|款|少)|余(?![额下款地]))"
    r"|(?P<less>(?:或|及)?以下|or\s+(?:less|fewer|below|lower|under)(?![a-z]))"
    r"|(?P<within>以内|之内|内(?![部容地存外测置需生在涵核资蒙])|or\s+sooner)"
    r"|(?P<about>左右|上下(?![游文班级浮])|许(?=[，。；])|or\s+(?:so"
    r"|thereabouts)(?![a-z])|-odd(?![a-z])"
    r"|,?\s?(?:give\s+or\s+take(?!\s[$€£¥0-9a-z])|more\s+or\s+less)(?![a-z]))"
    r"|(?P<most>(?:at\s+(?:the\s+)?(?:most|maximum)|tops|max(?:imum)?)(?![a-z])|封顶|为限|为上限)"
    r"|(?P<least>at\s+(?:the\s+)?(?:least|minimum)(?![a-z]))"
    r"|(?P<over>之上)|(?P<under>之下)"
    r"|(?P<order>(?:数?量级|级别|级)(?!联|市场|自动|分销)|-?\s?(?:scale|level|class)(?![a-z])))"
)


_MEANS = {
    "more": cues.OR_MORE, "odd": cues.OR_MORE, "less": WITHIN, "within": WITHIN,
    "about": cues.ABOUT, "order": ORDER_OF, "most": cues.UP_TO, "least": cues.AT_LEAST,
    "over": cues.OVER, "under": cues.UNDER,
}  # fmt: skip


# Up to so many characters of a noun may stand between figure and word: 10万卡量级, 100家企业以上.
_BETWEEN_ZH = re.compile(
    r"[^，。；：！？、（）()\s\x000-9]{0,5}?(?P<word>以上|以下|左右|数?量级"
    r"|(?<![升超高初中年等层省地市县])级(?!联|市场))"
)


_BETWEEN_EN = re.compile(
    r"(?:\s+[a-z-]+){1,3}?,?\s+(?:(?P<more>or\s+(?:more|above|higher|longer|over)"
    r"|and\s+(?:up|over))|(?P<less>or\s+(?:less|fewer|below|lower|under))"
    r"|(?P<about>or\s+so|give\s+or\s+take(?!\s[$€£¥0-9a-z]))"
    r"|(?P<most>at\s+(?:the\s+)?most)|(?P<least>at\s+(?:the\s+)?least))(?![a-z])"
)


_AFTER_HINT = re.compile(
    r"以|左右|上下|之|内|起|多|余|开|许|级|封|为|\+|有余|plus|odd| or | and |at "
    r"|more|give|scale|level|class|tops|max|upward|或|及|量"
)


_WORD_MEANS = {"以上": cues.OR_MORE, "以下": WITHIN, "左右": cues.ABOUT}


def after(quantity: Quantity, text: Text) -> Readings:
    """What is said after a quantity: 以上, 左右, 级, or more, at most, -scale."""
    readings, end, lower = quantity.numeral.qualifiers, quantity.end, text.lower
    if _AFTER_HINT.search(lower, end, end + 40) is None:
        return readings
    for _ in range(2):
        match = _AFTER.match(lower, end)
        if not match:
            break
        kind = match.lastgroup or ""
        if kind == "order" and not (quantity.numeral.magnitude > 1 or "量级" in match[0]):
            break
        readings = both(readings, _MEANS[kind])
        end = match.end()
    if match := _BETWEEN_ZH.match(lower, quantity.end):
        if match["word"] in _WORD_MEANS:
            readings = both(readings, _WORD_MEANS[match["word"]])
        elif quantity.numeral.magnitude > 1:
            readings = both(readings, ORDER_OF)
    if match := _BETWEEN_EN.match(lower, quantity.end, quantity.end + 60):
        readings = both(readings, _MEANS[match.lastgroup or ""])
    return readings


@cache
def both(one: Readings, other: Readings) -> Readings:
    """Two sayings about one figure together; it is exact only where neither denies that.

    高达 alone leaves 96% exact; 高达…量级 does not.
    """
    if not one or not other:
        return one or other
    return (one | other) - EXACT | (one & other & EXACT)

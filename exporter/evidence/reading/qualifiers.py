"""What is said around a figure: 约, 超过, 以上, at least, or more, on the order of."""

import re
from functools import cache

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.cues import MODALS
from exporter.evidence.reading.vocabulary.qualifiers import EXACT, NOTHING, WITHIN, Readings
from exporter.facts.units import CALENDAR_TIME, MULTIPLE, POINTS, RATIO, TIME

_SPANS_OF_TIME = frozenset({TIME, CALENDAR_TIME})
_SHARES = frozenset({RATIO, POINTS, MULTIPLE})
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
            if _is_bare_magnitude(quantity) and index > previous_end:
                said = words_for.BEFORE_MAGNITUDE.get(words[index - 1][-1:], NOTHING)
                readings, index = both(readings, said), index - bool(said)
            break
        count, phrase, said = found
        if _compares(text, phrase, index - count, compared_end):
            break
        readings = both(readings, _as_said_of(quantity, phrase, said))
        index -= count
        if not said:
            break
    if readings:
        return readings, index
    if (said := _over_a_verb(words, index, previous_end)) or (
        said := _over_a_noun(words, index, previous_end, quantity)
    ):
        return said, index - 1
    return _from_afar(text, index, previous_end), index


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
        case "not exceed" | "never exceed" | "not surpass":
            return previous not in MODALS
        case _:
            return phrase in _ABBREVIATIONS


# --- What only looks like a qualifier


_COMPARING = frozenset(
    (
        "over|above|below|under|beyond|higher than|lower than|more than|less than"
        "|高于|低于|高出|超过|超出"
    ).split("|")
)
_OF_THE_OTHER = frozenset("over above below under beyond near".split())
_UP_TO = frozenset({"up to", "up to a", "up to another"})
_RISING = re.compile(
    r"(?:back|edg(?:ed?|ing)|cr(?:eep|ept|eeping)|stepp?(?:ed|ing)?|inch(?:ed|ing)?|tick(?:ed|ing)?"
    r"|nudg(?:ed?|ing)|drift(?:ed|ing)?|shot|shoot(?:ing)?|mov(?:ed?|ing)|pick(?:ed|ing)?|went"
    r"|r(?:ose|ise|isen|ising)|climb(?:ed|ing)?|push(?:ed|ing)?|jump(?:ed|ing)?|ramp(?:ed|ing)?"
    r"|sped|speed(?:ing)?|add(?:ed|s)?|built|scal(?:ed|ing)|gone|goes|go|going|c[ao]m(?:e|ing)|was"
    r"|were|are|is|been|being|summ?ed|topp(?:ed|ing)|mark(?:ed|ing)|bid|dr[io]ven|drove|pull(?:ed|ing)"
    r"|bump(?:ed|ing)|kick(?:ed|ing)|pump(?:ed|ing)|rev(?:ised|ved)|notch(?:ed|ing)|catch(?:ing)?|caught"
    r"|round(?:ed|ing)|beef(?:ed|ing)|hik(?:ed|ing)|surg(?:ed|ing)|straight|all the way"
    r"|tak(?:e|en|ing)|took|br(?:ing|ought)|stood|stand(?:s|ing)?|work(?:ed|ing)|warm(?:ed|ing)|firm(?:ed|ing))$"
)


def _compares(text: Text, phrase: str, at: int, compared_end: int) -> bool:
    """Whether a word compares with a figure before it, or says where it went: 46% over HK$67m."""
    if phrase in _COMPARING and at == compared_end and at > 0:
        return True
    if phrase in _OF_THE_OTHER and text.word(at + 1) in {"the", "its", "their"}:
        return True
    return phrase in _UP_TO and _RISING.search(text.word(at - 1)) is not None


# --- What stands farther off


_VERB = 2  # characters of a verb between a bound and its figure: 至多涨8%, 至少保留20个


def _over_a_verb(words: list[str], index: int, previous_end: int) -> Readings:
    length = 0
    for at in range(index - 1, max(previous_end, index - 1 - _VERB) - 1, -1):
        word = words[at]
        if word in words_for.BOUNDS_ZH and length:
            return words_for.BEFORE[word]
        length += len(word)
        if word[0] < "\u4e00" or length > _VERB:
            break
    return NOTHING


_NOUN = 10  # characters of a noun between a qualifier and its figure
# 超过去年的40% says that the 40% are of last year.
_OF_ANOTHER_TIME = frozenset("去年 上年 同期 此前 之前 预期 目标 原先 行业 平均 其他".split())
_COMMAS = frozenset("，。；：、,;:（）()")


def _over_a_noun(words: list[str], index: int, previous_end: int, quantity: Quantity) -> Readings:
    """不得超过净资产的40%, 跌破每公斤35元: a noun, or what the figure is per, stands between."""
    of = words[index - 1] if index else ""
    length = 0
    for at in range(index - 1, max(previous_end, index - _NOUN) - 1, -1):
        word = words[at]
        if word in _COMMAS or word in _OF_ANOTHER_TIME or length > _NOUN:
            return NOTHING
        length += len(word)
        is_per = word == "每" and length <= _NOUN // 2
        is_share = of == "的" and quantity.dimension in _SHARES
        if is_per and at > previous_end:
            before_per = at - 1 if words[at - 1] in words_for.FILLERS else at
            return words_for.BEFORE.get(words[before_per - 1], NOTHING)
        said = words_for.BEFORE.get(word, NOTHING)
        if is_share and said and at < index - 1 and word[0] >= "\u4e00":
            return said - EXACT
    return NOTHING


_COPULAS = frozenset("at is of was to be are".split())
_SET_AT = frozenset({"at", "of"})
_OTHER_CAPS = frozenset({"market", "small", "large", "mid"})


def _from_afar(text: Text, index: int, previous_end: int) -> Readings:
    """The ceiling on the price is set at $60: what the clause calls the figure."""
    copula = text.word(index - 1)
    if copula not in _COPULAS:
        return NOTHING
    words = frozenset(text.words[max(previous_end, index - 12) : index])
    if not words.isdisjoint({"ceiling", "capped"}) or {"upper", "limit"} <= words:
        return words_for.UP_TO
    if "limited" in words and copula == "to":
        return words_for.UP_TO
    if (
        copula in _SET_AT
        and not words.isdisjoint({"cap", "limit"})
        and words.isdisjoint(_OTHER_CAPS)
    ):
        return words_for.UP_TO
    return words_for.AS_LOW_AS if "floor" in words and copula in _SET_AT else NOTHING


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
    if word in {"近", "over"} and quantity.dimension in _SPANS_OF_TIME:
        return said | EXACT
    return said


# --- Behind a figure


_NO_NUMBER = (
    r"(?!\s+(?:[$€£¥0-9]|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|us|rmb|hk)"
    r"(?![a-z])))"
)
_MORE_EN = (
    r"or\s+(?:more|above|higher|greater|longer|over|better|upwards?)"
    r"|and\s+(?:above|up|over|more|upwards?|counting)|upwards"
)
_LESS_EN = r"(?:or|and)\s+(?:less|fewer|below|lower|under)"
_ABOUT_EN = r"or\s+(?:so|thereabouts)|give\s+or\s+take(?!\s[$€£¥0-9a-z])|more\s+or\s+less"
_MOST_EN = r"at\s+(?:the\s+)?(?:very\s+)?(?:most|maximum|outside)"
_LEAST_EN = r"at\s+(?:the\s+)?(?:very\s+)?(?:least|minimum)"
_AFTER = re.compile(
    r"\s?(?:(?P<more>(?:或|及)?以上|有余|开外|打底|保底|起步|起跳|起(?=[，。；、\s]|$)|\+(?![/0-9])"
    rf"|(?:{_MORE_EN})(?![a-z])|-?\s?plus(?!\s+or\s)(?![a-z]))"
    r"|(?P<odd>多(?!元化|样|模态|媒体|维|端|个|家|名|种|款|少)|余(?![额下款地]))"
    rf"|(?P<less>(?:或|及)?以下|(?:{_LESS_EN})(?![a-z]))"
    r"|(?P<within>以内|之内|内(?![部容地存外测置需生在涵核资蒙])|or\s+sooner)"
    r"|(?P<about>左右|上下(?![游文班级浮])|许(?=[，。；])|-odd(?![a-z])|-ish(?![a-z])"
    rf"|,?\s?(?:{_ABOUT_EN})(?![a-z]))"
    rf"|(?P<most>(?:{_MOST_EN}|tops|max(?:imum)?)(?![a-z]){_NO_NUMBER}|封顶|为限|为上限|顶天)"
    rf"|(?P<least>(?:{_LEAST_EN}|min(?:imum)?)(?![a-z]){_NO_NUMBER})"
    r"|(?P<just_over>出头|挂零)"
    r"|(?P<over>之上)|(?P<under>之下)"
    r"|(?P<order>(?:数?量级|级别|级)(?!联|市场|自动|分销)|-?\s?(?:scale|level|class)(?![a-z])))"
)
_MEANS = {
    "more": words_for.OR_MORE, "odd": words_for.OR_MORE, "less": WITHIN, "within": WITHIN,
    "about": words_for.ABOUT, "order": words_for.ORDER_OF, "most": words_for.UP_TO,
    "least": words_for.AT_LEAST, "over": words_for.OVER, "under": words_for.UNDER,
    "just_over": words_for.JUST_OVER,
}  # fmt: skip
# Up to so many characters of a noun may stand between figure and word: 10万卡量级, 100家企业以上.
_BETWEEN_ZH = re.compile(
    r"[^，。；：！？、（）()\s\x000-9]{0,5}?(?P<word>以上|以下|左右|数?量级"
    r"|(?<![升超高初中年等层省地市县])级(?!联|市场))"
)
_BETWEEN_EN = re.compile(
    rf"(?:\s+[a-z-]+){{1,3}}?,?\s+(?:(?P<more>{_MORE_EN})|(?P<less>{_LESS_EN})|(?P<about>{_ABOUT_EN})"
    rf"|(?P<most>{_MOST_EN}){_NO_NUMBER}|(?P<least>{_LEAST_EN}){_NO_NUMBER})(?![a-z])"
)
_AFTER_HINT = re.compile(
    r"以|左右|上下|之|内|起|多|余|开|许|级|封|为|\+|有余|打底|保底|顶天|出头|挂零|plus|odd|ish"
    r"| or | and |at |more|give|scale|level|class|tops|max|min|upward|或|及|量"
)
_WORD_MEANS = {"以上": words_for.OR_MORE, "以下": WITHIN, "左右": words_for.ABOUT}


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
            readings = both(readings, words_for.ORDER_OF)
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

"""What is said behind a figure: 以上, 左右, 级, or more, at most, -scale."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import qualifiers as words_for
from exporter.evidence.reading.vocabulary.qualifiers import EXACT, WITHIN, Readings, both
from exporter.facts.units import CALENDAR_TIME, RATIO, TIME

_NO_NUMBER = (
    r"(?!\s+(?:[$€£¥0-9]|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|us|rmb|hk)"
    r"(?![a-z])))"
)
# Behind a noun a bound ends what is said of it: 41 countries granted at least some of them.
_NO_MORE = (
    r"(?=\s*(?:[.,;:)]|$)|\s(?:and|or|but|to|by|per|an?|this|next|each|every|before|until|when|if"
    r"|(?:on|in|from)(?!\s(?:name|part|theory|principle|paper|public|some|one|spirit|law)))(?![a-z]))"
)
# 3,000 came, and upwards of $12 million was pledged: what is said of another number.
_OF_ANOTHER = (
    r"(?!\s+(?:[a-z]{0,3}[$€£¥]|[0-9]|(?:than|to|of|the|half|twice|us|rmb|eur|usd|gbp|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|an?\s(?:hundred|thousand|million|billion|dozen|third|quarter|half))"
    r"(?![a-z])))"
)
# 9,000 tokens, or more than 2% of all: what is said again as another number.
_MORE_EN = (
    r"or\s+(?:(?:more|higher|greater|longer|better)(?!\s+than)|upwards?(?!\s+of)"
    rf"|(?:above|over){_OF_ANOTHER})"
    rf"|and\s+(?:above|up|over|more|upwards?|counting){_OF_ANOTHER}|upwards(?!\s+of)"
)
_LESS_EN = rf"(?:or|and)\s+(?:less|fewer|below|lower|under){_OF_ANOTHER}"
_ABOUT_EN = r"or\s+(?:so|thereabouts)|give\s+or\s+take(?!\s[$€£¥0-9a-z])|more\s+or\s+less"
_MOST_EN = r"(?:at|as)\s+(?:(?:the|a)\s+)?(?:very\s+)?(?:most|maximum|outside|best)"
_LEAST_EN = r"(?:at|as)\s+(?:(?:the|a)\s+)?(?:very\s+)?(?:least|minimum)"
_AFTER = regex(
    r"\s?(?:(?P<more>(?:或|及)?以上|有余|开外|打底|保底|起步|起跳|起(?=[，。；、\s]|$)|\+(?![/0-9])"
    rf"|(?:{_MORE_EN})(?![a-z])|,?\s?if\s+not\s+more(?![a-z])|-?\s?plus(?!\s+(?:or\s|[0-9$€£¥]))(?![a-z]))"
    r"|(?P<odd>多(?!元化|样|模态|媒体|维|端|个|家|名|种|款|少)|余(?![额下款地])|还要?[多强](?=[，。；、,;.\s]|$))"
    rf"|(?P<less>(?:或|及)?以下|(?:{_LESS_EN})(?![a-z]))"
    r"|(?P<within>以内|之内|内(?![部容地存外测置需生在涵核资蒙])|or\s+sooner)"
    r"|(?P<about>左右|附近(?!的)|上下(?![游文班级])|许(?=[，。；])|-odd(?![a-z])|-ish(?![a-z])"
    rf"|,?\s?(?:{_ABOUT_EN})(?![a-z]))"
    rf"|(?P<most>(?:{_MOST_EN}|tops|max(?:imum)?)(?![a-z]){_NO_NUMBER}"
    rf"|,\s(?:{_MOST_EN}|tops|max(?:imum)?)(?=[.,;)]|$)"
    r"|(?:\s|-)?(?:ceiling|cap|limit)(?![a-z])|封顶|为限|为上限|顶天)"
    rf"|(?P<least>(?:{_LEAST_EN}|min(?:imum)?)(?![a-z]){_NO_NUMBER}|为(?:下限|底线)"
    rf"|,\s(?:{_LEAST_EN}|min(?:imum)?)(?=[.,;)]|$))"
    r"|(?P<just_over>出头|挂零|强(?![于劲大势化度烈制调者项手县市省企健震压风降]))"
    r"|(?P<over>之上|上方)|(?P<under>之下|下方)"
    r"|(?P<order>(?:数?量级|级别|级)(?!联|市场|自动|分销)"
    r"|-?\s?(?:scale|level|class(?! [a-z0-9](?![a-z0-9])))(?![a-z])))"
)
_MEANS = {
    "more": words_for.OR_MORE, "odd": words_for.OR_MORE, "less": WITHIN, "within": WITHIN,
    "about": words_for.ABOUT, "order": words_for.ORDER_OF, "most": words_for.UP_TO,
    "least": words_for.AT_LEAST, "over": words_for.OVER, "under": words_for.UNDER,
    "just_over": words_for.JUST_OVER,
}  # fmt: skip
# Up to so many characters of a noun may stand between figure and word: 10万卡量级, 100家企业以上.
_BETWEEN_ZH = regex(
    r"[^，。；：！？、（）()\s\x000-9]{0,5}?(?P<word>(?<![线级档类层]及)(?<![线级档类层]或)(?<![线级档层])(?:以上|以下)|以内|左右|附近(?!的)|上下(?![游文班级])|数?量级"
    r"|为限|为上限|封顶|为下限|为底线"
    r"|(?<![升超高初中年等层省地市县])级(?!联|市场)"
    # 客户1.8万|家+, and no 5家A+企业
    r"|(?<=[家人户台辆座个件款名位次单店城份张套只场所])\+(?![/0-9a-z]))"
)
# 十九座封顶: so many buildings are topped out.
_TOPPED_OUT = regex("(?:[座栋幢]|[^，。；、]{0,4}[楼塔桥站馆厂])[^，。；、]{0,4}封顶")
_BETWEEN_EN = regex(
    rf"'?(?:\s+[a-z-]+){{1,3}}?,?\s+(?:(?P<more>{_MORE_EN})|(?P<less>{_LESS_EN})|(?P<about>{_ABOUT_EN})"
    rf"|(?P<most>{_MOST_EN}{_NO_MORE}|(?<=[,s]\s)(?:tops|max(?:imum)?)(?=[.,;)]|$))"
    rf"|(?P<least>{_LEAST_EN}{_NO_MORE}|(?<=[,s]\s)min(?:imum)?(?=[.,;)]|$)))(?![a-z])"
)
_AFTER_HINT = regex(
    r"附近|"
    r"以|上方|下方|ceiling|cap|limit|左右|上下|之|内|起|多|余|开|许|级|封|为|\+|有余|打底|保底|顶天"
    r"|还|出头|挂零|强|plus|odd|ish"
    r"| or | and |at |as |more|give|scale|level|class|tops|max|min|upward|或|及|量"
)
_WORD_MEANS = {
    "+": words_for.OR_MORE, "以上": words_for.OR_MORE, "以下": WITHIN, "以内": WITHIN,
    "左右": words_for.ABOUT, "上下": words_for.ABOUT,
    "附近": words_for.ABOUT,
    "为限": words_for.UP_TO, "为上限": words_for.UP_TO, "封顶": words_for.UP_TO,
    "为下限": words_for.AT_LEAST, "为底线": words_for.AT_LEAST,
}  # fmt: skip


_GOES_ON = regex(
    r"\s+(?:(?:in|of|per|each|every|for|from|on|at|this|next|by|range|mark|and|or|is|are|was|were"
    r"|will|would|has|have)(?![a-z])"
    r"|an?\s(?:second|minute|hour|day|week|month|year|share|tonne|ton|barrel|head|piece|time)(?![a-z]))"
)
_ANOTHER = regex(r"\s+(?:the|its|their|an?|another|some|several|any)(?![a-z])")
_ADDED = regex(r"\s+[a-z]")


def _is_added(quantity: Quantity, lower: str, end: int) -> bool:
    """Whether plus adds something: $118 million plus costs, where 500 plus staff are 500 or more.

    Args:
        quantity: What stands before it.
        lower: The text, in small letters.
        end: Where plus ends.
    """
    if _GOES_ON.match(lower, end):
        return False
    is_whole = quantity.dimension == RATIO or quantity.dimension.startswith("money:")
    return (_ADDED if is_whole else _ANOTHER).match(lower, end) is not None


# 未来三年内到期: the span that is spoken of, and no limit to a time that something takes.
_SPAN_BEFORE = regex("(?:未来|今后|往后|接下来|过去|此后|随后)的?$")
_LONGEST_SPAN = 4  # characters of it


def _is_a_span(quantity: Quantity, lower: str) -> bool:
    """Whether so much time is what is spoken of: 未来三年内."""
    start = quantity.start
    is_time = quantity.dimension in {TIME, CALENDAR_TIME}
    return is_time and bool(_SPAN_BEFORE.search(lower, max(0, start - _LONGEST_SPAN), start))


# 事故12起, 并购案逾1万起: of what happens 起 is the classifier, where 12元起 is 12 or more.
_HAPPENS = regex(
    "(?:事[故件]|案[件例]?|投诉|纠纷|交易|并购|收购|诉讼|仲裁|处罚|违[规法约]|融资|火灾|召回|攻击|侵权|犯罪|索赔|爆炸|泄漏|入侵|警情)"
    "[^，。；、0-9]{0,6}$"
)
_HAPPENING = 10  # characters before a number


def _counts_deeds(quantity: Quantity, lower: str, end: int) -> bool:
    """Whether 起 behind a number says that so many things happened."""
    if not quantity.is_bare or end != quantity.end + 1:
        return False
    start = quantity.start
    is_said = _HAPPENS.search(lower, max(0, start - _HAPPENING), start) is not None
    return is_said or quantity.numeral.magnitude == 1


def _are_strongest(quantity: Quantity, _lower: str, _end: int) -> bool:
    """Whether 强 behind a number ranks so many: 前10强, where 四分之一强 is a little more."""
    return quantity.dimension != RATIO


# What may say something else than it does behind most figures.
_OTHERS = {" plus": _is_added, "起": _counts_deeds, "强": _are_strongest}


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
        if match[0] in _OTHERS and _OTHERS[match[0]](quantity, lower, match.end()):
            break
        if kind == "order" and not (quantity.numeral.magnitude > 1 or "量级" in match[0]):
            break
        is_a_span = kind == "within" and _is_a_span(quantity, lower)
        readings = both(readings, _MEANS[kind] | EXACT if is_a_span else _MEANS[kind])
        end = match.end()
    is_topped_out = _TOPPED_OUT.match(lower, quantity.end) is not None
    if not is_topped_out and (match := _BETWEEN_ZH.match(lower, quantity.end)):
        if match["word"] in _WORD_MEANS:
            readings = both(readings, _WORD_MEANS[match["word"]])
        elif quantity.numeral.magnitude > 1:
            readings = both(readings, words_for.ORDER_OF)
    if match := _BETWEEN_EN.match(lower, quantity.end, quantity.end + 60):
        readings = both(readings, _MEANS[match.lastgroup or ""])
    return readings

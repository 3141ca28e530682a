"""Figures that a text denies: 并未突破1亿, has yet to reach 1 million."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading.denied_claims import is_denied_claim, may_deny_claims
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary import cues, qualifiers
from exporter.evidence.reading.wording import Link, Wording


def read_denials(wording: Wording) -> list[bool]:
    """For every quantity whether the text denies it; a figure tied to a denied one is too."""
    text, quantities, links, starts, clauses = wording
    if not _may_hold_denials(text):
        return [False] * len(quantities)
    found: list[bool] = []
    tie, previous = Link.NONE, 0
    for at, quantity in enumerate(quantities):
        clause, end = clauses[at]
        denied = _is_denied(text, starts[at], max(clause, previous), end, quantity)
        gap = text.lower[quantities[at - 1].end : text.starts[starts[at]]] if at else ""
        tied = at > 0 and (tie is not Link.NONE or _CARRIES_ON.fullmatch(gap) is not None)
        found.append(denied or (tied and found[-1]))
        tie, previous = links[at], quantity.last
    return found


_CARRIES_ON = regex(
    r"[^，。；：！？,;:\x00]{0,6}?(?:和|及|与|或|、|至|到)\s*"
    r"|\s?(?:[a-z]+\s){0,2}?(?:or|nor|and|to)\s*"
)


def _may_hold_denials(text: Text) -> bool:
    """Whether any word of a text may deny something."""
    return (
        not cues.NOT_ZH.isdisjoint(text.words)
        or not cues.NOT_EN.isdisjoint(text.words)
        or "short" in text.words
        or "longer" in text.words
        or (text.is_chinese and any(map(text.lower.__contains__, ("落空", "失败", "不"))))
        or may_deny_claims(text)
    )


def _is_denied(text: Text, start: int, clause: int, clause_end: int, quantity: Quantity) -> bool:
    """Whether the words around a quantity deny it; a denial reaches no further than its verb.

    Args:
        text: The text.
        start: The index of the first word that qualifies it.
        clause: The index of the first word of its clause.
        clause_end: The index of the word that ends it.
        quantity: The quantity.
    """
    if is_denied_claim(text, clause, quantity):
        return True
    if text.is_chinese and _is_denied_zh(text, clause, quantity):
        return True
    return _is_denied_near(text, start, clause, quantity) or _is_missed(text, quantity, clause_end)


def _is_denied_near(text: Text, start: int, clause: int, quantity: Quantity) -> bool:
    words, said = text.words, text.words[start : quantity.first]
    if said[:1] and said[0].startswith("未") and text.word(start - 1)[-1:] in _YET:
        return True  # 未超过 alone is a qualifier, but 尚未超过 says that it may yet
    if said[:2] == ["short", "of"]:
        return text.word(start - 1) in _FALL
    for index in range(start - 1, max(clause, start - 7) - 1, -1):
        word = words[index]
        if (word in cues.NOT_ZH and word != "否认") or (word == "不" and said[:1] != ["过"]):
            return True
        if word in cues.NOT_EN and not _is_but(text, index):
            is_denied = word in _FAILING and not _NEGATED.isdisjoint(
                words[max(0, index - 2) : index]
            )
            is_denied = is_denied or _is_of_what_there_is(text, index, quantity)
            is_denied = is_denied or _is_of_a_goal_beside(text, index, start)
            is_denied = is_denied or _is_a_forecast(text, index, quantity)
            return not is_denied and not _is_a_bound(text, index, said)
        if word == "longer" and text.word(index - 1) == "no":
            return True
        if word == "of" and text.word(index - 1) == "short":
            return text.word(index - 2) in _FALL
        if not _is_reached_over(word):
            return word in {"—", "–"} and _is_behind_an_aside(text, index + 1)
    return clause > start - 8 and _is_behind_an_aside(text, clause)


_NOT_AND_ASIDE = regex(
    r"(?:(?<!if )(?<!or )(?<![a-z])(?:not|never)|n't) ?[,(—–-] ?[^,.;:()—–0-9]{1,48}[,)—–-] ?$"
)
_LONGEST_ASIDE = 60  # characters


def _is_behind_an_aside(text: Text, index: int) -> bool:
    """Whether words go on behind an aside that a denial stands before: not, as feared, raised."""
    end = text.starts[index]
    return _NOT_AND_ASIDE.search(text.lower, max(0, end - _LONGEST_ASIDE), end) is not None


_DEFINITE = frozenset("the its their those these all".split())
# What is done to what there is: has not paid the $40 million fine; met and reached are figures.
_DONE = frozenset(
    "sell sold pay spend deliver delivered get got receive received open opened close closed ship "
    "shipped add added cut".split()
)


def _is_of_what_there_is(text: Text, index: int, quantity: Quantity) -> bool:
    """Whether a denial is of what is done to known things, or of what they do.

    Has not sold the 60 flats, neither the 14 clerks nor the two managers.
    """
    if text.word(quantity.first - 1) not in _DEFINITE:
        return False
    between = text.words[index + 1 : quantity.first]
    return not _DONE.isdisjoint(between) or text.words[index] in {"neither", "nor"}


_MISSING = frozenset("miss missed missing misses".split())


def _is_of_a_goal_beside(text: Text, index: int, start: int) -> bool:
    """Whether a figure is of a goal that another one missed: 10.9% missed the goal of 12%."""
    if text.words[index] not in _MISSING or text.word(start - 1) != "of":
        return False
    return any(
        text.words[at][0].isdecimal() and not text.used[at]
        for at in range(max(0, index - 3), index)
    )


# Missed the $121 million that analysts had forecast: what was forecast is stated all the same.
_FORECAST = frozenset(
    "average mean median consensus forecast forecasts estimate estimates expected analysts "
    "economists".split()
)


def _is_a_forecast(text: Text, index: int, quantity: Quantity) -> bool:
    """Whether a figure that another one missed is what analysts had forecast."""
    if text.words[index] not in _MISSING or text.word(quantity.first - 1) != "the":
        return False
    behind = text.words[quantity.last : quantity.last + 3]
    words = behind[1:] if behind[:1] in (["that"], ["which"]) else behind
    return not _FORECAST.isdisjoint(words[:2])


def _is_but(text: Text, index: int) -> bool:
    """Whether `yet` denies nothing by itself: costs rose, yet 9% was earned; not yet made."""
    return text.words[index] == "yet" and text.word(index + 1) != "to"


_VERBS = "|".join(sorted(cues.REACHED_ZH, key=len, reverse=True))
_OF_A_PLAN = "设计|预期|预定|目标|计划|规划|既定|承诺|约定|要求|设定|预计"
# 并未如传闻所说达到10万辆, 尚未达到设计的30万吨, 没有向关联方提供8000万元.
_OVER_MORE = regex(
    rf"(?:[如像按照因在于将把使令让][^，。；0-9]{{2,8}}?)?(?:{_VERBS})+(?:(?:{_OF_A_PLAN})的?)?"
    r"|[^，。；0-9]{1,8}?(?:所[说传称言指]|传闻|盛传|报道|声称|宣称)中?的?"
    r"|[向为对给与跟就][^，。；0-9]{1,10}?(?:提供|支付|授予|出借|转让|出售|采购|投资|借出|拨付|发放|划转|签署|签订|订立"
    r"|达成|收取|收购|转账|借款|承诺|约定|披露|确认|计提)[过了]?(?:任何|超过?|逾|约|总额|金额|合计|达|高达)*"
)
# 否认6200万元应收款存在风险 denies the risk; what is said of a figure: denied_claims.
_THAT = regex("(?:其|这|该|那|此|上述|就|对|与|和|有关|关于)*[起笔批项个次]?")
_LONGEST_DENIAL = 16  # characters between a denial and its figure


def _is_denied_zh(text: Text, clause: int, quantity: Quantity) -> bool:
    """Whether a denial reaches over a phrase to the figure, or denies what is said of it."""
    end = text.starts[quantity.first]
    for index in range(quantity.first - 1, clause - 1, -1):
        word = text.words[index]
        between = text.lower[text.ends[index] : end]
        if len(between) > _LONGEST_DENIAL:
            return False
        if word == "否认":
            return _THAT.fullmatch(between) is None
        if word in cues.NOT_ZH:
            return _OVER_MORE.fullmatch(between) is not None
    return False


# Did not miss its 4% target: it was met.
_FAILING = frozenset("miss missed missing misses fail failed failing deny denied".split())
_NEGATED = frozenset(
    "not never without didn't doesn't don't hasn't haven't hadn't won't wouldn't".split()
)
_AUXILIARIES = frozenset("能会可有再真")
_YET = frozenset("尚仍还并从均都终")
_FALL = frozenset({"fell", "fall", "falls", "falling"})


def _is_reached_over(word: str) -> bool:
    """Whether a denial reaches over a word to the figure behind it."""
    if word in cues.REACHED_ZH or word in cues.REACHED_EN or word in qualifiers.BEFORE:
        return True
    return word in cues.MEANS_ZH or word in _AUXILIARIES or word.endswith("ly")


def _is_a_bound(text: Text, index: int, said: list[str]) -> bool:
    """Will not exceed X says that X is a bound; not including X denies nothing."""
    word, following = text.words[index], text.word(index + 1)
    if following == "of" or (following == "have" and _WOULD.issuperset({text.word(index - 1)})):
        return True  # neither of the two; would not have fallen to 3% without it
    if following in {"including", "counting", "least", "just", "all", "every"}:
        return True
    if following == "only" and text.word(index + 2).isalpha():
        return True
    verb = following in {"exceed", "surpass"} or said[:2] == ["not", "exceed"]
    verb = verb or (said[1:2] == ["than"] and said[0] in _COMPARATIVES)  # cannot fall by more than
    return verb and (text.word(index - 1) in cues.MODALS or word in _CANNOT)


_WOULD = frozenset({"would", "could", "might"})
_CANNOT = frozenset("won't cannot can't shouldn't wouldn't mustn't shan't couldn't".split())
_COMPARATIVES = frozenset("more less fewer higher lower".split())


_LONGEST = 60  # characters behind a figure that may say it was missed


def _is_missed(text: Text, quantity: Quantity, clause_end: int) -> bool:
    """The target of 1亿 was not met, whatever it says before."""
    stop = text.ends[clause_end - 1] if clause_end > quantity.last else quantity.end
    rest = text.lower[quantity.end : min(stop, quantity.end + _LONGEST)].replace("未来", "将来")
    if not rest:
        return False
    for word in cues.MISSED_AFTER_ZH:
        at = rest.find(word)
        if 0 <= at <= 12 and any(
            rest.find(other, at) in range(at, at + len(word) + 5) for other in cues.NOT_MET_ZH
        ):
            return True
    if re.match(r"[^，。；：！？,;0-9]{0,4}?[也都](?:没|未|不)", rest):
        return True
    return (
        re.match(
            (
                r"[a-z\s-]{0,30}?\s?(?:target|goal|plan|objective)s?\s[a-z\s]{0,12}?(?:not"
                r"|missed|never|fail)"
            ),
            rest,
        )
        is not None
    )

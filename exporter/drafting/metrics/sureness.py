"""How sure a drafted name is: a word that says nothing by itself, or a measure right beside.

A name is in doubt where it is one general word (Units, Price, 金额), no noun at all (Running) or
the rest of a clause (Came in spite of, Was), and where its figure is a part of the one before (of
which £12m). One that stands right before or behind its figure is in none, however it was found: £9m
of restructuring costs.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import OPEN
from exporter.drafting.metrics.zh.words import MEASURES
from exporter.drafting.model import Guess, Sentence, Stated
from exporter.engine.regex import regex

SAYS_LITTLE = "the name says little: see what is measured"
_A_PART = "of a part of the figure before: see whether the name says so"
_GENERAL_EN = regex(
    r"(?:units?|shares?|amounts?|values?|figures?|levels?|rates?|changes?|growth|increases?"
    r"|targets?"
    r"|ranges?|forecasts?|consensus|sums?|rest|parts?|portions?|positions?|points?|sizes?|scores?"
    r"|limits?|early|late|running|medium-term targets?|long-term targets?|amount remaining|movement"
    r"|worse|better|flat|rather|instead|(?:broadly )?in line|level with|unchanged|alike"
    r"|ahead|behind|equivalent|grew|rose|fell|shrank|out of .+|tonne|barrel|ounce|gallon"
    r"|litre|therm|analysts?|economists?|brokers?|investors|executives|managers|officials"
    r"|contribution|balance|measures?|things?|items?|(?:growth|market|price) forecast)"
    r"(?: (?:growth|change|increase|reduction))?|\d(?!\d-week |[\d,.]*-[a-z]+ \w+ \w+).*"
    r"|[a-z]+(?:ing|ly)",
    re.IGNORECASE,
)
# Words that measure nothing until it is said of what: Plans, Cost; but Cost growth is one of all.
_OPEN_EN = regex(
    r"cost|price|plans?|pay|guidance|numbers?|counts?|was|were|totals?|bill|payments?"
    r"|periods?|benefits?|offers?|deals?|results?|returns?|terms?|projects?|programmes?|business|money"
    r"|steps?|cuts?|falls?|drops?|purchases?|quantity|percentages?|proportions?|ratios?|averages?"
    r"|time|length|duration|performance|progress|effects?|impact|[a-z]+(?<!e)ed",
    re.IGNORECASE,
)
# Measures of which there are several kinds: in doubt unless they are said so beside the figure.
_BARE_EN = regex(
    r"earnings|loss(?:es)?|spending|income|outlay|expenses?|funding|proceeds|borrowings?|debts?"
    r"|investments?|sale price",
    re.IGNORECASE,
)
# A verb with what goes with it: Brings in more; when something was: Long ago, So far
_REST_EN = regex(
    r"(?:brings?|takes?|gives?|gets?|keeps?|gains?|draws?|pulls?|puts?|sets?|earns?|makes?|turns?"
    r"|throws?|rakes?|loses?|pays?|costs?) (?:in|up|out|away|off|over|down|back|more"
    r"|less|fewer|it|them|us)"
    r"(?: .*)?|(?:not )?(?:long|years?|months?|weeks?|days?) ago|(?:so|thus) far|(?:once )?again"
    r"|as well"
    r"|at (?:last|least|most|first|present)|in (?:all|total|part)|no longer|ever since"
    r"|(?:always|often|never|already|still|now|then|today|once|soon|ago)",
    re.IGNORECASE,
)
# The rest of a clause, with its verb or preposition: Came in spite of, Is balloting members
_CLAUSE_EN = regex(
    r"(?:am|is|are|was|were|be|been|has|have|had|does|do|did|will|would|could|should|must|might|came"
    r"|comes|went|goes|took|takes|gave|gives|got|gets|said|says|saw|sees|seen|made|makes|planned to"
    r"|wants|hopes|aims|seeks|expects|despite|thanks to|because|than|to|of|from|with|by|as|amid"
    r"|although|though|while|when|where|which|who|whose|that|it|they|he|she|we|not)(?: .*)?",
    re.IGNORECASE,
)
# Names of one word that end like other words, and are measures.
_NAMES = frozenset(
    """
    staffing shipping funding borrowing spending lending trading pricing financing gearing
    manufacturing engineering advertising marketing licensing housing gaming banking saving supply
    assembly family unemployed unsecured seed breed
    """.split()
)
_GENERAL_ZH = regex(
    "(?:.{0,6}(?:付|给|找|跟|教|帮)(?:我们?|他们?|你们?)|(?:只|才|还|就)[来去有剩]数"
    "|(?:学校|公司|平台|厂家|门店|银行|[我他她])们?[留付拿抽给收]|金额|数量|占比|比例|比重|规模|增速|投入|总额|数字|幅度|额度|水平|目标|数值|份额|变动)"
)
_OF_WHICH = regex(
    r"\b(?:of|among) (?:which|whom|these|them)(?: [a-z]+){0,3}"
    rf" {ABOUT}[A-Z]{{0,3}}\W?$"
    "|其中(?!，?(?:第?[一二三四]季度?|[上下]半年|[0-9一二三四五六七八九十]{1,2}月))[^，。；]{0,6}$"
)
_BESIDE = (
    r"(?: (?:of|to|at|was|were|is|are|by|came|rose|fell|grew|stood|reached|totall?ed|about"
    r"|around|some"
    r"|nearly|over|only|just|a|an|record|the)){0,5}[ (:]*[A-Z]{0,3}[^\w\s]?"
)
_SURE = frozenset({"Price-earnings ratio"})


def as_sure_as(guess: Guess[str], stated: Stated, sentence: Sentence) -> Guess[str]:
    """A name with the doubt that it deserves.

    Args:
        guess: The name that was found.
        stated: The figure.
        sentence: In which it stands.
    """
    name, text = guess.value, sentence.text
    if not name:
        return guess
    is_price = name == "Price" and stated.figures[0].per != ""  # £4.99 a month
    is_bare = _BARE_EN.fullmatch(name) is not None and not _is_said(name, text)
    if (is_bare or _says_little(name)) and not is_price:
        return guess if guess.doubt else Guess(name, SAYS_LITTLE)
    if guess.doubt == OPEN and (name in _SURE or _is_beside(name, stated, text)):
        return Guess(name)
    is_part = (
        not _SAYS_PART.search(name)
        and not guess.doubt
        and _OF_WHICH.search(text[: stated.start]) is not None
        and not _is_named_as_part(name, text[: stated.start])
    )
    return Guess(name, _A_PART) if is_part else guess


_SAYS_PART = regex(
    r" share of |^share of .+ (?:due|scheduled|planned|slated) for "
    r"|contribution (?:of .*)?to |^(?:organic|inorganic|like-for-like|underlying|comparable) .+ "
    r"(?:growth|change)$|.中[^中]{2,}占比$",
    re.IGNORECASE,
)
# 其中|加盟店|约2951家: the part itself, and no bare measure of it
_PART_ZH = regex("其中，?(?P<part>[^，。；0-9]{3,12}?)(?:为|达到?|约|近|逾|超过?|共|有|的)*$")


def _is_named_as_part(name: str, before: str) -> bool:
    """Whether a name begins with all that a Chinese clause calls the part."""
    found = _PART_ZH.search(before)
    return found is not None and name.startswith(found["part"]) and found["part"] not in MEASURES


def _says_little(name: str) -> bool:
    if not name.isascii():
        return _GENERAL_ZH.fullmatch(name) is not None
    if name.casefold() in _NAMES:
        return False
    kinds = (_GENERAL_EN, _OPEN_EN, _CLAUSE_EN, _REST_EN)
    return any(kind.fullmatch(name) is not None for kind in kinds)


def _is_said(name: str, text: str) -> bool:
    """Whether a sentence itself has a name's words."""
    return re.search(rf"(?<![\w-]){re.escape(name)}\b", text, re.IGNORECASE) is not None


def _is_beside(name: str, stated: Stated, text: str) -> bool:
    """Whether a name stands right before its figure, or behind it: £9m of restructuring costs."""
    said = re.escape(name)
    if re.match(rf" (?:of|in) (?:[a-z-]+ )?{said}\b", text[stated.end :], re.IGNORECASE):
        return True
    is_money = stated.figures[0].dimension.startswith("money")
    before = rf"(?<![\w-]){said}{_BESIDE}$"
    return is_money and re.search(before, text[: stated.start], re.IGNORECASE) is not None

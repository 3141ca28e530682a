"""Whether a clause speaks of what comes, or of how things stand on the day of publication."""

import re
from functools import lru_cache

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.nouns import without_nouns
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.verbs import SINGULAR
from exporter.facts.folding import fold
from exporter.facts.words import Lang

_FUTURE_EN = regex(
    r"\b(?:will|shall|won't|expects?|anticipates?|plans?|targets?|aims?|intends?"
    r"|hopes?|assumes?|assuming"
    r"|warn(?:s|ed|ing) of (?:an? )?(?:further|another|additional|extra|more)"
    r"|(?<!analyst )(?<!analysts’ )(?<!average )(?<!consensus )(?<!market )forecasts?"
    r"|(?:it|now|still|who|which|company|group|bank|firm|management|(?-i:[A-Z][\w&]+)) projects"
    r"(?! (?:in|at|on|of|for|to|with|and|are|were|was|is|had|have|that)\b)"
    r"|guid(?:es|ing|ance|ed (?:to|for|toward))|outlook|prepar(?:es|ing) to|looking to"
    r"|(?:that|said|added) (?:he|she|it|they) (?:also |still |now )?expected"
    r" (?=(?:an?|the|its|their|some|further|more|higher|lower|another) )"
    r"|in talks to|ready to|is set to|are set to|is due to|are due to"
    r"|(?:is|are) (?:still |also |then |not )?expected"
    r"|is likely|going to|estimates? (?:that|its|for|to)|expecting|planning|aiming"
    r"|targeting|would(?! (?:sooner|rather|prefer|not touch)\b)|could"
    r"|might|(?-i:may)|should|wants? to|pledge[sd]?|proposes?"
    r"|sees?(?= [^,;]*[0-9])"
    r"|(?:is|are) (?:now |still )?(?:seen|forecast|projected|tipped|put|targeted|estimated"
    r"|planned|scheduled|slated)"
    r"|(?<!aim )(?<!goal )(?<!plan )(?<!task )(?:is|are) to (?!date\b)(?=[a-z]+)"
    r"|looks? (?:for|to)(?= (?:[\w-]+ ){0,6}(?:of|at|[$€£¥0-9]))"
    r"|(?:is|are|due|set) to (?:be |start|begin|open|close|launch|pay|become|reach|rise|fall|move"
    r"|go|come))\b",
    re.IGNORECASE,
)
# A price that brokers set says nothing of what comes; nor does what was once to come.
_NO_FUTURE_EN = regex(
    r"\b(?:price|its|his|her|their|the|a|\$[0-9.]+|[0-9.]+|stock|share) targets?(?! (?:of"
    r"|for) (?:[\w-]+ ){0,4}(?:by|in) )\b"
    r"|\b(?:the|its|our|of|their) (?-i:(?:[A-Z][\w’'-]+ ){1,4}(?:Plans?|Targets?|Outlook))\b"
    # A profit that beat forecasts has been made.
    r"|\b(?:beat|beats|beating|beaten|missed|misses|missing|topped|tops|topping|exceeded|exceeds"
    r"|exceeding|surpassed|surpassing)"
    r" (?:(?:the|most|all|City|market|average|consensus|analysts?['’]?|Wall Street['’]?s?) )*"
    r"forecasts?\b(?! (?:of|for)\b)"
    r"|\b(?:guidance|outlook) (?:was|had)|\b(?:had|was|were) (?:expected|forecast|planned|guid)\w*",
    re.IGNORECASE,
)
_FUTURE_ZH = regex(
    "预计|将(?!近|军|其|该)|(?<![机社协议商学董大委工年例都])会(?=[降升增][到至加])|计划|拟|力争|目标|有望|预期|预测(?!模型|系统|算法|引擎|平台)|预估|展望|争取|规划|打算|准备|指引"
    "|料将|未来|有信心|有把握|还可获得|可望|(?<![机社协议商学董大委工年例都])会[于在](?=[0-9]|明年|年底|年内|下)"
    "|要(?=站上|做到|达到|突破|超过|冲|实现|到[0-9])|挑战(?=[0-9])"
)
_PRESENT_EN = regex(
    r"\b(?:has|have|is|are|employs?|operates?|owns?|serves?|runs?|holds?|counts?"
    r"|covers?|accounts? for|makes?"
    r"|sells?|costs(?= (?:about|around|from|just|only|up|less|more|between|[A-Z]{0,3}[$€£¥0-9]))"
    r"|offers?|uses?|produces?|generates?|remains?|stands?|boasts?"
    r"|spans?|contains?|includes?|supports?"
    r"|reaches|exceeds?|excludes?|equals|amounts?|consists?|provides?"
    r"|ranges?(?= (?:from|between|in|up|across|widely))"
    r"|bears?|represents?|works?|earns?|pays?|ranks?|carries|carry|charges?|takes?"
    r"|needs?"
    r"|requires?|lists?|can|contributes?|competes?|trades?"
    r"|brings?(?! in [^,;.]{0,20}[$€£¥])|spends?|leaves?"
    r"|stays?|weighs?|lasts"
    r"|(?<!the )(?<!its )(?<!in )last(?= (?:for|about|around|up|until|longer|[0-9]))"
    r"|loses?|gives?|keeps?|handles?|changes? hands|connects?|feeds?"
    r"|believes?|thinks?|argues?|reckons?|warns?|depends?|controls?|commands?|attracts?|draws?"
    r"|people work|where [^,;]{0,30} (?:work|live)"
    r"|(?:which|who|that) (?!was\b|has\b|this\b)[a-z]+[b-rt-z]s)\b",
    re.IGNORECASE,
)
_PAST_EN = regex(
    r"\b(?:was|were|had|did|rose|fell|grew|made|sold|won|lost|came|went|took|built"
    r"|cut|shrank|swung|spent|paid"
    rf"|bought|cost(?= (?:it |them |the [a-z]+ )?{ABOUT}[A-Z]{{0,3}}"
    r"[$€£¥0-9])|held|ran|began|stood|hit|saw|led|became|drove|brought|kept|met|beat"
    r"|slid|gave|left|got|earned"
    r"|(?!(?:need|exceed|proceed|feed|speed|indeed|seed|based|listed|located|named"
    r"|called|limited|united|combined|adjusted|fixed|related|unaudited|diluted|consolidated"
    r"|so-called|advanced|integrated"
    r"|compared|mixed|dedicated|dated|aged|unlimited|packed|planned|targeted|expected|estimated"
    r"|projected)\b)"
    r"(?<!-)[a-z]{2,}ed)\b"
)
_PRESENT_ZH = regex(
    "目前|现有|现(?:运营|拥有|服务|共)|拥有(?!人)|已(?!于|在|经于|(?:由|从)(?:去年|上年|同期|20)|较|派|付|宣派|实现|同比)|累计(?!同比|实现|销|交付|揽|完成)"
    "|平均每|每天|每日|每(?:小时"
    "|分钟|秒|天|日)可|可(?:容纳|处理|作业|储存|装载|搭载|满足)|(?<!平均)(?<!月均)(?<!日均)(?:月活|日活)|账上|手握|平均能|能省"
    "|可省|能节省|可节省|(?:数量|总数|家数|人数|户数)(?:已)?(?:为|达|有)|如今|(?<!截)至今(?!年)|迄今|当前|共有"
    "|设有|覆盖(?!率|[^，。；0-9]{1,8}(?:扩大|增|升|达))|销往|遍布|位于|注册用户|售价|定价|起售|每股面值|是一家"
    "|仍然?(?=占据|占有|握有|把持)|长期(?:以来)?(?=[居位处保稳占排领])|始终(?=[居位处保稳占排领])|历来|常年(?=[居位处保稳占排领])"
)
# Has signed up 3 million members, which it has today; not: sales have risen 5%.
_PERFECT_EN = regex(
    r"\b(?:has|have|['’]ve) (?:(?:now|already|also|so far|since|just|\w+ly) )*"
    r"(?!been (?:down|up)|(?:risen|fallen|grown|increased|decreased|declined|dropped|climbed"
    r"|jumped|improved|narrowed"
    r"|widened|slipped|gained|lost|doubled|tripled|cooled|eased|slowed|shrunk|surged|rallied"
    r"|beaten|missed|had)\b)"
    r"(?:[a-z]+ed|been|put|built|sold|made|spent|won|set|cut|taken|given|bought|paid|hit|met"
    r"|begun|seen|kept|held"
    r"|led|brought|grown|written|drawn|sent|got|become|come|gone|done|run|left)\b"
)
# GreenGrid helps more than 9,000; Orban sells the pumps
_NAME_DOES = regex(
    r"\W*(?:The )?(?:[A-Z][\w’'&-]*,? ){1,3}"
    r"(?!(?:sales|shares|revenues|profits|deliveries|results|earnings|costs|exports|orders"
    r"|customers|prices|was|has|its"
    r"|rises|falls|cuts|reports|says|posts|sees|expects|plans|beats|misses|raises|lowers|swings"
    r"|buys|sells off)\b)"
    r"[a-z]+[a-rt-z]s (?:(?:more|over|about|some|nearly|the|an?|its|up to|around|almost)\b|[0-9])"
)
# Verbs in the present that tell what happens, as headlines do: profit rises 5%.
_STATES = SINGULAR - frozenset(
    "goes rises falls climbs drops jumps slips increases decreases grows shrinks cuts beats misses"
    " brings posts reports swings narrows widens lifts raises lowers costs".split()
)
_NOW_EN = regex(
    r"\b(?:now(?! (?:expect|see|forecast|plan|target|anticipat|guid|project)|that\b"
    r"| brings? in [^,;.]{0,20}[$€£¥])|currently"
    r"|(?<!said )(?<!announced )(?<!reported )today(?! (?:reported|announced|said|released"
    r"|posted))|so far"
    r"|to date)\b", re.IGNORECASE
)  # fmt: skip


# Shops have dropped two of its |bottled| ales
_OF_A_NOUN = regex(r"\b(?:its|their|our|his|her|the|an?) [a-z]{2,}ed (?=[a-z])")
# Said that the company was hiring 250 people: it is, as the source appears.
_GOING_ON = regex(r"\b(?:was|were) (?:also )?(?:hiring|recruiting)\b")


def simplified(text: str) -> str:
    """A text in the characters that the tables of words have: simplified ones, plain apostrophes.

    Lengths are kept, and a full-width semicolon stays one, since it ends a clause.
    """
    return fold(text.replace("；", _KEPT)).replace(_KEPT, "；")


_KEPT = "\ue000"  # a character for private use


@lru_cache(maxsize=1024)  # a sentence is asked of for each of its figures
def is_future(text: str, lang: Lang) -> bool:
    """Whether a text speaks of what comes."""
    if lang == "zh":
        return bool(_FUTURE_ZH.search(text))
    text = _NO_FUTURE_EN.sub(lambda said: " " * len(said[0]), without_nouns(text))
    return bool(_FUTURE_EN.search(text))


def is_past(text: str, lang: Lang) -> bool:
    """Whether a text says what happened; of Chinese no verb says so."""
    return lang == "en" and bool(_PAST_EN.search(text))


def is_present(text: str, lang: Lang) -> bool:
    """Whether a text tells how things stand, and not what happened in a period."""
    if lang == "zh":
        return bool(_PRESENT_ZH.search(text))
    if _NOW_EN.search(text) or _GOING_ON.search(text):
        return True
    text = _PERFECT_EN.sub(" is ", text)
    if _NAME_DOES.match(text):
        return True
    is_present = _PRESENT_EN.search(text) or not _STATES.isdisjoint(text.lower().split())
    return bool(is_present) and not _PAST_EN.search(_OF_A_NOUN.sub(" ", text))

"""Claims that a text denies: rejected reports that it sold 80 flats, 否认出售80套住宅的说法."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity

# What a text without any of these denies no claim of others.
_MARKS_ZH = ("否认", "驳", "不实", "不属实", "失实", "有误", "虚", "谣", "根据", "不像")
_MARKS_EN = (
    "reject", "dismiss", "refut", "rebut", "repudiat", "contrary", "true", "false",
    "wrong", "incorrect", "baseless", "unfounded", "without", "ruled out", "rules out", "rule out",
    "ruling out",
)  # fmt: skip


def may_deny_claims(text: Text) -> bool:
    """Whether a text may deny what others claim."""
    marks = (*_MARKS_EN, *_MARKS_ZH) if text.is_chinese else _MARKS_EN
    return any(map(text.lower.__contains__, marks))


def is_denied_claim(text: Text, clause: int, quantity: Quantity) -> bool:
    """Whether a quantity is part of a claim that the text denies.

    Args:
        text: The text.
        clause: The index of the first word of its clause, or of those behind the figure before it.
        quantity: The quantity.
    """
    said, first = text.lower, text.starts[clause]
    before, behind = (first, quantity.start), (quantity.end, quantity.end + _LONGEST)
    if text.is_chinese and (
        _AS_OTHERS_SAY.search(said, *before)
        or (_DENYING_ZH.search(said, *before) and _RUMOUR.match(said, *behind))
        or _UNTRUE_ZH.match(said, *behind)
    ):
        return True
    if any(denies.search(said, *before) for denies in (_DENIES_THAT, _DENIES_OF, _RULED_OUT)):
        return True
    return bool(_CLAIMED.search(said, *before) and _UNTRUE.match(said, *behind))


_LONGEST = 60  # characters behind a figure that may say it is not so

# --- English

_NOT_ITSELF = (
    r"(?<!not )(?<!n't )(?<!never )(?<!nobody )(?<!no one )(?<!nobody has )(?<!has not )(?<![a-z])"
)
_DENY = "(?:deny|denies|denied|denying)"
_REJECT = (
    "(?:deny|denies|denied|denying|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)"
    "|rebut(?:s|ted|ting)?|repudiat(?:es?|ed|ing)|contrary to)"
)
_RUMOURS = (
    "(?:reports?|allegations?|rumou?rs?|suggestions?|accusations?|assertions?|speculation|talk"
    "|stor(?:y|ies))"
)
_CLAIMS = rf"(?:{_RUMOURS}|claims?|charges?|ideas?|notions?|views?)"
_OF_OTHERS = "(?:as [a-z]+ )?(?:[a-z'’-]+ ){0,4}?"
# An insurer rejects claims that exceed a sum: these are no sayings.
_SAYING = (
    "that(?! (?:exceed|sought|seek|total|amount|c[ao]me|ask|demand)[a-z]*| (?:was|were|is|are) )"
    "(?![a-z])"
)
# Denied that it would cut 900 jobs: what is said after it is denied, up to the clause's end.
_DENIES_THAT = regex(
    rf"{_NOT_ITSELF}{_DENY} (?:(?:(?:[a-z]+ ){{0,3}}that|having"
    r"|(?:it|he|she|they) (?:had|has|have|was|were|is|are|would|will))(?![a-z]))"
    rf"|{_NOT_ITSELF}{_REJECT} {_OF_OTHERS}{_CLAIMS} (?:[a-z]+ ){{0,3}}?{_SAYING}"
    r"|(?<![a-z])(?:is|was|are|were) (?:not true|untrue|false|wrong) that(?![a-z])"
)
_ABOUT = "(?:of|about|over|regarding|concerning)"
_NO_FURTHER = "(?!(?:and|but|while|after|as|which|who|that|saying) )"
# Ruled out a rise of 5%, and paying $90 million; not what is there: selling its 40 shops.
_RULED_OUT = regex(
    rf"{_NOT_ITSELF}(?:rul(?:es?|ed|ing) out) (?:{_NO_FURTHER}(?:any )?[a-z'’-]+ ){{0,6}}"
    r"(?<! the )(?<! its )(?<! their )(?<! these )(?<! those )$"
)
# Denied reports of a $2bn sale; denied reports of trouble and sold 80 flats, which is so.
_DENIES_OF = regex(
    rf"{_NOT_ITSELF}{_REJECT} {_OF_OTHERS}{_RUMOURS} {_ABOUT} (?:{_NO_FURTHER}[a-z'’-]+ ){{0,6}}$"
)
_CLAIMED = regex(rf"(?<![a-z])(?:{_CLAIMS} {_SAYING}|{_RUMOURS} {_ABOUT}(?![a-z]))")
_UNTRUE = regex(
    r"(?:(?! and | but )[^.,;:0-9]){0,40}? (?:is|are|was|were|proved|remain(?:s|ed)?) "
    r"(?:[a-z]+ly |all |later |simply )?(?:untrue|not true|false|wrong|incorrect|baseless|unfounded"
    r"|without (?:any )?(?:basis|foundation|merit)|denied|dismissed|rejected|refuted)(?![a-z])"
)

# --- Chinese

_SAID = "所[说传称言指料想]|传闻|盛传|报道|声称|宣称"
_ON = "[^，。；0-9而却但仅只]{0,8}$"
# 没有像市场预期那样加息50个基点, 并非市场所称上调50个基点; behind 而 it says what is so.
_AS_OTHERS_SAY = regex(
    r"(?:(?:没有?|[并尚]?未)[如像按照]|不像|并非[如像])[^，。；0-9]{2,10}?"
    rf"(?:那样|一样|般|{_SAID}|预期|预料|预测|猜测)中?的?(?:那样|一样|般)?地?{_ON}"
    rf"|(?:并非|不是|绝非)[^，。；0-9]{{1,10}}?(?:{_SAID})中?的?(?:那样)?{_ON}"
)
_DENYING_ZH = regex("(?<![未不没])(?:否认|驳斥|反驳)[^，。；]{0,40}$")
_NEWS = "报道|消息|传闻|传言|说法|谣言|指控|猜测|指称|指责"
_RUMOUR = regex(rf"[^，。；]{{0,10}}?(?:{_NEWS})")
# 裁员900人的消息不属实, 裁员900人为不实信息.
_UNTRUE_ZH = regex(
    rf"[^，。；0-9]{{0,12}}?(?:{_NEWS}|信息)(?:内容)?[^，。；0-9非]{{0,6}}?(?:不属?实|失实|有误|不准确"
    r"|不正确|虚假|虚构|谣言|子虚乌有|[没毫]?[有无]根据)"
    rf"|[^，。；0-9]{{0,4}}?[为系是属](?:不实|虚假)(?:{_NEWS}|信息)"
    rf"|[^，。；0-9]{{0,12}}?(?:{_NEWS})(?:，(?:公司|其|集团))?[均已都也]?(?:予以|遭到?|被)[^，。；]{{0,6}}?(?:否认|驳斥)"
)

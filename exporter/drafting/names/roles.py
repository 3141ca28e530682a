"""What a name does in its sentence: is it spoken of, or only stands beside what is."""

import re
from enum import IntEnum

from exporter.drafting.names.goods_zh import is_of_somebodys
from exporter.drafting.names.known_names import Mention
from exporter.drafting.names.told import WROTE
from exporter.engine.regex import regex


class Role(IntEnum):
    """How near a name is to being what its clause is about."""

    SUBJECT = 0  # Quark rose; sales at Quark
    SOURCE = 1  # revenue from Quark; 由夸克
    BESIDE = 2  # with Quark, faster than Quark, its rival Quark; 与夸克相比


_BETWEEN_EN = (
    r"(?:(?:the|its|our|their|his|her|an?|fellow|rivals?|competitors?|partners?|both|such|local"
    r"|giants?|groups?|makers?|operators?|companies|[A-Z][\w.&]*(?:['’]s)?|[a-z]+-based)\s+)*"
    "[\"“‘']?$"
)
_BESIDE_EN = regex(
    r"\b(?:with|than|against|versus|vs\.?|between|alongside|beyond|unlike|like|without|into|onto"
    r"|behind|including|such\s+as|compared\s+to|relative\s+to|ahead\s+of|acquir(?:ed?|es|ing)"
    r"|licens(?:e[sd]?|ing)|s(?:ells?|old|elling)|divest(?:s|ed|ing)?|sp(?:in|un|inning)\s+off"
    r"|b(?:uys?|ought|uying)|purchas(?:ed?|es|ing)|overt(?:ake|akes|ook|aking)|beat(?:s|ing)?"
    r"|joins?|joined|rivals?|competitors?|partners?|customers?|clients?|suppliers?|peers?"
    r"|(?:that|those)\s+of"
    r"|(?:owners?|parents?|makers?|shareholders?|acquisitions?|purchases?|rivals?|competitors?"
    r"|customers?|suppliers?|sales?|shares?|stakes?|investments?|invest\w*)\s+(?:of|in))\s+"
    + _BETWEEN_EN
)
# Sales of | Quark | fell 4%: what is sold is told of there; not reported sales of Quark phones.
# Sales in | North America | dropped 3%: an entity that is a region; not Acme's sales in China.
_SALES_OF = regex(
    r"\bsales\s+of\s+(?:the\s+|its\s+|their\s+)?$"
    r"|(?<!['’]s )(?<!s['’] )(?<!its )(?<!their )(?<!our )\bsales\s+in\s+(?:the\s+)?$"
)
_MOVES = regex(
    r"\s+(?:(?:also|alone|still|only|were|was|had|have|has|more\s+than|nearly|almost)\s+){0,2}"
    r"(?:rose|risen|fell|fallen|grew|grown|increased|decreased|declined|dropped|jumped|climbed"
    r"|slipped|slid|dipped|surged|soared|plunged|tumbled|shrank|doubled|tripled|halved|gained"
    r"|edged|eased|reached|totall?ed|came|stood|up|down|higher|lower|flat|unchanged)\b"
)
_SOURCE_EN = regex(
    r"\b(?:from|to|for|by|through|via|under|on\s+behalf\s+of|according\s+to)\s+" + _BETWEEN_EN
)
_BESIDE_ZH = regex(
    r"(?:与|同|跟|比|较|相较于?|对比|对标|向|对|给|为|被|占|占到|超过|超越|赶超|低于|高于|优于|不及|领先|落后于"
    r"|收购|并购|入股|参股|投资|增持|减持|客户|供应商|对手|竞品|友商|伙伴|股东)(?:了)?[\"“「《]?$"
)
_SOURCE_ZH = regex(r"(?:和|将|把|由|据|从|自|通过|经|来自于?)[\"“「《]?$")
_BESIDE_AFTER_ZH = regex(r"[\"”」》]?(?:等)?(?:公司|企业|品牌|产品)?(?:相比|相较|的(?:竞争)?对手)")
# 甲公司|在国内车险市场的|份额: what somebody has there is theirs
_IN_ZH = regex("[在于]$")
_OF_IT_ZH = regex(
    "(?:市场|行业)?[上中内里]?(?:的(?:[^，。；的0-9]{0,6})(?:份额|占有率|市占率|排名|地位|收入|销量|销售额)"
    "|(?:目前|现|长期|仍|稳|连续)*(?:排名|排在|排行|位居|位列|名列|居于?|跻身|占据?|市场份额|市占率|的?市占))"
)
# 人均消费19.6元，|是甲公司的|1.7倍: what is told is another's
_IS_ZH = regex("(?:[是为]|相当于|达到?|超过|不到|不足)$")
_TIMES_ZH = regex(
    "(?:同期|去年|上年|整体|全部|旗下)*的(?:约|近|逾|超过?|大约|不到)*[0-9一二两三四五六七八九十.]+(?:多|余)?倍"
)
# Who made what is spoken of: 公司自主研发的“拓必宁”.
_MADE_BY_ZH = regex(
    r"[”\"]?(?:公司)?(?:自主|独立|合作|联合|全资|自行)?(?:研发|开发|自研|推出|生产|打造|运营|发布|孵化|控股|创立|投资|收购)的"
)
# Last week Acme's larger | rival: when, and whose
_WHEN_AND_WHOSE = (
    r"(?:(?:earlier\s+this|late\s+last|last|this)\s+(?:week|month|quarter|year)|yesterday|today"
    r"|(?:earlier|late|later)?\s*(?:on\s+\w+day|in\s+\w+)|(?:\w+|[0-9]+)\s+(?:days|weeks|months)\s+ago"
    r"),?\s+(?:(?:its|their|the|an?)|(?:[\w&.-]+\s+){0,3}?[\w&.-]+(?:['’]s|s['’]))\s+"
    r"(?:(?:much|far|main|chief|arch|old|local|domestic|foreign|private|listed|[a-z]+(?:er|est)"
    r"|[a-z]+-[a-z]+)\s+){0,2}"
)
# Who is introduced as another, and then spoken of where a clause begins with it: Rival Quark has.
_RIVAL_EN = regex(
    r"(?:^|[,;:–—]\s+|\b(?:while|whereas|but|and|yet)\s+)[\"“]?"
    rf"(?:{_WHEN_AND_WHOSE}"
    r"|(?:(?!(?:at|of|with|than|to|from|by|for|in|on|against|over|behind|like|unlike)\b)[\w’'-]+\s+){0,3}?)"
    r"(?:rivals?|competitors?|peers?)\s+" + _BETWEEN_EN,
    re.IGNORECASE,
)
_RIVAL_ZH = regex(
    r"(?:^|[，,。；;：:、]|而|但|不过|其)(?:同[省城业市县区]的?)?[^，。；与同跟比较向对给为被占超低高优及落领购]{0,8}?"
    r"(?:竞争)?(?:对手|竞品|友商)[\"“「《]?$"
)
# 竞争对手|X，同行|X收入: whom a document of another only names.
_ANOTHER_ZH = regex('(?:竞争者|(?:竞争)?对手|竞品|友商|同行|同业)(?:公司|企业)?["“「《]?$')
_SAYS = (
    "said|says|say|stated|states|told|added|adds|noted|notes|disclosed|revealed|claimed|claims"
    rf"|explained|believes?|predict(?:s|ed)?|{WROTE}|confirmed|confirms"
)
# What is told of oneself has these before a figure: Alibaba reported net profit of, expects 5%.
_DOES = "announced?|announces|reported|reports|estimates?|estimated|forecasts?|expects?|expected"
SPEECH_EN = f"(?:{_SAYS}|{_DOES})"
SPEECH_ZH = (
    "(?:表示|指出|称|透露|介绍|宣布|披露|认为|强调|坦言|预计|预测|公告|说|提到|补充|回应|公布|显示)"
)
_SPEAKS_EN = regex(
    r"(?:['’]s\s+[\w\s,-]{0,40}?|\s+(?:also|today|later|previously|has|had|on\s+\w+day|in\s+\w+)*\s*)?\s*\b"
    rf"(?:(?:{_SAYS})\b|(?:{_DOES})\b"
    r"(?!\s+(?:(?:net|total|an?|record|strong|revenues?|sales|profits?)\b|[$€£¥\d])))"
)
_RIVAL_OF = regex(
    r"\s+(?:\w+\s+)?(?:rivals?|competitors?|parents?|owners?|suppliers?|customers?|partners?|peers?"
    r"|shareholders?)\b|的(?:[^，。；]{0,4})?(?:竞争)?(?:对手|股东|客户|供应商|伙伴)"
    r"(?!总?数|总?量|规模|群|基础|资产|存款|留存|复购|续|满意|贡献|结构|占)"
)
_SPEAKS_ZH = regex(rf"[^，。；,;：:]{{0,14}}?{SPEECH_ZH}")


def role_of(mention: Mention, text: str, mentions: list[Mention]) -> Role:
    """What a name does in its sentence.

    Args:
        mention: The name.
        text: The sentence.
        mentions: All names in it, since what is joined to a name does as that does.
    """
    before = text[: mention.start]
    joined = next((one for one in mentions if _joins(text[one.end : mention.start])), None)
    if joined is not None and joined.start < mention.start:
        return role_of(joined, text, mentions)
    if _BESIDE_EN.search(before) or _BESIDE_ZH.search(before):
        is_sold = _SALES_OF.search(before) and _MOVES.match(text, mention.end)
        is_begun = is_sold or _RIVAL_EN.search(before) or _RIVAL_ZH.search(before)
        return Role.SUBJECT if is_begun else Role.BESIDE
    if is_multiplied(mention, text):
        return Role.BESIDE
    if _IN_ZH.search(before) and _OF_IT_ZH.match(text, mention.end):
        return Role.BESIDE
    if _MADE_BY_ZH.match(text, mention.end) or is_of_somebodys(text, mention.start, mention.end):
        return Role.BESIDE
    if _BESIDE_AFTER_ZH.match(text, mention.end) or (
        mention.owns and _RIVAL_OF.match(text, mention.end)
    ):
        return Role.BESIDE
    if _SOURCE_EN.search(before) or _SOURCE_ZH.search(before):
        return Role.SOURCE
    return Role.SUBJECT


def is_multiplied(mention: Mention, text: str) -> bool:
    """Whether a name's figure is that of which another's is a multiple: 是甲公司的1.7倍."""
    before = text[: mention.start]
    return bool(_IS_ZH.search(before) and _TIMES_ZH.match(text, mention.end))


def speaks(mention: Mention, text: str) -> bool:
    """Whether somebody tells something: Alibaba said, 阿里云宣布."""
    return bool(_SPEAKS_EN.match(text, mention.end) or _SPEAKS_ZH.match(text, mention.end))


def _joins(between: str) -> bool:
    return between.strip(' "“”「」《》') in {
        "and",
        "&",
        "和",
        "及",
        "以及",
        "、",
        "与",
        "or",
        "或",
        ", and",
    }


def is_rival(mention: Mention, text: str) -> bool:
    """Whether a name is brought in as that of a rival, of whom a document is not."""
    before = text[: mention.start]
    return any(pattern.search(before) for pattern in (_RIVAL_EN, _ANOTHER_ZH))

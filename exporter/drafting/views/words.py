"""The words of views: what brokers do, which way they lean, the reasons that they give."""

import re
from collections.abc import Iterator

from exporter.engine.regex import regex

# What makes a sentence with a broker in it a view, beside ratings and target prices.
THINKS_ZH = regex(
    "研报|研究报告|认为|看好|看淡|维持|重申|上调|下调|调高|调低|首次覆盖|首予|建议关注|推荐|目标价|评级|预计|预期|预测"
    "|表示|指出|称|有望|给予|分析师|点评|相信|判断|态度|谨慎|乐观|担忧|信心|建议"
)
THINKS_EN = regex(
    r"\b(?:analysts?|rates?|rating|upgrad\w+|downgrad\w+|initiat\w+|reiterat\w+|maintain\w*"
    r"|target\s+price|price\s+target|overweight|underweight|outperform|underperform|research\s+note"
    r"|in\s+a\s+(?:\w+\s+)?note|note\s+to\s+clients|expects?|believes?|sees|thinks|argues?|forecasts?"
    r"|bullish|bearish|recommends?|remains?\s+(?:positive|cautious|confident)|cautious|coverage)\b",
    re.IGNORECASE,
)
SAYS_EN = regex(r"\b(?:said|says|wrote|writes|noted|added)\b")
# What a bank does as a company, not as a broker.
_OWN_RESULTS = regex(
    r"\b(?:former|ex-)\s?(?:\w+\s+)?analysts?\b|['’]s\s+(?:net|revenue|profit|shares|earnings|deposits)"
    r"|^[^,.]{0,40}\b(?:reported|posted|said\s+its|said\s+it\s+(?:will|had|would)|agreed|acquired"
    r"|advis\w+|underwr\w+|arranged|lent)\b"
    r"|(?:担任|作为)[^，。]{0,12}(?:顾问|承销|保荐)|承销|保荐|持股|增持了|减持了|净利润为|营收为"
)
GOES_ON = regex(
    r"^[\s“\"]*(?:(?:该行|该机构|该券商|该研报|研报|报告|分析师|其|他们?|她|同时|此外|另外|并|不过|因此)"
    r"|(?:It|They|He|She|The\s+(?:broker(?:age)?|bank|analysts?|firm|note|house|report))\b)"
)
# "Delivery is big enough to matter," analyst Priya Nair wrote: of the house named before.
QUOTED_ANALYST = regex(
    r"[”\"]\s+(?:(?:wrote|said|noted|added)\s+(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w.’'-]+){1,2}"
    r",\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,2}analyst\b"
    r"(?!\s+(?:at|with|for|from|of)\s+(?!the\s+(?:broker(?:age)?|bank|firm|house)\b))"
    r"|(?:its\s+|the\s+)?(?:analysts?\s+(?:(?-i:[A-Z])\S+\s+){1,3}(?:and\s+\S+\s+\S+\s+)?"
    r"(?:wrote|said|noted|added)\b|(?:wrote|said|noted|added)\s+(?:its\s+|the\s+)?analysts?\b"
    r"|(?:its|the\s+(?:broker(?:age)?|bank|house)['’]s)\s+analysts?\s+(?:wrote|said|noted|added"
    r"|argued|warned)\b|the\s+broker(?:age)?\s+(?:wrote|said|noted|added|argued|warned)\b"
    r"|(?:wrote|said|noted|added)\s+the\s+broker(?:age)?\b"
    r"|(?:he|she|they|it|its\s+analysts?)\s+told\s+clients\b"
    r"|(?:he|she|they)\s+(?:wrote|said|noted|added|argued|warned)(?=[.,]|$)"
    r"|(?:he|she|they|it|the\s+(?:analysts?|firm))\s+"
    r"(?:wrote|said|noted|added)\b[^.]{0,20}\bnote\b))"
)
# Fjordbank was less convinced; at Quill & Co, the mood was brighter.
OPENS = regex(r"(?:(?:But|And|Yet|Meanwhile,|However,) )?(?:(?:[Aa]nalysts )?[Aa]t |[Tt]he )?")
OPENS_ANALYST = regex(r"(?:Its |The )?[Aa]nalysts? (?-i:[A-Z])\w+ (?-i:[A-Z])\w+")
_GOOD = regex(
    "首选|有望|看好|信心|乐观|受益|超预期|超出预期|利好|增长|提升|改善|领先|优势|空间|机遇|上调|调高|积极|强劲|快于预期|好于预期|恢复|拐点|修复|建议关注|推荐|买入|丰富"
    r"|\b(?:confident|bullish|optimis\w+|upside|benefit\w*|beat\w*|strong\w*|attractive|upgrad\w+"
    r"|raised|raises|lifted|positive|growth|accelerat\w+|improv\w+|opportunit\w+|undervalued|tailwinds?"
    r"|gain(?:s|ed|ing)?|buy|outpac\w+|exceed\w*|robust|solid|healthy|expand\w*|recover\w*|lead\w*|favou?rite|top\s+pick)\b",
    re.IGNORECASE,
)
_BAD = regex(
    "谨慎|担忧|担心|承压|下滑|低于预期|不及预期|下调|调低|看淡|压力|恶化|放缓|疲弱|疲软|悲观|拖累|亏损|高估|风险|偏高|昂贵|加剧|高企|不足|不明确|不明朗|不确定"
    r"|\b(?:cautious|bearish|pessimis\w+|downside|concern\w*|worr\w+|pressure\w*|miss\w*|weak\w*|cuts?"
    r"|lowered|lowers|downgrad\w+|negative|slow\w*|risks?|headwinds?|overvalued|declin\w+|deteriorat\w+"
    r"|disappoint\w+|expensive|los(?:s|ses|ing)|unclear|uncertain\w*)\b",
    re.IGNORECASE,
)
_REASONS_ZH = (
    regex(
        r"(?:考虑到|鉴于|由于|因为|主要因|主要由于|主要反映|反映出?|优势在于|原因包括|理由包括|基于|凭借|受益于|得益于|随着|依托|归因于|理由是|原因是|原因在于)"
        r"(?P<said>.+?)(?=，(?:其|公司|该|我们|维持|上调|下调|预计|认为|有望|给予|因此|故|建议|[^，]{0,12}(?:有望|将))|[；。]|$)"
    ),
    regex(r"在(?P<said>[^，。；]+?)(?:的?(?:推动|驱动|带动|支撑|加持|催化|助力|背景))下"),
    regex(r"(?:由|受)(?P<said>[^，。；]+?)(?:所?(?:推动|驱动|带动|支撑|拉动|影响|拖累))"),
    regex(
        r"在(?P<said>[^，。；在]+?、[^，。；]+?)(?:的?(?:打造|建设|布局|拓展|发展|投入))?(?:等?方面)?[上中]"
    ),
    regex(
        r"(?:[一二三四五]是|[①②③④]|第[一二三四]，|其[一二三四]，)(?P<said>.+?)"
        r"(?=[，；、](?:[一二三四五]是|[①②③④]|第[二三四]|其[二三四])|[；。]|$)"
    ),
    regex(r"(?:驱动因素|增长动力|催化剂|看点)(?:包括|来自|在于|为)(?P<said>[^。；]+)"),
    regex(r"(?:具备|拥有|具有)(?P<said>[^，。；]*、[^，。；]+)"),
)
# What has an effect: store openings and private labels to lift sales.
_EFFECT_EN = (
    r"(?:support|help|lift|boost|drive|underpin|fuel|spur|hurt|weigh\s+on|squeeze|erode|dent"
    r"|pressure|hit|sustain)"
)
_REASONS_EN = (
    regex(
        r"\b(?:saying|said|says|expects?|believes?|argu(?:es|ing)|not(?:es|ing)|sees|thinks)\s+"
        r"(?:that\s+)?(?P<said>[^,.;]*?(?:,[^,.;]*?){0,3}?)\s+"
        rf"(?:(?:will|would|should|could|can|may|to|is|are|was|were)\s+(?:{_EFFECT_EN}(?:ing)?"
        rf"|eroding|squeezing|driving)|{_EFFECT_EN}s)\b"
    ),
    # Wrote that |the new line| gives it three years of peace
    regex(
        r"\b(?:wrote|writes|said|says|argue[sd]?|believe[sd]?|thinks|note[sd]?|reckon(?:s|ed))\s+that\s+"
        r"(?P<said>(?!(?:the\s+)?(?:company|group|bank|firm|board|management|it|they|he|she|we)\b)"
        r"(?:(?:the|its|their)\s+|(?=[a-z]))[^,.;]{3,60}?)\s+"
        r"(?:(?:will|would|could|should)\s+give|has\s+given|gives?|gave)\s+"
        r"(?:[A-Z][\w&’'-]*|it|them|the\s+(?:company|group|bank|firm|maker|carmaker|retailer))\s"
    ),
    regex(
        r"\b(?:blaming|driven\s+by|thanks\s+to|owing\s+to|because\s+of|due\s+to|on\s+the\s+back\s+of|led\s+by"
        r"|supported\s+by|helped\s+by|underpinned\s+by|citing|given|reflecting|benefit(?:s|ing|ed)?\s+from"
        r"|reasons?\s+(?:are|is|include)|drivers?\s+(?:are|include)|pointing\s+to|points?\s+to|helped\s+along\s+by"
        r"|fuel(?:l)?ed\s+by|boosted\s+by|hurt\s+by|weighed\s+down\s+by|amid|on\s+(?=(?:strong|weak|better|higher|lower|improving|rising|falling|slowing)))"
        r"\s*(?P<said>.+?)(?=[.;]|,\s+(?:and\s+)?(?:it|they|the\s+(?:bank|broker)|which|but|while|analysts?|with\s+a)\b|$)",
        re.IGNORECASE,
    ),
    regex(
        r"\b(?:because|as|since)\s+(?P<said>(?!of\b|a\b|an\b|well\b|its?\s+top)[^,.;]+?\b(?:is|are|has|have|will|should|can|could|grows?|gains?|rises?|improves?|falls?|slows?|accelerates?|remains?|continues?)\b[^.;]*)"
    ),
    regex(r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Oo]ne|[Tt]wo),\s+(?P<said>[^;.]+)"),
    regex(r"\(\d\)\s*(?P<said>[^;.(]+)"),
    # “|The order book| is the worry,” its analysts wrote
    regex(
        r"(?:[“\"]|\bthat\s+|\bsaid\s+)(?P<said>(?:[Tt]he|[Ii]ts|[A-Z])[^,.;”\"…]{3,50}?)\s+"
        r"(?:is|are|was|were|remains?|remained)\s+(?:the|our|a|its|an?)\s+"
        r"(?:(?:main|big|biggest|real|chief|key|only|clear|obvious|bigger|great)\s+)?"
        r"(?:worry|worries|concern|problem|risk|issue|weak\s+(?:spot|point)|attraction|draw|strength"
        r"|sticking\s+point|headache|puzzle)\b"
    ),
)
# It expects |sales to fall another 1%|: a reason where nothing else is one.
_EXPECTS_EN = regex(
    r"\b(?:expects?|expecting|predicts?|predicting|forecasts?|sees|fears?)\s+(?:that\s+)?"
    r"(?P<said>(?!(?:for|of|from|on|in|by|to|at|and|up|down) )(?!.{0,30}\b(?:rating|target)\b)"
    r"(?:[^,.;…]|[.,](?=\d)){12,120})"
)
_SPLIT_ZH = regex(
    r"[，、；]|(?<=[\u4e00-\u9fff])(?:以及|(?<![不涉普触提波以])及(?![时格])|(?<![饱温缓共平])和(?![谐平解])|(?<![参给赋])与|(?<![因从])而)(?=[\u4e00-\u9fff])"
)
_SPLIT_EN = regex(r",\s+(?:and\s+)?|\s+and\s+|;\s*")
_EDGE_ZH = regex(
    r"^(?:而|且|并|以及|及|和|同时|公司|其|的)+|(?:等)?(?:的优势|打造|的打造|等|方面|因素|推动|驱动下|加持下)$"
)
_EDGE_EN = regex(r"^(?:and|both|a|an|the|its)\s+", re.IGNORECASE)
_HAS_ZH = regex(r"^.{0,8}?(?:同时具备|具备|拥有|具有)")
_LONGEST = 60  # characters of a driver; more is no driver but a thesis


def leans(text: str) -> str:
    """Which way words lean; "" where neither way."""
    good, bad = len(_GOOD.findall(text)), len(_BAD.findall(text))
    return "" if good == bad else "positive" if good > bad else "negative"


THAT_HOUSE = regex("(?:该|這家|这家)(?:行|机构|機構|券商|投行|证券|證券)")
# 本报告仅供某证券客户使用，不构成投资建议
_DISCLAIMER = regex(
    "^免责声明|[構构]成(?:任何)?(?:投[資资]|買賣|买卖)[^，。]{0,4}(?:建議|建议|依[據据]|要约)|[報报]告[僅仅]供"
    r"|\bnot (?:constitute|intended as) (?:an? )?(?:investment advice|offer|recommendation)"
)


def is_of_its_own(text: str) -> bool:
    """Whether a house tells of its own business, not of what it thinks."""
    return bool(_OWN_RESULTS.search(text) or _DISCLAIMER.search(text))


_REVISED_ZH = "(?:[上下]调|[上下]修|调[高低升降]|维持|修正|削减|提高|降低|提升)"
_ESTIMATE_ZH = (
    "(?:预测|預測|预估|預估|盈测|(?:盈利|利润|利潤|净利|收入|营收|营业额|收益|EPS)(?:预期|預期))"
)
_REVISES = regex(
    f"{_REVISED_ZH}[^，。；]{{0,24}}{_ESTIMATE_ZH}"
    f"|(?:[将將把]|由|对|各|分别)[^，。；]{{0,24}}{_ESTIMATE_ZH}[^，。；]{{0,12}}{_REVISED_ZH}"
    r"|\b(?:cut|cuts|cutting|rais(?:e[sd]?|ing)|lower(?:s|ed|ing)?|lift(?:s|ed|ing)?|trim(?:s|med|ming)?"
    r"|nudg(?:e[sd]?|ing)|slash(?:es|ed|ing)?|increas(?:e[sd]?|ing)|reduc(?:e[sd]?|ing)|upp(?:ed|ing)"
    r"|tak(?:es|ing)|took|ke(?:eps?|pt)|leav(?:es|ing)|left|maintain(?:s|ed|ing)?)"
    r" (?:its|their|his|her|our|the) (?:[\w’'/-]+ ){0,6}?"
    r"(?:forecasts?|estimates?|projections?|numbers)\b",
    re.IGNORECASE,
)
_BY_WHAT = regex(
    r"\b(?:because|thanks to|after|citing|owing to|given|reflecting|to reflect"
    r"|on (?!the shares)[a-z]+|amid|due to|as)\b|以反映|反映|因|鉴于|由于",
    re.IGNORECASE,
)
_COMPANYS = regex(
    "公司(?![^，。；]{0,10}(?:研报|研究))|管理层|\\b(?:the company|management|it had)\\b"
)


def revises_estimate(clause: str) -> bool:
    """Whether a clause only tells how a broker revised its estimates: cut its forecast by 7%.

    One that says why as well claims something.
    """
    found = _REVISES.search(clause)
    return found is not None and not _BY_WHAT.search(clause) and not _COMPANYS.search(clause)


def drivers_in(text: str) -> tuple[str, ...]:
    """The reasons that a text gives, as it words them."""
    is_zh = bool(re.search(r"[\u4e00-\u9fff]", text))
    text = text if is_zh else _NO_STOP.sub(_POINT, text)
    found: list[tuple[int, str]] = []
    for pattern in _REASONS_ZH if is_zh else _REASONS_EN:
        for said in pattern.finditer(text):
            if any(said["said"] in before or before in said["said"] for _, before in found):
                continue
            found.append((said.start("said"), said["said"]))
    items = [
        item.replace(_POINT, ".")
        for at, said in sorted(found)
        for item in (_items_zh(said) if is_zh else _items_en(said, text[:at]))
    ]
    return tuple(dict.fromkeys(items))


# Points that end no sentence: of abbreviations, and of decimals.
_NO_STOP = regex(
    r"\.(?=[0-9])|(?<=\b[A-Z])\.(?=[A-Z]\b)|(?<=\b[A-Z]\.[A-Z])\.(?= [a-z0-9])"
    r"|(?<=\bNo)\.(?= [0-9])|(?:(?<=\b(?:Inc|Ltd|Sep|Oct|Nov|Dec|Jan|Feb|Aug|Mrs))"
    r"|(?<=\b(?:Corp|Sept|Bros))|(?<=\b(?:St|vs|Mr|Ms|Dr|Co)))\.(?= )"
)
_POINT = "\u2024"  # stands for one of them


def expected_in(text: str) -> tuple[str, ...]:
    """What an English text says that somebody expects, each in its own words."""
    told = _EXPECTS_EN.finditer(_NO_STOP.sub(_POINT, text))
    return tuple(said["said"].strip(' ”"').replace(_POINT, ".") for said in told)


def _items_zh(said: str) -> Iterator[str]:
    for clause in re.split("[，；]", said):
        listed = _HAS_ZH.sub("", clause) if "、" in clause else clause
        is_list = "、" in clause or re.search(r"[及和与]", clause)
        for item in _SPLIT_ZH.split(listed) if is_list else [listed]:
            words = _EDGE_ZH.sub("", _EDGE_ZH.sub("", item.strip(" 。，“”")))
            if 2 <= len(words) <= _LONGEST:
                yield words


def _items_en(said: str, before: str) -> Iterator[str]:
    lead = before.split()[-1:]  # pointing |to| costs and |to| wages
    for item in _SPLIT_EN.split(said):
        words = item.strip(' .”"“')
        words = words.removeprefix(f"{lead[0]} ") if lead else words
        words = _EDGE_EN.sub("", words)
        if 3 <= len(words) <= 2 * _LONGEST:
            yield words

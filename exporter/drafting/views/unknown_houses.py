"""Houses whose names do not say that they are some, by what they do: they rate.

Thornbury Partners, which rates the stock "hold"; Straits Peak reiterates Reduce; 铭泰研究则将评级
下调.
"""

import re
from collections.abc import Iterator

from exporter.drafting.views.house_people import WRITER
from exporter.engine.regex import regex
from exporter.evidence.ratings import stated_ratings

_MAY_RATE = regex(
    r"评级|目标价|首次覆盖|首予|\b(?:ratings?|target|rates|recommendation|coverage|(?:up|down)grade[sd]?"
    r"|reiterat\w+|repeat(?:s|ed))\b"
)
_CAPITAL = r"[A-Z][\w.’'-]*"
_NAME = rf"{_CAPITAL}(?:[ ](?:(?:&|and|of)[ ])?{_CAPITAL}){{0,3}}"
_ASIDE = (
    r"(?:,[ ](?:an?|the|long|which|who|whose|one|another|by|for)\b[^,.;]{2,60},"
    r"|[’']s[ ]\w+[ ]\w+,?)?"
)
_RATES = (
    r"(?:cut|raise|lift|lower|trim|keep|maintain|reiterate|repeat|upgrade|downgrade|resume|retain"
    r"|assign|stick|rate|leave|nudge|boost|hike|slash|increase|reduce|reaffirm|affirm|drop|set|start|initiate)"
)
_DOES_EN = regex(
    rf"(?<![\w’'-])(?P<who>{_NAME}){_ASIDE},?[ ]"
    r"(?:(?:also|has|had|on[ ]\w+day|meanwhile|recently|then)[ ])?"
    rf"(?:{_RATES}(?:s|d|es|ed|p?ped|med)?|kept|stuck|left|has[ ]an?)[ ]"
    r"(?=(?:its|their|his|her|the|an?|coverage|it|to|at|with|[“\"A-Z]))"
)
# Which rates the stock says of whom: Thornbury Partners, which rates.
_WHICH_EN = regex(rf"(?<![\w’'-])(?P<who>{_NAME}),[ ](?:which|who)[ ](?:rates|has[ ]an?)[ ]")
_PRICE_EN = regex(
    r"\b(?:price[ ]target|target[ ]price|target[ ](?:to|from|of|at)[ ][A-Z]{0,3}[$€£¥p]?\s?\d"
    r"|[A-Z]{0,3}[$€£¥]\s?[\d.,]+[ ]target|(?:its|their)[ ]target[ ](?:up|down|by))",
    re.IGNORECASE,
)
_PERSON_BEFORE = regex(
    r"\b(?:analysts?|economist|strategist|chief|director|head|Mr|Ms|Mrs|Dr)\.?\s+$", re.IGNORECASE
)
# Ann Lee, | an analyst at Quill,
_PERSON_BEHIND = regex(
    r",[ ](?:(?:an?|the|its|who[ ]is[ ]an?)[ ])?(?:[a-z-]+[ ]){0,3}"
    r"(?:analyst|strategist|economist)\b"
)
_OWNER = regex(r"[’']s\b")  # Larkfield's Jane Doe
_NO_HOUSE = frozenset(
    "it he she they we the a an its their our this that these those analysts analyst management "
    "shares stock company group board investors brokers several some most many both in on at but "
    "and while meanwhile however separately also rating ratings target buy hold sell neutral "
    "overweight underweight outperform underperform moody's fitch".split()
)
_KIND_ZH = (
    "(?:证券|研究院?|研究所|国际|资本|金控|金融|投行|投研|环球|信托|投资|咨询|控股|银行|财富)"
)
_DOES_ZH = regex(
    r"(?:^|(?<=[，；。：、\n*“]))(?:而|但|其中，?|与此同时，?|\d{1,2}月\d{1,2}日，?)?"
    rf"(?P<who>[\u4e00-\u9fff]{{2,6}}?(?:{_KIND_ZH}|(?=首予|首次(?:覆盖|给予))|(?=则(?:将|把|给予|维持|下调|上调))))"
    r"(?:则|也|还|亦|昨日|近日|日前|同日|今日|最新|发布研报|发表报告|\d{1,2}月\d{1,2}日|，)*"
    r"(?:\**[:：]|将|把|维持|重申|给予|授予|首次覆盖|首次给予|首予|上调|下调|调高|调低|恢复)"
)
_NO_HOUSE_ZH = regex(
    "公司|该|^本|其|^[并又再]|近日|昨日|日前|此次|此前|今日|同日|最新|我们|分析师|机构|因此|继续|同时|集团|报告|研报|上述|多家|各"
)


def unknown_houses(text: str) -> Iterator[tuple[int, int]]:
    """Where a text names somebody who rates, from the first letter of a name to behind its last."""
    if not _MAY_RATE.search(text):
        return
    if re.search("[\u4e00-\u9fff]", text):
        yield from _in_chinese(text)
    elif _PRICE_EN.search(text) or any(stated_ratings(text)):
        writers = {wrote.start("wrote") for wrote in WRITER.finditer(text)}
        for pattern in (_DOES_EN, _WHICH_EN):
            for found in pattern.finditer(text):
                who, start = _OWNER.split(found["who"])[0], found.start("who")
                is_person = start in writers or _PERSON_BEFORE.search(text[:start]) is not None
                is_person |= _PERSON_BEHIND.match(text, start + len(who)) is not None
                if not is_person and who.split(" ", 1)[0].casefold() not in _NO_HOUSE:
                    yield start, start + len(who)


def _in_chinese(text: str) -> Iterator[tuple[int, int]]:
    if "目标价" not in text and "首次覆盖" not in text and not any(stated_ratings(text)):
        return
    for found in _DOES_ZH.finditer(text):
        if not _NO_HOUSE_ZH.search(found["who"]):
            yield found.span("who")

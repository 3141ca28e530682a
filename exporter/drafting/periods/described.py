"""Years that only say when somebody began, was sold or listed, in a description or a since-clause.

The first decline since the business was carved out of a brewer in 2006, 这家2013年从贵阳起家的公司:
what the sentence tells is of another period, and no month takes its year from there.
"""

import re

from exporter.engine.regex import regex

_BEGAN_ZH = (
    "(?:起家|起步|发家|诞生|出生|登陆|上市|挂牌|创办|创立|创建|成立|开办|创业|建厂|进入|落户|入驻|独立|分拆|剥离|改制|入主"
    "|加入|就任|上任|接手|更名)"
)
_DESCRIBES_ZH = regex(
    "(?:^|[，。；：“])(?:而|但)?(?:这|那|该|一|作为)?[家个款间支所座名位]?(?:于|在)?$"
)
_OF_IT_ZH = regex(
    f"[^，。；：0-9]{{0,20}}?{_BEGAN_ZH}[^，。；：0-9的]{{0,8}}的[^，。；：0-9的]{{1,14}}，"
)
_BORN_ZH = regex("(?:成立|创立|创办|始建|诞生|起家|出生|(?<![产发新滋萌])生)于$")
# The lowest since it was listed in | 2014
_SINCE = regex(
    r"\bsince (?:[\w’'&-]+ ){1,6}?(?:was|were|began|became|came|went|took|left|bought|sold|split"
    r"|won|built|made|set|\w{2,}ed) (?:[\w’'&-]+ ){0,8}?(?:back )?(?:in|during)"
    r"(?: (?:the|late|early|mid|end|of))*[- ]?$",
    re.IGNORECASE,
)


def is_of_description(text: str, start: int, end: int) -> bool:
    """Whether a year from `start` to `end` of a sentence is of what a Chinese description tells."""
    head = text[:start]
    is_described = _DESCRIBES_ZH.search(head) and _OF_IT_ZH.match(text, end)
    return bool(is_described or _BORN_ZH.search(head))


def is_since_then(head: str) -> bool:
    """Whether a year behind these words says since when, by what was done then."""
    return _SINCE.search(head) is not None

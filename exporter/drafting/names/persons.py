"""Who is meant by he, she, 他: a person named before."""

import re

from exporter.drafting.names.tellers import told_in
from exporter.drafting.names.tellers_en import CAPITAL, COMPANY_EN, NOBODY_EN, OFFICE, ROLE, TITLE
from exporter.drafting.names.tellers_zh import AGENT_ZH, COMPANY_ZH, NOBODY_ZH

# A person by office and name, whom "she" may mean.
_TITLED_EN = re.compile(
    rf"\b{TITLE}[ ](?P<who>{CAPITAL}[ ]{CAPITAL})"
    rf"|(?P<named>{CAPITAL}[ ]{CAPITAL}),[ ](?:{ROLE}|[a-z ]{{0,20}}{OFFICE})\b"
    rf"|(?<=\bwrote )(?P<wrote>{CAPITAL}[ ]{CAPITAL})"
    rf"|(?<=\bsaid )(?P<said>{CAPITAL}[ ]{CAPITAL})"
    rf"|(?P<says>{CAPITAL}[ ]{CAPITAL})(?=[ ](?:raises|says|keeps|sees|argues|thinks)\b)"
)
_TITLED_ZH = re.compile(
    r"(?:董事长|总裁|总经理|首席[\u4e00-\u9fff]{2,4}官|CEO|CFO|行长|分析师|财务总监|发言人|负责人"
    r"|创始人)(?P<who>[\u4e00-\u9fff]{2,3}?)(?=[，。：“、（(]|在|于|表示|认为|透露|称|坦言|说"
    r"|介绍|指出)"
)


def person_before(source: str, place: int) -> str:
    """Whom he or she means: who was named last in the paragraph, or in the one before."""
    here = source.rfind("\n", 0, place) + 1
    above = source.rfind("\n", 0, max(0, source[:here].rstrip().rfind("\n"))) + 1
    for text in (source[here:place], source[above:here]):
        named = [
            (found.start(), str(next(filter(None, found.groups()))))
            for pattern in (_TITLED_EN, _TITLED_ZH)
            for found in pattern.finditer(text)
        ]
        named += [(one.start, one.who) for one in told_in(text) if is_person(one.who)]
        if named:
            return max(named)[1]
    return ""


def is_person(who: str) -> bool:
    """Whether a speaker is named, and a person."""
    if NOBODY_EN.fullmatch(who) or NOBODY_ZH.fullmatch(who) or who.startswith("据"):
        return False
    if COMPANY_EN.fullmatch(who) or COMPANY_ZH.fullmatch(who):
        return False
    return bool(re.search(OFFICE, who, re.IGNORECASE) or AGENT_ZH.search(who)) or (
        who.isascii() and re.fullmatch(rf"{CAPITAL}(?:[ ]{CAPITAL})?", who) is not None
    )

"""What a sentence says that somebody doubts: margins of more than 12% cannot last, 难以持续.

Such words state a figure, and say that it will not be so, or not for long. Whether it is one for
the report is for a person to say.
"""

import re

from exporter.drafting.model import Sentence, Stated
from exporter.engine.regex import regex

DOUBTED = "its words say that somebody doubts it: see what is meant"

_LASTS = (
    r"(?:last|hold|persist|endure|continue|stick|materiali[sz]e|recur|come true|stand up"
    r"|be (?:sustain|kept|held|maintain|repeat|reach|achiev|met|justif|defend|attain|deliver)\w*)"
)
_BEHIND = regex(
    # margins of | 12% | cannot last; not: costs that did not last
    r"[^,;:]{0,60}?\b(?:(?:cannot|can not|can[’']t|could not|couldn[’']t|will not|won[’']t"
    rf"|would not|wouldn[’']t|may not|might not|unlikely to|hardly) (?:\w+ly )?{_LASTS}"
    # growth of | 20% | looks unrealistic
    r"|(?:is|are|was|were|be|looks?|seems?|appears?|sounds?|proves?) (?:(?:rather|simply|quite|very"
    r"|increasingly|wholly|to be) )*(?:unsustainable|not sustainable|unrealistic|not realistic"
    r"|unachievable|unattainable|implausible|untenable|unlikely|out of reach|in doubt|doubtful"
    r"|questionable|fanciful|far-fetched))\b"
    # 超过|12%|的利润率难以持续
    r"|[^，。；：]{0,16}?(?:恐?难以?(?:持续|维持|为继|实现|达到|达成|延续|兑现)"
    r"|(?:无法|不可能|不会|不能|未必能?|不可)(?:长期)?(?:持续|维持|实现|达到|达成|延续|兑现)"
    r"|不(?:太)?(?:现实|切实际|可信)|存疑|值得怀疑)"
)
_BEFORE = regex(
    # doubts that revenue of | €5 billion can be reached
    r"(?<!\bno )(?<!\blittle )(?<!\bnot )(?<!n[’']t )\bdoubt(?:s|ed|ing|ful)? (?:that|whether|if"
    r"|the|its|their|about)\b[^,;:]*$"
    r"|\b(?:sceptical|skeptical|unconvinced|not convinced) (?:that|of|about|by)\b[^,;:]*$"
    # does not think that margins of | 14% | are sustainable
    r"|\b(?:(?:do|does|did) not|(?:do|does|did)n[’']t|nobody|no one) (?:really )?"
    r"(?:believe|think|accept|buy)s? (?:that|in|the|its|their|an?)\b[^,;:]*$"
    # 怀疑收入能否达到|50亿欧元
    r"|(?<!毋庸)(?<!无可)(?<!不)(?:怀疑|质疑)[^，。；：]*$|不(?:相信|认为|看好)[^，。；：]*$",
    re.IGNORECASE,
)


def is_doubted(stated: Stated, sentence: Sentence) -> bool:
    """Whether somebody doubts a figure, by the words of its clause.

    Args:
        stated: The figure.
        sentence: In which it stands.
    """
    head, tail = sentence.text[: stated.start], sentence.text[stated.end :]
    return bool(_BEHIND.match(tail) or _BEFORE.search(head))

"""When something else happened, which is said to tell why: helped by a launch in August.

Such a period is that of the launch, and of what is counted beside it; never of what it helped.
"""

import re

from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex
from exporter.facts.words import Lang

# , |helped by| the launch of 14 lines in August; |after| it shut two plants in May
_CUE_EN = regex(
    r"\b(?:(?:helped|driven|boosted|lifted|aided|supported|hurt|hit|dented|weighed down|dragged"
    r"|held back|offset|buoyed|fuel+ed|spurred|propelled|led|caused|inflated|flattered|squeezed"
    r"|depressed|disrupted)(?: \w+)? by|reflecting|thanks (?:\w+ )?to|because(?: of)?"
    r"|due (?:\w+ )?to|owing to|following|after|as(?! (?:of|at|well|much|many)\b)|amid"
    r"|on the back of|benefit+(?:ed|ing) from|(?<=, )with)\b",
    re.IGNORECASE,
)
_EVENT_EN = regex(
    r"\b(?:launch(?:es|ed)?|openings?|opened|closures?|closing|closed|shut(?:down|ting)?|bought"
    r"|acquisitions?|acquired|purchase|takeover|disposal|divest\w+|(?:the|a|its) sale of|sold"
    r"|spin-off|introduc\w+|merg\w+|strikes?|walkouts?|fire|floods?|hurricane|typhoon|storms?"
    r"|earthquake|cyber-?attack|outages?|explosion|listing|ipo|completion|completed|start-?up"
    r"|ramp-up|price (?:rises?|increases?|cuts?|hikes?)|(?:rais|cut)(?:ed|t?ing)? (?:\w+ )?prices"
    r"|recalls?|deals?|tariffs|approv\w+|lapsed?|expir\w+|ended|began|started|came into force"
    r"|took effect|moved|switched|left|joined|signed|won|lost|bankruptcy|departure|relaunch\w*"
    r"|paid|repaid|repayment|redeemed|redemption|returned|refinanc\w+|buy-?backs?|raised"
    r"|refurbish\w+|overhaul|maintenance|stoppage|withdr\w+|lockdowns?|heatwave)\b",
    re.IGNORECASE,
)
# after it trimmed its outlook for the year
_OUTLOOK_EN = regex(r"\b(?:outlook|guidance|forecasts?|targets?) (?:for )?$", re.IGNORECASE)
# 受8月推出新品|带动，
_CUE_ZH = regex(
    "受益于|得益于|受惠于|由于|受到|因为|随着|归因于|主要是|主要因|系因|受(?!理|让|托)|因(?!此|而)"
)
_EVENT_ZH = regex(
    "推出|上市|投产|开业|关闭|关停|关店|并表|并购|收购|出售|剥离|停产|复产|检修|涨价|提价|降价|上调|下调"
    "|台风|暴雨|地震|罢工|火灾|召回|上线|发布|获批|到期|开通|试运营|量产|爆发|生效|落地|启用"
)
_WHY_ZH = regex(
    "[^，。；]{0,30}?(?:带动|推动|影响|拉动|提振|拖累|驱动|所致|刺激|助推|，)|[^，。；]{0,24}$"
)


def cause_of(when: When, text: str, lang: Lang) -> int | None:
    """Where the words begin that say why, and in which a period says when something happened.

    None for a period of what the sentence tells: due to lower volumes in the quarter.
    """
    is_guided = _OUTLOOK_EN.search(text[: when.start]) is not None
    if (when.step is not Step.SAID and not is_guided) or when.is_now:
        return None
    part = re.split("[;；。]", text[: when.start])[-1]
    offset = when.start - len(part)
    cues = [*(_CUE_ZH if lang == "zh" else _CUE_EN).finditer(part)]
    if not cues:
        return None
    cue = cues[-1]
    between = part[cue.end() :]
    if lang == "zh":
        behind = _WHY_ZH.match(text, when.end)
        is_one = "，" not in between and behind and _EVENT_ZH.search(between + behind[0])
        return offset + cue.start() if is_one else None
    behind_en = re.match(r"[^,;]{0,40}", text[when.end :])
    words = between + (behind_en[0] if behind_en else "")
    is_apart = re.search(r"[,;—]", between) is not None
    return None if is_apart or not (is_guided or _EVENT_EN.search(words)) else offset + cue.start()

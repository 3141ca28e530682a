"""Deeds whose time is said where something else is told of them: a deal struck in May added £5m."""

import re

from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex

_DONE = (
    r"(?:struck|agreed|signed|reached|settled|won|lost|awarded|granted|imposed|introduced|launched"
    r"|opened|closed|shut|bought|sold|acquired|announced|approved|passed|adopted|negotiated|concluded"
    r"|completed|started|begun|raised|cut|made|taken|built|commissioned|called|held)"
)
_DEED = regex(
    rf"(?:^|[,;] |\b(?:while|and|but|as|because|after|that|whereas) )(?:an?|the|its|their|our) "
    rf"(?:[\w’'&-]+ ){{1,5}}{_DONE}(?: (?:with|by) (?:[\w’'&-]+ ){{1,3}}| )"
    r"(?:(?:in|on|during|over|at|since) )?(?:the |late |early |mid-?|end of )*$",
    re.IGNORECASE,
)
_TELLS = regex(
    r" (?:(?:has|have|had|will|would|could|should|may) )?(?:also |already |alone |then )?"
    r"(?:added|adds?|cost|costs|rais(?:ed|es?)|lift(?:ed|s)?|cut|cuts|sav(?:ed|es?)|brought|brings?"
    r"|gave|gives?|took|takes?|push(?:ed|es)?|boost(?:ed|s)?|reduc(?:ed|es?)|lower(?:ed|s)?|generat\w+"
    r"|contribut\w+|account\w+|made|makes?|led|leads?|knock(?:ed|s)?|shav(?:ed|es?)|helped|meant"
    r"|increas(?:ed|es?)|earned|covers?|covered|creates?|created)\b"
)


def is_of_a_deed(when: When, text: str) -> bool:
    """Whether a period says when something was done of which an English sentence tells more."""
    if when.step is not Step.SAID or when.is_now or _TELLS.match(text, when.end) is None:
        return False
    return _DEED.search(text[: when.start]) is not None

"""What leads to the lines of a list: For 2027, it expects the following; the heading Outlook."""

import re
from collections.abc import Iterator
from itertools import islice

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.periods.tenses import is_future, simplified
from exporter.engine.regex import regex

_LINES = 10  # of a list, at most, behind what leads to it
_WORDS = 6  # of a heading that says what stands below it, and tells no news
_PARTING = regex(r"[;,:–—]")
_OUTLOOK = regex(r"\b(?:outlook|guidance)\b", re.IGNORECASE)


def lead_of(sentence: Sentence, setting: Setting) -> str:
    """The line with a colon above a list in which a sentence stands; "" for none."""
    above = _lines_above(setting.source.text or "", sentence.start)
    for line in islice(above, _LINES):
        if line.endswith((":", "：")):
            return simplified(line)
        if "\t" in line or line.endswith((".", "。", "!", "！", "?", "？")):
            return ""
    return ""


def _lines_above(text: str, start: int) -> Iterator[str]:
    """The lines above the one in which an offset stands, the nearest first.

    Those without a word, a bullet say, are left out.
    """
    end = text.rfind("\n", 0, start)
    while end >= 0:
        before = text.rfind("\n", 0, end)
        line = text[before + 1 : end].strip()
        if any(map(str.isalnum, line)):
            yield line
        end = before


def outlook_above(sentence: Sentence, setting: Setting) -> str:
    """What says of a list that all in it is to come: its lead, or an English heading."""
    lead = lead_of(sentence, setting)
    if lead:
        return lead if is_future(lead, setting.lang) else ""
    is_outlook = setting.lang == "en" and _is_of_outlook(sentence.heading)
    return simplified(sentence.heading) if is_outlook else ""


def _is_of_outlook(heading: str) -> bool:
    """Whether a heading is over what is to come alone: not `Demand returns; guidance raised`."""
    is_short = len(heading.split()) <= _WORDS
    return is_short and all(_OUTLOOK.search(part) for part in _PARTING.split(heading))

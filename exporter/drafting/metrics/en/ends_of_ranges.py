"""What English text expects at an end of a range, or inside it, by what is said to be there.

Earnings per share would be at the bottom of its range of | 29p to 31p; rents would come in at the
low end of its | $18 million to $20 million | forecast.
"""

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.phrases import is_name, phrase_of
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_AT_AN_END = (
    r"(?:(?:somewhere|comfortably|well|right|firmly|close|now|just|slightly|only|safely) )*"
    r"(?:at|in|near|nearer|to|towards?|around|within|inside|above|below|beyond)"
    r" (?:(?:the|very|[a-z-]*|end|half|part|quarter|third|of|or) ){0,7}?"
)
_WHOSE = r"(?:its|their|the|our|an?|[A-Z]\w+[’']s?)"
_AIM = r"(?:range|guidance|forecasts?|targets?|outlook)"
_SUM = rf"{about_or('between')}[A-Z]{{0,3}}[$€£¥]?$"
_WHERE = rf"{_AT_AN_END}{_WHOSE} (?:[\w’'-]+ ){{0,3}}?{_AIM}(?: range)?,?(?: of| for)? {_SUM}"
_IS = (
    r"\b(?P<verb>be|is|are|was|were|been|come|came|comes|finish|finished|end|ended|land|landed|fall"
    r"|fell|lie|lies|lay|stand|stands|stood|sit|sits)(?: (?:in|up|out))?"
)
_IS_THERE = regex(f"{_IS} {_WHERE}")
# At the low end of its | $180 million to $200 million | forecast
_IS_BEFORE_AIM = regex(rf"{_IS} {_AT_AN_END}{_WHOSE} {_SUM}")
_AIM_BEHIND = regex(rf" (?:[a-z-]+ ){{0,2}}{_AIM}\b")
_EXPECTED_THERE = regex(
    r"\b(?:expect|forecast|predict|project|anticipat|see|guid)(?:s|ed|es|ing|e)?(?: to| for)?"
    rf" (?P<name>(?:[A-Za-z][\w’'-]* ){{1,6}}?){_WHERE}"
)


def by_end_of_range(site: Site) -> Guess[str] | None:
    """The name of a range by what is told to be at an end of it."""
    there = _IS_THERE.search(site.before)
    if there is None and _AIM_BEHIND.match(site.behind):
        there = _IS_BEFORE_AIM.search(site.before)
    if there is not None:
        at = there.start("verb")
        verb = next((n for n, one in enumerate(site.tokens) if one.start <= at < one.end), 0)
        name = subject_of_verb(site.tokens, verb, site.names)[0] if verb else ""
        return Guess(name) if _is_measure(name) else None
    expected = _EXPECTED_THERE.search(site.before)
    if expected is None:
        return None
    start, end = expected.span("name")
    words = [one for one in site.tokens if start <= one.start < end]
    while words and words[-1].lower in {"to", "be", "come", "land", "fall", "in", "finish"}:
        words.pop()
    name = "" if not words or is_name(words, site.names) else phrase_of(words, site.names)
    return Guess(name) if _is_measure(name) else None


def _is_measure(name: str) -> bool:
    """Whether a name says what is measured, and not again what was aimed at."""
    said = name.lower().split()
    return any(word in METRICS for word in said) and said[-1] not in _AIMS


_AIMS = frozenset("guidance forecast forecasts target outlook estimate consensus".split())

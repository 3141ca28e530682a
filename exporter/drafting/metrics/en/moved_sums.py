"""Sums by which something moved or differs: rose | $3m | to $14m; was | $3m | lower than income."""

import re

from exporter.drafting.exactness import ABOUT_ONE
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.phrases import phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import ARTICLES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_MOVED = regex(
    r"\b(?:increase[ds]|rose|rises|grew|grows|climbed|jumped|advanced|decrease[ds]|fell|falls"
    r"|declined|declines|dropped|drops|slipped|shrank|narrowed|widened)"
    rf"(?: [a-z]+ly)? {ABOUT_ONE}$"
)
_TO = regex(rf"(?:,? or [0-9.]+ ?%,)? to {ABOUT_ONE}")


def by_level_behind(site: Site) -> Guess[str] | None:
    """What moved by a sum, as its change."""
    level = next(iter(site.figures[site.number + 1 :]), None)
    if level is None or not site.is_money or level.dimension != site.figure.dimension:
        return None
    between = site.text[site.figure.end : level.start]
    if _MOVED.search(site.before) is None or _TO.fullmatch(between) is None:
        return None
    guess = of_other(site, level)
    return Guess(name_of_change(guess.value, site), guess.doubt) if guess.value else None


# Free cash flow was | $43m | lower than net income
_IS = regex(rf"\b(?:is|are|was|were|been|came in|ended|finished) {ABOUT_ONE}$")
_DIFFERS = regex(
    r" (?P<said>(?P<way>higher|lower|more|less|better|worse)(?: than\b| compared (?:with|to)\b)?"
    r"|above|below|ahead of|short of)(?P<what>[^,;.()]*)"
)
_LESS = frozenset({"lower", "less", "below", "short of", "worse"})
_BEFORE = regex(
    r"(?: |$)(?:in |for |at |during )?(?:the )?(?:(?:prior|previous|preceding|last"
    r"|corresponding|same"
    r"|comparable|year|quarter|period|month|half|a|of|in|ago|earlier|before|that|(?:19|20)\d\d"
    r"|[hq][1-4]|first|second|third|fourth|end)\b\W*)*$",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def by_difference(site: Site) -> Guess[str] | None:
    """What is by a sum above or below something: its change from an earlier time, or so called."""
    differs = _DIFFERS.match(site.behind) if site.is_money else None
    if differs is None or _IS.search(site.before) is None:
        return None
    verb = governed(site.tokens, site.at).verb
    name = subject_of_verb(site.tokens, verb, site.names)[0] if verb >= 0 else ""
    if not name:
        return None
    word = (differs["way"] or differs["said"]).strip()
    if differs["way"] and _BEFORE.fullmatch(differs["what"]):
        is_less = word in _LESS and not site.figure.value < 0
        return Guess(name_of_change(name, site, dropped=is_less))
    beside = differs["what"].split()[:_MOST_WORDS]
    what = [one for one in beside if one.lower() not in ARTICLES]
    if "in" in what:
        what = what[: what.index("in")]
    return Guess(f"{name} {' '.join([differs['said'], *what])}")


# Offset by a | $12 million | or 26% increase in revenues; $4 million, or | 8% |, decrease in costs
_STEP_BEHIND = regex(
    r"(?:,? (?:or|and) [0-9.]+ ?(?:%|per ?cent),?|,) "
    r"(?P<step>increase|rise|growth|gain|improvement|jump|decrease|decline|fall|drop|reduction) in "
)
_FALLS = frozenset("decrease decline fall drop reduction".split())


def by_step_behind(site: Site) -> Guess[str] | None:
    """What rose or fell by a sum, or a share, that stand together before the noun."""
    step = _STEP_BEHIND.match(site.behind)
    if step is None or not (site.is_money or site.is_share):
        return None
    at = site.tokens[site.at].end + step.end()
    first = next((n for n, one in enumerate(site.tokens) if one.start >= at), len(site.tokens))
    name = phrase_of(words_right(site.tokens, first), site.names)
    dropped = step["step"] in _FALLS and not site.figure.value < 0
    return Guess(sentence_case([name_of_change(name, site, dropped=dropped)])) if name else None

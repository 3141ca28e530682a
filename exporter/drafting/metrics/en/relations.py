"""Figures of English text that relate a metric to another: above budget, twice as much."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.doings import SPENT, verb_of
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, of_last
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import ARTICLES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_relation(site: Site) -> Guess[str] | None:
    """A name from what a figure is set against: 3% above budget, 2.3 times as much as."""
    is_off = site.figure.dimension in {RATIO, POINTS} or bool(site.number)
    if is_off and not site.is_counted and (found := _AGAINST.match(site.behind)):
        name = sentence_case([_OFF.sub("", _FORESEES.sub("", _of_subject(site)))])
        side = _SIDES.get(found[1].lower().split()[0], "above")
        against = found[2].lower()
        against = "expectations" if against in _EXPECTING else against
        return Guess(f"{name} {side} {against}") if name else None
    if name := _of_cost(site):
        return Guess(name)
    is_times = site.figure.dimension == MULTIPLE and site.number
    if is_times and re.match(r" the [^\w\s]?\d", site.behind):
        return of_last(site)
    if _is_multiple(site) and (times := _AS_MUCH.match(site.behind)):
        return _multiple_of(site, times)
    if site.is_money and (each := _EACH.match(site.behind)) and (won := _WON.search(site.before)):
        word = "Loss" if won[1].lower().startswith("lo") else "Profit"
        return Guess(f"{word} per {each[1]}")
    return _added(site)


# An electric ferry costs | 20% | more than a diesel one to build
_COSTS = regex(rf"\bcosts? (?:now |still |also )?{ABOUT}$")
_THAN = regex(r" (?:more|less)(?: to [a-z]+)? than ")


def _of_cost(site: Site) -> str:
    """How much more one thing costs than another, or than it did."""
    than = _THAN.match(site.behind) if site.is_share and _COSTS.search(site.before) else None
    if than is None:
        return ""
    found = governed(site.tokens, site.at)
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    begin = site.tokens[site.at].end + than.end()
    at = next((n for n, one in enumerate(site.tokens) if one.start >= begin), len(site.tokens))
    words = words_right(site.tokens, at)
    while words and words[-1].lower == "to":
        words.pop()
    is_time = not words or words[0].kind == "date" or words[0].lower in {"in", "it", "last"}
    if not subject:
        return ""
    other = "" if is_time else " ".join(one.text for one in words if one.lower not in ARTICLES)
    return f"{subject} cost vs {other}" if other else f"{subject} cost change"


_FORESEES = regex(
    r"^.*\b(?:forecasts?|expects?|predicts?|sees|estimates|models|projects) (?=[a-z])"
)
_OFF = regex(r" (?:above|below) [a-z]+$")  # as the figure before is named
_AGAINST = regex(
    r"(?: and [0-9.]+ ?(?:%|per ?cent))?"
    r" (above|below|over|under|ahead of|short of|shy of|higher than|lower than|more than|less than"
    r"|better than|worse than) (?:(?:its|their|the|our|what|own|most|internal"
    r"|industry|sector|City's|market's|earlier|initial"
    r"|national|market|company|annual|average|regulatory|required|previous"
    r"|full-year|long-term|street|analyst|analysts') ){0,3}"
    r"(budget|plan|target|guidance|consensus|expectations|estimates?|forecasts?|analysts|investors"
    r"|economists|average|capacity|minimum|requirements?|limit|threshold|peers|inflation)\b",
    re.IGNORECASE,
)
_EXPECTING = frozenset("analysts investors economists estimate forecast".split())
_SIDES = dict.fromkeys("below under short shy lower less worse".split(), "below")
_AS_MUCH = regex(
    r"(?: times)? (?:as (?:much|many|large|big|high)(?: \w+)? as|(?:more|higher|larger) than|"
    r"(?:the|its|their) (?:number|level|amount|rate|size|figure|total|average|volume|pace|value)"
    r"(?: of| in|$)|(?:that|those) of|of (?:what|that)|what|the (?=\w+ average))\s*",
    re.IGNORECASE,
)
_EACH = regex(r" (?:on|for|from) (?:every|each) (?:\w+ )??(\w+)(?= (?:it|they|we|that)\b|[,.;]|$)")
_WON = regex(
    rf"\b(los(?:e|es|t|ing)|makes?|made|making|earn(?:s|ed)?)(?: money)?,? {ABOUT}$",
    re.IGNORECASE,
)


def _is_multiple(site: Site) -> bool:
    return site.figure.dimension == MULTIPLE or site.figure.text.lower() in {"half", "double"}


def _of_subject(site: Site) -> str:
    """What the verb before is said of, or the figure before where none is beside."""
    found = governed(site.tokens, site.at)
    if found.verb >= 0 and found.linked < 0 and site.tokens[site.at - 1].text != ",":
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        if subject and not found.words:
            return subject
    return of_last(site).value


def _multiple_of(site: Site, times: re.Match[str]) -> Guess[str] | None:
    found = governed(site.tokens, site.at)
    verb = verb_of(site.tokens[found.verb].lower) if found.verb >= 0 else ""
    is_spent = verb in _SPENDING and not found.words
    name = SPENT[verb][0] if is_spent else _of_subject(site)
    if not name:
        return None
    behind = site.tokens[site.at].end + times.end()
    at = next((n for n, one in enumerate(site.tokens) if one.start >= behind), len(site.tokens))
    words = words_right(site.tokens, at)
    joined = next((n for n, one in enumerate(words) if one.lower == "and"), len(words))
    words = words[:joined]
    is_when = not words or words[0].kind == "date" or words[0].lower in {"it", "they", "was", "a"}
    whom = "" if is_when or is_name(words, site.names) else phrase_of(words, site.names)
    return Guess(f"{name} vs {lowered(whom, site.text)}" if whom else name)


_SPENDING = frozenset("spend pay invest earn make raise borrow lend".split())


def _added(site: Site) -> Guess[str] | None:
    """Of what is added to a metric, or taken off it, that one's change: add 120 | to costs."""
    found = governed(site.tokens, site.at)
    given = _contributed(site, found)
    if given is not None or site.is_counted or site.next() not in {"to", "off"}:
        return given
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    is_added = verb in _ADDING and site.next() == "to"
    if found.words or found.prep or not (is_added or (verb in _TAKING and site.next() == "off")):
        return None
    words = words_right(site.tokens, site.at + 2)
    name = phrase_of(words, site.names)
    if not name or is_name(words, site.names):
        return None
    behind = site.text[words[-1].end :]
    if behind.startswith(" per share"):  # adds 4 cents to earnings per share
        return Guess(f"{name} per share change")
    if words[-1].lower in {"growth", "inflation"} and is_added:
        return Guess(f"Contribution to {lowered(name, site.text)}")
    change = name_of_change(name, site, dropped=not is_added and not site.figure.value < 0)
    is_costly = is_added and name.lower().split()[-1] in _COSTLY
    cause, _ = subject_of_verb(site.tokens, found.verb, site.names) if is_costly else ("", 0)
    if not _is_cause(cause):
        return Guess(change)
    increase = f"{change.removesuffix(' change')} increase"
    return Guess(f"{increase} from {lowered(cause, site.text)}")


def _is_cause(cause: str) -> bool:
    """Whether what adds to costs says why, in few words, and is no company that does."""
    if _CUT_SHORT.search(cause):  # and a rise | in the minimum wage
        return False
    return _CAUSE.search(cause) is not None and len(cause.split()) < _LONG_CAUSE


_COSTLY = frozenset("cost costs expense expenses bill bills".split())
_LONG_CAUSE = 6  # words
_CUT_SHORT = regex(r" and (?:rises?|increases?|delays?)$")
_CAUSE = regex(
    r"\b(?:inflation|tariffs?|dut(?:y|ies)|tax(?:es)?|levy|levies|prices?|rates?|wages?|rises?"
    r"|increases?|rules?|regulations?|pay|salaries|contributions?|strikes?|shortages?|delays?"
    r"|disruptions?|premiums?|rents?|bills?)$",
    re.IGNORECASE,
)


def _contributed(site: Site, found: Governed) -> Guess[str] | None:
    """How much of growth comes from its subject: price | added | a further two points."""
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    is_bare = not found.words and not found.prep and site.next() not in {"to", "off", "of"}
    is_points = site.figure.dimension == POINTS or site.figure.text.lower().endswith("points")
    if not is_points or verb not in _ADDING or not is_bare:
        return None
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    return Guess(f"{subject} contribution to growth") if subject else None


_ADDING = frozenset("add adds added adding contributed contributes contribute contributing".split())
_TAKING = frozenset(
    "shave shaved shaves knock knocked knocks wipe wiped wipes cut take took".split()
)

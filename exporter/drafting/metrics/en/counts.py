"""What is counted in English text: stores opened, employees, and what comes to so many things."""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.metrics.en.bare_counts import by_number_behind, by_others_counted
from exporter.drafting.metrics.en.changes import heads_metric
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.counted import counted_phrase, participle_of, passive_of
from exporter.drafting.metrics.en.done_with import (
    STAFF,
    behind_things,
    done_as_before,
    done_with,
    where_they_are,
)
from exporter.drafting.metrics.en.phrases import phrase_of, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.states import delivered_to, place_of_work
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import DOWN, LEVEL, MOVED, UP
from exporter.drafting.model import Guess
from exporter.drafting.periods.to_be_done import to_be_done
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE

_OF_SOME = regex(r" of (?:whom|which|them|these|those)\b")
# Deliveries | reached | 52,000 vehicles.
_COMING_TO = frozenset(
    "reached hit totalled totaled topped exceeded surpassed passed averaged".split()
)
_OF_WHOLE = regex(
    r"(?:\d\S*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    r" of (?:its|their|the|our|his|her) $",
    re.IGNORECASE,
)
_AS = regex(
    r"(?:^|\b(?:as|after|when|because|while|since|before|once|and) )"
    rf"{about_or('another', 'a further', 'the')}$",
    re.IGNORECASE,
)
_HAPPENED = regex(r" (lapsed|expired|closed|opened|left|joined|failed|ended|defaulted|died)\b")
_WORKING = regex(
    r" \w+ (?:(?:who|that|already|now|currently) )*(?:work|works|worked|are employed|are based)\b"
)
# Behind these a number is no object: in 12 countries, a total of 40 stores.
_BETWEEN = frozenset("of to from in for across at on".split())


def by_count(site: Site) -> Guess[str] | None:
    """What is counted, and what was done with it."""
    if not site.is_counted or site.figure.is_attribute:
        return None
    if _OF_SOME.match(site.behind) and site.number:
        earlier = next((one for one in reversed(site.figures[: site.number]) if one.noun), None)
        return of_other(site, earlier) if earlier is not None else None
    what = counted_phrase(site)
    if not what and site.number and (level := _moved_to(site)):
        return Guess(level)
    if not what:
        return by_number_behind(site) or by_others_counted(site)
    if what.lower() in {"times", "points"}:
        return _times(site, what)
    return Guess(_level(site) or _in_words(site, what) or _counted(site, what))


# Occupancy averaged 71%, and | three | plays closed early
_OWN_CLAUSE = regex(rf"[0-9%a-z], (?:and|but|while|though|although) {ABOUT}$")


def _level(site: Site) -> str:
    """The metric that comes to a number of things: headcount rose to | 410 people."""
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if _OWN_CLAUSE.search(site.before):
        return ""
    is_level = found.prep in {"to", "at", "from"} or (verb in _COMING_TO and not found.prep)
    if verb in UP | DOWN | LEVEL | _COMING_TO and is_level and not found.words:
        subject, is_carried = subject_of_verb(site.tokens, found.verb, site.names)
        if subject and (found.linked >= 0 or (heads_metric(subject) and not is_carried)):
            return subject
    return ""


# Handled 31,200 parcels, though | deaths fell by 2% to | 291,000
_FELL_TO = regex(
    r"(?:, |; )(?:(?:and|but|while|whereas|even though|although|though|as|when) )?"
    r"(?P<what>[a-z][^,;0-9]*)"
    rf" {MOVED} (?:by )?[^,;]*(?:%|per ?cent) to {ABOUT}$"
)


def _moved_to(site: Site) -> str:
    """What a clause of its own says to have moved to a bare number."""
    found = _FELL_TO.search(site.before)
    if found is None or re.match(r"(?:which|its|their|it|they|up|down)\b", found["what"]):
        return ""
    verb = governed(site.tokens, site.at).verb
    return subject_of_verb(site.tokens, verb, site.names)[0] if verb >= 0 else ""


def _in_words(site: Site, what: str) -> str:
    """A name that the words right around settle: where | 240 people work, two deals | lapsed."""
    if taken := delivered_to(site, what):
        return taken
    rest = behind_things(site, what)
    happened = _HAPPENED.match(rest) if rest is not None else None
    if happened is not None and _AS.search(site.before):
        return f"{what} {happened[1]}"
    span = site.tokens[site.at]
    if (verb := to_be_done(site.text, span.start, span.end)) and (done := participle_of(verb)):
        return f"{what} to be {done}"
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if what.lower().split()[0] in STAFF and _WORKING.match(site.behind):
        return f"Employees{place_of_work(site)}"
    if verb in {"cost", "costs"} and found.words:
        return f"{what} lost"
    if _SOME_OF.search(site.before):
        place = _ON.match(rest) if rest is not None else None
        return f"{what} on {place[1]}" if place else what
    return what if _OF_WHOLE.search(site.before) and site.number else ""


# If any of the | 120 | jobs on the ship were lost: that many there are
_SOME_OF = regex(
    r"\b(?:any|some|none|many|most) of (?:the|its|their|our|those|these) $", re.IGNORECASE
)
_ON = regex(r" on (?:the|its) ([a-z]+)(?=[.,;]| (?:is|are|was|were|will|would|could|may)\b)")


def _counted(site: Site, what: str) -> str:
    """Counted things, and what the verb does with them."""
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if found.prep == "of" and [one.lower for one in found.words[-1:]] == ["average"] and verb:
        found = found._replace(prep="", words=[])
    is_taken = verb in {"take", "takes", "took", "taking"} and found.prep == "on"
    is_object = verb and not found.words and (is_taken or found.prep not in _BETWEEN)
    if not is_object:
        done = passive_of(site.tokens, site.at) or done_as_before(site, what)
        return f"{what}{done or where_they_are(site, what)}"
    return done_with(site, found, what)


def _times(site: Site, what: str) -> Guess[str] | None:
    found = governed(site.tokens, site.at)
    for other in reversed(site.figures[: site.number]):
        if found.prep in {"at", "on"} and other.dimension == MULTIPLE:
            return of_other(site, other)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if what.lower() == "times" and verb.endswith("ed"):
        stem = verb[:-2] if not verb.endswith(("sed", "ved", "ced")) else verb[:-1]
        noun = f"{stem}es" if stem.endswith(("ch", "sh", "x")) else f"{stem}s"
        subject = phrase_of(subject_region(site.tokens, found.verb), site.names)
        is_short = subject and len(subject.split()) < 3
        return Guess(f"{subject} {noun}" if is_short else sentence_case([noun]))
    return None

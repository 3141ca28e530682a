"""Bare numbers that count what another figure counts: opened 35 stores, a total of | 1,204.

The one before in the sentence, the one behind (45 | of its 512 branches), or the sentence before.
"""

import re
from dataclasses import replace

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.counted import counted_phrase, participle_of, passive_of
from exporter.drafting.metrics.en.doings import BEEN_DONE
from exporter.drafting.metrics.en.done_with import act_on, done_with
from exporter.drafting.metrics.en.phrases import phrase_of, sentence_case
from exporter.drafting.metrics.en.sites import OPEN, Site
from exporter.drafting.metrics.en.states import state_alone, state_behind
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import noun_phrase
from exporter.evidence.reading import Figure, read_figures
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import COUNT

_OF_THEM = regex(
    r" of (?:its|their|the|our|his|her|[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}[’']s?) (?:\w+ )?$"
)
_TOTALS = frozenset("total number tally count fleet network figure".split())
_OWNERS = (["it"], ["them"], ["us"])
_MORE = regex(rf"\b(?:a further|another|an additional|some further) {ABOUT}$")


def by_number_behind(site: Site) -> Guess[str] | None:
    """What the number behind counts, of which this is a part: 45 | of its 512 branches."""
    at = _next_figure(site)
    if _OF_THEM.match(site.text[site.tokens[site.at].end : site.tokens[at].start]) is None:
        return None
    other = next((one for one in site.figures if one.start == site.tokens[at].start), None)
    what = counted_phrase(replace(site, at=at, figure=other)) if other is not None else ""
    if other is None or not what:
        return None
    state = state_behind(site.text[other.end :], what)
    return Guess(f"{what}{state or passive_of(site.tokens, at) or act_on(site)}")


def by_others_counted(site: Site) -> Guess[str] | None:
    """What a bare number counts that others are told before: opened 35 stores, a total of 1,204."""
    found = governed(site.tokens, site.at)
    said = _said_of(site, found)
    if said and said.lower() not in _TOTALS:
        return None
    for number in range(site.number - 1, -1, -1):
        other = site.figures[number]
        if other.dimension == COUNT and (words := noun_phrase(other.noun)):
            what = sentence_case([_as_written(site, _up_to_noun(words))])
            done = _done(site, found, other, what)
            return Guess(f"{what}{done}", "" if said or done else OPEN)
    return None if said else _further(site, found)


def _said_of(site: Site, found: Governed) -> str:
    """What a bare number is said of; "" where that is what the figure before counts, or nothing."""
    if [one.lower for one in found.words] in _OWNERS:
        return "total"  # leaving it with | 2,310
    subject, is_carried = "", False
    if _is_object(site, found):
        return ""  # bought 11 practices, closed | four
    if found.verb >= 0 and not found.words and found.prep != "for":
        subject, is_carried = subject_of_verb(site.tokens, found.verb, site.names)
    said = phrase_of(found.words, site.names) or ("" if is_carried else subject)
    before = site.last
    if found.verb < 0 and before is not None and said.lower() == " ".join(noun_phrase(before.noun)):
        return ""  # of the 960 flats, | 610 are let
    return said


def _is_object(site: Site, found: Governed) -> bool:
    """Whether a number is what a verb right before it is done with: to cover another | 50."""
    if found.verb < 0 or found.words or found.prep:
        return False
    verb = site.tokens[found.verb].lower
    is_led = site.tokens[found.verb - 1].lower == "to" and bool(participle_of(verb))
    is_near = found.verb == site.at - 1 or _MORE.search(site.before) is not None
    return is_near and (is_led or verb in BEEN_DONE)


def _done(site: Site, found: Governed, other: Figure, what: str) -> str:
    """What was done with those that a bare number counts, or their state; "" for nothing."""
    done = passive_of(site.tokens, site.at)
    if not done and found.verb >= 0 and not found.words and not found.prep:
        own = participle_of(site.tokens[found.verb].lower)
        done = f" {own}" if own else ""
    return (state_alone(site, other, what) if done != " cut" else "") or done


def _further(site: Site, found: Governed) -> Guess[str] | None:
    """More of what the sentence before counts, by the verb of its own: to close a further | 60."""
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    is_own = not found.words and not found.prep and bool(participle_of(verb))
    if not is_own or not site.earlier or _MORE.search(site.before) is None:
        return None
    for other in reversed(read_figures(site.earlier)):
        words = noun_phrase(other.noun) if other.dimension == COUNT else []
        if words and is_counted_word(_up_to_noun(words)[-1]):
            return Guess(done_with(site, found, sentence_case([" ".join(_up_to_noun(words))])))
    return None


def _next_figure(site: Site) -> int:
    """The index of the figure behind; that of this one where there is none."""
    tokens = site.tokens
    return next((n for n in range(site.at + 1, len(tokens)) if tokens[n].kind == "figure"), site.at)


def _up_to_noun(words: list[str]) -> list[str]:
    """The words of a phrase up to what is counted: sites | live."""
    last = max((at for at, word in enumerate(words) if is_counted_word(word)), default=len(words))
    return words[: last + 1]


def _as_written(site: Site, words: list[str]) -> str:
    """Words as the sentence has them, with its hyphens."""
    said = re.search(r"[\s-]".join(map(re.escape, words)), site.text, re.IGNORECASE)
    return said[0] if said else " ".join(words)

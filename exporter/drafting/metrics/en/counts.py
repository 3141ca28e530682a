"""What is counted in English text, and what was done with it: stores opened."""

import re
from dataclasses import replace

from exporter.drafting.metrics.en.changes import heads_metric
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.counted import (
    counted_phrase,
    participle_of,
    passive_of,
    rate_behind,
)
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.states import (
    delivered_to,
    place_of_work,
    state_alone,
    state_behind,
)
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    DOWN,
    LEVEL,
    UP,
)
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import noun_phrase
from exporter.evidence.reading import read_figures
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import COUNT, MULTIPLE


def by_count(site: Site) -> Guess[str] | None:
    """What is counted, and what was done with it."""
    if not site.is_counted or site.figure.is_attribute:
        return None
    if _OF_SOME.match(site.behind) and site.number:
        earlier = next((one for one in reversed(site.figures[: site.number]) if one.noun), None)
        return of_other(site, earlier) if earlier is not None else None
    what = counted_phrase(site)
    if not what:
        return _of_them(site) or _elliptic(site)
    if what.lower() in {"times", "points"}:
        return _times(site, what)
    return Guess(_level(site) or _in_words(site, what) or _counted(site, what))


_OF_SOME = regex(r" of (?:whom|which|them|these|those)\b")


def _level(site: Site) -> str:
    """The metric that comes to a number of things: headcount rose to | 410 people."""
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    is_level = found.prep in {"to", "at", "from"} or (verb in _COMING_TO and not found.prep)
    if verb in UP | DOWN | LEVEL | _COMING_TO and is_level and not found.words:
        subject, is_carried = subject_of_verb(site.tokens, found.verb, site.names)
        if subject and (found.linked >= 0 or (heads_metric(subject) and not is_carried)):
            return subject
    return ""


_AS = regex(
    r"(?:^|\b(?:as|after|when|because|while|since|before|once|and) )"
    r"(?:(?:about|some|around|nearly|only|just|another|a further|the) )?$",
    re.IGNORECASE,
)
_HAPPENED = regex(r" (lapsed|expired|closed|opened|left|joined|failed|ended|defaulted|died)\b")


def _in_words(site: Site, what: str) -> str:
    """A name that the words right around settle: where | 240 people work, two deals | lapsed."""
    if taken := delivered_to(site, what):
        return taken
    last = what.rsplit(maxsplit=1)[-1]
    at = site.behind.lower().find(last.lower())
    happened = _HAPPENED.match(site.behind[at + len(last) :]) if 0 <= at < _NEAR else None
    if happened is not None and _AS.search(site.before):
        return f"{what} {happened[1]}"
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if what.lower().split()[0] in _STAFF and _WORKING.match(site.behind):
        return f"Employees{place_of_work(site)}"
    if verb in {"cost", "costs"} and found.words:
        return f"{what} lost"
    return what if _OF_WHOLE.search(site.before) and site.number else ""


_NEAR = 40  # characters


def _counted(site: Site, what: str) -> str:
    """Counted things, and what the verb does with them."""
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if found.prep == "of" and [one.lower for one in found.words[-1:]] == ["average"] and verb:
        found = found._replace(prep="", words=[])
    is_taken = verb in {"take", "takes", "took", "taking"} and found.prep == "on"
    is_object = verb and not found.words and (is_taken or found.prep not in _BETWEEN)
    if not is_object:
        return f"{what}{passive_of(site.tokens, site.at) or _where(site, what)}"
    return _done(site, found, what)


# Deliveries | reached | 52,000 vehicles.
_COMING_TO = frozenset(
    "reached hit totalled totaled topped exceeded surpassed passed averaged".split()
)
_OF_WHOLE = regex(
    r"(?:\d\S*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    r" of (?:its|their|the|our|his|her) $",
    re.IGNORECASE,
)
_OF_THEM = regex(r" of (?:its|their|the|our|his|her|his) (?:\w+ )?$")


def _next_figure(site: Site) -> int:
    """The index of the figure behind; that of this one where there is none."""
    tokens = site.tokens
    return next((n for n in range(site.at + 1, len(tokens)) if tokens[n].kind == "figure"), site.at)


def _of_them(site: Site) -> Guess[str] | None:
    """What the number behind counts, of which this is a part: 45 | of its 512 branches."""
    at = _next_figure(site)
    if _OF_THEM.match(site.text[site.tokens[site.at].end : site.tokens[at].start]) is None:
        return None
    other = next((one for one in site.figures if one.start == site.tokens[at].start), None)
    what = counted_phrase(replace(site, at=at, figure=other)) if other is not None else ""
    if other is None or not what:
        return None
    state = state_behind(site.text[other.end :], what)
    return Guess(f"{what}{state or passive_of(site.tokens, at) or _act(site)}")


def _act(site: Site) -> str:
    """What the verb before does to the things that a number counts."""
    found = governed(site.tokens, site.at)
    if found.verb < 0 or found.words or found.prep:
        return ""
    verb = site.tokens[found.verb].lower
    if _is_ahead(site, found.verb):
        return f" to {verb}"
    done = participle_of(verb)
    return f" {done}" if done else ""


_WORKING = regex(
    r" \w+ (?:(?:who|that|already|now|currently) )*(?:work|works|worked|are employed|are based)\b"
)
_HIRING = frozenset(
    "take takes took taking hire hires hired hiring recruit recruits recruited".split()
)
_OFFERED = regex(r"\b(?:up for|on) (sale|hold|offer|the market)\b")


# Behind these a number is no object: in 12 countries, a total of 40 stores.
_BETWEEN = frozenset("of to from in for across at on".split())
_STAFF = frozenset("people workers staff employees".split())


def _done(site: Site, found: Governed, what: str) -> str:
    """Counted things with what was done with them: stores opened, branches to close."""
    verb = site.tokens[found.verb].lower
    if verb.startswith("employ") and what.lower() in _STAFF:
        return f"Employees{place_of_work(site)}"
    done = participle_of(verb)
    if verb in UP | DOWN and not done:
        return f"{what} change"
    is_to = found.verb > 0 and site.tokens[found.verb - 1].lower == "to"
    if what.lower() in _STAFF and verb in _HIRING:
        return "New hires"
    if verb in {"put", "puts"} and (offered := _OFFERED.search(site.behind)):
        return f"{what} for sale" if offered[1] != "hold" else f"{what} on hold"
    particle = site.tokens[found.verb + 1].lower
    if (
        done
        and particle in {"up", "off", "out", "back"} - {*done.split()}
        and found.verb + 1 < site.at
    ):
        return f"{what} {done} {particle}"
    if done and is_to and _is_ahead(site, found.verb):
        return f"{what} to {verb}"
    rate = rate_behind(site)
    return f"{what} {done}{rate}" if done else f"{what}{_where(site, what) or rate}"


def _is_ahead(site: Site, verb: int) -> bool:
    said = {token.lower for token in site.tokens[max(0, verb - 4) : verb]}
    return not said.isdisjoint(
        {"plans", "plan", "planned", "expects", "intends", "aims", "wants", "planning", "will"}
    )


def _elliptic(site: Site) -> Guess[str] | None:
    """What a bare number counts that others are told before: opened 35 stores, a total of 1,204."""
    found = governed(site.tokens, site.at)
    subject = ""
    if found.verb >= 0 and not found.words and found.prep != "for":
        subject, carried = subject_of_verb(site.tokens, found.verb, site.names)
        subject = "" if carried else subject
    said = phrase_of(found.words, site.names) or subject
    before = site.last
    if found.verb < 0 and before is not None and said.lower() == " ".join(noun_phrase(before.noun)):
        said = ""  # of the 960 flats, | 610 are let
    if [one.lower for one in found.words] in _OWNERS:
        said, subject = "total", ""  # leaving it with | 2,310
    if said and said.lower() not in {
        "total",
        "number",
        "tally",
        "count",
        "fleet",
        "network",
        "figure",
    }:
        return None
    for number in range(site.number - 1, -1, -1):
        other = site.figures[number]
        if other.dimension == COUNT and (words := noun_phrase(other.noun)):
            what = sentence_case([_as_written(site, _up_to_noun(words))])
            done = passive_of(site.tokens, site.at)
            own = (
                participle_of(site.tokens[found.verb].lower)
                if found.verb >= 0 and not found.words and not found.prep
                else ""
            )
            done = done or (f" {own}" if own else "")
            done = (state_alone(site, other, what) if done != " cut" else "") or done
            return Guess(f"{what}{done}", "" if said or done else OPEN)
    return None if said else _further(site, found)


_OWNERS = (["it"], ["them"], ["us"])
_MORE = regex(
    r"\b(?:a further|another|an additional|some further)"
    r"(?: (?:about|some|around|nearly|up to))? $"
)


def _further(site: Site, found: Governed) -> Guess[str] | None:
    """More of what the sentence before counts, by the verb of its own: to close a further | 60."""
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    is_own = not found.words and not found.prep and bool(participle_of(verb))
    if not is_own or not site.earlier or _MORE.search(site.before) is None:
        return None
    for other in reversed(read_figures(site.earlier)):
        words = noun_phrase(other.noun) if other.dimension == COUNT else []
        if words and is_counted_word(_up_to_noun(words)[-1]):
            return Guess(_done(site, found, sentence_case([" ".join(_up_to_noun(words))])))
    return None


def _up_to_noun(words: list[str]) -> list[str]:
    """The words of a phrase up to what is counted: sites | live."""
    last = max((at for at, word in enumerate(words) if is_counted_word(word)), default=len(words))
    return words[: last + 1]


def _as_written(site: Site, words: list[str]) -> str:
    """Words as the sentence has them, with its hyphens."""
    said = re.search(r"[\s-]".join(map(re.escape, words)), site.text, re.IGNORECASE)
    return said[0] if said else " ".join(words)


def _where(site: Site, what: str) -> str:
    """Their state, a place right behind counted things, or whose they are: stores in China."""
    if state := state_behind(site.behind, what):
        return state
    last = what.rsplit(maxsplit=1)[-1]
    at = next(
        (
            n
            for n in range(site.at + 1, min(site.at + 8, len(site.tokens)))
            if site.tokens[n].text.lower() == last.lower()
        ),
        -1,
    )
    if at < 0 or at + 2 >= len(site.tokens) or site.tokens[at + 1].lower not in {"in", "of"}:
        return ""
    words = [token for token in words_right(site.tokens, at + 2) if token.lower not in ARTICLES]
    if not words or any(word.kind == "date" for word in words) or len(words) > 3:
        return ""
    said = phrase_of(words, site.names)
    if not said or " ".join(word.text for word in words).lower() in site.names:
        return ""
    if site.tokens[at + 1].lower == "in" and not words[0].text[:1].isupper():
        return ""
    return f" {site.tokens[at + 1].lower} {lowered(said, site.text)}"


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

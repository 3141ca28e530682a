"""What is counted in English text, and what was done with it: stores opened."""

import re
from collections.abc import Sequence
from dataclasses import replace

from exporter.drafting.metrics.en.changes import BEHIND, heads_metric
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.subjects import subject_of_verb, subject_region, words_right
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    BEEN_DONE,
    CUT,
    DONE,
    DOWN,
    HAVING,
    JOINS,
    LEVEL,
    METRICS,
    PREPOSITIONS,
    RAISE,
    SAYING,
    SHARING,
    UP,
)
from exporter.drafting.model import Guess
from exporter.evidence.noun_phrases_en import lacks_noun, noun_phrase
from exporter.evidence.reading import Role
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PARTICIPLES, PAST
from exporter.facts.units import COUNT, MULTIPLE


def counted_phrase(site: Site) -> str:
    """The noun phrase that a number counts: 12 million | paying users; "" where there is none."""
    high = site.figures[site.number + 1 : site.number + 2]
    is_range = site.figure.role is Role.LOW and bool(high)
    said = noun_phrase(high[0].noun if is_range else site.figure.noun)
    if not said or (lacks_noun(said) and not any(map(is_counted_word, said))):
        return ""
    words: list[Token] = []
    for i in range(site.at + 1, min(site.at + 8, len(site.tokens))):
        token = site.tokens[i]
        if token.text == "-" or (
            not words
            and token.lower
            in {"of", "the", "more", "or", "so", "its", "new", "additional", "other"}
        ):
            continue
        if token.lower == "and" and words and _counts_too(site, i):
            words += [token, site.tokens[i + 1]]
            break
        if token.kind != "word" or token.lower in PREPOSITIONS | ARTICLES | JOINS | {
            "each",
            "ago",
        }:
            if token.lower == "of" and words and words[-1].lower in _MADE_OF and len(words) == 1:
                words.append(token)
                continue
            break
        if token.lower in AUXILIARY:
            break
        if words and is_verb(site.tokens, i) and (is_counted_word(words[-1].lower)):
            break
        if (
            words
            and is_counted_word(words[-1].lower)
            and (token.lower.endswith(("ed", "ly", "ing")) or token.lower in BEHIND)
        ):
            break
        words.append(token)
    return phrase_of(words, site.names)


def _counts_too(site: Site, at: int) -> bool:
    """Whether a number counts what stands behind "and", too: 3.4 million homes | and businesses."""
    tokens = site.tokens
    if at + 1 >= len(tokens) or not is_counted_word(tokens[at - 1].lower):
        return False
    other = tokens[at + 1].lower
    is_things = (
        other.endswith("s")
        and other not in METRICS
        and is_counted_word(other)
        and not is_verb(tokens, at + 1)
    )
    after = tokens[at + 2].lower if at + 2 < len(tokens) else "."
    return is_things and (not after[:1].isalpha() or after in PREPOSITIONS | AUXILIARY | JOINS)


_MADE_OF = frozenset(
    "pieces units tons barrels metres meters lines bottles sets pairs points days".split()
)


def by_count(site: Site) -> Guess[str] | None:
    """What is counted, and what was done with it."""
    if not site.is_counted or site.figure.is_attribute:
        return None
    what = counted_phrase(site)
    if re.match(r" of (?:whom|which|them|these|those)\b", site.right) and site.number:
        earlier = next((one for one in reversed(site.figures[: site.number]) if one.noun), None)
        return of_other(site, earlier) if earlier is not None else None
    if not what and (what := _of_them(site)):
        return Guess(f"{what}{_passive_of(site.tokens, _next_figure(site)) or _act(site)}")
    if not what:
        return _elliptic(site)
    if what.lower() in {"times", "points"}:
        return _times(site, what)
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if verb in UP | DOWN | LEVEL and found.prep in {"to", "at", "from"} and not found.words:
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        if subject and (found.linked >= 0 or heads_metric(subject)):
            return Guess(subject)
    if what.lower().split()[0] in _STAFF and _WORKING.match(site.right):
        return Guess("Employees")
    if verb in {"cost", "costs"} and found.words:
        return Guess(f"{what} lost")
    if _OF_WHOLE.search(site.left) and site.number:
        return Guess(what)
    if found.prep == "of" and [one.lower for one in found.words[-1:]] == ["average"] and verb:
        found = found._replace(prep="", words=[])
    is_taken = verb in {"take", "takes", "took", "taking"} and found.prep == "on"
    is_object = verb and not found.words and (is_taken or found.prep not in _BETWEEN)
    if not is_object:
        return Guess(f"{what}{_passive_of(site.tokens, site.at) or _where(site, what)}")
    return Guess(_done(site, found, what))


_OF_WHOLE = re.compile(r"\d\S* of (?:its|their|the|our|his|her) $")
_OF_THEM = re.compile(r" of (?:its|their|the|our|his|her|his) (?:\w+ )?$")


def _next_figure(site: Site) -> int:
    """The index of the figure behind; that of this one where there is none."""
    tokens = site.tokens
    return next((n for n in range(site.at + 1, len(tokens)) if tokens[n].kind == "figure"), site.at)


def _of_them(site: Site) -> str:
    """What the number behind counts, of which this is a part: 45 | of its 512 branches."""
    at = _next_figure(site)
    if _OF_THEM.match(site.text[site.tokens[site.at].end : site.tokens[at].start]) is None:
        return ""
    other = next((one for one in site.figures if one.start == site.tokens[at].start), None)
    return counted_phrase(replace(site, at=at, figure=other)) if other is not None else ""


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


_WORKING = re.compile(r" \w+ (?:(?:now|currently) )?(?:work|works|worked|are employed|are based)\b")
_HIRING = frozenset(
    "take takes took taking hire hires hired hiring recruit recruits recruited".split()
)
_OFFERED = re.compile(r"\b(?:up for|on) (sale|hold|offer|the market)\b")


# Behind these a number is no object: in 12 countries, a total of 40 stores.
_BETWEEN = frozenset("of to from in for across at on".split())
_STAFF = frozenset("people workers staff employees".split())


def _done(site: Site, found: Governed, what: str) -> str:
    """Counted things with what was done with them: stores opened, branches to close."""
    verb = site.tokens[found.verb].lower
    if verb.startswith("employ") and what.lower() in _STAFF:
        return "Employees"
    done = participle_of(verb)
    if verb in UP | DOWN and not done:
        return f"{what} change"
    is_to = found.verb > 0 and site.tokens[found.verb - 1].lower == "to"
    if what.lower() in _STAFF and verb in _HIRING:
        return "New hires"
    if verb in {"put", "puts"} and (offered := _OFFERED.search(site.right)):
        return f"{what} for sale" if offered[1] != "hold" else f"{what} on hold"
    particle = site.tokens[site.at - 1].lower
    if done and particle in {"up", "off", "out", "back"} and found.verb == site.at - 2:
        return f"{what} {done} {particle}"
    if done and is_to and _is_ahead(site, found.verb):
        return f"{what} to {verb}"
    rate = rate_behind(site)
    return f"{what} {done}{rate}" if done else f"{what}{_where(site, what) or rate}"


def rate_behind(site: Site) -> str:
    """Per what things are done or counted: packages sorted | per hour."""
    found = re.search(
        r"^[\w\s-]{0,40}? (?:per|a|an|each|every) (day|hour|week|month|year|minute|second|shift"
        r"|store|[a-z]{3,9})\b",
        site.right,
    )
    return f" per {found[1]}" if found and site.figure.per else ""


def _is_ahead(site: Site, verb: int) -> bool:
    said = {token.lower for token in site.tokens[max(0, verb - 4) : verb]}
    return not said.isdisjoint(
        {"plans", "plan", "planned", "expects", "intends", "aims", "wants", "planning", "will"}
    )


_PIPELINE = re.compile(
    r" (?:more )?(in (?:the |its )?pipeline|under construction|on order|planned)\b"
)


def _elliptic(site: Site) -> Guess[str] | None:
    """What a bare number counts that others are told before: opened 35 stores, a total of 1,204."""
    found = governed(site.tokens, site.at)
    subject = ""
    if found.verb >= 0 and not found.words and found.prep != "for":
        subject, carried = subject_of_verb(site.tokens, found.verb, site.names)
        subject = "" if carried else subject
    said = phrase_of(found.words, site.names) or subject
    before = site.figures[site.number - 1] if site.number else None
    if found.verb < 0 and before is not None and said.lower() == " ".join(noun_phrase(before.noun)):
        said = ""  # of the 960 flats, | 610 are let
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
            what = sentence_case([" ".join(words)])
            done = _passive_of(site.tokens, site.at)
            own = (
                participle_of(site.tokens[found.verb].lower)
                if found.verb >= 0 and not found.words and not found.prep
                else ""
            )
            done = done or (f" {own}" if own else "")
            ahead = _PIPELINE.match(site.right)
            done = f" {ahead[1]}" if ahead is not None and done.strip() not in {"cut"} else done
            return Guess(f"{what}{done}", "" if said or done else OPEN)
    return None


_IRREGULAR = PAST | PARTICIPLES | AUXILIARIES | {"worth"}


def participle_of(verb: str) -> str:
    """The participle of a verb that does something to things; "" of one that only has them."""
    if verb in DONE:
        return DONE[verb]
    if verb in BEEN_DONE:
        return verb
    if verb in HAVING or verb in LEVEL:
        return ""
    if (
        verb
        and verb not in UP | DOWN | SAYING | RAISE | CUT | SHARING
        and not verb.endswith(("ed", "ing"))
        and verb not in _IRREGULAR
    ):
        stem = verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb
        return f"{stem}d" if stem.endswith("e") else f"{stem}ed"
    return (
        verb
        if (verb.endswith("ed") and verb not in UP | DOWN | SAYING | RAISE) or verb in CUT
        else ""
    )


def _passive_of(tokens: Sequence[Token], at: int) -> str:
    for i in range(at + 1, min(at + 7, len(tokens) - 1)):
        if tokens[i].lower in BEEN_DONE and i > at + 1 and is_counted_word(tokens[i - 1].lower):
            return f" {tokens[i].lower}"  # 12,400 cars | shipped to Europe
        if tokens[i].lower in {"were", "was", "been", "be", "are"}:
            done = tokens[i + 1].lower
            if done == "to" and i + 2 < len(tokens) and tokens[i + 2].lower not in {"be", "have"}:
                return f" to {tokens[i + 2].lower}"  # 45 branches | are to close
            return (
                f" {done}"
                if done.endswith("ed") or done in BEEN_DONE | {"held", "electric", "let"}
                else ""
            )
        if tokens[i].kind != "word":
            break
    return ""


def _where(site: Site, what: str) -> str:
    """A place right behind counted things, or whose they are: stores in China, users of the app."""
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

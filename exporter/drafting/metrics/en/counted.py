"""What a number counts in English text, and how what is done with it is said."""

import re
from collections.abc import Iterable, Sequence

from exporter.drafting.metrics.en.changes import BEHIND
from exporter.drafting.metrics.en.doings import BEEN_DONE, DONE, HAVING
from exporter.drafting.metrics.en.irregular import regular_participle
from exporter.drafting.metrics.en.phrases import phrase_of
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    AUXILIARY,
    CUT,
    DOWN,
    JOINS,
    LEVEL,
    METRICS,
    PREPOSITIONS,
    RAISE,
    SAYING,
    SHARING,
    UP,
)
from exporter.evidence.noun_phrases_en import lacks_noun, noun_phrase
from exporter.evidence.reading import Figure, Role
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PARTICIPLES, PAST
from exporter.facts.units import COUNT


def things_counted(figures: Iterable[Figure]) -> list[list[str]]:
    """The words of what each of the figures counts, of those that count something named."""
    counted = (noun_phrase(one.noun) for one in figures if one.dimension == COUNT)
    return [words for words in counted if words]


def things_of(figure: Figure | None) -> str:
    """The things that a figure counts; "" where its noun names none, or without a figure."""
    words = noun_phrase(figure.noun) if figure is not None else []
    return " ".join(words) if words and is_counted_word(words[-1]) else ""


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
        if token.text == "-" or (not words and token.lower in _BEFORE_NOUN):
            continue
        if token.lower == "and" and words and _counts_too(site, i):
            words += [token, *_counted_too(site, i)]
            break
        if token.lower == "of" and len(words) == 1 and words[0].lower in _MADE_OF:
            words.append(token)
            continue
        if _ends_phrase(site.tokens, i, words):
            break
        words.append(token)
    return phrase_of(words, site.names)


_BEFORE_NOUN = frozenset("of the more or so its new additional other".split())
_NO_NOUN = PREPOSITIONS | ARTICLES | JOINS | {"each", "ago"} | AUXILIARY


def _ends_phrase(tokens: Sequence[Token], i: int, words: Sequence[Token]) -> bool:
    """Whether the noun phrase that a number counts ends before a word behind it."""
    token = tokens[i]
    if token.kind != "word" or token.lower in _NO_NOUN:
        return True
    if not words or not is_counted_word(words[-1].lower):
        return False
    is_done = token.lower.endswith(("ed", "ly", "ing")) or token.lower in BEHIND
    return is_done or is_verb(tokens, i) or token.lower in _PLURAL_VERBS


# What many things do: 1,150 shuttles | run along rails.
_PLURAL_VERBS = frozenset(
    "run work go come make take sit stand leave remain carry serve live stay play pay cover do "
    "join "
    "use rent buy hire own subscribe "
    "meet fall rise lie share lead reach handle produce receive get want need say expect "
    "die".split()
)


def _counts_too(site: Site, at: int) -> bool:
    """Whether a number counts what stands behind "and", too: 3.4 million homes | and businesses."""
    tokens = site.tokens
    if at + 1 >= len(tokens) or not is_counted_word(tokens[at - 1].lower):
        return False
    other = tokens[at + 1].lower
    is_things = (
        other.endswith("s")
        and tokens[at + 1].text[:1].islower()
        and other not in METRICS
        and is_counted_word(other)
        and not is_verb(tokens, at + 1)
    )
    return (is_things and _ends_here(site, at + 2)) or _are_staff(site, at)


def _ends_here(site: Site, at: int) -> bool:
    """Whether no further noun stands at an index."""
    after = site.tokens[at].lower if at < len(site.tokens) else "."
    return not after[:1].isalpha() or after in PREPOSITIONS | AUXILIARY | JOINS


_STAFF = frozenset("staff crew personnel workers clerks teams".split())


def _are_staff(site: Site, at: int) -> bool:
    """Whether people of two words stand behind "and": 420 handlers | and security staff."""
    words = [token.lower for token in site.tokens[at + 1 : at + 3]]
    return len(words) == 2 and words[1] in _STAFF and _ends_here(site, at + 3)


def _counted_too(site: Site, at: int) -> list[Token]:
    """The words behind "and" that a number counts, too."""
    return site.tokens[at + 1 : at + (3 if _are_staff(site, at) else 2)]


_MADE_OF = frozenset(
    "pieces units tons barrels metres meters lines bottles sets pairs points days".split()
)


def rate_behind(site: Site) -> str:
    """Per what things are done or counted: packages sorted | per hour."""
    found = re.search(
        r"^[\w\s-]{0,40}? (?:per|a|an|each|every) (day|hour|week|month|year|minute|second|shift"
        r"|store|[a-z]{3,9})\b",
        site.behind,
    )
    return f" per {found[1]}" if found and site.figure.per else ""


_IRREGULAR = PAST | PARTICIPLES | AUXILIARIES | {"worth"}


_TELLS = frozenset("claims claimed claim boasted".split())  # claims 3 million customers


def participle_of(verb: str) -> str:
    """The participle of a verb that does something to things; "" of one that only has them."""
    if verb in DONE:
        return DONE[verb]
    if verb in BEEN_DONE:
        return verb
    if verb in HAVING or verb in LEVEL or verb in _TELLS:
        return ""
    if (
        verb
        and verb not in UP | DOWN | SAYING | RAISE | CUT | SHARING
        and not verb.endswith(("ed", "ing"))
        and verb not in _IRREGULAR
    ):
        return regular_participle(verb)
    return (
        verb
        if (verb.endswith("ed") and verb not in UP | DOWN | SAYING | RAISE) or verb in CUT
        else ""
    )


_STATES = {
    *(("under", what) for what in "construction renovation development review contract".split()),
    *(("on", what) for what in "order hold sale offer strike lease".split()),
}


def passive_of(tokens: Sequence[Token], at: int) -> str:
    """What is done with counted things by the words behind them: 12,400 cars | were shipped."""
    for i in range(at + 1, min(at + 7, len(tokens) - 1)):
        if tokens[i].lower in BEEN_DONE and i > at + 1 and is_counted_word(tokens[i - 1].lower):
            return f" {tokens[i].lower}"  # 12,400 cars | shipped to Europe
        if tokens[i].lower in {"were", "was", "been", "be", "are"}:
            done = tokens[i + 1].lower
            if done == "due" and i + 3 < len(tokens) and tokens[i + 2].lower == "for":
                return f" due for {tokens[i + 3].lower}"
            if i + 2 < len(tokens) and (done, tokens[i + 2].lower) in _STATES:
                return f" {done} {tokens[i + 2].lower}"  # 12 | are under renovation
            if done == "to" and i + 2 < len(tokens) and tokens[i + 2].lower not in {"be", "have"}:
                return f" to {tokens[i + 2].lower}"  # 45 branches | are to close
            if done == "made" and i + 2 < len(tokens) and tokens[i + 2].lower == "redundant":
                return " made redundant"
            return (
                f" {done}"
                if done.endswith("ed") or done in BEEN_DONE | {"held", "electric", "let"}
                else ""
            )
        if tokens[i].kind != "word":
            break
    return ""

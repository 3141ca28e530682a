"""Names from the verb that governs a figure of English text: its subject or its object."""

import re

from exporter.drafting.metrics.en.changes import BEHIND, is_level_of, name_of_change, with_rate
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.doers import GREW, by_doer
from exporter.drafting.metrics.en.doings import verb_of
from exporter.drafting.metrics.en.earlier import in_part
from exporter.drafting.metrics.en.money import by_spending
from exporter.drafting.metrics.en.moves import as_moved
from exporter.drafting.metrics.en.nouns import ADJECTIVES
from exporter.drafting.metrics.en.phrases import is_name, phrase_of
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.subjects import metric_meant, subject_of_verb
from exporter.drafting.metrics.en.tokens import Token, tokens_of
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    DOWN,
    LEVEL,
    METRICS,
    PREPOSITIONS,
    RAISE,
    SAYING,
    UP,
)
from exporter.drafting.model import Guess
from exporter.evidence.reading import read_figures
from exporter.facts.units import COUNT


def by_verb(site: Site) -> Guess[str] | None:
    """A name from what the verb before a figure is said of, or has as its object."""
    found = governed(site.tokens, site.at)
    if found.verb < 0:
        return _without_verb(site, found)
    verb = site.tokens[found.verb].lower
    beside = _apposed(site, found, verb)
    answer = by_spending(site, found) if beside is None else beside
    if answer is not None:
        return answer
    if name := _object(site, found):
        if _is_level_beside(site, found):
            return Guess(name)
        return Guess(as_moved(name, site, found, verb))
    if behind := _sum_of(site, verb):
        return Guess(behind)
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    if subject:
        return Guess(as_moved(in_part(site, subject), site, found, verb))
    if verb in UP | DOWN and (meant := _meant_before(site, found)):
        return Guess(as_moved(meant, site, found, verb))
    return by_doer(site, found, verb)


def _meant_before(site: Site, found: Governed) -> str:
    """The metric of the sentence before that a pronoun means: the margin was weak. It | fell."""
    named = subject_region(site.tokens, found.verb)
    if len(named) != 1 or named[0].text not in {"It", "They", "That", "This"}:
        return ""
    figures = read_figures(site.earlier)
    if figures and site.tokens[found.verb].lower in GREW:
        return ""  # a company may have grown
    tokens = tokens_of(site.earlier, figures, (0, 0))
    words = metric_meant(tokens, len(tokens))
    return "" if not words or is_name(words, site.names) else phrase_of(words, site.names)


def _sum_of(site: Site, verb: str) -> str:
    """The metric that a sum is of: protects 3.2 billion | of annual sales."""
    if not site.is_money or site.next() != "of" or verb in UP | DOWN | LEVEL:
        return ""
    words = words_right(site.tokens, site.at + 2)
    return phrase_of(words, site.names) if words and words[-1].lower in METRICS else ""


def _apposed(site: Site, found: Governed, verb: str) -> Guess[str] | None:
    """Of what is said of the figure before: delivered 400 cars, up 5%; a total of 1,204."""
    before = site.tokens[found.verb - 1] if found.verb else None
    if verb not in {"up", "down", "higher", "lower"} or before is None or site.number < 1:
        return None
    if found.prep in {"at", "to"} or (
        site.tokens[found.verb - 1].text == "," and _own_noun(site, found)
    ):
        return None
    if (
        before.text not in {",", "("}
        and before.kind not in {"figure", "date"}
        and before.lower not in BEHIND
    ):
        return None
    for number in range(site.number - 1, -1, -1):
        other = site.figures[number]
        if is_level_of(site, other):
            guess = of_other(site, other)
            return Guess(as_moved(guess.value, site, found._replace(words=[]), verb), guess.doubt)
    return None


def _own_noun(site: Site, found: Governed) -> str:
    """The noun before a comma that moved, behind another figure: and the stock, | up a fifth."""
    words: list[Token] = []
    for i in range(found.verb - 2, -1, -1):
        token = site.tokens[i]
        if token.lower in {"and", "but", "while"} and words:
            return (
                ""
                if any(is_verb(site.tokens, n) for n in range(i, found.verb))
                else phrase_of(words, site.names)
            )
        if token.kind != "word" or is_verb(site.tokens, i):
            return ""
        words.insert(0, token)
    return ""


def _object(site: Site, found: Governed) -> str:
    """The noun phrase between a verb and a figure: raised | its dividend | to 45 cents."""
    words = found.words
    if not words or words[0].lower in PREPOSITIONS or words[-1].lower in ADJECTIVES:
        return ""
    if words[0].lower in {"ahead", "short"} or words[-1].lower in {"expectations", "forecasts"}:
        return ""
    verb = site.tokens[found.verb].lower
    if verb in LEVEL - RAISE - SAYING and found.prep == "":
        return ""
    if found.prep in {"for", "on", "in"} and words[-1].lower not in METRICS:
        return ""
    if site.is_share and verb_of(verb) == "pay":
        return f"{phrase_of(words, site.names)} pay growth"  # pay staff 5% more
    name = "" if is_name(words, site.names) else phrase_of(words, site.names)
    return "Market share" if name == "Share" and site.is_share else name


# What is a share by itself, and is told as one where it stands alone behind a growth
_OWN_SHARES = frozenset("margin margins ratio rate yield occupancy utilisation utilization".split())


def _is_level_beside(site: Site, found: Governed) -> bool:
    """Whether a noun that nothing is said of stands behind a figure: profit up 12%, margin | 9%."""
    at = site.tokens.index(found.words[0])
    is_apart = site.tokens[at - 1].text in {",", ";", "(", "-", "–"} and site.number > 0
    return is_apart and site.is_share and not found.prep and found.words[-1].lower in _OWN_SHARES


def _without_verb(site: Site, found: Governed) -> Guess[str] | None:
    """A noun alone before a figure: Net profit: 12; and profit 5%, as the verb before has it."""
    name = (
        ""
        if not found.words or is_name(found.words, site.names)
        else phrase_of(found.words, site.names)
    )
    if not name:
        return _label(site)
    name = in_part(site, name)
    at = site.tokens.index(found.words[0])
    for i in range(at - 1, -1, -1):
        if is_verb(site.tokens, i):
            verb = site.tokens[i].lower
            if site.tokens[at - 1].text == ":":
                break
            moved = (
                not _is_level_beside(site, found)
                and verb in UP | DOWN
                and found.prep not in {"to", "at"}
                and site.figure.dimension != COUNT
            )
            return Guess(name_of_change(name, site) if moved and not site.is_money else name)
    return Guess(with_rate(name, site))


def _label(site: Site) -> Guess[str] | None:
    found = re.search(r"(?:^|[.;,(\n\t])\s*([^.;,:()\n\t]{2,60})[:\t]\s*\S{0,4}\s*$", site.before)
    if not found:
        return None
    words = tokens_of(found[1], (), (0, 0))[1:]
    return Guess(phrase_of(words, site.names))

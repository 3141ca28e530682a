"""Names of amounts and spans of time in English text: 17.2 million tonnes of ore, in 12 days."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.counted import participle_of, rate_behind
from exporter.drafting.metrics.en.doings import HAVING
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import phrase_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import AUXILIARY, DOWN, MEASURE_NAMES, UP
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, POINTS, RATIO, SPANS_OF_TIME

_AHEAD = regex(
    r"\s+(?:is |are )?(under construction|under development|in development|in operation"
    r"|in the pipeline)",
    re.IGNORECASE,
)
_MEAN = rf" {ABOUT}(?:(?:an|the) (average|median|mean)(?: time)? of {ABOUT})?$"
_WITHOUT = regex(rf"\bwithout ((?:[\w-]+ ){{0,2}}[\w-]+) for{_MEAN}")
_REPAID = regex(
    rf"\bpa(?:y|ys|id|ying) (?:back|for (?:it|them)sel\w+)\b[^,;]*? (?:in|within){_MEAN}"
)
_COST_DAYS = regex(r"\bcosts? (?:the |its )?(?:\w+ ){1,2}$")
# A contract for ferries has been delayed by | nine months
_DELAYED = regex(
    r"\b(?P<how>delayed|postponed|pushed back|put back|held up|extended|prolonged|brought forward)"
    rf"(?: by| for)? {ABOUT}$"
)
_RUNWAY = regex(
    rf"\b(?:cash|money|funds)\b[^.,;]{{0,40}} (?:for|to last|lasts?|will last|worth) {ABOUT}$"
)
_DONE_IN = regex(rf"\b(?:was|were|are|is|be|been) (?:\w+ly )?(\w+) (?:in|within){_MEAN}")


def by_time(site: Site) -> Guess[str] | None:
    """A name for how long something takes: settled within | 12 days."""
    if site.figure.dimension not in SPANS_OF_TIME:
        return None
    if site.next() in _FURTHER and site.number:
        before = site.figures[site.number - 1]
        guess = of_other(site, before)
        is_span = before.dimension == site.figure.dimension
        return Guess(name_of_change(guess.value, site), guess.doubt) if is_span else None
    if (lacking := _WITHOUT.search(site.before)) is not None:
        return Guess(_averaged(f"time without {lacking[1]}", lacking[2]))
    if (repaid := _REPAID.search(site.before)) is not None:
        return Guess(_averaged("payback period", repaid[1]))
    if _COST_DAYS.search(site.before):
        return Guess(sentence_case([f"{site.tokens[site.at].text.split()[-1]} lost"]))
    if name := _delay(site) or ("Cash runway" if _RUNWAY.search(site.before) else ""):
        return Guess(name)
    done = _DONE_IN.search(site.before)
    verb = base_of(done[1].lower()) if done is not None else ""
    if done is None or not verb:
        return None
    at = next(n for n, one in enumerate(site.tokens) if one.start == done.start(1))
    whom = phrase_of(subject_region(site.tokens, at), site.names)
    return Guess(_averaged(f"time to {verb} {lowered(whom, site.text)}".strip(), done[2]))


def _delay(site: Site) -> str:
    """By how long something is late, or is made to last longer; "" of nothing that is named."""
    late = _DELAYED.search(site.before)
    if late is None:
        return ""
    at = next((n for n, one in enumerate(site.tokens) if one.start == late.start()), 0)
    what, _ = subject_of_verb(site.tokens, at, site.names)
    kind = {"extended": "Extension", "prolonged": "Extension", "brought forward": "Advance"}
    return f"{kind.get(late['how'], 'Delay')} of {lowered(what, site.text)}" if what else ""


_FURTHER = frozenset("fewer less more longer shorter faster slower later earlier quicker".split())


def _averaged(name: str, mean: str | None) -> str:
    return sentence_case([f"{mean} {name}" if mean else name])


def base_of(participle: str) -> str:
    """The bare form of a regular participle: settle, answer, complete; "" of no participle."""
    if not participle.endswith("ed") or participle in AUXILIARY:
        return ""
    stem = participle[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return f"{stem}e" if _MUTE.search(stem) else stem


# Stems that end so have lost an e: settl-, approv-, complet-, reduc-.
_MUTE = regex(r"(?:[^aeiou]l|v|c|g|z|u|[aeu][t]|ut|et|[^aeiou]is|os|us|ns|ir|ur|or)$")


def by_amount(site: Site) -> Guess[str] | None:
    """An amount: 17.2 million tonnes | of ore, 1.7 million TEU handled."""
    dimension = site.figure.dimension
    if site.is_counted or site.is_money or dimension in {RATIO, POINTS, MULTIPLE}:
        return None
    if (ahead := _AHEAD.match(site.behind)) is not None:
        return Guess(f"Capacity {ahead[1].lower()}")
    what = phrase_right(site.tokens, site.at + 2, site.names) if site.next() == "of" else ""
    return _span_of(site, what) if dimension in SPANS_OF_TIME else _amount_of(site, what)


# 480,000 sq ft, 30 cubic metres: no one word of these is the unit.
_OF_WORDS = regex(r"\b(?:sq\.?|square|cubic|cu\.?) ?[a-z]+$", re.IGNORECASE)


def _unit(site: Site) -> str:
    """The unit's word, which stands behind the high end of a range."""
    text = site.tokens[site.at].text
    if _OF_WORDS.search(text):
        return MEASURE_NAMES.get(site.figure.dimension, "Amount")
    return sentence_case([text.split()[-1]]) if not text.split()[-1][:1].isdigit() else "Amount"


def _span_of(site: Site, what: str) -> Guess[str] | None:
    unit = site.figure.text.split()[-1].lower()
    if what:
        return Guess(f"{sentence_case([unit])} of {lowered(what, site.text)}")
    is_open = governed(site.tokens, site.at).prep in {"in", "for", "within", "over"}
    return Guess("Period", OPEN) if is_open else None


def _amount_of(site: Site, what: str) -> Guess[str] | None:
    """What there is an amount of, and what was done with it."""
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if verb in {"cost", "costs"} and found.words and what:
        return Guess(f"{what} lost")
    if what and site.tokens[site.at - 1].lower == "and":
        return Guess(what)
    if found.words or found.prep or not verb:
        is_level = found.prep == "to" and verb in UP | DOWN  # water use fell to | 3.1 litres
        return Guess(what) if what and not found.words and not is_level else None
    if site.figure.dimension == "length" and what and verb in HAVING:
        return Guess(f"{what} length")
    what = "Oil equivalent" if what == "Equivalent" else what
    done = participle_of(verb)
    if not done:
        return Guess(what) if what else None
    if site.figure.dimension == "power" and not what:
        is_to = site.tokens[found.verb - 1].lower == "to"
        return Guess(f"Capacity to {verb}" if is_to else f"Capacity {done}")
    if not what and done in _VOLUMES:
        return Guess(f"{_VOLUMES[done]}{rate_behind(site)}")
    return Guess(f"{what or _unit(site)} {done}{rate_behind(site)}")


# What a bare amount is called by what is done: shipped | 2.6 million tonnes.
_VOLUMES = {
    "shipped": "Shipments", "exported": "Exports", "imported": "Imports", "delivered": "Deliveries",
}  # fmt: skip

"""What a change of an English metric is called, and which metric it is that changes."""

import re
from collections.abc import Sequence

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.doings import BEEN_DONE
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    CHANGED_NOT_GROWN,
    DROPPED_NOUNS,
    JOINS,
    METRICS,
    PREPOSITIONS,
    TIMES,
)
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import MULTIPLE, POINTS, RATIO

BEHIND = frozenset(
    "year-on-year year-over-year quarter-on-quarter month-on-month yoy qoq year quarter month "
    "higher lower more less fewer faster slower cheaper ago earlier later last this next today "
    "respectively each apiece annually up down sequentially versus compared yesterday better "
    "overall here there again so too also only even both all now away apart long wide tall deep "
    "heavier lighter bigger smaller larger longer shorter above below out off on back worth "
    "ahead worse stronger weaker intact unchanged untouched "
    "domestically globally worldwide nationwide abroad in-house pre-market after-hours".split()
)


def name_of_change_noun(site: Site, at: int) -> Guess[str]:
    """Of a rise or fall: what rose stands behind "in", before it, or is its verb's subject."""
    tokens = site.tokens
    if tokens[at].lower == "gain" and site.is_money and site.next() in {"from", "on"}:
        return Guess(sentence_case([f"{phrase_of(_before_change(site, at))} gain".strip()]))
    dropped = tokens[at].lower in DROPPED_NOUNS and not site.figure.value < 0
    for words in (_behind_change(site, at), _before_change(site, at)):
        name = phrase_of(words, site.names)
        if name and not is_name(words, site.names):
            return Guess(name_of_change(name, site, dropped=dropped))
    before = site.last
    lead = site.text[: min(tokens[at].start, tokens[site.at].start)]
    is_beside = _BESIDE.search(lead) is not None
    if before is not None and is_beside and is_level_of(site, before):
        guess = of_other(site, before)
        return Guess(name_of_change(guess.value, site, dropped=dropped), guess.doubt)
    verb = next((i for i in range(at - 1, -1, -1) if is_verb(tokens, i)), -1)
    subject = subject_of_verb(tokens, verb, site.names)[0] if verb >= 0 else ""
    if subject:
        return Guess(name_of_change(subject, site, dropped=dropped))
    name = metric_before(site)
    said = name_of_change(name, site, dropped=dropped) if name else tokens[at].lower
    return Guess(sentence_case([said]), OPEN)


_BESIDE = regex(r"(?:[,(]|\bor|—|–|-) (?:an? )?(?:\w+ly )?(?:\w+ )?$")


def _behind_change(site: Site, at: int) -> list[Token]:
    """What stands behind "in": a decline of 3% | in deliveries."""
    tokens, behind = site.tokens, max(at, site.at) + 1
    while behind < len(tokens) and (
        tokens[behind].kind == "date" or tokens[behind].lower in BEHIND
    ):
        behind += 1
    if behind + 1 < len(tokens) and tokens[behind].lower in {"in", "of", "for", "from"}:
        is_span = _MONTHS.fullmatch(tokens[behind + 1].text) is not None  # in nine-month sales
        return words_right(tokens, behind + 1 + is_span)
    return []


_MONTHS = regex(r"\w+-(?:month|week|quarter|year)")


def _before_change(site: Site, at: int) -> list[Token]:
    """What stands before a change: a | sales | decline of 3%."""
    before: list[Token] = []
    for i in range(at - 1, -1, -1):
        token = site.tokens[i]
        is_end = token.kind != "word" or token.lower in ARTICLES | PREPOSITIONS | JOINS
        if is_end or is_verb(site.tokens, i):
            break
        before.insert(0, token)
    return before


def name_of_change(name: str, site: Site, *, dropped: bool = False) -> str:
    """What a change of a metric is called."""
    metric, excluding, what = name.partition(" excluding ")
    return f"{_change_of(metric, site, dropped=dropped)}{excluding}{what}"


_STEPS = frozenset({"growth", "change", "increase", "decline"})


def _change_of(name: str, site: Site, *, dropped: bool) -> str:
    words = name.lower().replace(" & ", "&").split()
    if is_share_price(words):
        return "Share price change"
    if words == ["economy"]:
        return "Economic growth"
    if words == ["growth"]:
        changed = "Growth reduction" if dropped else "Growth change"
        return name if _GROWTH_OF.search(site.before) else changed
    if words[-1] in _STEPS or cut_at_preposition(name)[0].split()[-1] in _STEPS:
        return name
    word = _word_of_change(words, site, dropped=dropped)
    core, prep, rest = cut_at_preposition(name)
    if prep == "in" and rest in _STATES:
        return f"{name} {word}"
    core = core if _is_income(words) else singular(core)
    if prep == "per":
        return f"{name} {word}"
    if prep in {"of", "for", "on", "to", "with"} or words[-1] in BEEN_DONE:
        return f"{sentence_case([word])} in {lowered(name, site.text)}"
    return f"{core} {word} {prep} {rest}".strip()


# Growth of | 4% | fell short of what was hoped for
_GROWTH_OF = regex(rf"\bgrowth (?:of|at|was) {ABOUT}$", re.IGNORECASE)


def _word_of_change(words: Sequence[str], site: Site, *, dropped: bool) -> str:
    """Growth, change or reduction, by the head of a name and what its figure measures."""
    if dropped:
        return "reduction"
    heads = (
        word
        for at, word in enumerate(words)
        if at + 1 == len(words) or words[at + 1] in PREPOSITIONS
    )
    is_price = next(heads, "") in CHANGED_NOT_GROWN and not _is_income(words)
    is_grown = site.figure.dimension in {RATIO, MULTIPLE} and not is_price
    return "growth" if is_grown else "change"


def _is_income(words: Sequence[str]) -> bool:
    """Whether a name is of fees beside other income: commissions and fees."""
    *_, other, joined, last = ("", "", *words)
    return (joined, last) == ("and", "fees") and other not in {"", *CHANGED_NOT_GROWN}


_STATES = frozenset("force issue service operation stock transit circulation use".split())


def cut_at_preposition(name: str) -> tuple[str, str, str]:
    """A name's noun, its first preposition and what stands behind it."""
    words = name.split()
    for at, word in enumerate(words):
        if at and word in PREPOSITIONS - {"before", "after"}:
            return " ".join(words[:at]), word, " ".join(words[at + 1 :])
    return name, "", ""


def is_share_price(words: Sequence[str]) -> bool:
    """Whether a name is of shares, whose price it is that moves."""
    return (
        words[:1] in (["shares"], ["stock"]) and len(words) < 5 and words[1:2] != ["of"]
    ) or words in (
        ["stock", "price"],
        ["share", "price"],
        ["share"],
    )


def one_of(name: str) -> str:
    """A name's noun in the singular: order value."""
    *before, last = name.split() or [""]
    return " ".join(
        [
            *before,
            last[:-1]
            if last.lower() in {"orders", "contracts", "deals", "loans", "bonds"}
            else last,
        ]
    )


def singular(name: str) -> str:
    """A name with what is priced or paid in the singular: ticket price."""
    for plural in (
        "prices",
        "margins",
        "costs",
        "rates",
        "yields",
        "rents",
        "fees",
        "fares",
        "wages",
        "charges",
        "spreads",
        "expenses",
    ):
        if name.lower().endswith(plural):
            return name[:-1]
    return name


def heads_metric(name: str) -> bool:
    """Whether a name's noun is a metric by itself."""
    return cut_at_preposition(name)[0].lower().split()[-1] in METRICS


def is_level_of(site: Site, other: Figure) -> bool:
    """Whether a figure is a level, which another one may be a change of."""
    if other.dimension in {POINTS, "time", "calendar time"}:
        return False
    return other.dimension != RATIO or site.figure.dimension == POINTS or site.number == 1


def with_rate(name: str, site: Site) -> str:
    """A metric's name with what it is per: revenue per user, the price of a barrel."""
    found = re.match(
        r"(?: per| a| an| each)(?: one)? ((?:(?:megawatt|kilowatt|gigawatt|square|sq|cubic"
        r"|available|metric|troy|diluted|million|thousand|hundred) )?[A-Za-z][\w-]+)",
        site.behind,
    )
    if not site.figure.per or " per " in name or found is None or "-" in found[1]:
        return name
    of_share = found[1].lower().endswith("share") and name.lower().endswith("items")
    if site.is_money and not (heads_metric(name) or of_share):
        return f"{name} price"
    return name if found[1].lower() in TIMES else f"{name} per {found[1]}"


def metric_before(site: Site) -> str:
    """The nearest noun before a figure that heads a metric, with the words that belong to it."""
    for i in range(site.at - 1, -1, -1):
        if site.tokens[i].lower in METRICS and not is_verb(site.tokens, i):
            words = [site.tokens[i]]
            for j in range(i - 1, -1, -1):
                token = site.tokens[j]
                if (
                    token.kind != "word"
                    or token.lower in PREPOSITIONS | ARTICLES | JOINS
                    or is_verb(site.tokens, j)
                ):
                    break
                words.insert(0, token)
            return phrase_of(words, site.names)
    return ""

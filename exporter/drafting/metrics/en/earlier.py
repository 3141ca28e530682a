"""Figures of English text that are named by what was said before, in this sentence or the last."""

import re

from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import phrase_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_earlier, of_other
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.tokens import Token, tokens_of
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures
from exporter.facts.units import RATIO

_EARNED = regex(r"\b(?:profits?|earnings|income|ebitda|ebit|surplus)$", re.IGNORECASE)
_NO_LEVEL = regex(r"\b(?:growth|change|reduction|increase|decline)\b", re.IGNORECASE)


def levels_before(site: Site) -> list[str]:
    """What the levels of a figure's dimension are called that were said before it, nearest first.

    In its sentence, and in the one before.
    """
    names = [
        of_other(site, one)
        for one in reversed(site.figures[: site.number])
        if _kind(one.dimension) == _kind(site.figure.dimension)
    ]
    if site.earlier:
        figures = read_figures(site.earlier)
        names += [
            of_earlier(site, one, figures)
            for one in reversed(figures)
            if _kind(one.dimension) == _kind(site.figure.dimension)
        ]
    return [one.value for one in names if not one.doubt and not _NO_LEVEL.search(one.value)]


def told_before(site: Site) -> list[str]:
    """What the figures of the sentence before are called, in their order."""
    figures = read_figures(site.earlier) if site.earlier else ()
    names = [of_earlier(site, one, figures) for one in figures]
    return [one.value for one in names if not one.doubt]


def growth_before(site: Site) -> str:
    """What goes on to grow, where the sentence before tells of some: Sales grew 6%. | Growth.

    Of what has a change (Rents rose 4%. It expects | growth of 2%), where nothing is said to grow.
    """
    told = told_before(site)
    grown = (one for one in told if one.endswith(" growth") or _GROWTH_IN.search(one))
    changed = (one for one in told if _CHANGE_OF.fullmatch(one))
    return next(grown, "") or next(changed, "")


_GROWTH_IN = regex(r" growth (?:in|at) ")
# Not of what no company expects to grow, nor of how far something else moved
_CHANGE_OF = regex(
    r"(?!Share price )(?:.* )?(?:rents?|prices?|wages?|pay|fees?|fares?|costs?|rates?) change",
    re.IGNORECASE,
)


def last_before(site: Site) -> str:
    """What the last figure of the sentence before is called."""
    figures = read_figures(site.earlier) if site.earlier else ()
    for one in reversed(figures):
        guess = of_earlier(site, one, figures)
        if not guess.doubt and not _OF_COUNTED.match(guess.value):
            return guess.value
    return ""


def whole_before(site: Site) -> str:
    """What "the total" is the total of, by the last level or growth of the sentence before.

    "" where that is of a part (cloud revenue), which may be the very one whose share is told.
    """
    if not site.earlier or _POINTS_BACK.match(site.text):
        return ""
    figures = read_figures(site.earlier)
    for one in reversed(figures):
        guess = of_earlier(site, one, figures)
        name = _grown(guess.value) if one.dimension == RATIO else guess.value
        if name and not guess.doubt and _TOTALS.fullmatch(name):
            return "deliveries" if _DELIVERED.fullmatch(name) else name
    return ""


def _grown(name: str) -> str:
    """What is said to have grown; "" where a share is no growth."""
    found = _GROWN.fullmatch(name)
    return sentence_case([found[1] or found[2]]) if found else ""


_GROWN = regex(r"Growth in (.+)|(.+) growth")
_DELIVERED = regex(r"(?:Vehicles|Cars|Units|Planes|Aircraft|Homes) delivered")
_POINTS_BACK = regex(r"(?:It|They|This|These|That|Those|Which)\b")
_TOTALS = regex(
    r"(?:(?:total|net|group|overall|gross) )?(?:revenues?|sales|turnover|orders|order intake"
    r"|bookings|deliveries|shipments|output|production|costs|spending|premiums|volumes?|lending"
    r"|loans|deposits|exports|imports|assets)"
    r"|[a-z]+ (?:delivered|sold|shipped|produced|made|built|opened|carried)",
    re.IGNORECASE,
)
_OF_COUNTED = regex("Growth in ")  # how far they moved who are counted before it


def topic_before(site: Site) -> str:
    """What the sentence before speaks of, where a pronoun takes that up: Wages rose. | They were.

    "" where it is somebody, and where it is no measure.
    """
    text = site.earlier
    tokens = tokens_of(text, read_figures(text), (len(text), len(text))) if text else []
    verb = next((at for at in range(1, len(tokens)) if is_verb(tokens, at)), -1)
    words = subject_region(tokens, verb) if verb > 0 else []
    is_measure = any(word.lower in METRICS for word in words)
    return phrase_of(words, site.names) if is_measure and not is_name(words, site.names) else ""


def _kind(dimension: str) -> str:
    return "money" if dimension.startswith("money") and "/" not in dimension else dimension


def profit_before(site: Site) -> str:
    """The profit that was said before: it made | 812 | the year before."""
    return next((name for name in levels_before(site) if _EARNED.search(name)), "")


def guided_before(site: Site) -> str:
    """What was said before a figure that somebody had guided to: growth of 5%, once of | 3%."""
    alike = (
        of_other(site, one)
        for one in reversed(site.figures[: site.number])
        if site.is_share and one.dimension == site.figure.dimension
    )
    growth = (one.value for one in alike if not one.doubt and one.value.endswith("growth"))
    return next(iter(levels_before(site)), "") or next(growth, "")


def by_part(site: Site) -> Guess[str] | None:
    """Of a part of what was said before: the largest brand accounted for 121 of this."""
    found = governed(site.tokens, site.at)
    if found.verb < 0 or site.is_share or found.words:
        return None
    is_part = site.tokens[found.verb].lower in _SHARING and found.prep in {"", "for"}
    is_bare = site.is_counted and bool(counted_phrase(site))
    return part_of_before(site, found.verb) if is_part and not is_bare else None


_SHARING = frozenset("account accounts accounted contribute contributes contributed".split())


def part_of_before(site: Site, verb: int) -> Guess[str] | None:
    """What a part is called whose owner the words before a verb name."""
    owner = _named(site, verb)
    behind = site.tokens[site.at + 2 : site.at + 3]
    if site.next() == "of" and behind and behind[0].lower not in _PRONOUNS:
        whole = lowered(phrase_right(site.tokens, site.at + 2, site.names), site.text)
        return Guess(f"{owner} {whole}" if owner else sentence_case([whole]), "" if owner else OPEN)
    whole = next((name for name in levels_before(site)), "")
    if not owner:
        return Guess(whole, OPEN) if whole else None
    if owner.lower().split()[-1] in METRICS:
        return Guess(owner)
    return Guess(
        f"{owner} {lowered(_head(whole))}" if whole else f"{owner} revenue", "" if whole else OPEN
    )


_PRONOUNS = frozenset("this that it which them these those the".split())


def in_part(site: Site, name: str) -> str:
    """A part's name behind "of which", as the whole is called: food sales."""
    at = site.before.lower().rfind("of which ")
    others = [one for one in site.figures[: site.number] if one.end <= at]
    if at < 0 or not others or name.lower().split()[-1] in METRICS or site.is_share:
        return name
    whole = of_other(site, others[-1]).value
    return f"{name} {lowered(_head(whole), site.text)}"


_THEM = frozenset("them these those it they".split())
_UNITS = frozenset("unit division segment arm business franchise brand".split())


def _named(site: Site, verb: int) -> str:
    """Whose part it is, in the words before a verb."""
    region = _inserted(site, verb) or subject_region(site.tokens, verb)
    words = [one for one in region if one.lower not in ARTICLES | _THEM and one.kind != "date"]
    while words and words[0].lower in {"of", "which", "whom"}:
        words.pop(0)
    if len(words) > 1 and words[-1].lower in _UNITS:
        words.pop()
    said = " ".join(one.text for one in words)
    is_known = said.lower() in site.names or (words and words[-1].lower in AGENTS)
    return "" if is_known or not 0 < len(words) < 5 else sentence_case([said])


def _inserted(site: Site, verb: int) -> list[Token]:
    """A name between commas before a verb: the largest brand, Solo, | accounted for 72."""
    words: list[Token] = []
    if verb < 3 or site.tokens[verb - 1].text != ",":
        return []
    for i in range(verb - 2, max(verb - 6, -1), -1):
        if site.tokens[i].text == ",":
            return words
        if not site.tokens[i].text[:1].isupper():
            return []
        words.insert(0, site.tokens[i])
    return []


def _head(whole: str) -> str:
    """A metric without its lead, as a part of it is called: total sales, food sales."""
    return re.sub(
        r"^(?:total|group|overall|net product|second-quarter) ", "", whole, flags=re.IGNORECASE
    )


_SALES = regex("revenue|sales|turnover", re.IGNORECASE)


_VOLUMES = regex(
    r"(?:[\w-]+ ){0,2}(?:volumes?|output|production|shipments|deliveries)\b", re.IGNORECASE
)


def revenue_of(site: Site, verb: int, *, moved: bool) -> Guess[str]:
    """What a company or a segment itself is said to have grown, or to have come to."""
    owner = _named(site, verb)
    whole = next(
        (
            name
            for name in levels_before(site)
            if re.search(r"revenue|sales|turnover", name, re.IGNORECASE)
        ),
        "",
    )
    is_of_volumes = not whole and any(map(_VOLUMES.match, told_before(site)))
    head = lowered(_head(whole)) if whole and len(whole.split()) < 4 else "revenue"
    head = "volume" if is_of_volumes else head
    name = f"{owner} {head}" if owner else sentence_case([head])
    return Guess(name_of_change(name, site) if moved else name, OPEN)

"""What an English sentence calls a figure: the words around it, as an analyst would say them.

What rose 12% is called growth, also where it fell and the figure is negative; what is cut by 3%,
a figure without a sign, is a reduction; prices, rates and costs have a change.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exporter.drafting.metric_clauses_en import (
    Governed,
    governed,
    is_verb,
    phrase_right,
    subject_of_verb,
    subject_region,
    words_right,
)
from exporter.drafting.metric_phrases_en import (
    Token,
    is_name,
    lowered,
    phrase_of,
    sentence_case,
    tokens_of,
)
from exporter.drafting.metric_words_en import (
    AGENTS,
    ARTICLES,
    AUXILIARY,
    BUILT,
    CHANGE_NOUNS,
    CHANGED_NOT_GROWN,
    CUT,
    DONE,
    DOWN,
    DROPPED_NOUNS,
    HAVING,
    JOINS,
    LEVEL,
    MEASURE_NAMES,
    METRICS,
    PRAISE,
    PREPOSITIONS,
    RAISE,
    SAYING,
    SHARING,
    SPENT,
    TIMES,
    UP,
    VALUED,
    verb_of,
)
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.evidence.noun_phrases_en import lacks_noun, noun_phrase
from exporter.evidence.reading import Figure, Role, read_figures
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PARTICIPLES, PAST
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO


@dataclass(frozen=True, slots=True)
class Site:
    """A figure where it stands.

    Attributes:
        at: The index of its token.
        number: Its index among the sentence's figures.
        names: Of the report's entities and brokers, in small letters.
    """

    text: str
    tokens: list[Token]
    at: int
    figure: Figure
    number: int
    figures: tuple[Figure, ...]
    names: tuple[str, ...]

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.figure.dimension == RATIO

    @property
    def is_counted(self) -> bool:
        """Whether it is a bare number, of whatever."""
        return self.figure.dimension == COUNT

    @property
    def is_money(self) -> bool:
        """Whether it is a sum."""
        return self.figure.dimension.startswith("money")

    @property
    def left(self) -> str:
        """The text before it."""
        return self.text[: self.tokens[self.at].start]

    @property
    def right(self) -> str:
        """The text behind it."""
        return self.text[self.tokens[self.at].end :]

    def next(self, step: int = 1) -> str:
        """A word behind it, in small letters."""
        at = self.at + step
        return self.tokens[at].lower if at < len(self.tokens) else ""


def metric_en(stated: Stated, sentence: Sentence, setting: Setting) -> Guess[str]:
    """What the sentence calls a figure; never empty."""
    figures = read_figures(sentence.text)
    return _named(
        sentence.text, (stated.start, stated.end), stated.figures[0], figures, names_of(setting)
    )


def names_of(setting: Setting) -> tuple[str, ...]:
    """What the report's entities and brokers are called, in small letters, the longest first."""
    known = (*setting.entities, *setting.brokers)
    said = {name.lower() for one in known for name in (*one.name, *one.aliases)}
    return tuple(sorted(said, key=lambda name: (-len(name), name)))


def _named(
    text: str,
    span: tuple[int, int],
    figure: Figure,
    figures: tuple[Figure, ...],
    names: tuple[str, ...],
) -> Guess[str]:
    tokens = tokens_of(text, figures, span)
    at = next(n for n, token in enumerate(tokens) if (token.start, token.end) == span)
    number = next((n for n, one in enumerate(figures) if one.start >= span[0]), 0)
    site = Site(text, tokens, at, figure, number, figures, names)
    for rule in _RULES:
        guess = rule(site)
        if guess is not None and guess.value:
            return guess
    return _at_last(site)


# --- Words that settle it at once

_ROUND = re.compile(
    r"\W+(?:(?:in|from|through|via|as|a|an|its|of|fresh|new|the) )*(?:(series [a-h]\d?|seed"
    r"|pre-seed|angel|bridge"
    r"|growth|venture|equity|debt|first)[ -]?(?:funding|financing|investment)? ?(?:round|funding"
    r"|financing))"
    r"|\W+(?:(?:in|from|through|via|as|a|an|its|of|fresh|new|the) )*(series [a-h]\d?)\b",
    re.IGNORECASE,
)
_STAKE = re.compile(
    r"-?\s*(?:(?:equity|economic|majority|minority|controlling|indirect|direct|voting|ownership) )?"
    r"(stake|interest|shareholding|holding|ownership)\b(?! rate)(?:,? (?:in|of) )?",
    re.IGNORECASE,
)
_IDIOMS = (
    (r"(?:dividend|payout|distribution)s?\b[^.;]{0,60}$",
    r"\W*(?:a|per|each) (?:ordinary |common )?(?:share|unit)", "Dividend per share"),
    (r"(?:earnings|eps|earned|profit|income)\b[^.;]{0,60}$",
    r"\W*(?:a|per|each) (?:diluted |basic )?share", "Earnings per share"),
    (r"\bloss\b[^.;]{0,60}$", r"\W*(?:a|per) (?:diluted |basic )?share", "Loss per share"),
    (r"(?:offer(?:ing|ed|s)?|bid|bidding|buyout|takeover|deal)\b[^.;]{0,60}$", r"\W*(?:a|per) share",
    "Offer price per share"),
    (r"(?:price target|target price|pt)(?: \w+){0,8} $", r"", "Target price"),
    (r"(?:price targets?|target prices?)\b[^.;]{0,70}\b(?:to|from|of|at) $", r"", "Target price"),
    (
        r"\b(?:ipo|initial public offering|flotation|listing)\b[^.;]{0,50}\b(?:raised?|raising"
        r"|raises) (?:about |up to |some |around )?$", r"", "IPO proceeds"),
    (r"\b(?:rais|secur|clos|attract)\w+ (?:about |up to |some |around |over |more than |nearly )?$",
    r"\W*(?:in|of|through|from)? ?(?:an? )?(?:ipo|initial public offering|listing)", "IPO proceeds"),
    (r"", r" (?:of|in) (?:free cash flow)", "Free cash flow"),
    (r"\bon sale (?:\w+ ){0,6}$|\bpriced? (?:\w+ ){0,3}(?:at|from) $|\bstarts at $", r"", "Price"),
)  # fmt: skip


_MULTIPLE = re.compile(
    r"\W*(?:times|x)? ?(?:its |the |forward |trailing |prospective |estimated "
    r"|20\d\d )*(EV/[A-Z]\w+|P/[EB]|price[- ]to[- ](?:earnings|book)|earnings|book value|book"
    r"|sales|EBITDA|revenue)\b"
)


def _idiom(site: Site) -> Guess[str] | None:
    if site.figure.dimension == MULTIPLE and (times := _MULTIPLE.match(site.right)):
        debt = re.search(r"\b((?:net )?(?:debt|borrowings|leverage))\b[^.;]*$", site.left, re.IGNORECASE)
        if debt:
            return Guess(f"{sentence_case([debt[1].lower()])} to {times[1]}")
        return Guess(f"{sentence_case([times[1]])} multiple")
    left, right = site.left.lower(), site.right.lower()
    if site.is_money:
        if re.search(
            r"\b(?:bought|buy|buying|buys|repurchas\w+|retir\w+)(?: back)?(?: (?:up to|about|some"
            r"|another|around))? $",
            left,
        ) and re.match(r"[^.;,]{0,24}\b(?:shares|stock)\b", right):
            return Guess("Share buybacks")
        found = _ROUND.match(site.right)
        if found:
            name = next(group for group in found.groups() if group)
            name = name[0].upper() + name[1:] if name.lower().startswith("series") else name.lower()
            return Guess(f"{sentence_case([name])} funding")
        for before, behind, name in _IDIOMS:
            if re.search(before, left) and re.match(behind, right):
                return Guess(name)
    if site.is_money and site.next() == "upfront":
        return Guess("Upfront payment")
    if site.tokens[site.at].lower in UP | DOWN:
        subject, _ = subject_of_verb(site.tokens, site.at, site.names)
        return Guess(_changed(subject, site)) if subject else None
    if site.is_share and re.match(r"\W+(?:[\w.-]+ ){0,4}(?:notes|bonds|debentures)\b", site.right):
        return Guess("Coupon")
    if site.is_share and (found := _STAKE.match(site.right)):
        return Guess(_stake(site, found))
    return None


def _stake(site: Site, found: re.Match[str]) -> str:
    behind = site.tokens[site.at].end + found.end()
    at = next((n for n, token in enumerate(site.tokens) if token.start >= behind), len(site.tokens))
    word = sentence_case([found[1].lower()])
    if word.lower() == "interest" and not re.search(r"\b(?:in|of)\b", found[0]):
        return ""
    if not found[0].rstrip().endswith((" in", " of")) or at >= len(site.tokens):
        return word
    what = " ".join(
        token.text for token in words_right(site.tokens, at)[:4] if token.lower not in ARTICLES
    )
    is_agent = what.lower().split()[-1:] and what.lower().split()[-1] in AGENTS
    return f"{word} in {what}" if what and what.lower() not in site.names and not is_agent else word


# --- Compared with another figure

_COMPARED = re.compile(
    r"(?:compar(?:ed|es|ing) (?:with|to)|\((?:[^()]{0,24}):|in comparison (?:with|to)|against"
    r"|versus|vs\.?|(?:up|down|higher|lower|change[ds]?|unchanged|reduced|improv\w+|rising"
    r"|falling)\s(?:\w+ )?from"
    r"|prior[- ]year(?: \w+)?:?|year[- ]earlier:?|previous(?: \w+)?:?|consensus(?: of| for| at|:)"
    r"|(?:short|ahead|shy|instead|well ahead|well short) of (?:the )?"
    r"|(?:above|below|than|beat(?:ing)?|topping|missing|under|over)(?: \w+){0,5} (?:estimates?"
    r"|consensus|expectations?|forecasts?|guidance|targets?) (?:of|for)"
    r"|expected|from)\s*\(?(?:(?:a|an|the|about|around|some|just|only|nearly|roughly|almost"
    r"|more than|over|under|revised|restated|loss of|profit of|gain of|record|last year's"
    r"|target of) ?)*$",
    re.IGNORECASE,
)


def _compared(site: Site) -> Guess[str] | None:
    if site.figure.role is Role.TO or not (_is_compared(site) or _is_restated(site)):
        return None
    earlier = [
        one
        for one in reversed(site.figures[: site.number])
        if one.dimension == site.figure.dimension or _are_money(one, site.figure)
    ]
    # What rose by 3 is no level that another one is compared with.
    levels = [one for one in earlier if one.dimension == RATIO or not _is_moved(site, one)]
    for one in levels or earlier:
        return _of_other(site, one)
    return None


def _of_other(site: Site, other: Figure) -> Guess[str]:
    """What a figure before is called."""
    known = site.figures[: site.number]
    return _named(site.text, (other.start, other.end), other, known, site.names)


def _is_compared(site: Site) -> bool:
    """Whether the words before a figure set it beside another one."""
    if _FORECAST.match(site.right) and re.search(
        r"\b(?:above|below|of|than|beat|beating|over|under|missing) the $", site.left
    ):
        return True
    if _COMPARED.search(site.left.rstrip()) is None:
        found = governed(site.tokens, site.at)
        verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
        is_rival = verb in _BEATEN and re.search(r"\bthe $", site.left) is not None
        return is_rival or (site.left.endswith(" after ") and _AGO.match(site.right) is not None)
    if re.search(r"\bfrom\s*(?:\w+ )?$", site.left, re.IGNORECASE) is None:
        return True
    before = site.figures[site.number - 1] if site.number else None
    return before is not None and before.dimension == site.figure.dimension


_FORECAST = re.compile(r"\s+(?:forecast|expected|estimate|consensus|target|projected|anticipated)")
_BEATEN = frozenset("tops topped beat beats exceeds exceeded missed misses surpassed".split())
_AGO = re.compile(r"\s+(?:a|one|the) (?:year|quarter) (?:before|earlier|ago|previously)")
_OTHERWISE = re.compile(r",? (?:or|\() ?(?:about |around |nearly |some |roughly )?$")


def _is_restated(site: Site) -> bool:
    """Whether a sum says the one before it in another currency: PLN 412 million, or CHF 88 million."""
    before = site.figures[site.number - 1] if site.number else None
    if before is None or not _are_money(before, site.figure):
        return False
    return _OTHERWISE.fullmatch(site.text[before.end : site.tokens[site.at].start]) is not None


def _are_money(one: Figure, other: Figure) -> bool:
    return one.dimension.startswith("money") and other.dimension.startswith("money")


def _is_moved(site: Site, other: Figure) -> bool:
    """Whether a figure is how far something moved, which no level is compared with."""
    return re.search(r"\bby\s(?:\w+\s)?$", site.text[: other.start], re.IGNORECASE) is not None


# --- A noun right behind it: a 12% rise in revenue, a $2bn deal, a 9.4% margin


def _noun_behind(site: Site) -> Guess[str] | None:
    if site.is_counted and not site.right.startswith("-"):
        return None
    words = _adjacent(site)
    if not words:
        return None
    head = words[-1].lower
    at = site.tokens.index(words[-1])
    if head in CHANGE_NOUNS:
        return _change_noun(site, at)
    name = phrase_of(words, site.names)
    if site.is_share or site.figure.dimension == POINTS:
        known = head in METRICS or is_counted_word(head) or len(words) > 1
        return Guess(name) if known or head in _RATED else None
    if site.is_money:
        if head in VALUED:
            return Guess(f"{name} {VALUED[head]}")
        if site.next() in {"in", "of"}:
            return None
        return Guess(name) if name else None
    if head in BUILT:
        return Guess(
            f"{sentence_case([name])} "
            f"{'range' if head == 'battery' and site.figure.dimension == 'length' else 'capacity'}"
        )
    if site.figure.dimension in {"time", "calendar time"} and site.right.startswith("-"):
        return Guess(f"{name} term")
    if head in METRICS or head in _RATED:
        return Guess(name)
    measure = MEASURE_NAMES.get(site.figure.dimension, "")
    return (
        Guess(f"{name} {measure.lower()}")
        if name
        and measure
        and site.figure.dimension not in {"time", "calendar time", "ordinal", MULTIPLE}
        else None
    )


_RATED = frozenset(
    "discount premium stake share yield coupon tariff tax margin probability chance majority "
    "threshold limit cap minimum maximum quota owner shareholder duty levy fee commission pace "
    "clip rate accuracy purity sample effort haircut markup weighting proportion portion".split()
)


def _adjacent(site: Site) -> list[Token]:
    """The words of a noun phrase that a figure stands in: 12% | operating margin."""
    words: list[Token] = []
    for i in range(site.at + 1, min(site.at + 7, len(site.tokens))):
        token = site.tokens[i]
        if not words and (token.text == "-" or token.kind == "date"):
            continue
        if token.lower.endswith("ly") and token.lower not in {
            "early",
            "family",
            "supply",
            "monthly",
            "weekly",
            "daily",
            "hourly",
            "assembly",
        }:
            break
        if (
            token.kind != "word"
            or token.lower in PREPOSITIONS | ARTICLES | JOINS | _BEHIND | AUXILIARY
            or (is_verb(site.tokens, i) and token.lower not in CHANGE_NOUNS)
            or (words and token.lower.endswith("ly"))
        ):
            break
        words.append(token)
        if token.lower in CHANGE_NOUNS:
            break
    if words and (words[0].lower in _BEHIND or words[-1].lower in _NO_HEADS):
        return []
    return words


_BEHIND = frozenset(
    "year-on-year year-over-year quarter-on-quarter month-on-month yoy qoq year quarter month "
    "higher lower more less fewer faster slower cheaper ago earlier later last this next today "
    "respectively each apiece annually up down sequentially versus compared yesterday better "
    "overall here there again so too also only even both all now away apart long wide tall deep "
    "heavier lighter bigger smaller larger longer shorter above below out off on back worth "
    "domestically globally worldwide nationwide abroad in-house pre-market after-hours".split()
)
_NO_HEADS = frozenset("alone annual daily pre-tax net gross".split())


def _change_noun(site: Site, at: int) -> Guess[str] | None:
    """Of a rise or fall: what rose stands behind "in", before it, or is its verb's subject."""
    tokens = site.tokens
    behind = max(at, site.at) + 1
    while behind < len(tokens) and (
        tokens[behind].kind == "date" or tokens[behind].lower in _BEHIND
    ):
        behind += 1
    dropped = tokens[at].lower in DROPPED_NOUNS and not site.figure.value < 0
    if behind + 1 < len(tokens) and tokens[behind].lower in {"in", "of", "for", "from"}:
        said = words_right(tokens, behind + 1)
        name = phrase_of(said, site.names)
        if name and not is_name(said, site.names):
            return Guess(_changed(name, site, dropped=dropped))
    before: list[Token] = []
    for i in range(at - 1, -1, -1):
        if (
            tokens[i].kind != "word"
            or tokens[i].lower in ARTICLES | PREPOSITIONS | JOINS
            or is_verb(tokens, i)
        ):
            break
        before.insert(0, tokens[i])
    name = phrase_of(before, site.names)
    if name and not is_name(before, site.names):
        return Guess(_changed(name, site, dropped=dropped))
    if (
        site.number
        and re.search(r"[,(] (?:an? )?$", site.left)
        and _is_base(site, site.figures[site.number - 1])
    ):
        guess = _of_other(site, site.figures[site.number - 1])
        return Guess(_changed(guess.value, site, dropped=dropped), guess.doubt)
    for i in range(at - 1, -1, -1):
        if is_verb(tokens, i):
            subject, _ = subject_of_verb(tokens, i, site.names)
            if subject:
                return Guess(_changed(subject, site, dropped=dropped))
            break
    name = _metric_before(site)
    if name:
        return Guess(_changed(name, site, dropped=dropped), _OPEN)
    return Guess(sentence_case([tokens[at].lower]), _OPEN)


_OPEN = "what is measured is not said beside the figure"


def _changed(name: str, site: Site, *, dropped: bool = False) -> str:
    """What a change of a metric is called."""
    words = name.lower().split()
    if _is_share_price(words):
        return "Share price change"
    if words == ["economy"]:
        return "Economic growth"
    if words[-1] in {"growth", "change", "increase", "decline"}:
        return name
    head = next(
        (
            word
            for at, word in enumerate(words)
            if at + 1 == len(words) or words[at + 1] in PREPOSITIONS
        ),
        "",
    )
    word = "growth"
    if dropped:
        word = "reduction"
    elif site.figure.dimension not in {RATIO, MULTIPLE} or head in CHANGED_NOT_GROWN:
        word = "change"
    core, prep, rest = _cut_at_preposition(name)
    core = _singular(core)
    if prep == "per":
        return f"{name} {word}"
    if prep in {"of", "for", "on", "to", "with"} or words[-1] in _DONE:
        return f"{sentence_case([word])} in {lowered(name, site.text)}"
    return f"{core} {word} {prep} {rest}".strip()


def _cut_at_preposition(name: str) -> tuple[str, str, str]:
    words = name.split()
    for at, word in enumerate(words):
        if at and word in PREPOSITIONS - {"before", "after"}:
            return " ".join(words[:at]), word, " ".join(words[at + 1 :])
    return name, "", ""


def _is_share_price(words: Sequence[str]) -> bool:
    return (
        (words[:1] in (["shares"], ["stock"])
        and len(words) < 5
        and words[1:2] != ["of"])
        or words
        in (
            ["stock", "price"],
            ["share", "price"],
            ["share"],
        )
    )


def _one(name: str) -> str:
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


def _singular(name: str) -> str:
    for plural in (
        "prices",
        "margins",
        "costs",
        "rates",
        "yields",
        "rents",
        "fees",
        "wages",
        "charges",
        "spreads",
        "expenses",
    ):
        if name.lower().endswith(plural):
            return name[:-1]
    return name


# --- A noun before "of", "at", ":" : revenue of 18.62


def _of(site: Site) -> Guess[str] | None:
    found = governed(site.tokens, site.at)
    if found.prep not in {"of", "at"} or not found.words or found.linked >= 0:
        return None
    words = found.words
    if words[-1].lower in _ADJECTIVES:
        return None
    if (
        words[-1].lower in {"net", "total", "excess", "addition"}
        and site.next() == "of"
        and not site.is_counted
    ):
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower in CHANGE_NOUNS and at + 1 == len(words):
            return _change_noun(site, site.tokens.index(words[at]))
    if words[-1].lower in _TOTALS:
        if site.is_counted:
            return None
        words = (
            words[:-1]
            if len(words) > 1 and words[-2].lower not in PREPOSITIONS | ARTICLES
            else words
        )
    if site.is_counted and words[-1].lower == "loss" and (what := _counted_phrase(site)):
        return Guess(f"{what} lost")
    if site.is_counted and words[-1].lower in _GROUPS and _counted_phrase(site):
        return Guess(_in_group(site, words))
    if words[-1].lower in AGENTS and len(words) < 3:
        return None
    if site.is_counted and _counted_phrase(site) and words[-1].lower not in METRICS:
        return None
    name = phrase_of(_last_phrase(words), site.names)
    head = name.lower().split()[-1:]
    if not name:
        return None
    if name.lower() in _TOTALS and not site.is_counted:
        return Guess(_total(site, found, name))
    if site.is_money and head and head[0] in VALUED:
        return Guess(f"{name} {VALUED[head[0]]}")
    if name == "Margin" and site.number:
        other = site.figures[site.number - 1]
        profit = _named(
            site.text, (other.start, other.end), other, site.figures[: site.number - 1], site.names
        ).value
        if profit.lower().endswith(("profit", "ebitda", "ebit", "income")):
            return Guess(f"{profit} margin")
    return Guess(name)


def _total(site: Site, found: Governed, name: str) -> str:
    """An average, median or total of what the verb says: spent an average of 31 per visit."""
    verb = verb_of(site.tokens[found.verb].lower) if found.verb >= 0 else ""
    if verb in {"lived", "survived"}:
        return f"{name} survival"
    if site.is_money and verb in SPENT:
        return _per(f"{name} {lowered(SPENT[verb][0])}", site)
    subject = subject_of_verb(site.tokens, found.verb, site.names)[0] if found.verb >= 0 else ""
    return f"{name} {lowered(subject, site.text)}" if subject else name


_ADJECTIVES = frozenset("red black flat unchanged stable steady high low".split())
_TOTALS = frozenset("total average mean median number maximum minimum sum record majority".split())
_GROUPS = frozenset(
    "trial study survey sample poll panel cohort analysis fleet network workforce chain crew team".split()
)


def _last_phrase(words: list[Token]) -> list[Token]:
    """Words behind the last preposition that does not bind them: for 2023 | at an average price."""
    for at in range(len(words) - 1, -1, -1):
        if words[at].lower in {
            "with",
            "at",
            "by",
            "as",
            "including",
            "after",
            "against",
            "to",
            "for",
        }:
            return words[at + 1 :] or words
    return words


def _in_group(site: Site, words: list[Token]) -> str:
    what, group = _counted_phrase(site), phrase_of(words, site.names)
    if words[-1].lower in {"survey", "poll"}:
        return f"{what} surveyed"
    if words[-1].lower in {"fleet", "network", "workforce", "chain", "crew", "team"}:
        return what
    named = " ".join(token.text for token in words if token.lower not in ARTICLES | PRAISE)
    return f"{what} in {named or lowered(group, site.text)}"


# --- What is counted


def _counted_phrase(site: Site) -> str:
    """The noun phrase that a number counts: 12 million | paying users; "" where there is none."""
    said = noun_phrase(site.figure.noun)
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
        if token.kind not in {"word"} or token.lower in PREPOSITIONS | ARTICLES | JOINS | {
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
            and (token.lower.endswith(("ed", "ly", "ing")) or token.lower in _BEHIND)
        ):
            break
        words.append(token)
    return phrase_of(words, site.names)


_MADE_OF = frozenset(
    "pieces units tons barrels metres meters kilometres lines bottles sets pairs points days".split()
)


def _counted(site: Site) -> Guess[str] | None:
    if not site.is_counted or site.figure.is_attribute:
        return None
    what = _counted_phrase(site)
    if not what:
        return _elliptic(site)
    if what.lower() in {"times", "points"}:
        return _times(site, what)
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if verb in UP | DOWN | LEVEL and found.prep in {"to", "at", "from"} and not found.words:
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        if subject and (found.linked >= 0 or _heads_metric(subject)):
            return Guess(subject)
    where = _where(site, what)
    if (
        found.words
        or found.prep in {"of", "to", "from", "in", "for", "across", "at", "on"}
        or not verb
    ):
        passive = _passive(site)
        return Guess(f"{what}{passive}" if passive else f"{what}{where}")
    if verb.startswith("employ") and what.lower() in {"people", "workers", "staff", "employees"}:
        return Guess("Employees")
    done = _participle(verb)
    if verb in UP | DOWN and not done:
        return Guess(f"{what} change")
    if (
        done
        and found.verb
        and site.tokens[found.verb - 1].lower == "to"
        and _is_ahead(site, found.verb)
    ):
        return Guess(f"{what} to {'be ' if verb in {'laid'} else ''}{verb}")
    rate = _rate(site)
    return Guess(f"{what} {done}{rate}" if done else f"{what}{where or rate}")


def _rate(site: Site) -> str:
    """Per what things are done or counted: packages sorted | per hour."""
    found = re.search(
        r"^[\w\s-]{0,40}? (?:per|a|an|each|every) (day|hour|week|month|year|minute|second|shift"
        r"|store|[a-z]{3,9})\b",
        site.right,
    )
    return f" per {found[1]}" if found and site.figure.per else ""


def _heads_metric(name: str) -> bool:
    return _cut_at_preposition(name)[0].lower().split()[-1] in METRICS


def _is_ahead(site: Site, verb: int) -> bool:
    said = {token.lower for token in site.tokens[max(0, verb - 4) : verb]}
    return not said.isdisjoint(
        {"plans", "plan", "planned", "expects", "intends", "aims", "wants", "planning"}
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
                _participle(site.tokens[found.verb].lower)
                if found.verb >= 0 and not found.words and not found.prep
                else ""
            )
            done = done or (f" {own}" if own else "")
            return Guess(f"{what}{done}", "" if said or done else _OPEN)
    return None


_IRREGULAR = PAST | PARTICIPLES | AUXILIARIES | {"worth"}
_DONE = frozenset(DONE.values())


def _participle(verb: str) -> str:
    if verb in DONE:
        return DONE[verb]
    if verb in _DONE:
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


def _passive(site: Site) -> str:
    """What is done to counted things behind them: 35 stores | were opened."""
    return _passive_of(site.tokens, site.at)


def _passive_of(tokens: Sequence[Token], at: int) -> str:
    for i in range(at + 1, min(at + 7, len(tokens) - 1)):
        if tokens[i].lower in _DONE and i > at + 1 and is_counted_word(tokens[i - 1].lower):
            return f" {tokens[i].lower}"  # 12,400 cars | shipped to Europe
        if tokens[i].lower in {"were", "was", "been", "be", "are"}:
            done = tokens[i + 1].lower
            return (
                f" {done}"
                if done.endswith("ed") or done in _DONE | {"held", "electric", "let"}
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
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if what.lower() == "times" and verb.endswith("ed"):
        stem = verb[:-2] if not verb.endswith(("sed", "ved", "ced")) else verb[:-1]
        return Guess(sentence_case([f"{stem}s"]))
    return None


# --- A share of something


def _share(site: Site) -> Guess[str] | None:
    if not site.is_share or site.next() != "of":
        return None
    words = words_right(site.tokens, site.at + 2)
    whole = phrase_of(words, site.names)
    if words and words[0].lower in _PRONOUNS and site.number:
        other = site.figures[site.number - 1]
        whole = _named(
            site.text, (other.start, other.end), other, site.figures[: site.number - 1], site.names
        ).value
        words = words[:1]
    if not whole:
        return None
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    if (
        found.prep == "in"
        and words[0].lower in _PEOPLE
        and verb in {"seen", "reported", "observed", "occurred"}
    ):
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        if subject:
            return Guess(f"{whole} with {lowered(subject, site.text)}")
    if verb in SHARING or (verb in LEVEL and not found.words):
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        if not subject:
            return Guess(f"{_somebodys(site, found.verb)}hare of {lowered(whole, site.text)}")
        if len(subject.split()) > 3:
            return Guess(f"{subject} as share of {lowered(whole, site.text)}")
        mark = "'" if subject.endswith("s") else "'s"
        return Guess(f"{subject}{mark} share of {lowered(whole, site.text)}")
    end = site.at + 2 + len(words)
    if found.verb < 0 or verb in SAYING | {"believe"}:
        return Guess(_predicated(site, whole, end))
    if verb in {
        "own",
        "owns",
        "owned",
        "hold",
        "holds",
        "held",
        "bought",
        "buy",
        "acquire",
        "acquired",
        "sold",
    }:
        return Guess(
            "Stake"
            if _EQUITY.search(whole.lower()) or whole.lower() in AGENTS
            else f"Stake in {whole}"
        )
    done = "" if found.words else _participle(verb)
    return Guess(f"Share of {lowered(whole, site.text)} {done}".strip())


def _somebodys(site: Site, verb: int) -> str:
    """Whose share it is, where that is a place or a brand beside the report's: China's s|hare."""
    named = [token for token in subject_region(site.tokens, verb) if token.lower not in ARTICLES]
    said = " ".join(token.text for token in named)
    is_name = 0 < len(named) < 4 and all(token.text[0].isupper() for token in named)
    if not is_name or said.lower() in site.names or named[-1].lower in AGENTS:
        return "S"
    return f"{said}'{'' if said.endswith('s') else 's'} s"


_PRONOUNS = frozenset("it them which whom that those these this".split())
_PEOPLE = frozenset(
    "patients participants people subjects women men children adults recipients".split()
)
_EQUITY = re.compile(r"\b(?:shares?|stock|equity|votes?|voting|capital|company)\b")


def _predicated(site: Site, whole: str, at: int) -> str:
    """Of 43% of sales came from Asia the share of sales from Asia."""
    tokens = site.tokens
    said = [token.lower for token in tokens[at : at + 2]]
    if len(said) == 2 and (
        said[0] in {"came", "come", "comes", "coming", "stemmed", "derived"} or said[0] == "from"
    ):
        step = 1 if said[0] == "from" else 2
        what = phrase_right(tokens, at + step, site.names) or " ".join(
            token.text
            for token in words_right(tokens, at + step)[:3]
            if token.lower not in ARTICLES
        )
        return (
            f"Share of {lowered(whole, site.text)} from {lowered(what, site.text)}"
            if what
            else f"Share of {lowered(whole, site.text)}"
        )
    rest = [token for token in tokens[at : at + 4]]
    kept: list[str] = []
    is_done = any(token.lower in {"were", "was", "are", "is", "been"} for token in rest)
    for token in rest:
        if token.kind != "word" or token.lower in JOINS:
            break
        if token.lower not in ARTICLES | {"were", "was", "are", "is", "had", "have", "has", "been"}:
            kept.append(token.text)
    while kept and kept[-1].lower() in PREPOSITIONS:
        kept.pop()
    if (
        len(kept) == 1
        and not kept[0].endswith(("ed", "ing"))
        and (kept[0].lower() in RAISE | UP | DOWN | SAYING or kept[0] in DONE)
    ):
        kept = []
    if kept and kept[0].endswith("ed") and not is_done:
        kept = [f"{kept[0][:-2]}ing"]  # of patients | responding
    return " ".join(["Share of", lowered(whole, site.text), *kept[:3]])


# --- An amount of something: 17.2 million tonnes of ore, 1.7 million TEU handled


_AHEAD = re.compile(
    r"\s+(?:is |are )?(under construction|under development|in development|in operation"
    r"|in the pipeline)",
    re.IGNORECASE,
)


def _amount(site: Site) -> Guess[str] | None:
    dimension = site.figure.dimension
    if site.is_counted or site.is_money or dimension in {RATIO, POINTS, MULTIPLE}:
        return None
    if (ahead := _AHEAD.match(site.right)) is not None:
        return Guess(f"Capacity {ahead[1].lower()}")
    found = governed(site.tokens, site.at)
    verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
    what = phrase_right(site.tokens, site.at + 2, site.names) if site.next() == "of" else ""
    if dimension in {"time", "calendar time"}:
        unit = site.figure.text.split()[-1].lower()
        if what:
            return Guess(f"{sentence_case([unit])} of {lowered(what, site.text)}")
        return Guess("Period", _OPEN) if found.prep in {"in", "for", "within", "over"} else None
    if found.words or found.prep or not verb:
        return Guess(what) if what and not found.words else None
    if what == "Equivalent":
        what = "Oil equivalent"
    done = _participle(verb)
    unit = site.figure.text.split()[-1]
    if not done:
        return Guess(what) if what else None
    return Guess(f"{what or sentence_case([unit])} {done}{_rate(site)}")


# --- By the verb


def _by_verb(site: Site) -> Guess[str] | None:
    found = governed(site.tokens, site.at)
    if (answer := _more_than(site, found)) is not None:
        return answer
    if found.verb < 0:
        return _without_verb(site, found)
    verb = site.tokens[found.verb].lower
    if (answer := _apposed(site, found, verb)) is not None:
        return answer
    spent = _spent(site, found)
    if spent is not None:
        return spent
    name = _object(site, found)
    if name:
        return Guess(_as_moved(name, site, found, verb))
    subject, carried = subject_of_verb(site.tokens, found.verb, site.names)
    if subject:
        return Guess(_as_moved(subject, site, found, verb))
    return _of_somebody(site, found, verb)


def _more_than(site: Site, found: Governed) -> Guess[str] | None:
    """Of 1.9 million visitors, 11% | more than before: how far the figure before has moved."""
    if not site.is_share or site.next() not in _MOVED_BEHIND or not site.number:
        return None
    subject = (
        subject_of_verb(site.tokens, found.verb, site.names) if found.verb >= 0 else ("", True)
    )
    if subject[0] and not subject[1]:
        return None
    guess = _of_other(site, site.figures[site.number - 1])
    return Guess(_changed(guess.value, site), guess.doubt)


def _apposed(site: Site, found: Governed, verb: str) -> Guess[str] | None:
    """Of what is said of the figure before: delivered 400 cars, up 5%; a total of 1,204."""
    before = site.tokens[found.verb - 1] if found.verb else None
    if verb not in {"up", "down", "higher", "lower"} or before is None or site.number < 1:
        return None
    if (
        before.text not in {",", "("}
        and before.kind not in {"figure", "date"}
        and before.lower not in _BEHIND
    ):
        return None
    for number in range(site.number - 1, -1, -1):
        other = site.figures[number]
        if _is_base(site, other):
            guess = _named(
                site.text, (other.start, other.end), other, site.figures[:number], site.names
            )
            return Guess(_as_moved(guess.value, site, found._replace(words=[]), verb), guess.doubt)
    return None


def _is_base(site: Site, other: Figure) -> bool:
    """Whether a figure is a level, which another one may be a change of."""
    if other.dimension in {POINTS, "time", "calendar time"}:
        return False
    return other.dimension != RATIO or site.figure.dimension == POINTS or site.number == 1


def _object(site: Site, found: Governed) -> str:
    """The noun phrase between a verb and a figure: raised | its dividend | to 45 cents."""
    words = found.words
    if not words or words[0].lower in PREPOSITIONS or words[-1].lower in _ADJECTIVES:
        return ""
    verb = site.tokens[found.verb].lower
    if verb in LEVEL - RAISE - SAYING and found.prep == "":
        return ""
    if found.prep in {"for", "on", "in"} and words[-1].lower not in METRICS:
        return ""
    return "" if is_name(words, site.names) else phrase_of(words, site.names)


def _as_moved(name: str, site: Site, found: Governed, verb: str) -> str:
    """A metric's name, or that of its change, as the verb and the preposition say."""
    if site.figure.dimension in {RATIO, POINTS} and site.next() in _COMPARATIVES:
        return f"{_COMPARATIVES[site.next()]} change"
    if (
        site.figure.dimension in {RATIO, POINTS}
        and site.next() in _MOVED_BEHIND
        and verb not in {"up", "down"}
    ):
        return _changed(name, site)
    moved = verb in UP | DOWN | RAISE | CUT
    is_level = found.prep in {"to", "from", "at", "of", "with"} or (
        found.prep != "by" and site.figure.role in {Role.FROM, Role.TO}
    )
    if moved and not is_level and (verb in UP | DOWN or found.words or found.prep == "by"):
        return _changed(name, site, dropped=verb in CUT - DOWN and site.figure.value > 0)
    words = name.lower().split()
    return "Share price" if _is_share_price(words) and site.is_money else _per(name, site)


_MOVED_BEHIND = frozenset("higher lower more less fewer above below up down".split())
_COMPARATIVES = {
    "faster": "Speed", "slower": "Speed", "cheaper": "Price", "dearer": "Price", "lighter": "Weight",
    "heavier": "Weight", "bigger": "Size", "larger": "Size", "smaller": "Size", "quicker": "Speed",
    "longer": "Length", "shorter": "Length", "thinner": "Thickness", "hotter": "Temperature",
}  # fmt: skip


def _per(name: str, site: Site) -> str:
    found = re.match(
        r"(?: per| a| an| each)(?: one)? ((?:(?:megawatt|kilowatt|gigawatt|square|cubic|available"
        r"|metric|troy|diluted) )?[A-Za-z][\w-]+)",
        site.right,
    )
    if not site.figure.per or " per " in name or found is None:
        return name
    if site.is_money and not _heads_metric(name):
        return f"{name} price"
    return name if found[1].lower() in TIMES else f"{name} per {found[1]}"


def _spent(site: Site, found: Governed) -> Guess[str] | None:
    """Of money what was done with it: invested | 5 billion yuan | in a battery plant."""
    verb = verb_of(site.tokens[found.verb].lower)
    if (
        site.is_money
        and site.next() in {"remains", "remained"}
        and site.tokens[site.at - 1].text == ","
    ):
        return Guess("Amount remaining", _OPEN)
    if site.is_money and found.prep == "for":
        if verb in _TRADED:
            return Guess(_TRADED[verb])
        if re.search(r"\b(?:acqui\w+|purchase|takeover|buyout) of\b[^;]*$", site.left, re.IGNORECASE):
            return Guess("Purchase price")
    if found.linked >= 0 and site.is_money and verb in SPENT and site.next() in {"in", "of"}:
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    if not site.is_money or verb not in SPENT or found.prep in {"to", "by"} or found.linked >= 0:
        return None
    if found.words and verb not in {
        "cost",
        "price",
        "value",
        "sell",
        "buy",
        "acquire",
        "set",
        "fine",
        "pay",
        "award",
        "charge",
    }:
        return None
    name, *preps = SPENT[verb]
    if verb == "worth" or verb == "value":
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        return Guess(
            f"{_one(_cut_at_preposition(subject)[0])} value"
            if subject and not found.words
            else "Valuation"
        )
    if found.prep in {"at", "from"} and verb not in {"price", "sell", "charge"}:
        return None
    if (
        site.next() in {"in", "of"}
        and phrase_right(site.tokens, site.at + 2, site.names)
        and verb
        in {
            "generate",
            "earn",
            "make",
            "receive",
            "raise",
            "book",
            "collect",
            "owe",
            "save",
            "secure",
            "net",
        }
    ):
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    at = site.at + 1
    while at < len(site.tokens) and site.tokens[at].kind == "date":
        at += 1
    if at + 1 < len(site.tokens) and site.tokens[at].lower in preps:
        words = [token for token in words_right(site.tokens, at + 1)[:5] if token.kind == "word"]
        what = lowered(phrase_of(words)) if words else ""
        if what:
            return Guess(
                f"{name} {site.tokens[at].lower if site.tokens[at].lower != 'into' else 'in'} "
                f"{what}"
            )
    if name == "Price" or name == "Cost":
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        return Guess(f"{subject} {name.lower()}" if subject else name)
    return Guess(name)


_TRADED = {"buy": "Purchase price", "acquire": "Purchase price", "sell": "Sale price"}


def _of_somebody(site: Site, found: Governed, verb: str) -> Guess[str] | None:
    """What somebody reported or did, where no noun stands between."""
    if site.next() in {"in", "of"}:
        words = words_right(site.tokens, site.at + 2)
        name = phrase_of(words, site.names)
        if (
            name
            and not is_name(words, site.names)
            and not any(word.kind == "date" for word in words[:1])
        ):
            return Guess(name)
    named = subject_region(site.tokens, found.verb)
    if (
        site.is_money
        and verb in UP | DOWN | LEVEL
        and named
        and 0 < len(named) < 4
        and named[-1].lower not in AGENTS
    ):
        return Guess(
            f"{sentence_case([token.text for token in named if token.lower not in ARTICLES])} price",
            _OPEN if found.prep == "" else "",
        )
    if verb in UP | DOWN and site.figure.dimension in {RATIO, POINTS}:
        if verb in {"grew", "grow", "grows", "expanded", "shrank", "growing", "contracted"}:
            return Guess("Growth", _OPEN)
        return Guess("Share price change", _OPEN)
    return None


def _without_verb(site: Site, found: Governed) -> Guess[str] | None:
    """A noun alone before a figure: Net profit: 12; and profit 5%, as the verb before has it."""
    name = (
        ""
        if not found.words or is_name(found.words, site.names)
        else phrase_of(found.words, site.names)
    )
    if not name:
        return _label(site)
    at = site.tokens.index(found.words[0])
    for i in range(at - 1, -1, -1):
        if is_verb(site.tokens, i):
            verb = site.tokens[i].lower
            if site.tokens[at - 1].text == ":":
                break
            moved = (
                verb in UP | DOWN
                and found.prep not in {"to", "at"}
                and site.figure.dimension != COUNT
            )
            return Guess(_changed(name, site) if moved and not site.is_money else name)
    return Guess(_per(name, site))


def _label(site: Site) -> Guess[str] | None:
    found = re.search(r"(?:^|[.;,(\n\t])\s*([^.;,:()\n\t]{2,60})[:\t]\s*\S{0,4}\s*$", site.left)
    if not found:
        return None
    words = tokens_of(found[1], (), (0, 0))[1:]
    return Guess(phrase_of(words, site.names))


def _respectively(site: Site) -> Guess[str] | None:
    """Each figure of a list its own subject: A, B and C grew 3%, 4% and 5% respectively."""
    if "respectively" not in site.text:
        return None
    tokens, found = site.tokens, governed(site.tokens, site.at)
    if found.verb < 0:
        return None
    run = [n for n in range(found.verb + 1, len(tokens)) if tokens[n].kind == "figure"]
    end = next(
        (n for n in range(found.verb, len(tokens)) if tokens[n].lower == "respectively"),
        len(tokens),
    )
    run = [n for n in run if n < end]
    if site.at not in run or len(run) < 2:
        return None
    words = subject_region(tokens, found.verb, lists=True)
    parts: list[list[Token]] = [[]]
    for word in words:
        if word.text == "," or word.lower == "and":
            parts.append([])
        else:
            parts[-1].append(word)
    parts = [part for part in parts if part][-len(run) :]
    if len(parts) != len(run):
        return None
    part = parts[run.index(site.at)]
    verb = tokens[found.verb].lower
    if (
        site.is_share
        and verb in SHARING
        and run[-1] + 2 < len(tokens)
        and tokens[run[-1] + 1].lower == "of"
    ):
        whole = lowered(phrase_right(tokens, run[-1] + 2, site.names), site.text)
        owner = sentence_case([token.text for token in part if token.lower not in ARTICLES])
        return Guess(f"{owner}'{'' if owner.endswith('s') else 's'} share of {whole}")
    name = phrase_of(part, site.names)
    return Guess(_as_moved(name, site, found._replace(words=[]), verb)) if name else None


# --- What is left


def _metric_before(site: Site) -> str:
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


def _at_last(site: Site) -> Guess[str]:
    words = words_right(site.tokens, site.at + 1)
    counted = _counted_phrase(site)
    name = (
        counted
        or _metric_before(site)
        or phrase_of(_adjacent(site), site.names)
        or phrase_of(words, site.names)
    )
    dimension = site.figure.dimension.split(":")[0].split("/")[0]
    if not name:
        found = governed(site.tokens, site.at)
        name = phrase_of(found.words, site.names)
    return Guess(name or MEASURE_NAMES.get(dimension, "Value"), _OPEN)


_RULES: tuple[Callable[[Site], Guess[str] | None], ...] = (
    _idiom,
    _respectively,
    _compared,
    _of,
    _noun_behind,
    _share,
    _counted,
    _amount,
    _by_verb,
)

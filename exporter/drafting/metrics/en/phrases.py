"""English noun phrases, as metrics are called."""

import re
from collections.abc import Sequence

from exporter.drafting.metrics.en.classes import is_of_class
from exporter.drafting.metrics.en.named_years import is_in_named_year
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.words import (
    AGENTS,
    ARTICLES,
    AUXILIARY,
    HEDGES,
    JUDGED_HEAVY,
    KEPT_TIMES,
    METRICS,
    PRAISE,
    PREPOSITIONS,
    TIMES,
)
from exporter.drafting.names.tellers_en import COMPANY_EN
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.units import is_counted_word

_MOST_WORDS = 6
_ORDINAL = regex(
    r"(?:first|second|third|fourth|final|last|next|coming|same|prior|previous|past|latest|current"
    r"|opening|closing|Q[1-4]|[1-4]Q\d*|H[12]|FY\d*|fiscal|financial|calendar"
    r"|trading)", re.IGNORECASE
)  # fmt: skip


def is_name(tokens: Sequence[Token], names: Sequence[str]) -> bool:
    """Whether words name somebody: an entity of the report, an agent, or all in capitals."""
    words = [token for token in tokens if token.lower not in ARTICLES]
    whole = " ".join(token.text for token in words).lower()  # Corvance Diabetes, beside Corvance
    words = _without_name(words, names)
    end = next(
        (at for at, token in enumerate(words) if at and token.lower in PREPOSITIONS), len(words)
    )
    is_of_its = any(token.lower in _OWN for token in tokens[1:]) and end < len(words)
    words = words[:end]
    said = " ".join(token.text for token in words).lower()
    if not said or {said, whole} & {*names} or said.removesuffix("'s").removesuffix("’s") in names:
        return True
    if is_of_its or all(one.lower in METRICS or is_counted_word(one.lower) for one in words):
        return False  # footfall at | its | centres
    if words[-1].lower in AGENTS:
        return True
    if words[-1].lower in METRICS:
        return False
    is_first = words[0].start == 0
    capitals = [token.text[:1].isupper() for token in words]
    if is_first and len(words) > 1 and all(token.text.isupper() for token in words[1:]):
        return words[0].lower not in _BEGINS and "-" not in words[0].text
    if is_first and len(words) == 1:
        word = words[0].lower
        is_thing = word.endswith(_NO_COMPANIES) or word in _THINGS
        return not is_thing and "-" not in word and not is_counted_word(word)
    if len(words) == 1 and words[0].text.isupper():
        return False  # WACC, EBIT
    return all(capitals)


_OWN = frozenset("its our their".split())
_BEGINS = frozenset(
    "median mean average total net gross adjusted diluted basic overall core".split()
)
# What costs, and begins a sentence without being a company.
_THINGS = frozenset(
    "fuel labour labor energy electricity gas oil steel packaging freight staff rent wages "
    "personnel automotive retail wholesale online food fresh grocery mortgages cloud online".split()
)
_NO_COMPANIES = ("ing", "ion", "ment", "age", "ity", "ness", "th", "ance", "ence", "ship", "ure")


def without_lead(tokens: list[Token], names: Sequence[str]) -> list[Token]:
    """Words without whose they are: Tesla's, the group's, its."""
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].text.endswith(("'s", "’s", "s'", "s’")) and (
            (tokens[at].text[0].isupper() and tokens[at].lower[:-1] not in METRICS)
            or tokens[at].lower[:-2] in AGENTS | TIMES
            or tokens[at].lower[:-2] in names
            or (at == 1 and tokens[0].lower in {"the", "its", "a"} and at + 1 < len(tokens))
        ):
            return tokens[at + 1 :]
    return _without_name(tokens, names)


def _without_name(tokens: list[Token], names: Sequence[str]) -> list[Token]:
    said = [token.lower for token in tokens]
    for name in names:
        words = name.split()
        if (
            len(words) < len(said)
            and said[: len(words)] == words
            and said[len(words)] not in PREPOSITIONS
        ):
            return tokens[len(words) :]
    return tokens


def phrase_of(tokens: Sequence[Token], names: Sequence[str] = ()) -> str:
    """What a noun phrase says, as a metric is called; "" where nothing is left.

    Whose it is, when it was, articles and praise are left out.
    """
    parts = _parts(_without_name(list(tokens), names))
    kept: list[Token] = []
    for at, (lead, said) in enumerate(parts):
        head = kept[-1].lower if kept else ""
        words = _of_part(lead, said, names, head)
        is_last = at + 1 == len(parts)
        if not words or (words[-1].lower in _AMOUNTS and not is_last and _is_of(parts[at + 1])):
            continue
        if lead is not None and not kept and not is_last and lead.lower != "of":
            continue
        is_choice = any(word.lower in _PICKED for word in words)
        if kept and len(kept) + len(words) + 1 > _MOST_WORDS + is_choice:
            break
        kept += [lead, *words] if lead is not None and kept else words
    return sentence_case([token.text for token in kept[: _MOST_WORDS + 1]], kept)


# In our top six markets: without it a name says more than was measured.
_PICKED = frozenset("top largest biggest leading main key core principal busiest".split())


def _of_part(lead: Token | None, said: list[Token], names: Sequence[str], head: str) -> list[Token]:
    """What is kept of a part behind a preposition and a head: neither when it was, nor whose."""
    words = without_lead([word for word in said if word.kind != "mark" or word.text == ","], names)
    if lead is None:
        return _bare(words, keep_new=False)
    is_period = any(word.kind == "date" for word in words) or (
        bool(words) and words[-1].lower in TIMES - KEPT_TIMES
    )
    is_rate = lead.lower == "per" and len(words) == 1 and words[0].lower in _PER_TIME
    if is_rate and head:
        return words
    if lead.lower == "per" and len(words) > 1 and words[-1].lower in _PER_TIME and head:
        return words  # spending per passenger day
    if lead.lower in {"at", "of"} and said and said[0].lower == "the" and _is_company(words):
        return []  # revenue at the chip designer
    is_left_out = is_period or (lead.lower != "per" and _is_whose(head, lead, words, names))
    if lead.lower in _NEVER or (is_left_out and not _is_place(lead, words)):
        return []
    return _bare(words, keep_new=True)


def _is_company(words: list[Token]) -> bool:
    """Whether words behind "the" are what a company is called by its trade: the chip designer."""
    said = " ".join(word.lower for word in words)
    return said in AGENTS or (len(words) < 4 and COMPANY_EN.fullmatch(f"the {said}") is not None)


def _is_whose(head: str, lead: Token, words: list[Token], names: Sequence[str]) -> bool:
    """Whether words behind a preposition say whose a figure is: profit of Fired Clay, at Oakmere.

    What people join, use or visit is a thing: members of the Companion Care Plan.
    """
    if not is_name(words, names):
        return False
    said = [word.lower for word in words if word.lower not in ARTICLES]
    if len(said) > 1 and said[-1] in _KINDS_OF and words[-2].text.islower():
        return False  # orders from chemical customers
    if len(said) > 1 and said[-1] in _PARTS_OF and " ".join(said[:-1]) not in names:
        return False  # the loss at the Nordics division, of which the report knows nothing
    is_somebody = len(said) <= 1 or said[-1] in AGENTS or " ".join(said) in names
    return is_somebody or head in _OF_COMPANIES or lead.lower not in {"of", "to", "for"}


# Shipments per day are others than all shipments.
_PER_TIME = frozenset("day hour minute week month night shift".split())
_KINDS_OF = frozenset("customers clients buyers users workers partners".split())
_PARTS_OF = frozenset("division segment arm".split())
# What a company has: of whom it is said, is the company or a part of it.
_OF_COMPANIES = frozenset(
    "sales revenue revenues turnover profit profits loss losses income earnings ebitda ebit margin "
    "margins shares share stock value valuation assets liabilities debt equity capital employees "
    "headcount workforce staff".split()
)
_NEVER = frozenset("despite without as than like via including amid following".split())


# An amount of tax is a tax, a number of shops are shops.
_AMOUNTS = frozenset("amount amounts number numbers level levels sum".split())


def _is_of(part: tuple[Token | None, list[Token]]) -> bool:
    return part[0] is not None and part[0].lower == "of" and bool(part[1])


def _is_place(lead: Token, words: list[Token]) -> bool:
    """Whether words say where: sales in China; the names of the report are left out before."""
    return (
        lead.lower in {"in", "from", "to"}
        and bool(words)
        and words[0].text[:1].isupper()
        and words[-1].lower not in AGENTS | TIMES
        and not any(word.kind == "date" for word in words)
    )


def _parts(tokens: list[Token]) -> list[tuple[Token | None, list[Token]]]:
    """A phrase cut before its prepositions."""
    parts: list[tuple[Token | None, list[Token]]] = [(None, [])]
    for token in tokens:
        if token.lower in PREPOSITIONS and token.kind == "word":
            parts.append((token, []))
        else:
            parts[-1][1].append(token)
    return parts


def _bare(words: list[Token], *, keep_new: bool) -> list[Token]:
    """Words without articles, praise, hedges and times."""
    said: list[Token] = []
    lower = [word.lower for word in words]
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else None
        is_new = word.lower == "new" and (bool(said) or keep_new)
        is_kept = is_new or is_of_class(lower, at) or is_in_named_year(lower, at)
        if is_kept or not _is_idle(word, following, is_first=not said):
            said.append(word)
    while said and said[-1].lower in {"and", "or", ","} | ARTICLES:
        said.pop()
    while said and said[0].lower in {"and", "or", ","}:
        said.pop(0)
    return said


# Spans that belong to a metric's name: day rates, days sales outstanding.
_DAYS: dict[str, set[str]] = {
    "day": {"rate", "rates"},
    "days": {"sales", "inventory", "payable", "payables", "cover"},
}
_EVERYWHERE = frozenset("worldwide globally nationwide overall".split())
_NOTHING = frozenset("s there here everyone something anything themselves itself".split())
# Behind a noun these are what is measured: a review period, lead times.
_SPANS = frozenset("period periods time".split())


def _is_idle(word: Token, following: Token | None, *, is_first: bool) -> bool:
    """Whether a word names nothing where it stands."""
    lower, is_last = word.lower, following is None
    if lower == "heavy" and following is not None and following.lower in JUDGED_HEAVY:
        return True
    if word.kind in {"date", "figure"} or lower in ARTICLES | PRAISE | _NOTHING:
        return True
    if lower in {"and", "or"} or lower in HEDGES:
        return (is_first or is_last) and not _begins_place(word, following)
    if lower in _SPANS | TIMES | _EVERYWHERE:
        return _is_idle_time(lower, following, is_first=is_first)
    if _ORDINAL.fullmatch(lower):
        return following is None or following.lower in TIMES or following.kind == "date"
    if lower in AUXILIARY:
        return not is_last
    is_adverb = lower.endswith("ly") and lower not in {"early", "only", "family"}
    return is_adverb and is_first and not is_last


def _begins_place(word: Token, following: Token | None) -> bool:
    """Whether a side of the sky begins a name: sales in North America; not north of $3 billion."""
    is_side = word.text in {"North", "South"} and following is not None
    return is_side and following is not None and following.text[:1].isupper()


def _is_idle_time(word: str, following: Token | None, *, is_first: bool) -> bool:
    """Whether a span says only when: in the period, but not a review period, day rates."""
    if following is not None and following.lower in _DAYS.get(word, ()):
        return False
    if word in _EVERYWHERE:
        return following is None
    if word in _SPANS:
        return is_first
    return word not in KEPT_TIMES or following is None


def sentence_case(words: Sequence[str], tokens: Sequence[Token] = ()) -> str:
    """Words as one, the first with a capital; one that only began its sentence with none."""
    said = list(words)
    for at, token in enumerate(tokens[: len(said)]):
        if at and token.start == 0 and token.text[1:].islower():
            said[at] = said[at].lower()
    whole = " ".join(said).replace(" ,", ",").strip(" ,-'’\"“”")
    if whole[:1].islower() and not (len(whole) > 1 and whole[1].isupper()):
        whole = whole[0].upper() + whole[1:]
    return whole


def lowered(phrase: str, text: str = "") -> str:
    """A metric's name within another one: revenue, but EBITDA and, as its text has it, Asia."""
    first = phrase.split(" ", 1)[0]
    if re.search(rf"(?<=[\w,] )(?:{re.escape(first)})\b", text):
        return phrase
    is_name = not first[1:].islower() or _TITLED.match(phrase) is not None
    return phrase if is_name else phrase[0].lower() + phrase[1:]


_TITLED = regex(r"[A-Z][a-z]+ [A-Z][a-z]")  # Gross Merchandise Volume

"""What English text says of a share of a whole: 43% of sales | came from Asia, of users | pay."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.doings import DONE
from exporter.drafting.metrics.en.irregular import gerund
from exporter.drafting.metrics.en.named_years import is_in_named_year
from exporter.drafting.metrics.en.phrases import lowered, phrase_of
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    DOWN,
    JOINS,
    PREPOSITIONS,
    RAISE,
    SAYING,
    UP,
)
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.verbs import PARTICIPLES

_COMING = frozenset("came come comes coming stemmed stems derived derives".split())
_IDLE = frozenset(
    "were was are is had have has been be can could will would may might now still also already "
    "currently either".split()
)
# Verbs of a whole's parts in the present: 92% of them | stay on treatment.
_DOING = frozenset(
    "stay stays remain remains live lives work works use uses buy buys pay pays own owns say says "
    "expect expects plan plans want wants return returns respond renew renews come comes go visit "
    "shop rent rents earn smoke drive spend "
    "choose chooses pick picks opt opts prefer prefers order "
    "orders drink drinks eat eats take takes make makes sell sells sit sits lie lies stand stands "
    "carry carries travel travels book books read reads watch watches play plays fly flies".split()
)


_BEGUN = frozenset("opened closed launched expired arrived joined failed started".split())


_SINCE = frozenset("after before since during".split())


def _plain(verb: str) -> str:
    """A verb as it is named: chooses, flies, takes."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches")) else verb.removesuffix("s")


_AND_OF = regex(rf" of [\w -]{{2,24}}? (?:and|but) {ABOUT}")


def _owner_before(site: Site) -> str:
    """Whose share the one before is: shops are 18% of sales but | 27% of profit."""
    before = site.last
    if before is None or before.dimension != site.figure.dimension:
        return ""
    between = site.since(before)
    if _AND_OF.fullmatch(between) is None:
        return ""
    name = of_other(site, before).value
    return (
        name[: name.index(" share of ")] if "' share of " in name or "'s share of " in name else ""
    )


# 40% of the mowers that we sold in the quarter went to | households without a garden
_WENT_TO = regex(
    r" of (?:the |its |our |their )?(?P<what>[a-z][a-z-]*(?: [a-z-]+){0,2}?)"
    r" (?:(?:that|which) )?(?:we|it|they|the (?:company|group|firm|maker|business)|[A-Z][\w’'&-]+)"
    r" (?:has |have |had )?(?P<done>[a-z]+)(?: (?:in|during|over|last|this) [^,;.]{2,30}?)?"
    r" (?:went|goes|go|have gone|has gone) to "
    r"(?P<whom>[a-z][^,;.“”\"]*?)(?= of (?:our|its|their|his|her)\b|[,;.“”\"]|$)"
)
_SOLD = frozenset("sold shipped delivered exported leased hired".split())


def gone_to(site: Site) -> str:
    """What a share of things is called by whom they went to; "" where that is not told."""
    found = _WENT_TO.match(site.behind)
    if found is None:
        return ""
    done = found["done"] if found["done"] in _SOLD else "going"
    return f"Share of {found['what']} {done} to {found['whom'].strip()}"


def predicated(site: Site, whole: str, at: int) -> str:
    """Of 43% of sales came from Asia the share of sales from Asia."""
    share = f"Share of {lowered(whole, site.text)}"
    if (origin := _origin(site, at)) is not None:
        return f"{share} from {lowered(origin, site.text)}" if origin else share
    if owner := _owner_before(site):
        return f"{owner} share of {lowered(whole, site.text)}"
    told = _without_speaker(site.tokens[at : at + 9])
    rest = _whole_years(told)
    if len(rest) > 1 and rest[0].lower in {"has", "have"} and _is_thing(rest[1:]):
        said = takewhile(lambda one: one.kind == "word", rest[1:4])
        what = [one.text for one in said if one.lower not in ARTICLES]
        return " ".join([share, "with", *what])
    return " ".join([share, *_predicate(rest)[:_WORDS], *_end_of_phrase(told, rest)])


def _end_of_phrase(told: Sequence[Token], rest: Sequence[Token]) -> list[str]:
    """The noun that five words cut off from its phrase: was losing money at current | prices."""
    if len(told) < 6 or len(rest) > _WORDS or any(one.kind != "word" for one in told[:6]):
        return []
    noun = told[5].lower
    if told[3].lower == "without" and noun.endswith(_OF_DEEDS):
        return [told[5].text]  # are now priced without human | involvement
    is_led = told[3].lower in PREPOSITIONS - {"without"} and told[4].lower not in ARTICLES
    is_noun = noun.endswith("s") and noun not in PREPOSITIONS | JOINS | _IDLE
    return [told[5].text] if is_led and is_noun and told[4].lower in _OF_NOUNS else []


_OF_DEEDS = ("ment", "tion", "sion", "ance", "ence", "ing")
_OF_NOUNS = frozenset(
    "current own new local high low full other old normal fixed large small public".split()
)


def _origin(site: Site, at: int) -> str | None:
    """Where a share comes from; None where the words behind do not begin to say so."""
    said = [token.lower for token in site.tokens[at : at + 2]]
    is_coming = len(said) == 2 and said[0] in _COMING and said[1] in {"from", "in"}
    if not is_coming and said[:1] != ["from"]:
        return None
    step = 2 if is_coming else 1
    words = words_right(site.tokens, at + step)
    named = " ".join(token.text for token in words[:3] if token.lower not in ARTICLES)
    return phrase_of(words, site.names) or named


def _is_thing(rest: Sequence[Token]) -> bool:
    """Whether words behind "has" are what somebody has: one in three owners has | insurance."""
    rest = list(dropwhile(lambda one: one.lower in _IDLE, rest)) or rest
    first = rest[0].lower
    done = first.endswith("ed") or first in PARTICIPLES | {"been", "had", "to", "not", "no"}
    is_short = next((n for n, one in enumerate(rest) if one.kind != "word"), len(rest)) < 4
    return not done and rest[0].kind == "word" and is_short


def _whole_years(rest: Sequence[Token]) -> Sequence[Token]:
    """As many words as a name takes, no year or season parted: were let for the academic | year."""
    end = _WORDS
    is_parted = end < len(rest) and is_in_named_year([one.lower for one in rest], end)
    return rest[: end + is_parted]


_WORDS = 5
_PLAIN_YEARS = frozenset("financial calendar fiscal trading".split())  # year, quarter
_SPEAKING = frozenset("said says added noted".split())


def _without_speaker(rest: Sequence[Token]) -> Sequence[Token]:
    """Words without who says so between commas: half of the orders, he said, | were due."""
    marks = [n for n, one in enumerate(rest) if one.text == ","][:2]
    is_said = len(marks) > 1 and marks[0] == 0 and rest[marks[1] - 1].lower in _SPEAKING
    return rest[marks[1] + 1 :] if is_said else rest


def _said_words(rest: Sequence[Token]) -> list[str]:
    """The words of what is said, as far as they go."""
    kept: list[str] = []
    for token in rest:
        is_since = kept[:1] and kept[0].lower() in _BEGUN and token.lower in _SINCE
        if token.kind != "word" or (token.lower in JOINS and not is_since):
            break
        if token.lower not in ARTICLES | _IDLE:
            kept.append(token.text)
    return kept


def _predicate(rest: Sequence[Token]) -> list[str]:
    """What is said of a share: 92% of them | stay on treatment."""
    if rest and rest[0].lower in {"to", "against", "versus", "compared", "with", "after"}:
        return []
    is_done = any(token.lower in {"were", "was", "are", "is", "been"} for token in rest)
    kept = _said_words(rest)
    while kept and kept[-1].lower() in PREPOSITIONS | _PLAIN_YEARS:
        kept.pop()
    first = kept[0].lower() if kept else ""
    is_moved = first in RAISE | UP | DOWN | SAYING or first in DONE
    is_moved = is_moved and not (is_done and first in PARTICIPLES)  # were | sold
    if len(kept) == 1 and not first.endswith(("ed", "ing")) and is_moved:
        return []
    if first in _BEGUN and not is_done:
        return kept[:4]  # of shops | opened after the war
    if first.endswith("ed") and not is_done:
        return [f"{kept[0][:-2]}ing"]  # of patients | responding
    if first in _COMING:
        kept[0] = "coming"
    elif kept and first in _DOING and not is_done:
        kept[0] = gerund(_plain(first))
    return kept

"""Which house an analyst is of, whom a source names once and then by the last name alone.

At Osier, a broker, Jan Roe was calmer. He rates the stock "hold"; Fulton analyst Ann Lee,
and later Lee's colleague Max Orr, who has a "sell" rating.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex

_WORD = r"[A-Z][\w&’-]*(?<!['’]s)"
_HOUSE = rf"(?P<house>{_WORD}(?:[ ](?:(?:&|and)[ ])?{_WORD}){{0,3}}?)"
_PERSON = rf"(?P<first>{_WORD})[ ](?:[A-Z]\.[ ])?(?P<last>{_WORD})(?![\w’'-]*[ ][A-Z])"
_OFFICE = r"(?:(?:[a-z-]+[ ]){0,2}?(?:analyst|strategist|economist)s?)"
_OF_HOUSES = tuple(
    regex(pattern)
    for pattern in (
        rf"{_HOUSE}['’]s[ ](?:{_OFFICE}[ ])?{_PERSON}",
        rf"{_HOUSE}[ ]{_OFFICE}[ ]{_PERSON}",
        rf"\b[Aa]t[ ]{_HOUSE},[ ](?:(?:an?|the)[ ][^,.;]{{3,50}},[ ])?{_PERSON}[ ](?=[a-z])",
        rf"{_PERSON},[ ](?:an?[ ])?{_OFFICE}[ ](?:at|with|for)[ ]{_HOUSE}(?=[,.;”\"]|[ ][a-z])",
        rf"{_PERSON}[ ](?:of|at|from)[ ]{_HOUSE}(?=[,.;”\"]|[ ](?:said|says|has|rates|cut|raised))",
    )
)
_COLLEAGUE = regex(rf"(?P<other>{_WORD})['’]s[ ]colleague[ ]{_PERSON}")
_PRONOUN = regex(r"(?:^|[\"”.:;,][ ]+|[ ]but[ ]|[ ]and[ ])(?:H|h|Sh|sh)e\b")
_NO_HOUSE = frozenset("the in on at but and he she it this that its analyst analysts mr ms".split())


# “…,” wrote | Eve Kern, who | rates the stock: a house is which, and its last word says so.
_HOUSE_WORD = (
    r"(?:Securities|Capital|Partners|Markets|Research|Equities|Bank|Brokers|Brothers|Advisors"
    r"|Advisers|Financial|Investments?|Group|Asset|Management)\b"
)
WRITER = regex(
    r"[”\"’'][ ](?:wrote|said|says|writes|warned|argued)[ ]"
    rf"(?P<wrote>{_WORD}[ ](?:[A-Z]\.[ ])?(?!{_HOUSE_WORD}){_WORD}),[ ]who[ ]"
    r"(?:rates|has[ ]an?|covers)\b"
)
# Analyst Karoline Dahl said; Ben Orr, an analyst at Quill; said Eve Kern of Osier, who rates
_ANALYST = regex(
    rf"\b[Aa]nalyst[ ](?P<who>{_WORD}(?:[ ](?:[A-Z]\.[ ])?{_WORD}){{1,2}})"
    rf"|(?P<named>{_WORD}[ ](?:[A-Z]\.[ ])?{_WORD}),[ ](?:an?[ ]|its[ ]"
    rf"|the[ ])?(?:[a-z-]+[ ]){{0,3}}analyst\b"
    rf"|{WRITER.pattern}"
    rf"|[”\"’'][ ](?:wrote|said|says|writes|warned|argued)[ ]"
    rf"(?P<of>{_WORD}[ ](?:[A-Z]\.[ ])?(?!{_HOUSE_WORD}){_WORD})[ ](?:of|at|from)[ ]"
    rf"{_WORD}(?:[ ](?:(?:&|and)[ ])?{_WORD}){{0,3}},[ ]who[ ](?:rates|has[ ]an?|covers)\b"
    "|分析师(?P<zh>[\u4e00-\u9fff]{2,3}?)(?=[，、：（在]|表示|认为|指出|称|预计|发布|给予|维持|强调|写道)"
)


def analyst_in(words: str) -> str:
    """The analyst whom a broker's words name; "" where they name none, or several."""
    named = {next(filter(None, found.groups())) for found in _ANALYST.finditer(words)}
    return named.pop() if len(named) == 1 else ""


class _Met(NamedTuple):
    start: int
    last: str
    house: str


def house_of_speaker(text: str, start: int, sentence: str) -> str:
    """The house of the person whom a sentence tells of, as the source words it; "" for nobody.

    Args:
        text: The source.
        start: Where the sentence begins in it.
        sentence: The sentence.
    """
    met = [one for one in _people_of(text) if one.start < start + len(sentence)]
    named = [one for one in met if re.search(rf"\b{re.escape(one.last)}\b(?!['’]s)", sentence)]
    if named:
        return named[-1].house
    begins = paragraph_start(text, start)
    here = [one for one in met if begins <= one.start < start]
    return here[-1].house if here and _PRONOUN.search(sentence) else ""


@lru_cache(maxsize=4)
def _people_of(text: str) -> tuple[_Met, ...]:
    return tuple(sorted(_met(text))) if "analyst" in text or "rat" in text else ()


def _met(text: str) -> Iterator[_Met]:
    found = {
        said["last"]: _Met(said.start("first"), said["last"], said["house"])
        for pattern in _OF_HOUSES
        for said in pattern.finditer(text)
        if said["house"].split(" ")[0].casefold() not in _NO_HOUSE
    }
    yield from found.values()
    for said in _COLLEAGUE.finditer(text):
        if (other := found.get(said["other"])) is not None:
            yield _Met(said.start("first"), said["last"], other.house)

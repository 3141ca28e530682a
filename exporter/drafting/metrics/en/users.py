"""Those who use what a clause is about, counted: the software is used by | 300 hospitals.

Hospitals using software: who does it is counted, and not to whom it is done.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.phrases import is_name, lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.words import ARTICLES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_DOING = {
    "used": "using", "prescribed": "prescribing", "adopted": "adopting", "stocked": "stocking",
    "worn": "wearing", "recommended": "recommending", "chosen": "choosing", "offered": "offering",
    "played": "playing", "watched": "watching", "visited": "visiting", "read": "reading",
    "served": "serving", "supplied": "supplying", "backed": "backing", "endorsed": "endorsing",
    "installed": "installing", "licensed": "licensing", "dispensed": "dispensing",
    "administered": "administering", "grown": "growing", "tested": "testing",
    "trialled": "trialling", "accepted": "accepting", "taught": "teaching",
}  # fmt: skip
_DONE_BY = regex(
    rf"\b(?P<done>{'|'.join(_DOING)})(?: (?:daily|weekly|monthly|worldwide|regularly|today))? by"
    rf" {ABOUT}$"
)
_LONG = 5  # words
_OUR = frozenset("our its their his her my".split())
_PRONOUNS = frozenset(
    "it they this that these those which who we he she both all firm company group bank "
    "business".split()
)


# Some 240,000 | customers use its assistant
_DO = {"use": "using", "rent": "renting", "buy": "buying", "own": "owning", "visit": "visiting"}
_WHO_DO = regex(
    rf" (?P<who>(?:[a-z]+ )?[a-z]+s) (?:now |already |regularly )?(?P<do>{'|'.join(_DO)})"
    r" (?:its|their|our|the (?:company|group|firm)[’']s|[A-Z][\w&-]*[’']s) "
    r"(?P<what>[a-z][\w-]*(?: [a-z][\w-]*)?)(?=[,.;]|$| (?:in|at|on|for|every|each|and)\b)"
)


def by_user(site: Site) -> Guess[str] | None:
    """The name of those who do with something what the words around their number say."""
    if doing := _WHO_DO.match(site.behind) if site.is_counted else None:
        return Guess(f"{sentence_case([doing['who']])} {_DO[doing['do']]} {doing['what']}")
    found = _DONE_BY.search(site.before) if site.is_counted else None
    who = counted_phrase(site) if found is not None else ""
    if found is None or not who:
        return None
    verb = governed(site.tokens, site.at).verb
    if verb < 0 or site.tokens[verb].lower != found["done"]:
        return None
    return Guess(f"{who} {_DOING[found['done']]} {_what(site, verb)}")


def _what(site: Site, verb: int) -> str:
    """What is used; "it" where that is who the report is of, a pronoun, or a long story."""
    words = [one for one in subject_region(site.tokens, verb) if one.lower not in ARTICLES | _OUR]
    said = " ".join(one.text for one in words)
    is_told = 0 < len(words) < _LONG and all(one.kind == "word" for one in words)
    if not is_told or said.lower() in site.names or words[0].lower in _PRONOUNS:
        return "it"
    return said if is_name(words, ()) else lowered(sentence_case([said]), site.text)

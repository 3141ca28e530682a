"""What a figure of English text is told without: excluding restructuring costs, EPS was 2.10.

It is another one than the figure with it, and so is called otherwise.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import MOVED
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

# Sales rose 3.1%, and 4.5% | excluding fuel; 6% | ex-FX
_BEHIND = regex(
    r" (?:excluding|before|net of|ex[- ](?=FX\b|fuel\b|currency\b|acquisitions\b|items\b)) ?"
    r"(?:the )?((?:impact of |effects? of )?(?:[A-Za-z&-]+ ){0,3}?[A-Za-z&-]+)"
    r"(?=[,.;)]| (?:to|and|but|in|from|for|at)\b|$)"
)
_EXCLUDING = (
    r"excluding|exclusive of|stripping out|adjusting for|adjusted for|not counting|leaving out"
    r"|leaving aside|disregarding|before|net of"
)
# Excluding $12 million of restructuring costs, operating income was | 96 million
_BEFORE = regex(
    rf"(?:^|[.;] |\b(?:and|but|while|that),? )(?P<how>{_EXCLUDING}) "
    r"(?P<what>(?:[^,;.]|[.,](?=\d))+), (?P<clause>(?:[^;.]|\.(?=\d))*)$",
    re.IGNORECASE,
)
# Excluding one-offs it earned | 29 cents | a share: no comma parts the two
_WITHOUT_COMMA = regex(
    rf"(?:^|[.;] |\b(?:and|but|while|that),? )(?P<how>{_EXCLUDING}) "
    r"(?P<what>[a-z][\w’'-]*(?: (?!(?:it|they|we)\b)[a-z][\w’'-]*){0,3}?) "
    r"(?P<clause>(?:(?:it|they|we|he|she|the (?:company|group|firm|bank|business|chain|retailer"
    r"|airline|insurer|lender|maker|operator))"
    r"|(?<=s )(?:(?:net|operating|pre-?tax|gross|core|adjusted|underlying|trading|annual|total) )*"
    r"(?:profits?|earnings|income|revenues?|sales|turnover|margins?|loss(?:es)?)) "
    r"(?:would have |had |has |have |also |still )*"
    r"(?:[a-z]+ed|made|lost|was|were|rose|fell|grew|came|stood|took|brought|sank)\b"
    r"(?:[^;.]|\.(?=\d))*)$",
    re.IGNORECASE,
)
# Revenue per unit, excluding fuel surcharges, rose | 4.6%
_INSERTED = regex(
    rf"[\w)], (?P<how>{_EXCLUDING}) (?P<what>[A-Za-z][\w’' -]{{2,60}}), "
    r"(?P<clause>(?:[^,;.]|[.,](?=[0-9]))*)$",
    re.IGNORECASE,
)
# Net debt, excluding leases, of | £64.8 million
_OF_INSERTED = regex(
    rf"(?:^|[.;,•] |\b(?:and|with) )(?:[Aa]n? |[Tt]he |[Ii]ts )?"
    rf"(?P<name>[A-Za-z][\w’'-]*(?: [a-z][\w’'-]*){{0,3}}),"
    rf" (?P<how>{_EXCLUDING}) (?P<what>[A-Za-z][\w’' -]{{2,40}}), "
    rf"(?:which [^,;]*(?:[0-9]%|[0-9] per cent)[^,;]*, )?"
    rf"(?:(?:was|were|stood) (?:at )?|(?:came to|of|at) ){ABOUT}[^\w\s]?$"
)
# Costs, excluding fuel, which rose | 4%
_WHICH_MOVED = regex(
    r"(?:^|[.;,•] |\b(?:and|with) )(?:[Aa]n? |[Tt]he |[Ii]ts )?"
    rf"(?P<name>[A-Za-z][\w’'-]*(?: [a-z][\w’'-]*){{0,3}}),"
    rf" (?P<how>{_EXCLUDING}) (?P<what>[A-Za-z][\w’' -]{{2,40}}),? "
    rf"which (?:{MOVED}|(?:were|was|are|is) (?:up|down))(?: by)? {ABOUT}$"
)
# Another clause is told with everything again: while revenue rose.
_ANOTHER = regex(
    r"\b(?:while|whereas|although|though|but|as|with)\b|(?:^|, )and (?!(?:up|down|by)\b)",
    re.IGNORECASE,
)
# Before and net of stand before what is taken off earnings, not before a date or an event.
_TAKEN_OFF = regex(
    r"\b(?:charges?|costs?|items?|expenses?|tax(?:es)?|taxation|interest|depreciation|amorti[sz]ation"
    r"|provisions?|impairments?|write-?(?:downs?|offs?)|exceptionals?|one-offs?|fees?|gains?"
    r"|losses|dividends|leases?|synergies|hedging)\b",
    re.IGNORECASE,
)
_OF_BEFORE = frozenset({"before", "net of"})
# These items, such charges: what they are, another sentence says.
_POINTED = regex(
    r"(?:the impact of |the effects? of )?(?:these|this|those|that|such|it|them|both|all of)\b",
    re.IGNORECASE,
)
_SUM_OF = regex(r"^(?:(?:per|a) (?:[a-z]+ )?share )?(?:(?:of|in|for) )?", re.IGNORECASE)
_SUM = regex(r" (?P<per>(?:per|a) (?:[a-z]+ )?share )?(?P<of>of )?(?P<what>[a-z][^,;.]+),")
_SUM_BEFORE = regex(rf"\b(?:{_EXCLUDING}) (?:a |an |the )?{ABOUT}$", re.IGNORECASE)
_LEADS = regex(
    r"^(?:(?:the|its|their|our|any|all|some|an?|current[- ]year|prior[- ]year|last year[’']s"
    r"|this year[’']s) )+",
    re.IGNORECASE,
)
# What follows only says where these come from: charges | related to the move.
_GOES_ON = regex(
    r" (?:(?:mainly|primarily|largely|partly) )?(?:related|relating|associated|linked|connected"
    r"|attributable|due|incurred|recorded|recogni[sz]ed|booked|taken|resulting|arising|stemming"
    r"|from|for|in|during|tied|of(?= [^,]*\d))\b.*$"
)
_OF_A_KIND = regex(r"^(?:impact|effects?) (?:of|from) (?:the )?", re.IGNORECASE)


_TOLD_BEFORE = (_WITHOUT_COMMA, _BEFORE, _INSERTED)


def without_excluded(name: str, site: Site) -> str:
    """A name with what its figure is told without, where its own words do not say so."""
    if "excluding" in name or _SUM_BEFORE.search(site.before):
        return name
    behind = _BEHIND.match(site.behind) if site.is_share and site.number else None
    if behind is not None:
        return f"{name} excluding {behind[1]}"
    found = next(
        (one for told in _TOLD_BEFORE if (one := told.search(site.before)) is not None), None
    )
    if found is None or _ANOTHER.search(found["clause"]):
        return name
    how = found["how"].lower()
    if how in _OF_BEFORE and not _TAKEN_OFF.search(found["what"]):
        return name
    if _POINTED.match(found["what"]):
        is_told = re.match(r"(?:adjusted|underlying|non-gaap)\b", name, re.IGNORECASE)
        return name if is_told else sentence_case([f"adjusted {lowered(name)}"])
    what = _said(found["what"], site)
    if what and name.endswith(what):
        return name
    return f"{name} {_as_named(how)} {what}" if what else name


def _as_named(how: str) -> str:
    """How a name says that something is left out: before, net of, and else excluding."""
    return how if how in _OF_BEFORE else "excluding"


def _said(words: str, site: Site) -> str:
    """What is left out, as a name says it: restructuring charges, of $12 million of these."""
    figure = next((one for one in site.figures if one.text and one.text in words), None)
    if figure is not None:
        before, _, behind = words.partition(figure.text)
        behind = _SUM_OF.sub("", behind.strip() + " ").strip()
        words = behind or re.sub(r" (?:of|totall?ing|worth) *$", "", before)
    words = _LEADS.sub("", words.strip())
    effect = _OF_A_KIND.match(words)
    if effect is None:
        return _GOES_ON.sub("", words).strip()
    thing = _GOES_ON.sub("", words[effect.end() :]).strip()
    return f"{effect[0].split()[0].lower()} of {thing}"


# Cash flow of $71 million after | $18 million | of restructuring payments
_AFTER = regex(rf"\b(?:after|despite) (?:an? |the )?{ABOUT}$")
_TAKEN = regex(
    r" (?:of|in) (?P<what>(?!(?:which|that|this|it|them)\b)"
    r"(?:[a-z][a-z-]* ){0,3}?[a-z][a-z-]*[a-z]"
    r"(?: (?:on|for|at) (?:(?:the|its|a|an|our) )?(?:[a-z][a-z-]* ){0,3}?[a-z][a-z-]+"
    r"(?: (?:in|at) [A-Z][\w-]*(?: [A-Z][\w-]*)?)?)?)"
    r"(?=[.,;)]|$| (?:in|and|but|a|for|last|was|were|from|to)\b)"
)
_THE = regex(r" (?:the|its|an?|our) ")


def of_what_is_excluded(site: Site) -> Guess[str] | None:
    """The name of a sum that is left out: excluding | $0.10 | per share of closure costs."""
    if site.is_money and (inserted := _OF_INSERTED.search(site.before)):
        how = _as_named(inserted["how"].lower())
        return Guess(f"{sentence_case([inserted['name']])} {how} {inserted['what']}")
    if site.is_share and (moved := _WHICH_MOVED.search(site.before)):
        name = name_of_change(sentence_case([moved["name"]]), site)
        return Guess(f"{name} {_as_named(moved['how'].lower())} {moved['what']}")
    if site.is_money and _AFTER.search(site.before) and (taken := _TAKEN.match(site.behind)):
        return Guess(sentence_case([_THE.sub(" ", taken["what"])]))
    found = _SUM.match(site.behind) if site.is_money else None
    if found is None or _SUM_BEFORE.search(site.before) is None:
        return None
    what = sentence_case([_GOES_ON.sub("", _LEADS.sub("", found["what"]))])
    return Guess(f"{what} per share" if found["per"] else what)

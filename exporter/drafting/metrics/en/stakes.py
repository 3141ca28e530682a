"""Stakes that English text tells of, and in what: a 12% | stake in Rivian."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

STAKE = regex(
    r"-?\s*(?:(?:equity|economic|majority|minority|controlling|indirect|direct|voting|ownership) )?"
    r"(stake|interest|shareholding|holding|ownership)\b(?! rate)(?:,? (?:in|of) )?",
    re.IGNORECASE,
)


# The Kintyre family, which still owns | 31 per cent
_OWNS = regex(
    r"\b(?P<who>(?:[A-Z][\w’'&-]* )*(?:[A-Z][\w’'&-]*|family|families|trust|foundation|fund|state"
    r"|government|founder|founders|council)), (?:which|who) (?:\w+ ){0,2}"
    rf"(?:owns?|holds?|controls?|owned|held) {ABOUT}$"
)
# The Oyelarans still own | 52% |; and the Norvel family | 12%
_STILL_OWNS = regex(
    r"(?:^|[.;,] |\b(?:and|but|while) )(?:the )?(?P<who>(?:[A-Z][\w’'&-]*(?: and|,)? )*"
    r"(?:[A-Z][\w’'&-]*|families|family|founders?|trust|foundation|state|government|staff"
    r"|managers|employees|directors)(?: (?:family|fund|trust|foundation|brothers|sisters))?)"
    r" (?:(?:still|now|together|jointly|between them|currently|already|each|also) )*"
    rf"(?:owns?|holds?|controls?|owned|held|has|have|retains?|kept) {ABOUT}$"
)
_AND_WHO = regex(
    rf"(?:, and|,? while| and|[,;])(?: the)? (?P<who>[A-Z][^,;.0-9]{{2,40}}?) {ABOUT}$"
)
_FAMILY = regex(
    r"\b(?:famil(?:y|ies)|founders?|trust|foundation|state|government|brothers|sisters)$"
)
_HAS = regex(r"\b(?:has|have|kept) \D*$")
_NO_WHOLE = regex(
    r"(?=[.,;]|$)| (?:and|but)\b| of (?:it|the (?:company|group|firm|business|bank))\b"
)


def by_owner(site: Site) -> Guess[str] | None:
    """A stake by who holds it, where nothing says of what a share is."""
    if not site.is_share or _NO_WHOLE.match(site.behind) is None:
        return None
    if (last := site.last) and sure_of(site, last).startswith("Stake of "):
        beside = _AND_WHO.fullmatch(site.since(last))
        return Guess(f"Stake of {beside['who']}") if beside else None
    found = _OWNS.search(site.before) or _STILL_OWNS.search(site.before)
    if found is None or (_HAS.search(found[0]) and not _FAMILY.search(found["who"])):
        return None
    who = re.sub("^[Tt]he ", "", found["who"])
    if who.lower() in {"it", "they", "he", "she", "we"}:
        return None
    return Guess("Stake" if who.lower() in site.names else f"Stake of {lowered(who, site.text)}")


def stake_in(site: Site, found: re.Match[str]) -> str:
    """A stake, and in what."""
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

"""What was done with things that a number counts: stores opened, branches to close.

Where nothing was, in which state or at which place they are: stores in China.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.counted import participle_of, rate_behind
from exporter.drafting.metrics.en.doings import BEEN_DONE, DONE
from exporter.drafting.metrics.en.phrases import lowered, phrase_of
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.states import place_of_work, state_behind
from exporter.drafting.metrics.en.words import ARTICLES, DOWN, UP
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

STAFF = frozenset("people workers staff employees".split())
_HIRING = frozenset(
    "take takes took taking hire hires hired hiring recruit recruits recruited".split()
)
_ON_A_ROUTE = regex(r"(?: [\w-]+){1,4} (?:on|onto|into) (?:the |its |their )?[A-Z]")
_OFFERED = regex(r"\b(?:up for|on) (sale|hold|offer|the market)\b")


def done_with(site: Site, found: Governed, what: str) -> str:
    """Counted things with what was done with them: stores opened, branches to close."""
    verb = site.tokens[found.verb].lower
    if verb.startswith("employ") and what.lower() in STAFF:
        return f"Employees{place_of_work(site)}"
    done = participle_of(verb)
    if verb in UP | DOWN and not done:
        return f"{what} change"
    is_to = found.verb > 0 and site.tokens[found.verb - 1].lower == "to"
    if what.lower() in STAFF and verb in _HIRING:
        return "New hires"
    if verb in {"put", "puts", "putting"} and _ON_A_ROUTE.match(site.behind):
        return what
    if verb in {"put", "puts"} and (offered := _OFFERED.search(site.behind)):
        return f"{what} for sale" if offered[1] != "hold" else f"{what} on hold"
    particle = site.tokens[found.verb + 1].lower
    if (
        done
        and particle in {"up", "off", "out", "back"} - {*done.split()}
        and found.verb + 1 < site.at
    ):
        return f"{what} {done} {particle}"
    if done and is_to and _is_ahead(site, found.verb):
        return f"{what} to {verb}"
    rate = rate_behind(site)
    return f"{what} {done}{rate}" if done else f"{what}{where_they_are(site, what) or rate}"


# Carried 1.9 million passengers and | 512,000 cars
_AND = regex(rf"(?: [\w-]+){{1,3}},? and {ABOUT}")
_ENDS = regex(r"(?=[.,;]|$)| (?:in|at|during|over|last|this|on|across|from|for|to|of|by)\b")
_DONE = regex(r".+ (?P<done>[a-z]+)")


def done_as_before(site: Site, what: str) -> str:
    """What was done with things is done with those told beside them, too; "" elsewhere."""
    before, rest = site.last, behind_things(site, what)
    if before is None or before.dimension != COUNT or rest is None:
        return ""
    if not _AND.fullmatch(site.since(before)) or not _ENDS.match(rest):
        return ""
    found = _DONE.fullmatch(sure_of(site, before))
    return f" {found['done']}" if found and found["done"] in _DEEDS else ""


_DEEDS = BEEN_DONE | frozenset(DONE.values())


def behind_things(site: Site, what: str) -> str | None:
    """What stands behind the things that a number counts; None where they are not near it."""
    last = what.rsplit(maxsplit=1)[-1].lower()
    at = site.behind.lower().find(last)
    return site.behind[at + len(last) :] if 0 <= at < _NEAR else None


_NEAR = 40  # characters


def act_on(site: Site) -> str:
    """What the verb before does to the things that a number counts."""
    found = governed(site.tokens, site.at)
    if found.verb < 0 or found.words or found.prep:
        return ""
    verb = site.tokens[found.verb].lower
    if _is_ahead(site, found.verb):
        return f" to {verb}"
    done = participle_of(verb)
    return f" {done}" if done else ""


def _is_ahead(site: Site, verb: int) -> bool:
    said = {token.lower for token in site.tokens[max(0, verb - 4) : verb]}
    return not said.isdisjoint(
        {"plans", "plan", "planned", "expects", "intends", "aims", "wants", "planning", "will"}
    )


def where_they_are(site: Site, what: str) -> str:
    """Their state, a place right behind counted things, or whose they are: stores in China."""
    if state := state_behind(site.behind, what):
        return state
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

"""Who holds a share of posts, and how often people come.

Women hold | 38% | of senior posts; members visit | 2.6 times | a month.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_POSTS = r"(?:posts|positions|roles|jobs|seats|directorships|places|leadership)"
_HOLD = regex(
    r"(?:^|[,;] (?:and |while )?|\band )(?P<who>[A-Z]?[a-z]+(?: [a-z-]+){0,2}?)"
    rf" (?:now |currently |already )?(?:hold|held|occupy|occupied|fill|filled|have|had) {ABOUT}$"
)
_OF_POSTS = regex(rf" of (?:all |its |our |the |their )?((?:[a-z-]+ ){{0,2}}{_POSTS})\b")
_AGAINST_TARGET = regex(
    r"\b(?:against|towards?|with|versus|compared with|short of) (?:an?|its|our|the)"
    rf" (?:target|goal|aim) of {ABOUT}$"
)
_COME = regex(
    r"(?:^|[,;] )(?:[Oo]ur |[Ii]ts |[Tt]he (?:average )?)?(?P<who>[A-Za-z][a-z]+(?: [a-z]+)?s)"
    rf" (?:now )?(?P<do>visit|order|shop|travel|fly|train|play|log in|trade)(?:ed)?"
    rf" (?:on average )?{ABOUT}$"
)
_COMING = {
    "visit": "Visits", "order": "Orders", "shop": "Shopping trips", "travel": "Journeys",
    "fly": "Flights", "train": "Training sessions", "play": "Plays", "log in": "Logins",
    "trade": "Trades",
}  # fmt: skip
_TIMES = regex(r"[0-9.]+ times\b(?! (?:as|more|the|its|what|higher))")
_NOBODY = frozenset("we they you which who that it these those both".split())


def by_who_holds(site: Site) -> Guess[str] | None:
    """The name of a share of posts, of the aim set for it, or of how often people come."""
    name = _held(site) if site.is_share else _visits(site)
    return Guess(name) if name else None


def _held(site: Site) -> str:
    found, posts = _HOLD.search(site.before), _OF_POSTS.match(site.behind)
    if found and posts and found["who"].lower() not in _NOBODY:
        return f"Share of {posts[1]} held by {found['who'].lower()}"
    if not site.number or not _AGAINST_TARGET.search(site.before) or posts:
        return ""
    before = site.figures[site.number - 1]
    name = of_other(site, before).value
    is_aim = before.dimension == site.figure.dimension and " held by " in name
    return f"{name}, target" if is_aim else ""


def _at(site: Site) -> int:
    return site.tokens[site.at].start


def _visits(site: Site) -> str:
    found = _COME.search(site.before)
    is_often = site.figure.text.lower() in {"once", "twice"} or _TIMES.match(site.text, _at(site))
    if found is None or not is_often:
        return ""
    who = found["who"].lower()
    one = f"{who[:-3]}y" if who.endswith("ies") else who[:-1]
    return f"{_COMING[found['do']]} per {one}"

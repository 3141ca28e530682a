"""What a part, or what was bought, contributed to the sums of the whole.

The jewellery arm contributed | $19m | to sales; it contributed revenue of | £14m | and operating
profit of | £2m.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.wordings import Found, money, rule_of
from exporter.drafting.metrics.en.words import AGENTS

_WHO = (
    r"(?:^|[.;:,“] |\b(?:and|but|while|that|where) )(?:[Tt]he |[Ii]ts |[Tt]heir |[Oo]ur )?"
    r"(?P<who>[A-Za-z][\w&’'-]*(?: [A-Za-z&][\w&’'-]*){0,3}?)"
    r"(?:, (?:which|where|whose|now|an?|the) [^;.]*?,)?"
)
_GAVE = r"(?: (?:also|now|alone|has|had|have|already))* (?:contributed|added|chipped in)"
_MEASURE = (
    r"(?P<what>(?:(?:group|total|net|annual|operating|pre-tax|pretax|underlying|adjusted"
    r"|gross) ){0,2}(?:sales|revenues?|turnover|profits?|earnings|EBITDA|EBITA|EBIT|income"
    r"|cash flow))"
)
_ABOUT = rf"{ABOUT}[A-Z]{{0,3}}\W?$"
_BEFORE_IT = r"(?:(?:[a-z-]+ ){1,2}of (?:[^;.]|\.(?=[0-9]))*? and )?"
_NOBODY = AGENTS | frozenset(
    "it they this that which these those he she acquisition acquisitions purchase deal takeover"
    " merger".split()
)


def _contribution(found: Found) -> str:
    """The contribution to a sum, and whose it is where that is said."""
    who = found["who"]
    is_nobody = who.lower().split()[-1] in _NOBODY or who.lower() in found.site.names
    return f"Contribution{'' if is_nobody else f' of {who}'} to {found['what']}"


by_contributed_sum = rule_of(
    # Contributed | £3m | to sales
    money(
        before=f"{_WHO}{_GAVE} {_ABOUT}",
        behind=rf" to (?:the |its |our |their )?(?:(?:company|group)['’]s )?{_MEASURE}\b",
        name=_contribution,
    ),
    # Contributed revenue of | £14m | and operating profit of | £2m
    money(
        before=f"{_WHO}{_GAVE} {_BEFORE_IT}(?:an? )?{_MEASURE} of {_ABOUT}",
        name=_contribution,
    ),
)

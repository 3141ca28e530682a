"""What one pays another on average, owes or charges them, by whose money it is.

Clinics pay the agency an average of | $310 |; collapsed owing suppliers | £7m |; charged parents
| £14 | a day.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import CUSTOMERS, STAFF
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_OF_KIND = r"(?:[a-z][a-z-]* ){0,2}?"
_MANY = r"[a-z][a-z-]*(?<!ou)(?<!thi)(?<!it)(?<!a)s"
_HOWEVER = r"(?:(?:now|still|already|currently|typically|each) )?"
# But councils pay the group an average of | £6.12 | an hour
_PAY = regex(
    r"(?:^|[.;,] |\b(?:[Bb]ut|[Aa]nd|[Ww]hile|where|that|which) )"
    rf"(?P<who>(?:[A-Z][a-z-]*s|{_OF_KIND}{_MANY})) {_HOWEVER}(?:pay|paid) [^,;.0-9]{{2,40}}?"
    rf" (?:an|the) average (?:price |rate |fee )?of {ABOUT}$"
)
_LEADS = regex(r"^(?:but|and|while|where|that|which|the|its|their|most|many) ")
_WHOM = (
    rf"(?:(?:its|the|his|her|their|some|many) )?(?P<whom>{_OF_KIND}"
    rf"(?:creditors|suppliers|banks|lenders|bondholders|investors|landlords|{STAFF}|{CUSTOMERS}"
    r"|contractors|growers|farmers|players|clubs|owners|depositors|passengers|parents"
    r"|patients|guests|visitors|drivers|students|pupils|users|residents"
    r"|subscribers|shoppers|diners|buyers|sellers|retailers|restaurants|merchants|airlines"
    r"|motorists|households|pet owners|developers|advertisers|shareholders|taxpayers|hospitals))"
)
_OWING = regex(rf"\b(?:owing|owes|owed|owe) {_WHOM} {ABOUT}$")
_CHARGING = regex(rf"\b(?:charg(?:es|ed|e|ing)) {_WHOM} {ABOUT}$")


def by_due(site: Site) -> Guess[str] | None:
    """What is paid on average by some, owed to others or charged to them; None elsewhere."""
    if not site.is_money:
        return None
    if pay := _PAY.search(site.before):
        who = _LEADS.sub("", f"{pay['who'][:1].lower()}{pay['who'][1:]}")
        return Guess(f"Average paid by {who}")
    if owing := _OWING.search(site.before):
        return Guess(f"Owed to {owing['whom']}")
    charging = _CHARGING.search(site.before)
    return Guess(f"Charge to {charging['whom']}") if charging else None

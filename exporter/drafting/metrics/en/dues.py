"""What one pays another on average, owes or charges them, by whose money it is.

Clinics pay the agency an average of | $310 |; collapsed owing suppliers | £7m |; charged parents
| £14 | a day.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.wordings import Found, money, rule_of
from exporter.drafting.metrics.en.words import CUSTOMERS, STAFF
from exporter.engine.regex import regex

_OF_KIND = r"(?:[a-z][a-z-]* ){0,2}?"
_MANY = r"[a-z][a-z-]*(?<!ou)(?<!thi)(?<!it)(?<!a)s"
_HOWEVER = r"(?:(?:now|still|already|currently|typically|each) )?"
_WHOM = (
    rf"(?:(?:its|the|his|her|their|some|many) )?(?P<whom>{_OF_KIND}"
    rf"(?:creditors|suppliers|banks|lenders|bondholders|investors|landlords|{STAFF}|{CUSTOMERS}"
    r"|contractors|growers|farmers|players|clubs|owners|depositors|passengers|parents"
    r"|patients|guests|visitors|drivers|students|pupils|users|residents"
    r"|subscribers|shoppers|diners|buyers|sellers|retailers|restaurants|merchants|airlines"
    r"|motorists|households|pet owners|developers|advertisers|shareholders|taxpayers|hospitals))"
)
_LEADS = regex(r"^(?:but|and|while|where|that|which|the|its|their|most|many) ")


def _paid_by(found: Found) -> str:
    who = _LEADS.sub("", f"{found['who'][:1].lower()}{found['who'][1:]}")
    return f"Average paid by {who}"


by_due = rule_of(
    # But councils pay the group an average of | £6.12 | an hour
    money(
        before=r"(?:^|[.;,] |\b(?:[Bb]ut|[Aa]nd|[Ww]hile|where|that|which) )"
        rf"(?P<who>(?:[A-Z][a-z-]*s|{_OF_KIND}{_MANY})) {_HOWEVER}(?:pay|paid) [^,;.0-9]{{2,40}}?"
        rf" (?:an|the) average (?:price |rate |fee )?of {ABOUT}$",
        name=_paid_by,
    ),
    # Collapsed owing suppliers | £7m
    money(before=rf"\b(?:owing|owes|owed|owe) {_WHOM} {ABOUT}$", name="Owed to {whom}"),
    # Charged parents | £14 | a day
    money(before=rf"\b(?:charg(?:es|ed|e|ing)) {_WHOM} {ABOUT}$", name="Charge to {whom}"),
)

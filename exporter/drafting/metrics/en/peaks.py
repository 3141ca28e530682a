"""What a product may sell at its peak, by what it is: could reach peak sales of | £50 million |."""

from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.engine.regex import regex

_PEAK = regex(r"(?:Potential )?[Pp]eak (?:[a-z]+ )*(?:sales|revenues?|turnover)")
_KIND = (
    r"(?:injection|vaccine|drug|treatment|therapy|tablet|pill|medicine|device|implant|antibody"
    r"|inhaler|cream|assay|test|candidate|compound|molecule|spray|patch|feed|seed|herbicide)"
)
_MAY = regex(
    rf"\b(?:the (?P<bare>product|{_KIND})|(?:the |our |its |their )?(?P<what>(?:[a-z-]+ ){{1,4}}"
    rf"{_KIND})|[Ii]t)?(?: also)? ?(?P<may>could|might|may)\b[^;.]*$"
)
# We filed our |long-acting injection| with the agency
_FILED = regex(rf"\b(?:our|its|their|the|an?|this) (?P<what>(?:[a-z-]+ ){{1,4}}{_KIND})\b")


def at_its_peak(name: str, site: Site) -> str:
    """The name of peak sales that are possible, of the product that the sentences name."""
    may = _MAY.search(site.before) if _PEAK.fullmatch(name) else None
    if may is None:
        return name
    named = may if may["what"] else _FILED.search(site.earlier)
    if named is None:
        return name
    peak = lowered(name.removeprefix("Potential "), site.text)
    return sentence_case([f"potential {peak} of {named['what']}"])

"""Countries and regions as English text calls them, in which companies sell and report."""

import re

_CALLED = """
    Afghanistan|Albania|Algeria|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain
    Bangladesh|Belarus|Belgium|Bolivia|Botswana|Brazil|Britain|Great Britain|Bulgaria|Cambodia
    Cameroon|Canada|Chile|China|mainland China|Greater China|Colombia|Costa Rica|Croatia|Cuba|Cyprus
    Czechia|the Czech Republic|Denmark|Ecuador|Egypt|England|Estonia|Ethiopia|Finland|France|Georgia
    Germany|Ghana|Greece|Guatemala|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq
    Ireland|Northern Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Korea
    South Korea|Kuwait|Laos|Latvia|Lebanon|Libya|Lithuania|Luxembourg|Macau|Malaysia|Malta|Mexico
    Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nepal|the Netherlands|New Zealand|Nicaragua
    Nigeria|Norway|Oman|Pakistan|Panama|Paraguay|Peru|the Philippines|Poland|Portugal|Qatar|Romania
    Russia|Rwanda|Saudi Arabia|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|South Africa
    Spain|Sri Lanka|Sweden|Switzerland|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|Ukraine
    the United Arab Emirates|the UAE|the United Kingdom|the UK|the United States|the US|the U.S.
    Uruguay|Uzbekistan|Venezuela|Vietnam|Wales|Zambia|Zimbabwe|Africa|sub-Saharan Africa|America
    North America|Latin America|South America|Central America|the Americas|Asia|South-East Asia
    Southeast Asia|South Asia|Asia Pacific|Asia-Pacific|Australasia|Europe|Western Europe
    Eastern Europe|Central Europe|continental Europe|Scandinavia|the Middle East|the Gulf|Iberia
    the Nordics|the Nordic region|the Baltics|the Balkans|the Benelux|Benelux
"""
_NAMES = sorted(
    (name.strip() for row in _CALLED.splitlines() for name in row.split("|") if name.strip()),
    key=len,
    reverse=True,
)


def _pattern(name: str) -> str:
    """A name as it stands within a sentence, and at its beginning: the Gulf, The Gulf, UK."""
    rest = name.removeprefix("the ")
    the = "(?:[Tt]he )?" if rest != name else ""
    return f"{the}(?i:{rest[0]}){re.escape(rest[1:])}"


COUNTRY = "(?:" + "|".join(map(_pattern, _NAMES)) + ")"

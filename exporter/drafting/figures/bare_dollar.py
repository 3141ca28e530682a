"""Told once of a source: that its bare $ is drafted as US dollars, where it may mean others.

Nothing is guessed: a source that writes A$ as well, or US$ beside a bare $, may mean either.
"""

import re

from exporter.drafting.figures.stated import currencies_of
from exporter.drafting.model import Setting
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import currency_of_sign
from exporter.facts.currencies import DOLLAR

_BARE = regex(r"(?<![A-Za-z.])\$\s?[0-9]")
_OTHERS = {
    "AUD": r"(?<![A-Za-z])AU?\$|Australian dollars?|澳元|\bAUD\b",
    "CAD": r"(?<![A-Za-z])CA?\$|Canadian dollars?|加元|\bCAD\b",
    "NZD": r"NZ\$|New Zealand dollars?|新西兰元|\bNZD\b",
    "HKD": r"HK\$|Hong Kong dollars?|港元|\bHKD\b",
    "SGD": r"(?<![A-Za-z])SG?\$|Singapore dollars?|新加坡元|\bSGD\b",
    "TWD": r"NT\$|Taiwan dollars?|新[台臺]幣|新台币|\bTWD\b",
}
_OF_THE_US = regex(r"(?<![A-Za-z])US\$|\bUSD\b")
_FEWEST = 3  # bare signs; fewer are as soon mended by hand


def told_of_dollars(setting: Setting) -> str:
    """What is to be said of the bare $ of a source; "" where nothing is open."""
    text = setting.source.text or ""
    if "$" not in text or currency_of_sign(DOLLAR, currencies_of(setting)):
        return ""
    if len(_BARE.findall(text)) < _FEWEST:
        return ""
    others = [code for code, said in _OTHERS.items() if re.search(said, text)]
    if not others and not _OF_THE_US.search(text):
        return ""
    beside = " and ".join(others) or "US$"
    code = others[0] if others else "AUD"
    record = f"sources/{setting.source.id}.yaml"
    return (
        f"a bare $ is drafted as US dollars, though {setting.source.id} names {beside} too: where"
        f" it means others, write their code, such as `currency: {code}`, in report.yaml"
        f" or {record}, and draft again"
    )

"""Told once of a source: in which money its bare $ or 元 is drafted, where it may mean others.

Nothing is guessed: a source that writes A$ as well, or US$ beside a bare $, may mean either; and so
may 元 in traditional characters, in which papers of Hong Kong and Taiwan write.
"""

import re

from exporter.drafting.figures.stated import currencies_of
from exporter.drafting.model import Setting
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import currency_of_sign
from exporter.facts.currencies import DOLLAR, YUAN
from exporter.facts.folding import fold, is_traditional

_BARE = regex(r"(?<![A-Za-z.])\$\s?[0-9]")
_OTHERS = {
    "AUD": r"(?<![A-Za-z])AU?\$|Australian dollars?|澳元|\bAUD\b",
    "CAD": r"(?<![A-Za-z])CA?\$|Canadian dollars?|加元|\bCAD\b",
    "NZD": r"NZ\$|New Zealand dollars?|新西兰元|\bNZD\b",
    "HKD": r"HK\$|Hong Kong dollars?|港元|\bHKD\b",
    "SGD": r"(?<![A-Za-z])SG?\$|Singapore dollars?|新加坡元|\bSGD\b",
    "TWD": r"NT\$|Taiwan dollars?|新[台臺]幣|新台币|\bTWD\b",
}
_BARE_YUAN = regex("[0-9百千万亿]元(?!人民币)")
_OF_THE_US = regex(r"(?<![A-Za-z])US\$|\bUSD\b")
_FEWEST = 3  # bare signs; fewer are as soon mended by hand


def told_of_bare_money(setting: Setting) -> str:
    """What is to be said of the bare $ and 元 of a source; "" where nothing is open."""
    text = setting.source.text or ""
    return "; ".join(filter(None, (_told_of_dollars(setting, text), _told_of_yuan(setting, text))))


def _told_of_yuan(setting: Setting, text: str) -> str:
    if "元" not in text or currency_of_sign(YUAN, currencies_of(setting)):
        return ""
    if not is_traditional(text) or len(_BARE_YUAN.findall(fold(text))) < _FEWEST:
        return ""
    return (
        f"a bare 元 is drafted as yuan, though {setting.source.id} is in traditional characters:"
        " where it means the dollars of Hong Kong or Taiwan, write `currency: HKD` or"
        f" `currency: TWD` in report.yaml or sources/{setting.source.id}.yaml, and draft again"
    )


def _told_of_dollars(setting: Setting, text: str) -> str:
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

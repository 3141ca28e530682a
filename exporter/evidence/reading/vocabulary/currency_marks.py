"""Signs and codes of money as they stand before a number: $, EUR, RMB, 港币."""

from collections.abc import Mapping
from fractions import Fraction

from exporter.facts.currencies import CURRENCY_NAMES

_PREFIXED_HAN = (
    "人民币",
    "港币",
    "新台币",
    "台币",
    "日币",
    "美金",
    "港元",
    "美元",
    "欧元",
    "日元",
    "英镑",
    "港圆",
    *"澳门元 澳门币 新加坡元 加元 澳元 韩元 韩圜 泰铢 瑞郎 瑞士法郎 卢布 令吉 林吉特 越南盾 "
    "印尼盾".split(),
)


def _prefixes() -> Mapping[str, str]:
    """Signs and codes as they stand before a number, without white space."""
    signs = {
        word: code
        for word, code in CURRENCY_NAMES.items()
        if not word[-1].isalpha() and word[0] < "\u4e00"
    }
    codes = {code.casefold(): code for code in set(CURRENCY_NAMES.values())}
    more = {
        "rmb": "CNY", "cnh": "CNY", "rs": "INR", "inr": "INR", "dhs": "AED", "dh": "AED",
        "ntd": "TWD",
        "rm": "MYR", "php": "PHP", "rp": "IDR", "sfr": "CHF", "fr": "CHF", "kr": "kr",
        "skr": "SEK", "nkr": "NOK", "dkr": "DKK", "tl": "TRY", "kč": "CZK", "zł": "PLN",
        "kd": "KWD", "nis": "ILS", "ksh": "KES", "tsh": "TZS", "ush": "UGX", "lkr": "LKR",
        "¥": "¥", "$": "$", "£": "£", "u.s.$": "USD", "us$": "USD",
    }  # fmt: skip
    return {**codes, **signs, **more, "dollar": "$", "euro": "EUR"}


PREFIXES = _prefixes()
# Codes that are words too: they count where they are written in capitals and nothing else is.
AMBIGUOUS_CODES = frozenset(
    (
        "all top try cup pen mad som gel mop bam ron lak cop sos amd mur tmt fr rs rm "
        "nad zig bob lek le br dh dollar euro php ern sar sdg std kr"
    ).split()
) - {"rs", "rm", "kr"}
LOWER_CODES = frozenset("usd eur rmb cny gbp hkd".split())
MIXED_CODES = frozenset("KSh TSh USh Ksh Tsh Ush".split())
# Short names of money that are written in small letters behind a number.
LOWER_UNITS = LOWER_CODES | {"yen", "won", "mao", "fen"}
# MEUR, TSEK: codes with a magnitude before them, as Nordic and German reports write.
SIZED_CODES = {
    f"{letter}{code}": (Fraction(size), code)
    for letter, size in (("M", 10**6), ("T", 1000), ("K", 1000), ("k", 1000))
    for code in {*CURRENCY_NAMES.values()}
}
SIGNS = frozenset("$€£¥₩₹₽₺₫฿₴₦₱₪₸₾₡₭₲₵₮৳֏؋៛₼₿")
PREFIXES_ZH = {word: CURRENCY_NAMES[word] for word in _PREFIXED_HAN}

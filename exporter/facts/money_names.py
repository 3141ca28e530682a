"""Units of money by their names: a currency or its minor unit, with or without a magnitude."""

import re

from exporter.facts.currencies import (
    BARE_CENTS,
    CENT,
    CURRENCIES,
    CURRENCY_NAMES,
    DOLLAR,
    MINORS,
    SIGNS_OF,
    UNSETTLED,
    Currency,
    minor_label,
)
from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES
from exporter.facts.units import Forms, Unit
from exporter.facts.words import Bilingual

_USD_M = re.compile("[A-Z]{3}[mkb]")


def money_unit(name: str) -> Unit | None:
    """The unit of money that a name means, or None."""
    lowered = name.casefold()
    return _cents(lowered) or _money(name) or _minor(lowered)


def bare_sign(unit: Unit) -> str:
    """The sign of a unit's money where it is that of several currencies: $, ¥, kr; else ""."""
    kind, _, sign = unit.dimension.partition("/")[0].partition(":")
    return sign if kind == "money" and sign not in CURRENCIES else ""


def has_sign(unit: Unit, sign: Unit) -> bool:
    """Whether a unit is a currency, of which a bare sign may be the sign: USD of $."""
    return bool(bare_sign(sign)) and bare_sign(sign) in SIGNS_OF.get(unit.key, ())


def _money(name: str) -> Unit | None:
    """`CNY million`, `US$ bn`, `亿元`: a currency and a magnitude, in either order."""
    code, size = _currency_and_magnitude(name)
    if code is None or size is None:
        return None
    currency, magnitude = CURRENCIES.get(code) or Currency(code, code, code), MAGNITUDES[size]
    names, in_zh = magnitude.names, f"{{}}{currency.zh}"
    forms = Forms(size, Bilingual(f"{code} {{}}", in_zh), Bilingual(" {}", in_zh)) if size else None
    return Unit(
        f"{code} {size}".strip(), f"{code} {names.en}".strip(), f"{names.zh}{currency.zh}",
        f"money:{code}", magnitude.size,
        before=Bilingual(currency.shown, ""), after=Bilingual("", currency.zh),
        size=magnitude.size, forms=forms,
    ).in_magnitudes(magnitude.shown)  # fmt: skip


def _cents(name: str) -> Unit | None:
    """Bare cents: of whichever dollar is meant."""
    if name not in BARE_CENTS:
        return None
    after = Bilingual(" cents", "分")
    return Unit("cents", "cents", "分", f"money:{DOLLAR}", CENT, after=after)


def _minor(name: str) -> Unit | None:
    """`pence`, `美分`, `US cents`: parts of a currency's unit."""
    dollar = name.removesuffix(" cents").upper()
    if name.endswith(" cents") and DOLLAR in SIGNS_OF.get(dollar, ()):
        code, size = dollar, CENT
    elif name not in MINORS or name == "分":
        return None
    else:
        code, size = MINORS[name]
    en, zh = minor_label(code, size)
    return Unit(en, en, zh, f"money:{code}", size, after=Bilingual(f" {en}", zh))


def _currency_and_magnitude(name: str) -> tuple[str | None, str | None]:
    lowered = name.casefold()
    for end in range(len(lowered), 0, -1):
        for spelling, rest in ((lowered[:end], lowered[end:]), (lowered[-end:], lowered[:-end])):
            bare = UNSETTLED.get(spelling) or UNSETTLED.get(spelling.removesuffix("s"))
            code = bare or CURRENCY_NAMES.get(spelling)
            is_apart = _apart(spelling, rest) or _USD_M.fullmatch(name)
            if code and rest.strip() in MAGNITUDE_NAMES and is_apart:
                return code, MAGNITUDE_NAMES[rest.strip()]
    return None, None


def _apart(spelling: str, rest: str) -> bool:
    """Whether letters of a magnitude are no part of a word: `US$m` and `USD m`, but no `usdm`."""
    touching = rest.isascii() and rest and not rest.startswith(" ") and not rest.endswith(" ")
    return not (touching and spelling[-1:].isalpha() and len(rest) == 1)

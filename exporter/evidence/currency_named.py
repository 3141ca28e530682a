"""Which currency a document's crowns, pesos or francs are, where it names that currency once.

A newspaper writes 412 million Norwegian crowns, and crowns from then on; one of Taiwan, in its
traditional characters, 新台幣512億元, and 元 from then on.
"""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from exporter.facts.currencies import (
    CROWN,
    CURRENCY_NAMES,
    DOLLAR,
    KRONA,
    POUND,
    SIGNS_OF,
    UNSETTLED,
    YEN_OR_YUAN,
    YUAN,
)
from exporter.facts.folding import is_traditional, lower

# $ and ¥ stand beside the full names of other dollars; what names one settles none of the rest.
_LEFT_OPEN = frozenset({DOLLAR, YEN_OR_YUAN})
_OF_STERLING = re.compile(r"[£]|(?<![a-z])(?:sterling|pence|gbp)(?![a-z])")
_NUMBER = r"[0-9][ -]?(?:(?:thousand|million|billion|trillion|mn?|bn|tn|k)[ -])?"
_HAN = "\u4e00"


def currency_named(text: str) -> str | None:
    """The code of the currency that bare words of a text mean, by a sum in its full name.

    None where no word is bare, and where the text has no such sum, or such sums of several.
    """
    small = lower(text)
    found = {code for group in _groups() if (code := group.named(text, small))}
    found |= {code for code in (_named_beside_yuan(text, small),) if code}
    return found.pop() if len(found) == 1 else None


_BARE_YUAN = re.compile("[0-9億萬千百十]元(?!人民[幣币])")
_DOLLARS_BARE = re.compile(r"(?<![a-z])\$")
_IN_TRADITIONAL = {
    "HKD": re.compile(r"港[元幣]|(?<![a-z])(?:hk\$|hkd(?![a-z]))"),
    "MOP": re.compile(r"澳門[元幣]|(?<![a-z])mop(?![a-z])"),
    "TWD": re.compile(r"新?[臺台]幣|(?<![a-z])(?:nt\$|twd(?![a-z]))"),
    "CNY": re.compile(r"人民[幣币]|(?<![a-z])(?:rmb|cny)(?![a-z])|[¥￥]"),
}


def _named_beside_yuan(text: str, small: str) -> str:
    """The money that a document in traditional characters names beside a bare 元; "" for none."""
    if not _BARE_YUAN.search(text) or not is_traditional(text) or _DOLLARS_BARE.search(small):
        return ""
    codes = [code for code, named in _IN_TRADITIONAL.items() if named.search(small)]
    return codes[0] if len(codes) == 1 and YUAN in SIGNS_OF[codes[0]] else ""


class _Group(NamedTuple):
    """A word that several currencies share.

    Attributes:
        words: It, and others like it; a long text is soon looked through for them alone.
        bare: Any of them behind a number.
        full: The full names behind a number.
        codes: The codes before one.
    """

    words: tuple[str, ...]
    bare: re.Pattern[str]
    full: re.Pattern[str]
    codes: re.Pattern[str]

    def named(self, text: str, small: str) -> str:
        """The one currency of the group that a text names in full; "" for none, or several.

        Args:
            text: As it stands.
            small: The same in small letters.
        """
        if not any(word in small for word in self.words) or not self.bare.search(small):
            return ""
        codes = {CURRENCY_NAMES[said[1] or said[2]] for said in self.full.finditer(small)}
        codes |= {said[1] for said in self.codes.finditer(text)}
        code = codes.pop() if len(codes) == 1 else ""
        return "" if _settles_more(code, small) else code


def _settles_more(code: str, small: str) -> bool:
    """Whether a currency would settle a sign of a text that means others: MXN the $ in ($5m)."""
    signs = SIGNS_OF.get(code, ())
    is_dollar = DOLLAR in signs and "$" in small
    return is_dollar or (POUND in signs and _OF_STERLING.search(small) is not None)


@cache
def _groups() -> tuple[_Group, ...]:
    words = defaultdict[str, list[str]](list)
    for word, sign in UNSETTLED.items():
        if sign not in _LEFT_OPEN and word.isalpha():
            words[CROWN if sign == KRONA else sign].append(word)
    return tuple(_group(sign, of) for sign, of in words.items())


def _group(sign: str, words: list[str]) -> _Group:
    codes = {code for code, signs in SIGNS_OF.items() if sign in signs}
    names = [
        name
        for name, code in CURRENCY_NAMES.items()
        if code in codes and (" " in name or name >= _HAN) and name not in UNSETTLED
    ]
    before = r"|(?<![a-z])kr ?[0-9]" if sign == CROWN else ""
    latin, han = _any(words)
    full, full_zh = _any(names)
    return _Group(
        (*words, *(["kr"] if before else [])),
        re.compile(rf"{_NUMBER}(?:{latin})s?(?![a-z])|[0-9万亿](?:{han}){before}"),
        re.compile(rf"{_NUMBER}({full})(?![a-z])|[0-9万亿]({full_zh})"),
        re.compile(rf"(?<![A-Za-z])({'|'.join(sorted(codes))}) [0-9]"),
    )


def _any(names: list[str]) -> tuple[str, str]:
    """Patterns of any of some names, in Latin letters and in Chinese, the longest first."""
    longest = sorted(map(re.escape, names), key=len, reverse=True)
    latin = "|".join(name for name in longest if name < _HAN)
    return latin, "|".join(name for name in longest if name >= _HAN) or "(?!)"

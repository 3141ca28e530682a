"""Which currency stands before a number: HK$5, RMB8m, 人民币5亿元; codes by chance are none."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.rand import RAND, is_rand
from exporter.evidence.reading.vocabulary.currency_marks import (
    AMBIGUOUS_CODES,
    LOWER_CODES,
    MIXED_CODES,
    PREFIXES,
    PREFIXES_ZH,
    SIGNS,
    SIZED_CODES,
)
from exporter.evidence.reading.vocabulary.units import is_counted_word

# HK12 cents
CENT_PREFIXES = {"hk": "HKD", "us": "USD", "nz": "NZD", "s": "SGD", "a": "AUD", "c": "CAD"}
UNKNOWN = "?"  # a currency sign that no table has
_LAST_OF_PREFIXES = frozenset(spelling[-1] for spelling in PREFIXES_ZH)
_SUFFIXED = frozenset("0123456789万亿百千十")
_NEVER_AFTER = frozenset({"人民币", "港币", "新台币", "台币", "日币"})


def currency_before(text: Text, index: int) -> tuple[str, int] | None:
    """The currency before word `index`, and the index of its first word."""
    at = index - 1
    if at < 0 or (index < len(text.starts) and text.starts[index] - text.ends[at] > 1):
        return None
    word = text.words[at]
    if word in SIGNS:
        return _before_a_sign(text, at)
    if word == "." and text.word(at - 1) in {"rs", "rp"}:
        return PREFIXES[text.word(at - 1)], at - 1
    if word in CENT_PREFIXES and text.touches(at) and text.word(at + 2) in {"cent", "cents"}:
        return CENT_PREFIXES[word], at
    if word == RAND and is_rand(text, at):
        return "ZAR", at
    if word in PREFIXES:
        return _code(text, at, touching=text.touches(at))
    written = text.folded[text.starts[at] : text.ends[at]]
    if written in SIZED_CODES:
        return written, at
    return _chinese_name(text, at) if word[-1] in _LAST_OF_PREFIXES else None


def _before_a_sign(text: Text, at: int) -> tuple[str, int]:
    """$, HK$, A$, US $, U.S. $; a sign after other letters is not known."""
    sign, before = text.words[at], text.word(at - 1)
    if before == "u.s." or (before == "." and text.word(at - 2) == "u.s"):
        return "USD", at - 1
    if before.isascii() and before[-1:].isalpha():
        if text.touches(at - 1):
            code = PREFIXES.get(f"{before}{sign}") or (sign != "¥" and PREFIXES.get(before))
            return (code or UNKNOWN), at - 1
        is_code = text.folded[text.starts[at - 1] : text.ends[at - 1]].isupper()
        if is_code and before in {"us", "hk", "nz", "nt", "c"}:  # not: it cost us $5 million
            code = PREFIXES.get(f"{before}{sign}")
            return (code, at - 1) if code else (PREFIXES.get(sign, sign), at)
    return PREFIXES.get(sign, sign), at


def _code(text: Text, at: int, *, touching: bool) -> tuple[str, int] | None:
    """USD 5, RMB8m, Rs 12; words that are codes by chance are none."""
    word = text.words[at]
    if word in AMBIGUOUS_CODES and word != "dollar" and not is_code_of_sum(text, at):
        return None
    written = text.folded[text.starts[at] : text.ends[at]]
    is_code = written.isupper() or word in LOWER_CODES or written in MIXED_CODES
    if len(word) == 3 and not is_code:
        return None
    return (PREFIXES[word], at) if touching or not text.used[at] else None


_OF_A_SUM = regex(
    r"(?:[A-Z]{3}|Dh) ?[0-9]{1,3}(?:(?:,[0-9]{3})*(?:\.[0-9]+)? ?"
    r"(?:bn|mn|m|tn|million|billion|trillion)(?![a-z])|(?:,[0-9]{3})+(?![0-9.,]*[0-9])(?! of))"
)


_SHOUTED = frozenset("all top amd".split())


def is_code_of_sum(text: Text, at: int) -> bool:
    """Whether a word that is a code by chance stands before a sum: TRY 3.7 billion, PEN 4,500.

    A lone word in capitals is one, where NOT ALL 40 shout, and ALL 90 million users are people.
    """
    sum_of_money = _OF_A_SUM.match(text.folded, text.starts[at])
    if sum_of_money is None:
        return False
    if text.words[at] in _SHOUTED and is_counted_word(text.word(text.at(sum_of_money.end()))):
        return False
    before = text.folded[text.starts[at - 1] : text.ends[at - 1]] if at else ""
    return not (len(before) > 1 and before.isalpha() and before.isupper())


def _chinese_name(text: Text, at: int) -> tuple[str, int] | None:
    """人民币5亿元, 港币12亿; 美元 behind a number belongs to that one: 5亿美元10亿港元."""
    end = text.ends[at]
    for spelling, code in PREFIXES_ZH.items():
        if text.lower.endswith(spelling, 0, end):
            start = end - len(spelling)
            behind = text.lower[start - 1 : start] in _SUFFIXED and start > 0
            if behind and spelling not in _NEVER_AFTER:
                return None
            return code, text.at(start)
    return None

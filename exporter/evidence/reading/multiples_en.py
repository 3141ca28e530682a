"""Times that are a multiple, and times that say how often: 3 times as many, 8 times a day."""

from collections.abc import Sequence

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.vocabulary.units import TextUnit
from exporter.evidence.reading.vocabulary.verbs import AUXILIARIES, PAST, PRESENT
from exporter.facts.units import MULTIPLE


def unit_of_times(text: Text, numeral: Numeral, index: int) -> TextUnit | None:
    """3 times as many is a multiple, 8 times a day a count, and "rose 3 times" a multiple."""
    after = text.word(index + 1)
    is_year = len(after) == 4 and after[:2] in {"20", "19"}
    is_multiple = after in _OF_MULTIPLES or is_year or is_somebodys(text, index + 1)
    is_multiple = is_multiple or _is_of_a_level(text, index + 1)
    is_before = after in _RATES_AFTER and _is_of_a_time_before(text, index)
    if not is_multiple and (is_before or after not in _RATES_AFTER):
        before = text.at(numeral.start)
        words = text.words[max(0, before - 4) : before]
        is_multiple = numeral.low.denominator > 1 or not _GREW.isdisjoint(words)
        is_multiple = is_multiple or _is_covered(text, before) or _is_price(words)
        is_multiple = is_multiple or _is_of_debt(text.words[:before] if is_before else words)
    return TextUnit("x", MULTIPLE) if is_multiple else None


def _is_of_a_level(text: Text, at: int) -> bool:
    """Three times | supply is a multiple; three times output fell says how often it did."""
    after = text.word(at + 1)
    return text.word(at) in _LEVELS and not (
        after.endswith("ed") or after in AUXILIARIES or after in PAST or after in PRESENT
    )


_LEVELS = frozenset(
    "supply demand capacity normal usual turnover output inflation production consumption cost "
    "costs equity assets gdp exports imports salary wages rent income capital face".split()
)


def is_somebodys(text: Text, at: int) -> bool:
    """Whether somebody with a name begins at a word, who has what follows: twice | Acme's fleet."""
    for last in range(at, min(at + _NAME_WORDS, len(text.words))):
        word = text.words[last]
        if word not in _IN_NAMES and not text.folded[text.starts[last]].isupper():
            return False
        is_plural = word.endswith("s") and text.word(last + 1) == "'"
        if word.endswith("'s") or is_plural:
            return text.word(last + 1 + is_plural)[:1].isalpha()
    return False


_NAME_WORDS = 4
_IN_NAMES = frozenset({"&", "and", "of"})
_OF_MULTIPLES = frozenset(
    "as the its that those more higher larger bigger faster greater lower of over "
    "next forward this last earnings ebitda sales book revenue forecast current"
    " trailing net gross oversubscribed covered subscribed their our annual "
    "estimated expected fair what oversubscription 2024 2025 2026 2027 2028 "
    "12-month ev enterprise p price".split()
)
_RATES_AFTER = frozenset("a an per each every daily weekly monthly".split())
_GREW = frozenset(
    "rose grew increase increased increases jumped surged up multiplied climbed expanded subscribed"
    " oversubscribed undersubscribed overbooked"
    " covered".split()
)


def _is_of_a_time_before(text: Text, index: int) -> bool:
    """Whether "times a year" says when and not how often: down from 3.2 times | a year earlier.

    Beside how often something is, it is told how often it was: 3.1 times a month, up from 2.8 times
    a year ago.
    """
    if text.word(index + 2) not in _SPANS_BACK:
        return False
    how, behind = text.word(index + 3), text.word(index + 4)
    if how not in _BACK and not (how == "before" and not behind.isalpha()):
        return False
    words = text.words[:index]
    often = (at for at, word in enumerate(words) if word in {"time", "times"})
    return not any(words[at + 1 : at + 2] and words[at + 1] in _RATES_AFTER for at in often)


def _is_of_debt(words: Sequence[str]) -> bool:
    """Whether what was said before is so many times something: debt, 3 times EBITDA."""
    return not _LEVERAGE.isdisjoint(words)


_LEVERAGE = frozenset("debt borrowings leverage gearing ebitda ebitdar cover multiple".split())
_SPANS_BACK = frozenset({"year", "quarter", "half", "month", "week", "decade"})
_BACK = frozenset({"earlier", "ago", "previously"})


def _is_price(words: Sequence[str]) -> bool:
    """Whether shares trade on so many times; of what, was said before."""
    verb = next((at for at, word in enumerate(words) if word in _TRADING), len(words))
    return not _TRADING_ON.isdisjoint(words[verb + 1 :])


_TRADING = frozenset(
    "trade trades trading traded hands valued values rated priced multiple sells selling".split()
)
_TRADING_ON = frozenset("on at for of around about under over".split())
_OFFERED = frozenset(
    "deal offer offers offering issue book books tranche tranches sale placing placement shares "
    "bonds notes listing ipo interest charges payout dividend".split()
)
_FAR = 7  # words


def _is_covered(text: Text, at: int) -> bool:
    """Whether what is offered or owed is covered so many times: orders covered the deal 4 times."""
    words = text.words[max(0, at - _FAR) : at]
    verb = next((n for n, word in enumerate(words) if word in _COVERED), len(words))
    return not _OFFERED.isdisjoint(words[verb:]) and not any(
        word[0].isdecimal() or word in {",", "."} for word in words[verb:]
    )


_COVERED = frozenset("covered cover covers covering exceeded exceed exceeds".split())

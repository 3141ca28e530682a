"""Letters behind a number that may be magnitudes: 5m, £20-25m, 1.2b; 4K is a picture."""

from fractions import Fraction

from exporter.evidence.reading.lengths_en import metres_in_m
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import OVER_OR_SO, Numeral
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.sums_en import is_compared
from exporter.evidence.reading.vocabulary.numbers import LETTER_SCALES
from exporter.evidence.reading.vocabulary.units import is_counted_word, symbol_at


def with_letter(
    text: Text, numeral: Numeral, currency: str, previous: Quantity | None
) -> Numeral | None:
    """5m as five million where money or things are counted; else metres, or nothing known."""
    at, letter = text.at(numeral.end), numeral.letter
    is_capital, touching = text.folded[text.starts[at]].isupper(), text.starts[at] == numeral.end
    currency = currency or _currency_of_range(previous, numeral, text)
    if not currency and metres_in_m(text, numeral) is not None:
        return numeral
    if not currency and not is_capital and symbol_at(text.folded, text.starts[at]) is not None:
        return numeral  # 60t is a mass
    if letter == "k":
        fits = touching and not _is_format(text, numeral, at)
    else:
        fits = is_capital and touching and letter != "g"
    if not fits and letter != "g":
        fits = _counts_after(text, at + 1) and (touching or is_capital)
    if not fits and letter in "mb" and touching:
        fits = _counted_before(text, text.at(numeral.start))
    fits = fits or _is_of_a_list(previous, numeral, text)
    if not (fits or currency or _is_alone(text, numeral, at)):
        return None
    size, end, said = Fraction(LETTER_SCALES[letter]), text.ends[at], numeral.qualifiers
    if text.word(at + 1) == "+" and text.touches(at):
        said, end = OVER_OR_SO, text.ends[at + 1]
    return numeral.times(size)._replace(end=end, letter="", qualifiers=said)


_ALONE = frozenset("MBkK")  # a mass, a temperature and a molecular weight have other letters


def _is_alone(text: Text, numeral: Numeral, at: int) -> bool:
    """2.33 k, 1,674,200.5 M, 1.2b: a letter with nothing behind it, after a number with a mark."""
    digits = text.lower[numeral.start : text.starts[at]].rstrip()
    letter = text.folded[text.starts[at]]
    has_mark = not digits.isdecimal()
    glued = letter == "b" and digits[-2:-1].isdecimal() and text.starts[at] == numeral.end
    return has_mark and (letter in _ALONE or glued) and not text.word(at + 1)[:1].isalnum()


def _currency_of_range(previous: Quantity | None, numeral: Numeral, text: Text) -> str:
    """The currency of RMB8m in RMB8m-12m, and of £20 in £20-25m."""
    if previous is None or not previous.dimension.startswith("money:"):
        return ""
    gap, size = text.lower[previous.end : numeral.start].strip(), previous.numeral.magnitude
    same = size == LETTER_SCALES.get(numeral.letter) and gap in {"-", "to", "~", "and"}
    joined = same or (size == 1 and gap in {"-", "to", "~"})
    joined = joined or is_compared(previous, numeral, text.at(numeral.end) + 1, text)
    return previous.dimension.removeprefix("money:") if joined else ""


def _is_of_a_list(previous: Quantity | None, numeral: Numeral, text: Text) -> bool:
    """Whether a number goes on a list of millions: 4.1m, | 5.6m | and 9.2m."""
    if previous is None or not previous.is_bare or text.is_chinese:
        return False
    is_like = previous.numeral.magnitude == LETTER_SCALES[numeral.letter]
    return is_like and text.lower[previous.end : numeral.start] in {", ", " and ", ", and "}


# What is counted in millions, and is no metres long: customers rose to 3.4m from 2.9m.
_IN_MILLIONS = frozenset(
    "users customers subscribers members passengers visitors visits downloads orders units "
    "accounts players viewers households homes policies shipments deliveries "
    "vehicles cars parcels clients "
    "transactions borrowers patients guests travellers travelers streams installs "
    "subscriptions views clicks listeners readers followers drivers riders merchants "
    "policyholders cardholders active daily monthly sales volumes headcount enrolment enrollment "
    "bookings nights doses lines connections".split()
)
_REACHED = frozenset(
    "to at of from by was were is are reached hit totalled totaled nearly almost over about "
    "around roughly some passed topped exceeded surpassed averaged against versus vs than above "
    "below under :".split()
)
_AS_FAR = 10  # words


def _counted_before(text: Text, at: int) -> bool:
    """Whether the words before a number say what it counts, and that this came to so much."""
    if text.word(at - 1) not in _REACHED:
        return False
    words = text.words[max(0, at - _AS_FAR) : at]
    return not _IN_MILLIONS.isdisjoint(words) and _LENGTHS.isdisjoint(words)


_LENGTHS = frozenset("long length tall height high wide width deep depth metres meters".split())


def _is_format(text: Text, numeral: Numeral, at: int) -> bool:
    """4K and 8K are pictures."""
    return (
        numeral.low in {2, 4, 8, 16}
        and text.folded[text.starts[at]] == "K"
        and not _counts_after(text, at + 1)
    )


_COUNTED_IN_BOXES = frozenset("teu teus feu feus boe bbl oz btu tokens".split())
_AREAS = frozenset("sq cu".split())  # 1.2m sq ft


def _counts_after(text: Text, at: int) -> bool:
    """Whether a counted thing follows: users, 用户, or another number of it (3m-5m people)."""
    word = text.word(at)
    if word in {"-", "to", "~", "and", "or"} and text.word(at + 2) in LETTER_SCALES:
        at += 3
        word = text.word(at)
    if word == "+" or word in _COUNTED_IN_BOXES or word in _AREAS:
        return True
    if word == "of" and text.word(at + 1) in {"them", "these", "those"}:
        return True  # sold 61m of them
    if word and word[0] >= "\u4e00":
        return word[0] in "参个名人用家下次件"
    return any(
        is_counted_word(text.word(at + n))
        for n in range(3)
        if all(text.word(at + k).isalpha() for k in range(n + 1))
    )

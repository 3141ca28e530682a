"""Years counted from the beginning of an era: 民国114年, 令和八年度, 昭和五十三年三月."""

from exporter.evidence.reading.date_parts import Found, mention_up_to
from exporter.evidence.reading.dates_zh import part_of_year
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.values_zh import small_value, value_of
from exporter.evidence.reading.vocabulary.dates import ERAS, FISCAL_ZH

_ERA = 2  # characters of its name


def read_era_year(text: Text, at: int) -> Found | None:
    """The year whose number stands at word `at`, right behind the name of its era."""
    start = text.starts[at]
    before_it = ERAS.get(text.lower[max(0, start - _ERA) : start])
    year = _number(text.words[at]) if before_it else 0
    following = text.word(at + 1)
    if before_it is None or not year or not following.startswith("年") or following == "年级":
        return None
    part = part_of_year(text, at + 2)
    is_fiscal = following in FISCAL_ZH
    mention = mention_up_to(text, at, part, year=before_it + year, is_fiscal=is_fiscal)
    return [mention], part.end


def _number(word: str) -> int:
    """The value of a number under a thousand, in digits or in Chinese numerals; else 0."""
    if word.isascii():
        return int(word) if word.isdecimal() and len(word) <= 3 else 0
    if (small := small_value(word)) is not None:
        return small
    return int(value_of(word)) if word[0] in "一百" and len(word) <= 5 and "百" in word else 0

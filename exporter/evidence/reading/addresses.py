"""Numbers of houses and postcodes: 7 Mill Lane, 350 Fifth Avenue, 75008 Paris."""

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.currency_marks import SIGNS
from exporter.evidence.reading.vocabulary.numbers import SCALES, SHORT_SCALES
from exporter.evidence.reading.vocabulary.plain import STATES, STREETS, STREETS_BEFORE
from exporter.evidence.reading.vocabulary.units import is_counted_word, phrase_at, symbol_at

POSTCODE = 5  # digits


def end_of_address(text: Text, at: int, before: str) -> int:
    """The end of 7 Mill Lane, 350 Fifth Avenue, 14 rue Verte, at 88 Queensway; 0 for none."""
    if not text.words[at].isdecimal() or before in SIGNS:
        return 0
    if text.word(at + 1) in STREETS_BEFORE and text.word(at + 2)[:1].isalpha():
        return at + 1
    if text.word(at + 1) in STREETS and text.word(at + 2) == "of":  # 1250 Avenue of the Americas
        return at + 1 if text.folded[text.starts[at + 1]].isupper() else 0
    if _is_a_lone_street(text, at, before):
        return at + 2
    for index in (at + 1, at + 2, at + 3):
        word = text.word(index)
        if not word[:1].isalpha() or not text.folded[text.starts[index]].isupper():
            return 0
        if word in STREETS and index > at + 1:  # 250 Quay Street
            return index + 1
    return 0


# Where a street may stand, if its number follows; and what follows it, and no noun.
_PLACES = frozenset("at near outside opposite address".split())
_BEHIND_A_STREET = frozenset(
    "was were is are has had will would in and or for with which since until on by to".split()
)


def _is_a_lone_street(text: Text, at: int, before: str) -> bool:
    """88 Queensway, and at 14 Bishopsgate: one name in title case, with no noun behind it.

    88 Starbucks stores are counted, and so are 12 Broadway shows; at 20 Baht is a price.
    """
    name, behind = text.word(at + 1), text.word(at + 2)
    written = text.folded[text.starts[at + 1] : text.ends[at + 1]]
    if not written.istitle() or (behind[:1].isalnum() and behind not in _BEHIND_A_STREET):
        return False
    if name.endswith(_OF_STREETS):
        return True
    if before not in _PLACES or name.endswith("s") or name in SCALES or name in SHORT_SCALES:
        return False
    is_unit = phrase_at(text.words, at + 1) or symbol_at(text.folded, text.starts[at + 1])
    return not is_unit and not is_counted_word(name)


_OF_STREETS = ("way", "gate", "piccadilly", "cheapside")


def is_a_postcode(text: Text, at: int, before: str) -> bool:
    """OR 97301; Singapore 048616; 75008 Paris, behind a comma and with nothing more.

    So is Singel 212, 1016 DX Amsterdam: one of four digits stands behind a house's.
    """
    word = text.words[at]
    if not word.isdecimal():
        return False
    is_short = len(word) < POSTCODE
    if len(word) > POSTCODE:
        return before == "singapore" and not text.word(at + 1)[:1].isalpha()
    if not is_short and before in STATES and is_in_capitals(text, at - 1):
        return True
    if before != "," or (is_short and not text.word(at - 2)[:1].isdecimal()):
        return False
    letters = text.word(at + 1)
    town = at + 1 + (is_short and len(letters) == 2 and is_in_capitals(text, at + 1))
    is_town = text.word(town).isalpha() and text.folded[text.starts[town]].isupper()
    return is_town and not text.word(town + 1)[:1].isalnum()


def is_in_capitals(text: Text, at: int) -> bool:
    """Whether a word stands in capitals."""
    return text.folded[text.starts[at] : text.ends[at]].isupper()

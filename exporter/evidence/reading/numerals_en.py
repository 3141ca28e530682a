"""Numerals of English text: twenty-five, half a million, two thirds, doubled, first."""

from collections.abc import Callable
from fractions import Fraction

from exporter.evidence.reading.cardinals import (
    SPANS,
    in_so_many,
    say,
    scale_at,
)
from exporter.evidence.reading.digits import Read, refused
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import (
    ONE,
    Numeral,
    a_few,
)
from exporter.evidence.reading.shares_en import (
    is_joined_to_points,
    is_part,
    read_half,
    read_half_alone,
    read_parts,
    whole_numeral,
)
from exporter.evidence.reading.vocabulary.numbers import (
    CARDINALS,
    MULTIPLES,
    NTHS,
    ONES,
    PARTS_EN,
    PLURAL_SCALES,
    SCALES,
    TIMES_WORDS,
    VULGAR,
)
from exporter.evidence.reading.vocabulary.plain import BRANDS, IDIOMS_EN
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PRESENT, SINGULAR, VERBS
from exporter.facts.units import MULTIPLE, ORDINAL, RATIO

STARTS = frozenset(
    (
        *CARDINALS, *MULTIPLES, *TIMES_WORDS, *PLURAL_SCALES, *NTHS, *VULGAR,
        *(f"{word}fold" for word in (*CARDINALS, "hundred")),
        *"a an half hundred thousand million billion trillion dozen few several quarter".split(),
        "no", "#", "number",
    )
)  # fmt: skip
FOLDS = {f"{word}fold": value for word, value in CARDINALS.items()} | {"hundredfold": 100}


# Day two, phase one: the number of a thing in a row.
_LABELS = frozenset("day phase part stage round chapter volume act level tier step".split())
_SMALL_PLURALS = frozenset("few several couple handful".split())


_ONE_IDIOMS = frozenset(
    "stop off another sided time of day hand way party on thing to by-one who that which".split()
)


_ONE_COMPOUNDS = frozenset("stop off offs sided time on way to of party size".split())
_NOT_ONE_AFTER = frozenset("the this that no any each every which another some not".split())


def read_words(text: Text, at: int) -> Read | None:
    """Twenty-five, two hundred and fifty thousand, half a million, two thirds, doubled, first."""
    word = text.words[at]
    if word in FOLDS:
        return whole_numeral(text, at, at + 1, FOLDS[word], MULTIPLE)
    if word in MULTIPLES:
        is_verb = text.word(at + 1) != "-" and _is_verb(text, at)
        return whole_numeral(text, at, at + 1, MULTIPLES[word], MULTIPLE) if is_verb else None
    return _READERS.get(word, _cardinal)(text, at)


def _vulgar(text: Text, at: int) -> Read | None:
    """½, ¾ million."""
    if at and text.touches(at - 1) and text.words[at - 1][-1].isalnum():
        return None
    size, end = scale_at(text, at + 1)
    value = VULGAR[text.words[at]] * size
    return Numeral(text.starts[at], text.ends[end - 1], value, value, size), end


_BEFORE_A_VERB = frozenset(
    (
        "to will would could may might can did should must not not-only expected more "
        "nearly almost than about and"
    ).split()
)


_AFTER_A_VERB = frozenset(
    (
        "the its their in to from by that this our over every as again sales revenue "
        "profit profits output capacity"
    ).split()
)


def _is_verb(text: Text, at: int) -> bool:
    """Doubled; but in "double blind" and "a triple crown" nothing is."""
    word = text.words[at]
    if not word.endswith("le"):
        return True
    after = text.word(at + 1)
    return text.word(at - 1) in _BEFORE_A_VERB or after in _AFTER_A_VERB or not after[:1].isalpha()


def _is_joined_to_another(text: Text, at: int) -> bool:
    is_joined = text.word(at + 1) == "-" and text.touches(at + 1)
    return is_joined and not is_joined_to_points(text, at)


def _article(text: Text, at: int) -> Read | None:
    """A million, a few hundred, a third, a quarter of a million, an hour."""
    word = text.word(at + 1)
    if text.touches(at) and word == "-":
        word, shift = text.word(at + 2), 2
    else:
        shift = 1
    if word in _SMALL_PLURALS:
        return _vague(text, at)
    if word in SCALES:
        said = say(text, at + shift, ONE)
        return read_parts(text, at, said) if said is not None else None
    if word == "percentage" and text.word(at + shift + 1) == "point":
        is_part_of = text.word(at - 1) in {"of", "half", "quarter"}
        return None if is_part_of else whole_numeral(text, at, at + 1, ONE)
    if word in _WHOLE and text.word(at + shift + 1) in _WHOLE_UNITS:
        return whole_numeral(text, at, at + shift + 1, ONE)
    if word in _ADJECTIVES and (word := text.word(at + shift + 1)) in PARTS_EN:
        shift += 1
    if word != "half" and _is_joined_to_another(text, at + shift):
        return None  # a third-party audit
    if word == "half" or (word in PARTS_EN and is_part(text, at, at + shift + 1)):
        return read_half(text, at, at + shift)
    if (
        word in SPANS
        and text.word(at - 1) in _BEFORE_A_SPAN
        and text.word(at + 2) not in {"ago", "earlier", "before", "prior", "later"}
        and text.word(at + 3) not in {"ago", "earlier", "before", "prior"}
    ):
        return whole_numeral(text, at, at + 1, ONE)
    return None


_WHOLE = frozenset({"full", "whole", "single"})
# A mere tenth, a full third.
_ADJECTIVES = frozenset("mere full whole single scant bare paltry meagre meager".split())
_WHOLE_UNITS = frozenset({"percentage", "percent", "point"})
_BEFORE_A_SPAN = frozenset(
    (
        "in within under over than about around nearly almost for take takes just only "
        "least most of"
    ).split()
) - {"of"}


def _vague(text: Text, at: int) -> Read | None:
    """Several, a few hundred, dozens, tens of thousands of: numbers that are a range."""
    index = at + (text.words[at] in {"a", "an"})
    if text.word(at - 1) == "as":
        return None
    word = text.word(index)
    if word in _SMALL_PLURALS:
        end = index + 1
        if word in {"couple", "handful"}:
            if text.word(end) != "of":
                return None
            end += 1
        size, last = scale_at(text, end)
        numeral = a_few(text.starts[at], text.ends[(last if size > 1 else end) - 1], size)
        return numeral, last if size > 1 else end
    size, end = Fraction(PLURAL_SCALES[word]), index + 1
    if text.word(end) == "of" and text.word(end + 1) in PLURAL_SCALES:
        size, end = size * PLURAL_SCALES[text.word(end + 1)], end + 2
    if text.word(end) == "of":
        end += 1
    elif word == "tens":
        return None
    return a_few(text.starts[at], text.ends[end - 1], size), end


_AFTER_TIMES = frozenset("as the that its those what their".split())


def _times_word(text: Text, at: int) -> Read | None:
    word, after = text.words[at], text.word(at + 1)
    value = Fraction(TIMES_WORDS[word])
    is_over = after == "over" and not text.word(at + 2)[:1].isdecimal()
    if word != "once" and (after in _AFTER_TIMES or is_over):
        return whole_numeral(text, at, at + 1, value, MULTIPLE)
    if (
        after in {"a", "an", "per", "each", "every", "daily", "weekly", "monthly"}
        and text.word(at + 2) != "again"
    ):
        return whole_numeral(text, at, at + 1, value)
    return None


def _numbered(text: Text, at: int) -> Read | None:
    """No. 1, #1, number one."""
    word, index = text.words[at], at + 1
    if word == "no":
        if text.word(index) != ".":
            return None
        index += 1
    elif word == "#" and not text.touches(at):
        return None
    said = text.word(index)
    value = (
        int(said)
        if said.isdecimal() and len(said) < 10 and word != "number"
        else ONES.get(said)
        if word == "number"
        else None
    )
    if value is None:
        return None
    if text.word(index + 1) == "-" and text.touches(index):  # No. 22-cv-01234
        return refused(text, text.starts[at], index + 1)
    return whole_numeral(text, at, index + 1, value, ORDINAL)


def _nth(text: Text, at: int) -> Read | None:
    """The first company, third-generation, second-largest; not a second, first-hand or at first."""
    word, before, after = text.words[at], text.word(at - 1), text.word(at + 1)
    if before in {"per", "at", "each", "every", "/"} or (before == "-" and at > 1):
        return None
    if (
        after in {"half", "party", "parties", "hand", "class", "quarter", "quarters"}
        or (after == "-" and text.word(at + 2) in {"party", "hand", "class", "half", "quarter"})
        or (after == "of" and text.word(at + 2) == "all")
    ):
        return None
    if before == "a" and not (after.isalpha() or after == "-"):
        return None
    return whole_numeral(text, at, at + 1, NTHS[word], ORDINAL)


def _cardinal(text: Text, at: int) -> Read | None:
    word = text.words[at]
    if word in CARDINALS and text.word(at + 1) in {"in", "out", "of", "-"}:
        share = in_so_many(text, at + 1, Fraction(CARDINALS[word]))
        if share is not None:
            return whole_numeral(text, at, share[1], share[0], RATIO)
    if (part := _one_of_so_many(text, at)) is not None:
        return part
    if _is_numbered(text, at) or (word == "one" and not _is_number_one(text, at)):
        return None
    if text.word(at + 1) == "-" and text.word(at + 2) in _KINDS and text.touches(at):
        return None
    if text.word(at - 1) == "-" and text.word(at - 2) in CARDINALS and text.touches(at - 1):
        return None
    if _is_of_a_name(text, at) or _is_of_an_idiom(text, at):
        return None
    said = say(text, at, None)
    return read_parts(text, at, said) if said is not None else None


_AFTER_SO_MANY = frozenset({"", ".", ",", ";", "now", "still", "no", "already"}) | VERBS | PRESENT


def _one_of_so_many(text: Text, at: int) -> Read | None:
    """One home in seven is a share; two shops in seven towns are two figures."""
    noun, index = text.word(at + 1), at + 2
    if text.words[at] not in CARDINALS or not noun.isalpha() or text.word(index) != "in":
        return None
    share = in_so_many(text, index, Fraction(CARDINALS[text.words[at]]))
    if share is None or not noun.isascii() or noun in CARDINALS or noun in SCALES:
        return None
    after = text.word(share[1])
    if after not in _AFTER_SO_MANY and not after.endswith("ed"):
        return None
    return whole_numeral(text, at, share[1], share[0], RATIO)


# Two-way trade and a three-tier board are of a kind; nobody counts their ways and tiers.
_KINDS = frozenset(
    "way tier tiered speed pronged sided faced edged party dimensional state digit digits horse "
    "track handed".split()
)


def _is_numbered(text: Text, at: int) -> bool:
    """Day two, a level-three charger, in week two: one of a row; last week two plants closed."""
    index = at - 1 - (text.word(at - 1) == "-" and text.touches(at - 1))
    label = text.word(index)
    if label in _LABELS:
        return True
    is_of_time = label in _LABELS_OF_TIME and text.word(index - 1) in _BEFORE_A_NUMBERED
    return is_of_time and not is_counted_word(text.word(at + 1))


_LABELS_OF_TIME = frozenset("week month quarter year season".split())
_BEFORE_A_NUMBERED = frozenset({"", ".", ",", "in", "by", "from", "until", "through", "since"})


def _is_of_an_idiom(text: Text, at: int) -> bool:
    """In two minds, at sixes and sevens, second to none."""
    for before, after in IDIOMS_EN.get(text.words[at], ()):
        size = len(before)
        if (
            text.words[max(0, at - size) : at] == before
            and text.words[at + 1 : at + 1 + len(after)] == after
            and text.word(at + 1 + len(after)) not in CARDINALS
        ):
            return True
    return False


def _is_of_a_name(text: Text, at: int) -> bool:
    """The Big Four: a capital behind another one, where not every word has one as in headlines."""
    following = text.word(at + 1)
    if following in BRANDS.get(text.words[at], ()):
        return _has_capital(text, at) and (following == "&" or _has_capital(text, at + 1))
    if text.words[at - 2 : at] == ["group", "of"] and _has_capital(text, at - 2):
        return _has_capital(text, at)  # the Group of Seven
    if at == 0 or not (_has_capital(text, at) and _has_capital(text, at - 1)):
        return False
    if text.word(at + 1) in SCALES or text.word(at + 1) == "-":
        return False
    words = [index for index, word in enumerate(text.words) if word[0].isalpha()]
    return 10 * sum(_has_capital(text, index) for index in words) < 7 * len(words)


def _has_capital(text: Text, at: int) -> bool:
    return text.folded[text.starts[at]].isupper()


def _is_number_one(text: Text, at: int) -> bool:
    before, after = text.word(at - 1), text.word(at + 1)
    if "one" in {
        text.word(at + 2) if after == "by" else "",
        text.word(at - 2) if before == "by" else "",
    }:
        return False  # one by one
    if before in _NOT_ONE_AFTER or (before == "-" and text.touches(at - 1)):
        return False
    if _is_pronoun(text, at) or (after in CARDINALS and text.word(at + 2) == "times"):
        return False  # beat one five times its size
    if after == "-":
        return text.word(at + 2) not in _ONE_COMPOUNDS
    return (
        after not in _ONE_IDIOMS
        and after != "'s"
        and (after.isalpha() or after[:1] == "-" or at > 0)
    )


_DETERMINERS = frozenset("a an the this that its their our his her your these those".split())
_AFTER_A_PRONOUN = (
    frozenset(
        "in of for that which who with and but or than as at on by from to if when while because "
        "though although until after before it he she they we you not".split()
    )
    | VERBS
)


def _is_pronoun(text: Text, at: int) -> bool:
    """A new one, the far larger one, the 1987 one: what stands for a thing and counts none."""
    after = text.word(at + 1)
    if after == "-" or (after.isalnum() and after not in _AFTER_A_PRONOUN):
        return False
    for index in (at - 2, at - 3):
        between = text.words[max(0, index + 1) : at]
        if any(
            not word.isalnum() or word in _VERBS_AND_NAMES or word.endswith("ed")
            for word in between
        ):
            return False
        if index >= 0 and text.words[index] in _DETERMINERS:
            return not is_counted_word(between[-1])
    return False


_VERBS_AND_NAMES = (
    VERBS | SINGULAR | PRESENT | {"only", "just", "about", "by", "to", "of", "in", "and"}
)
_READERS: dict[str, Callable[[Text, int], Read | None]] = {
    **dict.fromkeys((*PLURAL_SCALES, *_SMALL_PLURALS), _vague),
    **dict.fromkeys(TIMES_WORDS, _times_word),
    **dict.fromkeys(VULGAR, _vulgar),
    **dict.fromkeys(("no", "number", "#"), _numbered),
    **dict.fromkeys(NTHS, _nth),
    **dict.fromkeys(("half", "quarter"), read_half_alone),
    **dict.fromkeys(("a", "an"), _article),
}

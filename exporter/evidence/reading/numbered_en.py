"""English numbers of things in a row, and of none: No. 1, day two, third-largest, a new one."""

from exporter.evidence.reading.digits import Read, refused
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.shares_en import whole_numeral
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES
from exporter.evidence.reading.vocabulary.idioms import IDIOMS_EN
from exporter.evidence.reading.vocabulary.numbers import CARDINALS, NTHS, ONES, SCALES
from exporter.evidence.reading.vocabulary.plain import BRANDS
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.evidence.reading.vocabulary.verbs import PRESENT, SINGULAR, VERBS
from exporter.facts.units import ORDINAL

# Day two, phase one: the number of a thing in a row.
_LABELS = frozenset("day phase part stage round chapter volume act level tier step".split())
_ONE_IDIOMS = frozenset(
    "stop off another sided time of day hand way party on thing to by-one who that which".split()
)
_ONE_COMPOUNDS = frozenset("stop off offs sided time on way to of party size".split())
_NOT_ONE_AFTER = frozenset("the this that no any each every which another some not".split())


def numbered(text: Text, at: int) -> Read | None:
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
    if text.word(index + 1) in {"-", "/"} and text.touches(index):  # No. 22-cv-01234, no. 7/2026
        is_of_year = text.word(index + 1) == "/" and text.word(index + 2).isdecimal()
        return refused(text, text.starts[at], index + (3 if is_of_year else 1))
    if text.word(index + 1) == ":" and text.touches(index) and text.touches(index + 1):
        return refused(text, text.starts[at], index + 1)  # No. 1:24-cv-01234
    return whole_numeral(text, at, index + 1, value, ORDINAL)


def nth(text: Text, at: int) -> Read | None:
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


# Two-way trade and a three-tier board are of a kind; nobody counts their ways and tiers.
KINDS = frozenset(
    "way tier tiered speed pronged sided faced edged party dimensional state digit digits horse "
    "track handed".split()
)


def is_numbered(text: Text, at: int) -> bool:
    """Day two, a level-three charger, in week two: one of a row; last week two plants closed."""
    index = at - 1 - (text.word(at - 1) == "-" and text.touches(at - 1))
    label = text.word(index)
    if label in _LABELS:
        return True
    is_of_time = label in _LABELS_OF_TIME and text.word(index - 1) in _BEFORE_A_NUMBERED
    return is_of_time and not is_counted_word(text.word(at + 1))


_LABELS_OF_TIME = frozenset("week month quarter year season".split())
_BEFORE_A_NUMBERED = frozenset({"", ".", ",", "in", "by", "from", "until", "through", "since"})


def is_of_an_idiom(text: Text, at: int) -> bool:
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


def is_of_a_name(text: Text, at: int) -> bool:
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


def is_number_one(text: Text, at: int) -> bool:
    """Whether "one" is a number here, and neither an idiom nor what stands for a thing."""
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
    if text.words[at + 1 : at + 4] == ["and", "a", "half"]:
        return False
    is_sum = after in PREFIXES and text.word(at + 2)[:1].isdecimal()  # the other one EUR 40 million
    if after == "-" or (after.isalnum() and after not in _AFTER_A_PRONOUN and not is_sum):
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

"""Numbers of things in a row, by what stands before them: Phase 3, SEHK: 2057, Lots 12 and 14."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.plain import (
    EXCHANGES,
    INDEXES,
    LABELS_EN,
    LABELS_ZH,
    WEAK_LABELS,
)
from exporter.evidence.reading.vocabulary.units import PHRASES, is_counted_word, phrase_at

# Followed by one of these, a number counts something even right after a name: PAI 10万卡.
COUNTS = regex(
    r"\s?(?:[万亿千百个家名人次件款条项台辆座元倍位种套天卡%‰+]|percent|per cent|bn"
    r"|mn|pp|bps|x(?![a-z])|[kmb](?![a-z0-9]))"
    r"|\s[0-9]{1,2}/[0-9]{1,3}\s?(?:%|per\s?cent)"  # series 5 1/8% notes
    r"|多[个家名款种]|\s(?:hundred|thousand|million|billion|trillion|basis|times"
    r"|crore|lakh)|,[0-9]{3}"
)
MAY_LABEL = LABELS_EN | INDEXES | {":", ".", "p", "as"}

_ABBREVIATED = frozenset("fig nr nrs p pp vol ext tel art sec id".split())
_CHAPTERS = frozenset({"cap", "chap"})


def is_labelled(text: Text, at: int, before: str) -> bool:
    """SEHK: 2057, Phase 3, Chapter 11, S&P 500, Day 2."""
    word = text.words[at]
    if before == ":" and at > 1:
        label = text.words[at - 2]
        return (label in EXCHANGES and word.isdecimal()) or label in LABELS_ZH
    if before == "." and at > 1 and text.words[at - 2] in _ABBREVIATED | EXCHANGES | _CHAPTERS:
        return _is_abbreviated(text, at, text.words[at - 2])
    if before in INDEXES or (before == "p" and at > 2 and text.words[at - 2] == "&"):
        return word.isdecimal() and len(word) <= 4 and not COUNTS.match(text.lower, text.ends[at])
    if before == "as":
        return word.isdecimal() and _is_a_standard(text, at)
    is_grouped = "," in word  # no label is 4,200
    return before in LABELS_EN and not is_grouped and _is_behind_a_label(text, at, before)


def _is_a_standard(text: Text, at: int) -> bool:
    """Ind AS 116, under AS 3: a standard of accounts, in capitals where its text is not."""
    is_named = text.folded[text.starts[at - 1] : text.ends[at - 1]].isupper()
    is_one = text.word(at - 2) == "ind" or text.word(at - 2) in _COMPLIED_WITH
    return is_named and is_one and not text.folded.isupper()


_COMPLIED_WITH = frozenset("under with per and or by of to adopted following".split())


def _is_behind_a_label(text: Text, at: int, before: str) -> bool:
    is_weak = before in WEAK_LABELS
    if before in _ROOMS and _has_letter(text, at):
        return True
    if is_weak and (
        text.word(at + 1) in _FURTHER or text.word(at - 2) in _DOING.get(before, _MODALS)
    ):
        return False
    if COUNTS.match(text.lower, text.ends[at]) and (is_weak or not _has_letter(text, at)):
        return False
    after = text.word(at + 1)
    is_counted = text.word(at - 2) in _THE and _is_some_of_many(text, at)
    if is_counted or after == "%" or (after in {"-", "to"} and not _numbers_two(text, at)):
        return False
    if not is_weak or text.folded[text.starts[at - 1]].isupper():
        return True
    if after in PHRASES and phrase_at(text.words, at + 1):
        return False
    return not is_counted_word(after) or "." in text.words[at]  # item 4.02 notices


# Of these a letter behind the number is a part, and no magnitude: hall 2B, Unit 5K.
_ROOMS = frozenset(
    "hall gate unit pier terminal booth room courtroom classroom ward suite floor block bay dock "
    "berth flat apartment apt "
    "building hangar studio seat platform line level lot plot exit batch".split()
)
# It is building 21 more, will train 40, and may issue 12: weak labels that are verbs there.
_FURTHER = frozenset("more others further additional extra".split())
_MODALS = frozenset("will would can could may might must should did do does cannot".split())
_DOING = {"building": frozenset("is are was were be been being began started by of".split())}
_THE = frozenset("the this that our its their".split())
_SOME_OF_MANY = regex(r" of (?:the |its |their |our |all |these )?[0-9][0-9,]* ([a-z]+)")


def _is_some_of_many(text: Text, at: int) -> bool:
    """Under the regulation 40 of 50 funds reported: these are funds, and no regulation 40."""
    many = _SOME_OF_MANY.match(text.lower, text.ends[at])
    return many is not None and is_counted_word(many[1])


def _is_abbreviated(text: Text, at: int, label: str) -> bool:
    """Figure (fig.) 3, SZ.301266, Cap. 571 of the laws; a small-cap. ends a sentence."""
    if label in _CHAPTERS:
        return text.folded[text.starts[at - 2]].isupper() and text.touches(at - 2)
    return label in _ABBREVIATED or (text.touches(at - 1) and text.words[at].isdecimal())


def _has_letter(text: Text, at: int) -> bool:
    """Whether a capital is glued to the number of a name: Boeing 777X, Room 14B."""
    letter = text.word(at + 1)
    is_letter = len(letter) == 1 and letter.isalpha() and text.touches(at)
    return is_letter and text.folded[text.starts[at + 1]].isupper()


def _numbers_two(text: Text, at: int) -> bool:
    """Whether "to" behind a label's number makes no range of quantities: Notes 3 to 5."""
    further = text.word(at + 2)[:1].isdecimal()
    return text.words[at - 1] in _PLURAL_LABELS if further else text.word(at + 1) == "to"


# --- Several of them

MAY_CARRY = frozenset({"and", "or", "&", ",", "to", "through", "-", "–"})
_FAR = 24  # words
_PLURAL_LABELS = frozenset(
    f"{word}s" for word in LABELS_EN - WEAK_LABELS if word.isalpha() and not word.endswith("s")
) | {"appendices", "classes", "series", "matrices", "indices"}

PLURALS = _PLURAL_LABELS | {
    f"{word}s" for word in WEAK_LABELS if word.isalpha() and not word.endswith("s")
}


def is_further(text: Text, at: int) -> bool:
    """Whether digits are a further number of what a plural names: Figures 9 and 10, Notes 3-5."""
    word, index = text.words[at], at - 1
    if not word.replace(".", "").isdecimal() or COUNTS.match(text.lower, text.ends[at]):
        return False
    while index >= 0 and at - index < _FAR:
        label = text.words[index]
        if label in PLURALS:
            is_named = text.folded[text.starts[index]].isupper()
            return label in _PLURAL_LABELS or is_named
        if not (label in MAY_CARRY or (text.used[index] and label[0].isdecimal())):
            return False
        index -= 1
    return False


_SEVERAL = regex(
    r"(?:, [0-9]{1,4}){0,12}(?:,? (?:and|or|to|&) |[-–])"
    r"[0-9]{1,4}(?:,? and [0-9]{1,4})?(?![0-9%]|[,.][0-9])"
)


def are_numbered(text: Text, at: int) -> bool:
    """Lots 12 and 14, Resolutions 3 to 5 and 9: a plural in capitals before some numbers."""
    is_named = text.folded[text.starts[at - 1]].isupper() and text.words[at].isdecimal()
    some = _SEVERAL.match(text.lower, text.ends[at]) if is_named else None
    if some is None or text.touches(at - 1):
        return False
    behind = text.word(text.at(some.end()))
    return not (is_counted_word(behind) or COUNTS.match(text.lower, some.end()))

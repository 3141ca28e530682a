"""Numbers that are part of a name, an address or a mark: GPT-4, SEHK: 2057, Phase 3, [1]."""

from exporter.engine.regex import regex
from exporter.evidence.reading.codes import end_of_code
from exporter.evidence.reading.currencies_before import CENT_PREFIXES, is_code_of_sum
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.marks import is_mark
from exporter.evidence.reading.names_zh import end_of_row_zh, is_labelled_zh, is_numbered_zh
from exporter.evidence.reading.prefixes import CHANGES
from exporter.evidence.reading.rand import RAND, is_rand
from exporter.evidence.reading.rows_en import (
    COUNTS,
    MAY_CARRY,
    MAY_LABEL,
    PLURALS,
    are_numbered,
    is_further,
    is_labelled,
)
from exporter.evidence.reading.vocabulary.currency_marks import (
    AMBIGUOUS_CODES,
    PREFIXES,
    SIZED_CODES,
)
from exporter.evidence.reading.vocabulary.numbers import SCALES
from exporter.evidence.reading.vocabulary.plain import METRICS, MODELS
from exporter.evidence.reading.vocabulary.units import PHRASES, is_counted_word, phrase_at

# What is measured, and never a part of a name: MOU 163分钟, TEU 12美元.
_MEASURES = regex(
    r"\s?(?:分钟|小时|[美欧港日澳加]元|英镑|千?瓦|[公千毫微]?[克米升]|公里|平方|立方|吨|桶|毫秒|岁|点(?!版)"
    # WALE 4.2年, DPO 60日
    r"|(?:年|周|日|天|个[月季]|季度?|节)(?=[，。；、,;:)/]|$|[以左上至到和及与]))"
)


_THE_GROUP = ["the", "group", "of"]  # the Group of 20


def _has_capital(text: Text, at: int) -> bool:
    return text.folded[text.starts[at]].isupper()


def end_of_name(text: Text, at: int) -> int:
    """Where the name, address or mark ends to which the digits at word `at` belong; 0 for none.

    Returns:
        An index of a word, or 0.
    """
    before = text.word(at - 1)
    touching = text.touches(at - 1)
    if touching and _is_glued(text, at, before):
        return _end_of_glued(text, at)
    if end := end_of_code(text, at, before):
        return end
    if text.word(at + 2) == "for" and text.word(at + 1) == "-" == text.word(at + 3):
        return at + 5  # a 4-for-1 split
    if text.is_chinese and is_labelled_zh(text, at):
        return _end_of_glued(text, at)
    is_one_word = (
        (text.word(at + 1) in MODELS and text.folded[text.starts[at + 1]].isupper())
        or is_mark(text, at)
        or (before.isdecimal() and _is_of_a_series(text, at))
        or (before[:1].isdecimal() and text.used[at - 1] and _is_size_of_model(text, at))
        or (before in MAY_CARRY and at > 2 and text.used[at - 2] and is_further(text, at))
        or ((before == "the" or before.endswith("'s")) and _is_another_model(text, at))
        or (before in MAY_LABEL and is_labelled(text, at, before))
        or (before == "of" and text.words[at - 3 : at] == _THE_GROUP and _has_capital(text, at - 2))
        or (before in PLURALS and are_numbered(text, at))
        or (text.is_chinese and is_numbered_zh(text, at))
        or (before and not touching and _is_of_a_name(text, at, before))
    )
    if not is_one_word:
        return 0
    return end_of_row_zh(text, at) if text.is_chinese else at + 1


_MODEL_BEHIND = regex(r" (?:and|or) (?:the |[A-Za-z]+'s )?[A-Z]{1,3}-?[0-9]{1,4}(?![0-9,])")
_MODEL = range(3, 5)  # digits of an aircraft's or a car's number


def _is_another_model(text: Text, at: int) -> bool:
    """The A350 or the 787, the 737 and the A321: digits tied to the number of a name.

    So is one thing behind another of its kind: the A320 sold, whereas the 787 was late.
    """
    if not (text.words[at].isdecimal() and len(text.words[at]) in _MODEL):
        return False
    if _MODEL_BEHIND.match(text.folded, text.ends[at]):
        return True
    if text.word(at + 1) in _OF_ONE and any(map(_is_numbered, text.words[:at], text.used)):
        return True
    is_joined = text.word(at - 2) in {"and", "or"} and text.words[at - 1] == "the"
    is_tied = is_joined and at > 4 and text.used[at - 3] and text.touches(at - 4)
    if not is_tied or not text.words[at - 3][0].isdecimal():
        return False
    after = text.word(at + 1)
    return not (
        is_counted_word(after)
        or (after in PHRASES and phrase_at(text.words, at + 1))
        or COUNTS.match(text.lower, text.ends[at])
    )


_OF_ONE = frozenset("is was has isn't wasn't hasn't".split())


def _is_numbered(word: str, used: int) -> bool:
    return used > 0 and word[0].isdecimal()


_CHIPS = frozenset("ryzen core ultra xeon epyc athlon threadripper geforce radeon".split())


def _is_of_a_series(text: Text, at: int) -> bool:
    """Ryzen 9 9950X: digits with capitals behind the number of a series."""
    if text.word(at - 2) not in _CHIPS or text.touches(at - 1) or not text.touches(at):
        return False
    letters = text.folded[text.starts[at + 1] : text.ends[at + 1]]
    return letters.isalpha() and letters.isascii() and letters.isupper()


def _is_size_of_model(text: Text, at: int) -> bool:
    """Llama 3.1 405B: a size behind the number of a name, without a word for what it counts."""
    named = text.word(at - 2)
    return _is_size(text, at) and named.isalpha() and not is_counted_word(text.word(at + 2))


def _is_size(text: Text, at: int) -> bool:
    if text.word(at + 1) != "b" or not text.touches(at) or text.touches(at - 1):
        return False
    return text.folded[text.starts[at + 1]] == "B"


def _is_glued(text: Text, at: int, before: str) -> bool:
    """Whether the digits are glued to letters that are no currency: A100, GPT-4, MI300."""
    if before[-1].isalpha() and before.isascii():
        glued = at > 1 and text.touches(at - 2) and text.words[at - 2][-1] in "-0123456789"
        if text.word(at + 1) in {"cent", "cents"} and before in CENT_PREFIXES:
            return False
        glued = glued and not _ends_range(text, at - 1)
        if before == RAND and not glued and is_rand(text, at - 1):
            return False
        return before not in PREFIXES or glued or _is_a_word(text, at - 1)
    if before == "-" and at > 1 and text.touches(at - 2):
        other = text.words[at - 2]
        if at > 2 and text.touches(at - 3) and text.words[at - 3][-1].isdecimal():
            return False
        if other in CHANGES or (other == "sub" and _OF_A_SHARE.match(text.lower, text.ends[at])):
            return False
        if (
            other == "tl"
            and text.words[at].isdecimal()
            and not _SIZED.match(text.lower, text.ends[at])
        ):
            return True  # TL-301, where TL-5 million is money
        if other.isascii() and other[-1].isalpha():
            return _is_before_a_dash(text, at, other)
    return before in {"_", "@", "\\", "&"}


def _is_before_a_dash(text: Text, at: int, other: str) -> bool:
    """Whether a word is part of a name, with the dash and the digits behind it: GPT-4.

    $5 million-7 million is a range.
    """
    is_size = other in SCALES and text.word(at + 1) == other
    if is_size and text.words[at - 3][:1].isdecimal():
        return False
    return (other not in PREFIXES and other not in {"to", "and"}) or other in AMBIGUOUS_CODES


_LOW_END = regex(
    r"(?<![A-Za-z0-9-])(?P<code>[A-Z]{3}|R[sM]?)[0-9][0-9.,]*\s?(?:[kmb]|bn|mn|tn|[mb]illion)?-$"
)
_LONGEST_END = 20  # characters


def _ends_range(text: Text, at: int) -> bool:
    """Whether the letters at a word are the money of a range's other end: RMB8m-RMB12m."""
    start = text.starts[at]
    low = _LOW_END.search(text.folded, max(0, start - _LONGEST_END), start)
    return low is not None and text.folded[start : text.ends[at]] == low["code"]


def _is_a_word(text: Text, at: int) -> bool:
    """Whether letters before digits are a code by chance, and of no sum: TRY5, but TRY3.7bn."""
    is_one = text.words[at] in AMBIGUOUS_CODES - {"fr"}
    return is_one and not is_code_of_sum(text, at)


_OF_A_SHARE = regex(r"\s?(?:%|per\s?cent)")  # sub-10%, where SUB-4 is a name
_SIZED = regex(r"\s?(?:million|billion|trillion|thousand|mn|bn|[mk]\b|[万亿千百])")


def _end_of_glued(text: Text, at: int) -> int:
    end = at + 1
    while end < len(text.words) and text.touches(end - 1):
        word = text.words[end]
        if word[0].isascii() and word[0].isalnum():
            end += 1
        elif (
            word in {"-", ".", "/"}
            and text.touches(end)
            and end + 1 < len(text.words)
            and text.words[end + 1][0].isascii()
            and text.words[end + 1][0].isalnum()
            and word != "/"
        ):
            end += 2
        else:
            break
    return end


# Gemma 3 and Llama 4 were run: what is one of two names, also where it begins the sentence.
_NAME_BESIDE = regex(
    r" (?:and|or) [A-Z][A-Za-z]+ [0-9]{1,2}(?:\.[0-9])? (?:are|is|was|were|have|has|had|both)\b"
)


def _is_of_a_name(text: Text, at: int, before: str) -> bool:
    """Llama 2, iPhone 15: at a sentence's start only a name with a further capital."""
    written = text.folded[text.starts[at - 1] : text.ends[at - 1]]
    if not _may_be_a_name(before, written) or _is_of_figure(text, at, written):
        return False
    if text.lower[text.ends[at - 1] : text.starts[at]] != " ":
        return False
    if any(char.isupper() for char in written[1:]):
        return True
    first = at == 1 or text.words[at - 2] in {".", "!", "?", "。", "\n"}
    return (
        not first
        or (text.word(at + 1).isdecimal() and _is_size(text, at + 1))
        or _NAME_BESIDE.match(text.folded, text.ends[at]) is not None
    )


def _may_be_a_name(word: str, written: str) -> bool:
    """Whether a word that is written so, with a capital in it, may be a name: iPhone, no EUR."""
    if not (word[0].isascii() and word[-1].isalpha()) or word in METRICS or word in PREFIXES:
        return False
    if written in SIZED_CODES or not any(char.isupper() for char in written):
        return False
    is_done = word.endswith(("ed", "ing")) and word not in _NO_PARTICIPLES
    return not (is_done and written[1:].islower())


_NO_PARTICIPLES = frozenset("speed feed seed".split())  # High Speed 2


def _is_of_figure(text: Text, at: int, written: str) -> bool:
    """Whether digits count or measure something: Sold 12 cars, Runs 5-axle lorries, WALE 4.2年."""
    word, after = text.words[at], text.word(at + 1)
    if "," in word or len(word) > 5 or COUNTS.match(text.lower, text.ends[at]):
        return True
    if written.isupper() and _MEASURES.match(text.lower, text.ends[at]):
        return True
    if is_counted_word(after) and len(word) > 1:
        return True
    described = text.word(at + 2) if after == "-" and text.touches(at) else ""
    return described[:1].isalpha() and len(described) > 2

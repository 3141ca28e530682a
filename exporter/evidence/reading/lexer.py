"""One pass over a text: its words, with where they stand.

A word is a run of digits, a run of Latin letters, a Chinese word of the vocabulary, a run of
Chinese numerals, or any other character. What a word means, the tables in `vocabulary` say.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate, chain

from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary import cues, dates, idioms, plain, qualifiers
from exporter.evidence.reading.vocabulary.numbers import CAPITALS_ZH, PARTS_ZH
from exporter.facts.folding import fold, lower

_BRANCHES = 16  # alternatives that are tried one by one before they are parted by first character
NUMERALS_ZH = "零〇一二三四五六七八九十百千万亿兆两廿卅卌"


def _either(words: Iterable[str]) -> str:
    """A pattern for the longest of `words`, quick for hundreds of them."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word)
    firsts = sorted(by_first)
    groups = []
    for at in range(0, len(firsts), _BRANCHES):
        some = firsts[at : at + _BRANCHES]
        rest = "|".join(f"(?<={re.escape(first)}){_rest(by_first[first])}" for first in some)
        groups.append(f"[{re.escape(''.join(some))}](?:{rest})")
    return "|".join(groups)


def _rest(words: list[str]) -> str:
    return f"(?:{'|'.join(re.escape(word[1:]) for word in words)})"


def _han(words: Iterable[str]) -> set[str]:
    return {word for word in words if word[0] >= "\u4e00" and " " not in word}


_WORDS_ZH = _han(
    {
        *idioms.IDIOMS_ZH.split(), *qualifiers.BEFORE, *cues.DOWN_ZH, *cues.EITHER_ZH,
        *cues.GAIN_ZH, *cues.NOT_ZH, *cues.REACHED_ZH, *cues.BY_ZH, *cues.TO_ZH, *cues.MEANS_ZH,
        *dates.WORDS_ZH, *cues.MEASURES_ZH, *plain.LABELS_ZH, *PARTS_ZH,
        "每", "平均", "几", "数", "半", "翻", "第", "首", "榜首", "居首", "减半",
        "腰斩", "好几", "半数", "对折", "打对折", "单票", "个", "负", "人民币", "同比", "环比",
    }
)  # fmt: skip
IDIOMS_ZH = frozenset(idioms.NUMERAL_IDIOMS_ZH.split())
# 百分点, 千克 and 万分之 begin with what is no part of a numeral there.
_NUMERAL_RUN = (
    r"(?:[零〇一二三四五六七八九两十廿卅卌]|[百万亿](?!分[点之])|百(?=分(?![点之]))"
    r"|千(?![克米瓦伏卡]|分之|兆瓦)|兆(?![瓦赫焦比字伏位欧帕吨]))+"
)
_FIRSTS = "".join(sorted({word[0] for word in _WORDS_ZH | IDIOMS_ZH}))
_DAY_OF_MONTH = "|".join(
    f"(?<=月{kind * length}日)"
    for kind, most in (("[0-9]", 2), ("[一二三四五六七八九十廿卅]", 3))
    for length in range(1, most + 1)
)
# What a PDF that does not say its ligatures leaves of the words of periods.
_LOST_WORDS = {"\ufffdrst": "first", "\ufffdscal": "fiscal", "\ufffdnancial": "financial"}
_TOKEN = regex(
    r"(\s*)("
    r"u\.s\.?(?![a-z])|[a-zà-öø-ÿā-ž]+(?:'[a-z]+)?"
    r"|[0-9]+(?:[.,][0-9]+)*"
    rf"|(?:{_either(_LOST_WORDS)})(?![a-z])"
    rf"|[^\x00-\u3fff\uff00-\uffef{_FIRSTS}{NUMERALS_ZH}]+"
    rf"|(?<![0-9第{NUMERALS_ZH}])(?:{_either(IDIOMS_ZH)})"
    r"|(?<=[0-9一二三四五六七八九十两])年(?=均[值价线])"  # 过去五年|均值
    rf"|日(?:{_DAY_OF_MONTH})(?![元圆円币本])"  # 3月15日|发电量
    rf"|(?:{_either(_WORDS_ZH)})(?!(?<=零)点[零〇一二三四五六七八九])"  # 为|零点六
    rf"|{_NUMERAL_RUN}"
    r"|[\s\S])"
)
# 大陆十家, 队伍百人, 收拾: such a character is part of the word before it.
_CAPITAL_RUN = regex(
    r"(?<![大登着内水海新队入落退收放])(?:[壹贰叁肆伍陆柒捌玖拾佰仟倆零万亿一二两三四五六七八九十百千0-9点打又]"
    r"|分之|(?<=[点折之又])\s|\s(?=[点折])){2,}"
)
# 叁年, 肆份: a single one is a numeral before what it may count.
_CAPITAL_ALONE = regex(
    r"(?<![大登着内水海新队入落退收放玖壹贰叁肆伍陆柒捌拾佰仟])[壹贰叁肆伍陆柒捌玖]"
    r"(?=个?(?:年|月|日|天|周|季度|期|元|角|分|份|名|人|次|家(?!嘴|岗)|股(?!通)|间|倍|折|套|台|辆|座|件"
    r"|张|位|户|批|层|款|项|条|幢|处|所|亩|吨|笔|支|成|页))"
)
_CAPITAL = regex("[壹贰叁肆伍陆柒捌玖拾佰仟倆]")
_ADDRESS = regex(r"https?://[!-~]+|www\.[!-~]+|[a-z0-9_+-][a-z0-9_.+-]{0,63}@[a-z0-9.-]+")
# 41亿美元^3, 9个^[4]: raised digits as plain text writes them; 米^2 is a unit, 10^6 a power.
_RAISED_NOTE = regex(
    r"(?:(?<=[\u4e00-\u9fff%])(?<![米克秒])|(?<=[a-z]{4}))"
    r"\^(?:[0-9]{1,2}|\[[0-9]{1,2}\])(?![0-9a-z]|\.[0-9])"
)
_BEYOND = [""] * 24
_APART = [False] * 24
_HAN = regex("[\u4e00-\u9fff]")
_POWERS = frozenset("十百千万亿拾佰仟")


class Text:
    """A text as words.

    Attributes:
        given: The text.
        folded: With one spelling, its capitals kept.
        lower: The same in small letters.
        words: The words of `lower`, without white space.
        starts: Where each begins, in all three.
        ends: Where each ends.
        used: For each word whether it has been read as a date, or as a name that is no figure.
        word: The word at an index; "" beyond either end.
        touches: Whether nothing stands between the words at an index and at the next one.
        is_chinese: Whether it has Chinese characters.
    """

    def __init__(self, given: str) -> None:
        """Words of a text."""
        self.given = given
        self.folded = fold(given)
        small = lower(self.folded)
        if _CAPITAL.search(small):
            small = _CAPITAL_RUN.sub(_in_everyday_numerals, small)
            small = _CAPITAL_ALONE.sub(lambda match: match[0].translate(CAPITALS_ZH), small)
        if "@" in small or "://" in small or "www." in small:
            small = _ADDRESS.sub(lambda match: "\x00" * len(match[0]), small)
        if "^" in small:
            small = _RAISED_NOTE.sub(lambda match: "\x00" * len(match[0]), small)
        self.lower = small
        # White space and words in turn, so that offsets are running totals of lengths.
        pieces: list[str] = [*chain.from_iterable(_TOKEN.findall(small))]
        offsets = [*accumulate(map(len, pieces))]
        self.words: list[str] = pieces[1::2]
        if "\ufffd" in small:
            self.words = [_LOST_WORDS.get(word, word) for word in self.words]
        self.starts, self.ends = offsets[::2], offsets[1::2]
        self.used = bytearray(len(self.words))
        # An index a little beyond either end gives "".
        self.word: Callable[[int], str] = [*self.words, *_BEYOND].__getitem__
        joined = [not space for space in pieces[2::2]]
        self.touches: Callable[[int], bool] = [*joined, *_APART].__getitem__
        self.is_chinese = not small.isascii() and _HAN.search(small) is not None

    def at(self, offset: int) -> int:
        """The index of the first word that begins at `offset` or after it."""
        return bisect_left(self.starts, offset)

    def use(self, first: int, last: int) -> None:
        """Mark the words from `first` to before `last` as read."""
        for index in range(first, min(last, len(self.used))):
            self.used[index] = 1


def _in_everyday_numerals(match: re.Match[str]) -> str:
    run = match[0]
    is_numeral = not _POWERS.isdisjoint(run) or any(word in run for word in ("分之", "打", "点"))
    return run.translate(CAPITALS_ZH) if is_numeral else run

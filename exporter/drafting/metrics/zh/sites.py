"""A figure of a Chinese sentence, where it stands."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace

from exporter.drafting.figures.spans_of_time import was_length
from exporter.drafting.metrics.brackets import clause_start
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS

MOST = 20  # characters


_ROUNDING = regex("^(?:以[内上下]|左右|上下|之[内上下]|开外|出头|有余|不等|之间)")


# 在27个|城市|运营仓库|64座: the noun of the figure before
_PLACES_BEFORE = regex(
    "^(?:城市|省份|国家(?:和地区)?|地区|省市|区县|县市|市县)(?=(?:共|已|合计|累计)*(?:运营|经营|拥有|设有|建有|布局|开设|开出|设立|管理|建成|投放))"
)
_CLOSED_ASIDE = regex(
    "[（(][^（()）]*(?:[)）](?=的)|下同[)）])"
)  # 成熟门店|（开业满三年）|的净利率
_ONE_OF_A_SUM = regex("[笔批期宗单](?:约|近|逾|超过?|总额|金额)*[0-9]")  # 发行一|笔5亿元的票据
# 由1.3万吨|/日|降至1.1万吨/日
_PER = regex(
    r"^\s?/\s?(?:[\u4e00-\u9fff]{1,3}?|[A-Za-z]+)(?=[升降增减涨跌提上下扩缩恢回至到为、和]|$)"
)
OPEN = "what is measured is not said beside the figure"


def any_of(said: list[str] | tuple[str, ...]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(
        re.escape(word) for word in sorted(set(said), key=lambda word: (-len(word), word))
    )


@dataclass(frozen=True, slots=True)
class Site:
    """A figure where it stands.

    Attributes:
        text: The sentence in simplified characters; offsets are the sentence's.
        dates: Where dates begin and end in it.
        names: Of the report's entities and brokers, the longest first.
        name: What names a figure; for those that take another one's name.
        earlier: What stands before the sentence in its paragraph, as the source has it.
        known: What figures are called that were asked for before, by `Site.key`.
    """

    text: str
    start: int
    end: int
    figure: Figure
    figures: tuple[Figure, ...]
    dates: tuple[tuple[int, int], ...]
    names: tuple[str, ...]
    name: Callable[["Site"], Guess[str]]
    earlier: str = ""
    known: dict[Hashable, Guess[str]] = field(default_factory=dict, compare=False)

    @property
    def key(self) -> Hashable:
        """What a name depends on that differs between the sites of a sentence."""
        return self.text, self.start, self.end, self.figure, self.figures, self.dates, self.earlier

    @property
    def before(self) -> Figure | None:
        """The figure before it; what something is per is none (每万名工人)."""
        earlier = (one for one in self.figures if one.end <= self.start and not self._is_aside(one))
        return max(earlier, key=lambda one: one.end, default=None)

    def _is_aside(self, figure: Figure) -> bool:
        """Whether a figure only says per what, when or which: 每万名, 半年|前, 800万|像素."""
        left, right = self.text[: figure.start], self.text[figure.end :]
        if figure.dimension == "ordinal" or left.endswith("每") or right.startswith("像素"):
            return True
        if figure.text == "一" and _ONE_OF_A_SUM.match(right):
            return True
        if figure.dimension in {"time", "calendar time"}:
            if was_length(self.text, figure.start, figure.end):
                return False
            if left.endswith(("连续", "过去", "未来", "近")):
                return True
            return right.startswith(
                ("）", ")", "前", "后", "内", "以来", "来", "间", "期", "之间", "之内", "里")
            )
        return left.endswith("前") and right.startswith(("大", "名", "强"))

    @property
    def clause(self) -> int:
        """Where its clause begins."""
        return clause_start(self.text, self.start, "，。；！？\n\t：:|;")

    @property
    def tail(self) -> str:
        """What stands before it in its clause, behind the figure before it."""
        before = self.before
        begin = max(self.clause, before.end if before else 0)
        said = _CLOSED_ASIDE.sub("", self.without_dates(begin, self.start))
        if (
            before is not None
            and begin == before.end
            and said[:1] in CLASSIFIERS
            and before.noun[:1] == said[:1]
        ):
            said = re.sub("^以[上下内]的?", "", said[1:])  # 由20万|辆|提升至35万辆
        if before is not None and begin == before.end:
            said = _PER.sub("", said)
        return _PLACES_BEFORE.sub("", said) if before is not None else said

    def without_dates(self, begin: int, end: int) -> str:
        """Part of the text, dates as a blank."""
        said = self.text[begin:end]
        for start, stop in sorted(self.dates, reverse=True):
            if begin <= start and stop <= end:
                said = f"{said[: start - begin]} {said[stop - begin :]}"
        return said

    @property
    def behind(self) -> str:
        """What stands behind it, and behind what only rounds it: 35亿元|以内."""
        return _ROUNDING.sub("", self.text[self.end :])

    @property
    def is_money(self) -> bool:
        """Whether it is a sum."""
        return self.figure.dimension.startswith("money")


@dataclass(frozen=True, slots=True)
class Said:
    """What the words before a figure say.

    Attributes:
        base: The noun; "" for none.
        change: What is said to happen to it; "" for nothing.
        by: Whether the figure is how far it went, and not where it is.
        basis: 同比, 环比 or "".
    """

    base: str
    change: str = ""
    by: bool = False
    basis: str = ""
    dropped: bool = False


def at_figure(site: Site, figure: Figure) -> Site:
    """Where another figure of the same sentence stands."""
    return replace(site, start=figure.start, end=figure.end, figure=figure)

"""What a Chinese sentence calls a figure: the words before it, as an analyst would say them.

What rises by 12% has 增速, with 同比 or 环比 as said, also where the figure is negative;
what is cut by 3%, a figure without a sign, has 降幅; prices, rates and costs, and whatever moves by
points or by an amount, have 变动.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.averages import by_average
from exporter.drafting.metrics.zh.changes import (
    GROWTH,
    carried_name,
    name_of_change,
    plain_name,
    subject_before,
)
from exporter.drafting.metrics.zh.counts import by_count
from exporter.drafting.metrics.zh.lists import by_list
from exporter.drafting.metrics.zh.money import by_idiom, by_spending
from exporter.drafting.metrics.zh.nouns import HAN, counted_noun
from exporter.drafting.metrics.zh.phrases import by_phrase
from exporter.drafting.metrics.zh.said import base_of, said_of
from exporter.drafting.metrics.zh.shares import by_share
from exporter.drafting.metrics.zh.sites import MOST, OPEN, Said, Site, at_figure
from exporter.drafting.metrics.zh.trims import is_pronoun
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.strangers import strangers_in
from exporter.evidence.reading import Figure, Role, read_dates, read_figures
from exporter.facts.folding import fold
from exporter.facts.units import COUNT, MULTIPLE, POINTS, RATIO

_MARKS = "，。；：！？（）、"


def metric_zh(stated: Stated, sentence: Sentence, setting: Setting) -> Guess[str]:
    """What the sentence calls a figure; never empty."""
    text = "".join(
        said if said in _MARKS else plain
        for said, plain in zip(sentence.text, fold(sentence.text), strict=True)
    )
    known = (*setting.entities, *setting.brokers)
    names = {fold(name) for one in known for name in (*one.name, *one.aliases)}
    dates = tuple(_date_of(text, date.start, date.end) for date in read_dates(sentence.text))
    strangers = {fold(one.words) for one in strangers_in(sentence.text, ())}
    names |= {name for name in strangers if not name.endswith(_KINDS)}
    site = Site(
        text, stated.start, stated.end, stated.figures[0], read_figures(sentence.text), dates,
        tuple(sorted(names, key=lambda name: (-len(name), name))),
        _named,
    )  # fmt: skip
    return _named(site)


# Words for a kind of company that a measure may begin with: 银行贷款.
_KINDS = ("银行", "保险", "证券", "航空", "地产")


def _date_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a date is, without what only looks like its end: 2026年|中国, 9月|吞吐量."""
    if text.startswith("中国", end - 1):
        return start, end - 1
    if text[start:end].endswith("量"):
        return start, max(text.rfind(mark, start, end) for mark in "年月季日") + 1
    return start, end


def _named(site: Site) -> Guess[str]:
    for rule in _RULES:
        guess = rule(site)
        if guess is not None and guess.value:
            return guess
    return Guess(_last_resort(site), OPEN)


def _by_base(site: Site) -> Guess[str] | None:
    """A name from the noun before a figure, or, without one, from the figure before it."""
    said, before, dimension = said_of(site), site.before, site.figure.dimension
    if said.base and (not HAN.search(said.base) or is_pronoun(said.base)):
        said = replace(said, base="")
    if site.figure.text == "腰斩":
        said = replace(said, base=said.base or subject_before(site), change="跌", by=True)
    if before is not None and before.dimension == dimension and said.base.endswith("组"):
        return Guess(f"{said.base}{_OF_GROUP.sub('', _name_of(site, before))}"[:MOST])
    if site.figure.role is Role.TO or (not said.base and before is not None):
        carried = carried_name(site, said)
        if carried is not None:
            return carried
    if before is not None and said.base in GROWTH:
        said = replace(said, base=f"{plain_name(_name_of(site, before))}{said.base}")
    is_signed = site.tail[-1:] in _SIGNS or site.text[site.start] in _SIGNS
    if dimension == RATIO and is_signed and not _IS.search(site.tail):
        said = replace(said, change=said.change or "变动", by=True)
    if said.base.endswith("占") and dimension != RATIO and before is not None:
        said = replace(said, base=f"{said.base[:-1]}{plain_name(_name_of(site, before))}")
    if not said.base:
        said = replace(said, base=subject_before(site))
        return Guess(_of_said(site, said), OPEN) if said.base else None
    if before is not None and _is_of_span(site, before, said.base):
        said = replace(said, base=f"{before.text}{said.base}")
    return Guess(_of_said(site, said))


def _name_of(site: Site, figure: Figure) -> str:
    return site.name(at_figure(site, figure)).value


def _of_said(site: Site, said: Said) -> str:
    """The name that a noun makes with what is said to happen to it."""
    dimension = site.figure.dimension
    is_moved = dimension == POINTS and not said.base.endswith(("差", "幅"))
    if (said.by and said.change) or is_moved:
        return name_of_change(said, site)
    if dimension == RATIO and said.basis:
        is_growth = said.base.endswith(("增速", "增幅"))
        return said.base if is_growth else f"{said.base}{said.basis}增速"
    if dimension == MULTIPLE and not said.base.endswith(tuple(words.MEASURES)):
        return f"{said.base}倍数"
    return _contrasted(site, said) or _headed(site, said.base) or _amount_of(site, said.base)


def _is_of_span(site: Site, before: Figure, base: str) -> bool:
    """Whether a span right before a noun belongs to it: 30分钟|内送达比例, 13个月|继续率."""
    is_joined = site.text.startswith(base, before.end) and base.endswith("率")
    return before.dimension in {"time", "calendar time"} and (base.startswith("内") or is_joined)


_HEAD = re.compile("(?:^|[，。；：])([^，。；：]{2,8})[：:][^，。；：]*$")


def _headed(site: Site, base: str) -> str:
    """A name with the measure that heads a list: 市占率：北坊|19%、禾光|16%."""
    found = _HEAD.search(site.text[: site.start])
    if found is None or base.endswith(tuple(words.MEASURES)):
        return ""
    head = base_of(found[1], site)
    return f"{base}{head}" if head.endswith(tuple(words.MEASURES)) else ""


_AREAS = frozenset("签约 交付 销售 开工 竣工 新开工 租赁 成交".split())


def _amount_of(site: Site, base: str) -> str:
    """A deed as the amount of it: 组件|出货, 组件出货量; 签约|40万平方米, 签约面积."""
    deed = base[-2:]
    if site.is_money or site.figure.dimension in {RATIO, POINTS, MULTIPLE, COUNT}:
        return base
    if site.figure.dimension == "area":
        return f"{base}面积" if deed in _AREAS else base
    if deed == "减排":
        return f"{base}量"
    is_done = deed in words.AMOUNTS and deed != "装机"
    return f"{base[:-2]}{words.AMOUNTS[deed]}" if is_done else base


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one dimension, or both sums."""
    return one.dimension.split(":")[0] == other.dimension.split(":")[0]


_RATE = re.compile("[\u4e00-\u9fff]{2}[率量额数价]$")


def _contrasted(site: Site, said: Said) -> str:
    """A name that takes its measure of the figure before: 泰国收入14亿元，巴西|则为2亿元."""
    before = site.before
    if before is None or not _are_alike(before, site.figure) or "则" not in site.tail:
        return ""
    if said.base.endswith(tuple(words.MEASURES)):
        return ""
    name = site.name(at_figure(site, before)).value
    ends = sorted((word for word in words.MEASURES if name.endswith(word)), key=len)
    own = _RATE.search(name)
    return f"{said.base}{own[0] if own else ends[-1]}" if ends else ""


_OF_GROUP = re.compile("^[^组]{0,8}组的?(?=..)")
_SIGNS = frozenset("+-＋－")
_IS = re.compile("[为是达至][+＋－-]?$")  # 毛利率为|-3.2% is no change


def _last_resort(site: Site) -> str:
    """The nearest noun: behind it, in its clause, before it; or what kind of a figure it is."""
    _, noun = counted_noun(site)
    base = said_of(site).base or subject_before(site)
    if noun and len(noun) > 1:
        return noun
    kinds = {
        RATIO: "比例",
        POINTS: "变动",
        MULTIPLE: "倍数",
        COUNT: "数量",
        "time": "时长",
        "calendar time": "期限",
    }
    return base or kinds.get(site.figure.dimension, "金额" if site.is_money else "数值")


_RULES: tuple[Callable[[Site], Guess[str] | None], ...] = (
    by_phrase,
    by_idiom,
    by_list,
    by_average,
    by_share,
    by_spending,
    by_count,
    _by_base,
)

"""What a Chinese sentence calls a figure: the words before it, as an analyst would say them.

What rises by 12% has 增速, with 同比 or 环比 as said, also where the figure is negative;
what is cut by 3%, a figure without a sign, has 降幅; prices, rates and costs, and whatever moves by
points or by an amount, have 变动.

again.py      figures that tell something else of what the figure before measures: 较此前预测低|15%
averages.py   figures that Chinese text tells per day, per head, per shop, and of what: 日均|53万单
bare_nouns.py the noun of a clause without what leads to it: whose it is, when it was
bases.py      a name from the noun before a figure of Chinese text, or from the figure before it
businesses.py which part of a company a bare measure is of: a business, a region, a channel
capacities.py what each site of a list can make, and a line that is told by its size
changes.py    what a change of a Chinese metric is called, and which metric it is that changes
completed.py  what a Chinese noun lacks to be a metric's name: a measure, a deed's amount, a
              change
described.py  what counted things measure, and how many something is done to
counts.py     what is counted in Chinese text, and what was done with it: 新开门店
faring.py     whose share or measure a clause tells of: 餐饮渠道恢复慢，占收入的三成
effects.py    what something adds to results, what it costs, how far prices are raised
excluding.py  what a measure leaves out: 若剔除汇兑损失，毛利率12%
gaps.py       how far a measure may still go, and how far it is from another's
kinds_of_it.py  a kind of what a figure before measures: 其中一年内到期的|28亿元
losses.py     a loss that is told beside a profit: 净利润3亿元，去年同期亏损|2亿元
latter.py     of which of two things 后者, 前者 tell
led_by.py     goods that lead a sentence, whose bare price or sales the next clauses tell
lists.py      Chinese lists whose figures have each their own subject: A、B分别增长3%、4%
market_shares.py  of which market a bare share is, what several hold together: 在国内童车市场的份额
money.py      Chinese words that settle a name at once, and what is done with money
multiples.py  multiples of another metric, or of its own past: 恢复到2019年的|104%
nouns.py      the noun behind a number of Chinese text
one_of.py     what is told of one of a thing: 一台主机的交货期
numbered.py   how many there are of a noun, how much of what is done: 门店数, 订单量
owner_words.py  whose a noun is, or where, in the words before it
owners.py     whose a bare measure is: a plant's, a subsidiary's, a product's
parts.py      the part of a whole that was named before: 4亿元，其中约|六成|投向固态电池
parts_of_stocks.py  whose share of a stock before is told: 存货为6亿元，其中成品占三成
per_piece.py  how far something moved that is told per piece: 每箱的搭赠比去年多了3元
phases.py     of which works a phase is: 在越南建厂，一期年产能60万台
phrases.py    turns of Chinese news that name a figure by more than the noun before it
placed.py     where counted things are: 在泰国共有|97家|门店
products.py   products in quotation marks, whose sales a clause tells
quoted.py     what a share is quoted at
pointed.py    what a clause only points at: 该业务毛利率; pointed_figures.py: 这一比例
predicates.py what those have in common that are counted: 接入该平台的医院占比
ranks.py      what somebody ranks in: 份额位居第二
revised.py    a forecast as it was before it was revised
said.py       what the words before a figure of Chinese text say: a noun, and what happens to it
shares.py     what a share of Chinese text is a share of, and whose it is
share_nouns.py  the noun behind a share, which it is of: 43%|的收入
shares_moved.py  what shares did on a day: 股价高开低走，收跌|3.9%
sites.py      a figure of a Chinese sentence, where it stands
sizes.py      of what so many parameters are, what has a size of such an order
spans.py      how long something lasts, takes, or is enough for
spelled.py    names in traditional characters, where their text has these
split_up.py   of which part, where a sentence goes part by part: 分产品看
subjects.py   what a clause leaves out since the one before says it
sums_used.py  what a sum is used for, where that stands behind it: 以|2亿元|回购股份
taken.py      what a bare measure takes from the figure before it
things_before.py  what a bare number counts, as the one before it does
trims.py      what is cut off the words before a figure: where a change began, what is meant to
              be, by whom
used_works.py of which works a rate of use is that was told of before
works_paid.py what works cost that stand behind the sum: 投资12亿元建设的湖北基地
topics.py     of which part, where a sentence opens with it: 线上业务方面，公司实现销售额
turns.py      what a figure is set beside, measures of what is built
whole_words.py words of two characters that a cut must not part: 使用|人次
words.py      Chinese words that say what a figure measures, and those around it that do not
"""

from collections.abc import Callable
from dataclasses import replace

from exporter.drafting.figures.classes_zh import is_class_zh
from exporter.drafting.figures.names_with_figures import without_names
from exporter.drafting.figures.sayings import is_of_a_saying
from exporter.drafting.figures.sizes import is_specification
from exporter.drafting.figures.spans_of_time import was_length
from exporter.drafting.metrics.money_as_read import money_as_read
from exporter.drafting.metrics.zh.again import by_again
from exporter.drafting.metrics.zh.averages import by_average
from exporter.drafting.metrics.zh.bases import (
    by_base,
    by_compound_growth,
    by_generic,
    by_sum_of_two,
)
from exporter.drafting.metrics.zh.capacities import by_capacity
from exporter.drafting.metrics.zh.changes import subject_before
from exporter.drafting.metrics.zh.counts import by_count
from exporter.drafting.metrics.zh.described import by_description
from exporter.drafting.metrics.zh.effects import by_effect
from exporter.drafting.metrics.zh.excluding import without_what
from exporter.drafting.metrics.zh.faring import without_faring
from exporter.drafting.metrics.zh.gaps import by_gap
from exporter.drafting.metrics.zh.kinds_of_it import by_kind_of_it
from exporter.drafting.metrics.zh.latter import as_latter
from exporter.drafting.metrics.zh.led_by import of_what_leads
from exporter.drafting.metrics.zh.lists import by_list
from exporter.drafting.metrics.zh.losses import told_as_loss
from exporter.drafting.metrics.zh.market_shares import of_market
from exporter.drafting.metrics.zh.money import by_idiom, by_spending
from exporter.drafting.metrics.zh.nouns import counted_noun
from exporter.drafting.metrics.zh.one_of import by_one_of
from exporter.drafting.metrics.zh.owners import owned, told_by_trade
from exporter.drafting.metrics.zh.parts_of_stocks import of_stock
from exporter.drafting.metrics.zh.per_piece import by_per_piece
from exporter.drafting.metrics.zh.phases import of_phase
from exporter.drafting.metrics.zh.phrases import by_phrase
from exporter.drafting.metrics.zh.placed import placed
from exporter.drafting.metrics.zh.pointed import pointed_at
from exporter.drafting.metrics.zh.pointed_figures import by_figure_pointed_at
from exporter.drafting.metrics.zh.predicates import by_predicate
from exporter.drafting.metrics.zh.products import in_its_brackets
from exporter.drafting.metrics.zh.quoted import at_target_price
from exporter.drafting.metrics.zh.ranks import by_first_few, by_rank
from exporter.drafting.metrics.zh.revised import before_revised, told_before
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.shares import as_stake, by_share
from exporter.drafting.metrics.zh.sites import OPEN, Site
from exporter.drafting.metrics.zh.sizes import by_size
from exporter.drafting.metrics.zh.spelled import as_spelled
from exporter.drafting.metrics.zh.split_up import of_split_part
from exporter.drafting.metrics.zh.subjects import since_when
from exporter.drafting.metrics.zh.taken import by_deed_again
from exporter.drafting.metrics.zh.turns import by_turn
from exporter.drafting.metrics.zh.used_works import of_works_before
from exporter.drafting.metrics.zh.works_paid import by_works
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.names.goods_zh import is_of_somebodys
from exporter.drafting.names.strangers import strangers_in
from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, read_dates, read_figures
from exporter.facts.folding import fold, is_traditional
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
    dates = tuple(
        _date_of(text, date.start, date.end)
        for date in read_dates(sentence.text)
        if not was_length(text, date.start, date.end)
    )
    strangers = {fold(one.words) for one in strangers_in(sentence.text, ()) if not one.is_market}
    names |= {name for name in strangers if not name.endswith(_KINDS)}
    names -= {name for name in names if name in text and _are_own_goods(text, name)}
    figures = _apart_from_names(sentence.text, setting)
    site = Site(
        text, stated.start, stated.end, money_as_read(stated.figures[0], figures), figures, dates,
        tuple(sorted(names, key=lambda name: (-len(name), name))),
        _named,
        _earlier(sentence, setting),
    )  # fmt: skip
    guess = _named(site)
    if _OF_MARKET.match(guess.value) and f"市场{guess.value[:2]}" in text:
        guess = Guess(f"市场{guess.value}")  # 国内卤味市场|规模: the market is the entity
    guess = replace(guess, value=of_works_before(site, before_revised(site, guess.value)))
    forms = (name for one in known for name in (one.name.zh, *one.aliases))
    if not any(map(is_traditional, forms)):
        return guess
    return replace(guess, value=as_spelled(guess.value, sentence.text, text))


_OF_MARKET = regex("规模|容量|空间")


def _are_own_goods(text: str, name: str) -> bool:
    """Whether a name of goods is a part of what is measured: 其碳酸锂的单吨成本."""
    at = text.find(name)
    return is_of_somebodys(text, at, at + len(name))


def _apart_from_names(text: str, setting: Setting) -> tuple[Figure, ...]:
    """The figures of a sentence, without those that belong to what somebody or goods are called."""
    figures = without_names(read_figures(text), text, setting)
    return tuple(
        one
        for one in figures
        if not is_specification(one, text[one.end :])
        and not is_of_a_saying(one, text[: one.start], text[one.end :])
        and not is_class_zh(one, text)
        and not _OF_QUOTED_NAME.match(text[max(0, one.start - 1) :])
    )


# “一人锅”系列: what a product is called begins with a number
_OF_QUOTED_NAME = regex(
    "“[一二两三四五六七八九十百千万半零]+[^“”，。；0-9]{1,8}”(?:系列|产品|新品|单品|品牌|款|车型|[，、和与])"
)


def _earlier(sentence: Sentence, setting: Setting) -> str:
    """What stands before a sentence in its paragraph, as far as it may say what it speaks of."""
    text = setting.source.text or ""
    begin = max(paragraph_start(text, sentence.start), sentence.start - _NEAR)
    return text[begin : sentence.start]


_NEAR = 200  # characters
# Words for a kind of company that a measure may begin with: 银行贷款.
_KINDS = ("银行", "保险", "证券", "航空", "地产")


def _date_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a date is, without what only looks like its end: 2026年|中国, 9月|吞吐量."""
    if text.startswith("中国", end - 1):
        return start, end - 1
    if text.startswith("以来", end - 1):  # 四季度|以来|预订量
        return start, end + 1
    if text.startswith("同期限", end - 2):  # 去年|同期限的那笔
        return start, end - 2
    if text[start:end].endswith("量"):
        return start, max(text.rfind(mark, start, end) for mark in "年月季日") + 1
    return start, end


def _named(site: Site) -> Guess[str]:
    """The name of a figure, found once: each goes by the ones before it, and they by others."""
    key = site.key
    if key not in site.known:
        site.known[key] = _name_of(site)
    return site.known[key]


def _name_of(site: Site) -> Guess[str]:
    for rule in _RULES:
        guess = rule(site)
        if guess is not None and guess.value:
            guess = without_faring(site, guess)
            name = owned(site, guess.value)
            name = of_what_leads(site, name)
            name = at_target_price(site, since_when(site, name))
            name = placed(site, name)
            name = told_as_loss(site, told_before(site, of_split_part(site, name)))
            name = told_by_trade(site, of_market(site, name))
            name = of_stock(site, in_its_brackets(site, as_stake(site, name)))
            guess = without_what(site, replace(guess, value=name))
            guess = replace(guess, value=of_phase(site, guess.value))
            return as_latter(site, pointed_at(site, guess))
    return Guess(_last_resort(site), OPEN)


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
    by_figure_pointed_at,
    by_deed_again,
    by_one_of,
    by_rank,
    by_first_few,
    by_size,
    by_predicate,
    by_kind_of_it,
    by_compound_growth,
    by_sum_of_two,
    by_description,
    by_generic,
    by_capacity,
    by_effect,
    by_gap,
    by_works,
    by_per_piece,
    by_again,
    by_turn,
    by_phrase,
    by_idiom,
    by_list,
    by_average,
    by_share,
    by_spending,
    by_count,
    by_base,
)

"""What a change of a Chinese metric is called, and which metric it is that changes."""

from dataclasses import replace

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.said import said_of, stripped
from exporter.drafting.metrics.zh.sites import Said, Site, at_figure
from exporter.drafting.metrics.zh.trims import without_predicate
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, Role
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def subject_before(site: Site) -> str:
    """What the figure before is of, or the clause before says."""
    before = site.before
    if before is not None:
        return plain_name(site.name(at_figure(site, before)).value)
    clause = site.clause
    if clause > 1:
        begin = after_last(site.text, "，。；！？\n", clause - 1)
        said = without_predicate(site.without_dates(begin, clause - 1))
        return base_of(stripped(said)[0], site)
    return ""


def measure_before(site: Site) -> str:
    """The measure of the clause before, where no figure stands in it: 毛利率转正，|6%."""
    before, clause = site.before, site.clause
    if clause < 2 or site.text[clause - 1] not in "，,":
        return ""
    begin = after_last(site.text, "，。；：！？\n", clause - 1)
    if before is not None and before.end > begin:
        return ""
    said = site.without_dates(begin, clause - 1)
    plain = without_predicate(said)
    name = base_of(stripped(plain)[0], site) if plain != said.rstrip() else ""
    return name if name.endswith(words.MEASURES) else ""


# 主要原料的|采购均价，|上半年同比下跌18%
_NOUN_CLAUSE = regex(
    "(?:但|而|其中|此外|同时)?(?:[^的\\s]*等)?(?:(?P<owner>(?!公司|集团|企业|本|该|其|[今去]年)[^的\\s等]{2,10})的)?"
    "(?P<what>[^的\\s，]{2,10})"
)


def led_by_noun(site: Site) -> str:
    """The noun that the clause before is, and no more: a measure, with what it is of."""
    before, clause = site.before, site.clause
    if clause < 2 or site.text[clause - 1] not in "，,":
        return ""
    begin = after_last(site.text, "，。；：！？、\n", clause - 1)
    if before is not None and before.end > begin:
        return ""
    found = _NOUN_CLAUSE.fullmatch(site.without_dates(begin, clause - 1).strip())
    what = base_of(found["what"], site) if found is not None else ""
    if found is None or not what.endswith(words.MEASURES) or not found["what"].endswith(what):
        return ""
    owner = base_of(found["owner"], site) if found["owner"] else ""
    return f"{owner}{what}"


def name_of(site: Site, figure: Figure) -> str:
    """What another figure of the sentence is called."""
    return site.name(at_figure(site, figure)).value


CHANGED_NAME = regex(
    r"较[^较，]{2,9}(?:[点峰值前期时底]|巅峰|鼎盛)变动$|(?:同比|环比|较年初)?(?:增速|降幅|变动|涨跌幅)$|(?:同比|环比)倍数$|恢复率$|(?<=.)与[^与]{2,8}之差$"
)


def plain_name(name: str) -> str:
    """A metric's name, of that of its change."""
    return CHANGED_NAME.sub("", name)


GROWTH = frozenset(words.GROWTH)
_NO_LEVELS = frozenset({RATIO, POINTS, MULTIPLE})


def carried_name(site: Site, said: Said) -> Guess[str] | None:
    """What a figure is of that says more of the one before: 增长12%|至186亿元, 上年同期为16亿元."""
    before = site.before
    if before is None or said.base:
        return None
    is_change = (said.by and said.change != "") or site.figure.dimension == POINTS
    compared = not is_change and site.figure.dimension == before.dimension
    other = _changed(site, before) if is_change else before
    guess = site.name(at_figure(site, other))
    if (
        compared
        and site.figure.dimension == RATIO
        and said.basis
        and CHANGED_NAME.search(guess.value)
    ):
        return Guess(f"{plain_name(guess.value)}{said.basis}增速", guess.doubt)
    is_end = site.figure.role is Role.TO or site.tail.startswith(("至", "到"))
    is_end = is_end and site.figure.dimension not in _NO_LEVELS
    name = guess.value if compared and not is_end else plain_name(guess.value)
    if site.is_money and other.dimension == RATIO and "占" in name:
        name = name.partition("占")[2].removesuffix("比重")  # 存货六成为备货，会降到|12亿元
    if is_change or (said.basis and site.figure.dimension == RATIO):
        return Guess(name_of_change(replace(said, base=name), site), guess.doubt)
    return Guess(name, guess.doubt)


def _changed(site: Site, before: Figure) -> Figure:
    """What a change is of: the figure before, or the level before that of which this is a share."""
    if before.dimension not in _NO_LEVELS or before.start >= site.clause:
        return before
    if site.figure.dimension == POINTS and before.dimension == RATIO:
        return before
    levels = [
        one for one in site.figures if one.end <= site.start and one.dimension not in _NO_LEVELS
    ]
    return levels[-1] if levels and not _changes(site, before) else before


def _changes(site: Site, figure: Figure) -> bool:
    """Whether a figure before is how far something moved."""
    said = said_of(at_figure(site, figure))
    return said.by and said.change != ""


_SHARES = regex("(?:股价|股票|股份)(?:[当次翌昨今同][日天晚])?")


def name_of_change(said: Said, site: Site) -> str:
    """What a change of a metric is called."""
    if site.figure.dimension == POINTS and said.base.endswith(tuple(GROWTH)):
        return f"{said.base}变动"
    base = plain_name(said.base)
    if base.endswith((*words.GROWTH, "增长率")):
        return base
    if peak := _against_peak(site):
        return f"{base}较{peak}变动"
    if _SHARES.fullmatch(base):
        return "股价涨跌幅"
    basis = said.basis or _since_year_begun(site)
    if site.figure.dimension not in {RATIO, MULTIPLE}:
        return f"{base}{basis}变动"
    if said.dropped:
        return f"{base}{basis}降幅"
    return f"{base}{basis}{'变动' if base.endswith(tuple(words.CHANGED)) else '增速'}"


# 比|2021年|的高点少了|四成
_PEAK = regex(
    "(?:较|比|相较于?|相比于?|与|从|自)(?P<year>(?:(?:19|20)[0-9]{2}年|[今去前]年|此前|历史|年内|疫情)?)的?(?:历史)?"
    "(?P<what>最?[高低]点|[高低]峰(?:期|时期?)?|峰值|谷底|巅峰(?:期|时期?)?|鼎盛(?:期|时期?)?|最[高低](?:点|位|时|值)|前(?=$|的?[^，。；]{0,4}[增减升降涨跌下少低多]))"
    "(?:时|期|相比|水平|价|的)*(?:大幅|累计|已经?|仍|还|又|再|下|了|约|近|逾|\\s)*[增减升降涨跌少多低高缩回下上][^0-9，。；]{0,5}$"
)


def _against_peak(site: Site) -> str:
    """The peak, or the lowest point, from which a change is told; "" where none is."""
    before = site.before
    begin = max(site.clause, before.end if before else 0)
    if site.text.endswith("相比，", 0, site.clause):  # 与高点相比，仍跌去|六成
        begin = after_last(site.text, "，。；：", site.clause - 1)
    found = _PEAK.search(site.text[begin : site.start])
    return f"{found['year']}{found['what']}" if found and site.figure.dimension != POINTS else ""


_SINCE_BEGIN = regex(
    "(?:较|比|相较于?|与)(?:今年|本年)?(?:年初|(?:上年|去年|上年度)(?:年?末|年?底))(?:时|相比|数)?"
    "(?:大幅|小幅|略|微|仅|又|已|再|净(?=[增减])|净|约|\\s)*(?:[增减升降涨跌]|上[升涨]|下[降跌滑]|回落|提[高升]|扩大|缩[减小])[^0-9，。；]{0,4}$"
)


def _since_year_begun(site: Site) -> str:
    """What tells a change since the year began from that of a year: 存货较年初增加|15%."""
    before = site.before
    begin = max(site.clause, before.end if before else 0)
    is_since = _SINCE_BEGIN.search(site.text[begin : site.start]) is not None
    return "较年初" if is_since and site.figure.dimension != MULTIPLE else ""

"""Chinese lists whose figures have each their own subject: A、B分别增长3%、4%."""

import re
from dataclasses import replace

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of_change, plain_name
from exporter.drafting.metrics.zh.said import CHANGE, read_words, stripped
from exporter.drafting.metrics.zh.sites import Said, Site, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import MULTIPLE, POINTS, RATIO

_SEVERALLY = regex(r"分别|依次|各自")


def by_list(site: Site) -> Guess[str] | None:
    """Each figure of a list its own subject: 手机、平板、电视销量分别增长3%、4%、5%."""
    found = list(_SEVERALLY.finditer(site.text, 0, site.start))
    if not found:
        return None
    at = found[-1]
    run = _run_of(site, at.end())
    number = next((n for n, one in enumerate(run) if one.start == site.start), -1)
    if number < 0 or len(run) < 2:
        return None
    begin = _clause_before(site, at)
    subject = site.without_dates(begin, at.start())
    said = read_words(site.without_dates(at.end(), run[0].start), site)
    rest, said = _without_change(subject, said)
    if site.figure.dimension == MULTIPLE and (multiple := _MULTIPLE.search(rest)):
        return Guess(multiple[0])
    parts = _parts_of(rest, len(run), site) or _parts_before(site, found[:-1], len(run))
    if growth := _GROWTH_OF_ALL.fullmatch(subject.strip()):  # …；同比增速分别为|12%和-4%
        parts = _levels_before(site, begin, len(run))
        return Guess(f"{parts[number]}{growth['name']}") if parts else None
    if _OF_BOTH.search(subject):  # 营收27.9亿元，净利润7.4亿元，两项指标分别下滑12.3%和19.7%
        parts = _levels_before(site, begin, len(run))
        said = replace(said, base="")
    parts = parts or _one_for_all(rest, len(run), site) or _levels_before(site, begin, len(run))
    if not parts:
        return None
    is_share = said.base != "" and site.figure.dimension == RATIO
    said = replace(said, base=f"{parts[number]}{said.base}")
    if is_share and site.text[: run[0].start].rstrip("约近超").endswith("的"):
        return Guess(f"{said.base}占比")
    return Guess(name_of_change(said, site) if said.by else _amount_of(site, said.base))


def _clause_before(site: Site, at: re.Match[str]) -> int:
    """Where the clause begins that 分别 stands in."""
    return after_last(site.text, "，。；！？\n（", at.start())


def _without_change(subject: str, said: Said) -> tuple[str, Said]:
    """What stands before 分别 without what happened to it, and that with what is said behind."""
    rest, basis = stripped(subject)
    behind = CHANGE.search(subject)
    if not said.change and behind and not rest.endswith(words.MEASURES):
        said = Said("", behind["word"], True)  # 手机、电视销量增长|分别为3%和4%
        rest, basis = stripped(subject[: behind.start()])
    return rest, replace(said, basis=said.basis or basis)


# 归母净利润分别为7亿元和9亿元，对应市盈率|分别为41倍和31倍
_MULTIPLE = regex("(?<=对应)(?:动态|静态|滚动)?(?:市盈率|市净率|市销率|P/?[EBS])(?=倍数|$)")


_OF_BOTH = regex(
    r"(?:两项|二者|两者|上述|这两|[两三]个|[两三]项)(?:指标|数据|数字|口径|业务)?(?:均|都)?(?:同比|环比)?$"
)


_GROWTH_OF_ALL = regex(
    "[其而]?(?:[二两]者)?的?(?P<name>(?:同比|环比)?(?:增速|增幅|增长率|降幅))(?:则|也)?"
)


def _amount_of(site: Site, base: str) -> str:
    """A deed as the amount of it: A款|售出, A款销量."""
    deed = base[-2:]
    if site.is_money or site.figure.dimension in {RATIO, POINTS} or deed not in words.AMOUNTS:
        return base
    return f"{base[:-2]}{words.AMOUNTS[deed]}"


def _run_of(site: Site, begin: int) -> list[Figure]:
    """The figures behind 分别, up to the end of its clause."""
    stop = min(
        (n for n in (site.text.find(mark, begin) for mark in "，。；") if n >= 0),
        default=len(site.text),
    )
    return [one for one in site.figures if begin <= one.start < stop]


def _levels_before(site: Site, begin: int, size: int) -> list[str]:
    """The metrics of as many levels, right before: 营收88亿元，净利润9亿元，分别增长3%和5%."""
    levels = [
        one for one in site.figures if one.end <= begin and one.dimension not in {RATIO, POINTS}
    ]
    if len(levels) < size:
        return []
    return [plain_name(site.name(at_figure(site, one)).value) for one in levels[-size:]]


def _parts_before(site: Site, found: list[re.Match[str]], size: int) -> list[str]:
    """The parts before another 分别: 手机、电视销量分别增长3%、4%，分别达到|5亿元和6亿元."""
    if not found:
        return []
    said = site.without_dates(_clause_before(site, found[-1]), found[-1].start())
    return _parts_of(stripped(said)[0], size, site)


def _one_for_all(subject: str, size: int, site: Site) -> list[str]:
    """One metric of several years: 归母净利润预测为7亿元和9亿元，对应市盈率|分别为41倍和31倍."""
    name = "" if re.search("[、和与及/]", subject) else base_of(subject, site)
    return [name] * size if len(name) > 1 and name.endswith(words.MEASURES) else []


# 食品、饮料、日化|三类|毛利率
_SEVERAL = regex(
    "(?:[两三四五六七八九]|[2-9])(?:大|类|个|款|项|家|地|种|条)+(?:区域|区|板块|业务|品类|产品|市场|公司|产线)?(?:的)?"
)


def _parts_of(subject: str, size: int, site: Site) -> list[str]:
    """The parts of a subject that are as many as figures; what the last ends with is all theirs."""
    parts = [part for part in re.split(r"、|/|以及|和|与|及|,", _whole(subject, site)) if part]
    parts = parts[-size:]
    if len(parts) != size:
        return []
    several = _SEVERAL.search(parts[-1])
    if several is not None and several.start():
        shared = parts[-1][several.end() :]
        return [
            f"{base_of(part, site)}{shared}" for part in (*parts[:-1], parts[-1][: several.start()])
        ]
    owner, has, shared = parts[-1].rpartition("的")
    if has and 1 < len(shared) <= 8 and shared.endswith(words.MEASURES):
        return [f"{base_of(part, site)}{shared}" for part in (*parts[:-1], owner)]
    end = next(
        (
            word
            for word in sorted(words.MEASURES, key=len, reverse=True)
            if parts[-1].endswith(word)
        ),
        "",
    )
    return [base_of(part, site) + ("" if part.endswith(words.MEASURES) else end) for part in parts]


def _whole(subject: str, site: Site) -> str:
    for name in site.names:
        subject = subject.replace(name, "")
    return subject

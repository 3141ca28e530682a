"""Of which of two things 后者 or 前者 tells: 甲类收入降3%，乙类收入增5%，|后者|占收入的31%."""

from dataclasses import replace

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.changes import plain_name
from exporter.drafting.metrics.zh.sites import OPEN, Site, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_POINTS = regex("^(?P<which>[后前]者)(?:的)?")
# Of a thing whose revenue was told, and not of that revenue: 乙类|收入|，后者占收入比重
_MEASURE = regex(
    "(?:总)?(?:营业收入|销售收入|收入|营收|销售额"
    "|销量|产量|箱量|货量|运量|客流量|订单量|出货量|交付量|数量|规模|金额|余额|[人件]数)$"
)
_CHANGE = regex("[同环]比|增[速长幅]|降幅|变动")


def as_latter(site: Site, guess: Guess[str]) -> Guess[str]:
    """A name with what the latter, or the former, stands for; a doubt where that is not plain."""
    found = _POINTS.match(guess.value)
    if found is None:
        return guess
    rest = guess.value[found.end() :]
    begin = site.text.rfind(found["which"], 0, site.start)
    told = _told_before(site, begin)
    if any(name in site.text[:begin] for name in site.names) and rest:
        return replace(guess, value=rest)  # who it is, the entity says
    at = -1 if found["which"] == "后者" else -2
    if len(told) < -at or (at == -2 and len(told) != 2):
        return Guess(guess.value, guess.doubt or OPEN)
    thing = told[at] if _CHANGE.match(rest) else _MEASURE.sub("", told[at])
    return replace(guess, value=f"{thing or told[at]}{rest}")


def _told_before(site: Site, end: int) -> list[str]:
    """What the figures of the sentence before an offset are of, each once."""
    begin = after_last(site.text, "。！？\n", end)
    names: list[str] = []
    for one in site.figures:
        if not begin <= one.start < one.end <= end:
            continue
        other = site.name(at_figure(site, one))
        if not other.doubt and (name := plain_name(other.value)) not in names:
            names.append(name)
    return names

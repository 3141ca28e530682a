"""Of which half or year a Chinese report is that an article says to be out: 披露半年报."""

import re

from exporter.drafting.periods.whens import Clock
from exporter.engine.regex import regex

_OUT = regex(
    "(?:披露|发布|公布|公告|发表|交出|晒出|亮出|出炉|推出)了?(?P<what>[^，。；：]{0,16}?)"
    "(?P<kind>半年报|中报|中期报告|半年度报告|半年度业绩|年报|年度报告)(?!中|里|显示|预告|问询)"
)
# What is told in passing, or of another report beside it: 此前披露的半年报, 年报及一季报.
_PASSING = regex("(?:此前|曾|早前|之前|去年|上年|将|拟|预约|推迟|尚未|未能|延期)[^，。；]{0,8}$")
_QUARTERLY = regex("[一二三四]季报|[一三]季度报告|季度报告")
_YEAR = regex("(?P<year>20[0-9]{2})年?度?$")
_HALF_OVER = 6  # months


def report_out(text: str, clock: Clock) -> str:
    """The half or year of the report that a paragraph says is out; "" for none, or a quarter's.

    Args:
        text: A paragraph in simplified characters.
        clock: When the article appeared, and when fiscal years end.
    """
    found = _OUT.search(text)
    is_calendar = clock.year_end is None or clock.year_end.is_calendar
    if found is None or not is_calendar or _QUARTERLY.search(text):
        return ""
    if _PASSING.search(text[: found.start()]) or "的" in found["what"]:
        return ""
    is_half = found["kind"] not in {"年报", "年度报告"}
    said = _YEAR.search(found["what"])
    if said is None and re.search("[0-9年]", found["what"]):
        return ""
    here = clock.published
    last = here.year if is_half and here.month > _HALF_OVER else here.year - 1
    year = int(said["year"]) if said else last
    if year not in {last, last - 1}:
        return ""
    return f"{year}-H1" if is_half else f"{year}"

"""Years of two digits in Chinese text: 24/25/26年, 26年及27年净利润, 23年三季度, 24财年."""

from exporter.engine.regex import regex
from exporter.evidence.reading.date_parts import Found, mention_of, mention_up_to
from exporter.evidence.reading.dates_zh import part_of_year
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.vocabulary.dates import FISCAL_ZH


def read_short_years(text: Text, at: int) -> Found | None:
    """24/25/26年, 26年及27年净利润, 23年三季度, 24财年, 27Q1; a plain 23年 is a span of time."""
    word = text.words[at]
    if len(word) != 2 or word[0] not in "123":
        return None
    years, is_sure = _row_of_short_years(text, at)
    end = years[-1] + 1
    fiscal = text.word(end) in FISCAL_ZH
    if not fiscal and text.word(end) != "年":
        return None
    part = part_of_year(text, end + 1)
    is_sure = is_sure or fiscal or part.end > end + 1 or _is_valued(text, end + 1)
    if not is_sure and not _is_reported(text, at, end):
        return None
    year = 2000 + int(text.words[years[-1]])
    if fiscal and len(years) == 2 and year == 2001 + int(word):
        years = [at]  # 24/25财年 is the one that ends in 2025
    mentions = [
        mention_of(text, index, index + 1, year=2000 + int(text.words[index]), is_fiscal=fiscal)
        for index in years[:-1]
    ]
    last = mention_up_to(text, years[-1], part, year=year, is_fiscal=fiscal)
    return [*mentions, last], part.end


def _row_of_short_years(text: Text, at: int) -> tuple[list[int], bool]:
    """Where the years of a row stand that begins at `at`, and whether they are surely years.

    What stands between slashes is; 26年及27年 and 25-27年 are where `_is_reported` says so.
    """
    years, joins = [at], set()
    while len(years) < _MOST_YEARS:
        join = years[-1] + (2 if text.word(years[-1] + 1) == "年" else 1)
        following = text.word(join + 1)
        if text.word(join) not in _BETWEEN_YEARS or not (
            len(following) == 2 and following.isdecimal()
        ):
            break
        years.append(join + 1)
        joins.add(text.word(join))
    if joins <= {"/"} or _is_reported(text, at, years[-1] + 1):
        return years, bool(joins)
    return [at], False


_MOST_YEARS = 6
_BETWEEN_YEARS = frozenset("/ - ~ 、 至 到 和 及 与".split())
# 上调|26年|盈利预测: what is spoken of behind a year, and where no length of time stands.
_BEFORE_A_YEAR = regex(
    "(?<![0-9]年)(?:^|[，。；：、（(,;:\\s]|[至到和与及的将把较比对在自]|预[计测期]|[上下]调|维持|对应|我们|公司|给予|展望|调整|基于"
    "|低于|高于|优于|好于|弱于)$"
)
_OF_A_YEAR = regex(
    "年(?:的|全年|公司|行业|国内|海外|全球|集团|整体|新增|目标|摊薄|中国)*(?:归母|扣非|经调整|营业|净利|利润|营收|收入|业绩|盈利"
    "|eps|pe(?![a-z])|pb(?![a-z])|ps(?![a-z])|gdp|cpi|ppi|估值|市[盈净销]率|增[速长]|[销产]量|出货|需求|毛利|预[测期](?!寿)|指引|资本开支|分红|派息|股息"
    "|装机|同期|基数|目标价)"
)
_TO_A_YEAR = regex("(?:切换|滚动|[递顺]延|推迟|提前|后移|前移)[至到]$")
_AROUND_A_YEAR = 8  # characters


def _is_reported(text: Text, at: int, end: int) -> bool:
    """Whether what is said around 26年 makes it a year: 上调26年盈利预测, 估值切换至26年."""
    start, unit = text.starts[at], text.starts[end] if end < len(text.starts) else 0
    if text.word(end) != "年":
        return False
    before = max(0, start - _AROUND_A_YEAR)
    if _TO_A_YEAR.search(text.lower, before, start):
        return True
    is_of_it = _OF_A_YEAR.match(text.lower, unit) is not None
    return is_of_it and _BEFORE_A_YEAR.search(text.lower, before, start) is not None


def _is_valued(text: Text, at: int) -> bool:
    """对应24年15倍PE, 24年PE: the year of a multiple."""
    word = text.word(at)
    return word in {"pe", "pb", "eps", "ps"} or (
        word[:1].isdecimal() and text.word(at + 1)[:1] in {"倍", "x"}
    )

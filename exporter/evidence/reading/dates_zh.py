"""Dates in Chinese text: 2023年9月30日, 2021、2022年, 7-8月, 第三季度."""

from exporter.engine.regex import regex
from exporter.evidence.reading.date_parts import (
    DASHES,
    DateMention,
    Found,
    YearPart,
    fiscal_year,
    is_counted,
    mention_of,
    mention_up_to,
    short_year,
    small_number,
    year_in,
)
from exporter.evidence.reading.lexer import NUMERALS_ZH, Text
from exporter.evidence.reading.vocabulary.dates import (
    FISCAL_ZH,
    HALVES,
    JOINS,
    NTHS,
)


def read_years(text: Text, at: int) -> Found | None:
    """2023年第三季度, 2021、2022年, 2014-2022, 2021/22财年, 2025年度."""
    years = _row_of_years(text, at)
    end = years[-1][0] + 1
    if split := _split_year(text, at, [year for _, year in years], end):
        return split
    fiscal = text.word(end) in FISCAL_ZH
    if fiscal or (text.word(end)[:1] == "年" and not text.word(end).startswith("年级")):
        end += 1
    elif not _begins_part(text, end):  # 2028上半年, 2028三季度
        is_row = len(years) > 1 and not is_counted(text, years[-1][0])
        return (_mentions_of(text, years), end) if is_row else None
    mentions = _mentions_of(text, years[:-1], is_fiscal=fiscal)
    index, year = years[-1]
    if year is None:  # 2021-22年 is the first of them
        mentions[-1] = mentions[-1]._replace(end=text.ends[end - 1])
        return mentions, end
    part = part_of_year(text, end)
    mentions.append(mention_up_to(text, index, part, year=year, is_fiscal=fiscal))
    return _with_last_day(text, mentions, part.end)


def _row_of_years(text: Text, at: int) -> list[tuple[int, int | None]]:
    """Where the years of a row stand that begins at `at`, and which they are; of 2021-22 None."""
    years = [(at, year_in(text.words[at]))]
    while text.word(years[-1][0] + 1) in JOINS and (found := _next_year(text, years[-1][0] + 1)):
        years.append(found)
    return years


def _mentions_of(
    text: Text, years: list[tuple[int, int | None]], *, is_fiscal: bool = False
) -> list[DateMention]:
    """A mention for each of the years that are said whole."""
    return [
        mention_of(text, index, index + 1, year=year, is_fiscal=is_fiscal)
        for index, year in years
        if year
    ]


def _split_year(text: Text, at: int, years: list[int | None], end: int) -> Found | None:
    """2021/22财年, 2021-22年度, 2021/22上半年: the fiscal year that ends in 2022.

    2026/27年 are two of them.
    """
    first, last = years[0], text.word(end - 1)
    is_pair = len(years) == 2 and (years[1] is None or text.word(at + 1) == "/")
    if first is None or not is_pair or fiscal_year(first, last) == first:
        return None
    is_said = text.word(end) in FISCAL_ZH or text.word(end) == "年度"
    stop = end + is_said
    part = part_of_year(text, stop)
    if not is_said and (not part.is_half_or_quarter or years[1] is not None):
        return None
    stop = part.end if part.is_half_or_quarter else stop
    said = {"quarter": part.quarter, "half": part.half}
    return [mention_of(text, at, stop, year=first + 1, is_fiscal=True, **said)], stop


def _begins_part(text: Text, at: int) -> bool:
    """Whether a half or a quarter stands right behind a year that lacks its 年."""
    part = part_of_year(text, at) if text.touches(at - 1) and text.word(at) >= "\u4e00" else None
    return part is not None and part.is_half_or_quarter


def _with_last_day(text: Text, mentions: list[DateMention], end: int) -> Found:
    """4月7日至9日, 4月7至9日: the last day of a span is of the same month."""
    first = mentions[-1]
    if first.month is not None and first.day is None and text.word(end + 1) in DASHES:
        day, is_day = small_number(text.word(end)), text.word(end + 3) in {"日", "号"}
        if day is not None and 1 <= day <= 31 and is_day:
            first = first._replace(day=day, end=text.ends[end])
            mentions[-1], end = first, end + 1
    if first.day is not None and text.word(end) in DASHES:
        day = small_number(text.word(end + 1))
        if day is not None and 1 <= day <= 31 and text.word(end + 2) in {"日", "号"}:
            span = mention_of(text, end + 1, end + 3)
            mentions.append(first._replace(day=day, start=span.start, end=span.end))
            end += 3
    return mentions, end


def _next_year(text: Text, join: int) -> tuple[int, int | None] | None:
    index = join + 1
    if text.word(index) in {"and", "财"}:
        index += 1
    word = text.word(index)
    if year := year_in(word):
        return index, year
    tight = text.touches(join - 1) and text.touches(join)
    if text.word(join) in {"-", "/"} and tight and short_year(word):
        return index, None
    return None


_QUARTERS = {nth: NTHS[nth] for nth in "一二三四1234"} | {"首": 1}


def part_of_year(text: Text, at: int) -> YearPart:
    """The part of a year that begins at `at`: 第三季度, 9月30日, 上半年, Q3; else nothing."""
    word = text.word(at)
    if word in HALVES:
        return YearPart(at + 1, half=HALVES[word])
    if word == "全年":
        return YearPart(at + 1)
    if word in {"q", "h"} and text.word(at + 1) in {"1", "2", "3", "4"}:
        number = int(text.word(at + 1))
        return YearPart(at + 2, quarter=number) if word == "q" else YearPart(at + 2, half=number)
    shift = 1 if word in {"第", "前"} else 0
    nth, unit = text.word(at + shift), text.word(at + shift + 1)
    if nth in _QUARTERS and unit in {"季", "季度", "季报"}:
        return YearPart(at + shift + 2, quarter=None if word == "前" else _QUARTERS[nth])
    month = small_number(nth) if shift == 0 else None
    if month is None or not 1 <= month <= 12 or unit[:1] != "月" or unit == "月均":
        return YearPart(at)
    day = small_number(text.word(at + 2))
    if day is not None and 1 <= day <= 31 and text.word(at + 3) in {"日", "号"}:
        return YearPart(at + 4, month, day)
    return YearPart(at + 2, month)


def read_part(text: Text, at: int) -> Found | None:
    """9月30日, 11月, 三季度, 30日, 4月7日至9日."""
    word = text.words[at]
    if (
        word[0] in NUMERALS_ZH
        and text.word(at - 1) in {"个", "几", "数", "半", "多"}
        and text.touches(at - 1)
    ):
        return None
    part = part_of_year(text, at)
    if part.end > at:
        return _with_last_day(text, [mention_up_to(text, at, part)], part.end)
    day = small_number(word)
    if (
        word.isdecimal()
        and day is not None
        and 1 <= day <= 31
        and text.word(at + 1) in {"日", "号"}
    ):
        if _lasts(text, at):
            return None
        rest = text.lower[text.ends[at + 1] : text.ends[at + 1] + 1]
        if (text.word(at + 1) == "日" and rest not in set("内均活间线游元圆本币経经")) or (
            rest and text.word(at - 1) == "月"
        ):
            return [mention_of(text, at, at + 2, day=day)], at + 2
    return None


# 停产19日, 责令停业整顿15日 and 公示7日 are lengths of time, 停产至19日 and 停产19日上午 are none.
_LASTED = regex(
    r"(?:停产|停工|停业|停牌|停运|停航|停摆|停课|停盘|停售|停机|休市|休业|休刊|歇业|闭店|闭馆|闭园|封闭|封控"
    r"|历时|为期|耗时|长达|历经|需时|用时|缩短|延长|延期|展期|宽限|顺延|推迟|延后|滞留|拘留|关押|羁押"
    r"|整顿|整治|整改|检修|检验|停检|大修|公示|隔离|限产|暂停(?:营业|生产|经营|交易|运营|使用|服务)?|关闭|冻结|锁定"
    r"|连[续涨跌升降]|集训|调试|试运行|试营业|展出|巡演|放假|休假)"
    r"(?:了|共|达|满|约|近|合计|累计|至少|最多|最长|至多|不超过|不少于|超过|超|逾)*$"
)
_LONGEST_LASTED = 9  # characters of it
_IN_THE_DAY = (
    "起",
    "上午",
    "下午",
    "晚",
    "早",
    "凌晨",
    "中午",
    "当",
    "召",
    "公告",
    "开",
    "发布",
    "(",
)


def _lasts(text: Text, at: int) -> bool:
    """Whether so many 日 are how long something takes, and no day of a month."""
    start = text.starts[at]
    is_day = text.lower.startswith(_IN_THE_DAY, text.ends[at + 1])
    return not is_day and bool(_LASTED.search(text.lower, max(0, start - _LONGEST_LASTED), start))


def read_row(text: Text, at: int) -> Found | None:
    """7、8、9月, 7-8月, 11月1-3日, 第3、4季度, 二三季度: the last alone says what they are."""
    numbers, end = [(at, small_number(text.word(at)))], at + 1
    while text.word(end) in JOINS:
        index = end + (2 if text.word(end + 1) == "第" else 1)
        number = small_number(text.word(index))
        if number is None or len(numbers) == 12:
            return None
        numbers.append((index, number))
        end = index + 1
    if len(numbers) < 2 or any(number is None for _, number in numbers):
        return None
    values = [number or 0 for _, number in numbers]
    name = _name_of_row(text, at, end, values)
    if not name:
        return None
    mentions = [
        mention_of(text, index, index + 1, **{name: value})
        for (index, _), value in zip(numbers, values, strict=True)
    ]
    mentions[-1] = mentions[-1]._replace(end=text.ends[end])
    return mentions, end + 1


def _name_of_row(text: Text, at: int, end: int, values: list[int]) -> str:
    """What the numbers of a row from `at` to `end` are: "month", "day", "quarter"; "" for none."""
    unit, largest = text.word(end), max(values)
    if min(values) < 1:
        return ""
    if unit[:1] == "月" and unit != "月均" and largest <= 12:
        return "month"
    if unit in {"日", "号"} and largest <= 31:
        is_length = text.lower[text.ends[end] : text.ends[end] + 1] in {"内", "均", "游"}
        return "" if is_length and unit == "日" and text.word(at - 1) != "月" else "day"
    return "quarter" if unit in {"季", "季度", "季报"} and largest <= 4 else ""


def read_written_year(text: Text, at: int) -> Found:
    """二〇二三年九月三十日, 二〇二三年九月三日至九日."""
    year = int(
        "".join(str("〇一二三四五六七八九".find(c if c != "零" else "〇")) for c in text.words[at])
    )
    part = part_of_year(text, at + 2)
    is_fiscal = text.word(at + 1) in FISCAL_ZH
    mentions = [mention_up_to(text, at, part, year=year, is_fiscal=is_fiscal)]
    return _with_last_day(text, mentions, part.end)


def read_nth_quarter(text: Text, at: int) -> Found | None:
    """第三季度, 前三季度, 第3、4季度."""
    if text.word(at) == "第" and (row := read_row(text, at + 1)) and row[0][0].quarter:
        return row
    part = part_of_year(text, at)
    if part.end == at:
        return None
    return [mention_of(text, at, part.end, quarter=part.quarter)], part.end

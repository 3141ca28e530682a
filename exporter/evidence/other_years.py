"""Periods of another year than the only one that their quotes speak of: 2024, of sales in 2025.

Many a year in a quote is not that of its figure: what is compared with, what falls due, when it was
said. So only a year counts that is said of a whole clause (in 2025, 2025年), where nothing else in
the quote points to another time.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.regex import regex
from exporter.errors import Problem
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.fact_set import FactSet
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.table import KEY_SEPARATOR, NUMBER, map_distinct

_FIRST_YEAR = r"(?:^|[^0-9])(?P<year>(?:1[89]|20)[0-9]{2})(?:[^0-9]|$)"
_CALENDAR = YearEnd(12, 31)
_DAY, _YEAR = timedelta(days=1), timedelta(days=366)
# What stands before a date that says when, in English and in Chinese, or nothing.
_WHEN = regex(
    r"(?:^|(?<![a-z])(?:in|for|during|at|on|as of|as at|(?:end|half|quarter|months|year) of"
    r"|(?:half|quarter|months|year) (?:ended|ending|to)|end-)(?:\s+the)?"
    r"|[，。；：、,;:]|在|截至|截止)\s*$",
    re.IGNORECASE,
)
# What points to another time than the figure's, or tells when something else was or will be.
_ELSEWHERE = regex(
    r"(?<![a-z])(?:since|from|than|versus|vs|compared|against|over|until|till|through|before"
    r"|after|earlier|previous(?:ly)?|prior|last|next|year-ago|a year|due|matur\w*|expir\w*"
    r"|announced|reported|published|said|founded|launch\w*|agreed|signed|acquired|bought|that"
    r"|which|who|when|where|open\w*|start\w*|beg[iau]n\w*|complet\w*|to be|by)(?![a-z])"
    r"|自|从|由|较|比|至今|以来|起|此前|之前|之后|去年|上年|明年|次年|同期|到期|宣布|公布|披露|发布|成立"
    r"|签|收购|建成|投产|上市|完成|启动|开业",
    re.IGNORECASE,
)


def doubts_of_years(facts: FactSet) -> Iterator[Problem]:
    """The numbers of a period of which their quotes name no year, but another one.

    Args:
        facts: All of a report.
    """
    for batch in facts.batches():
        rows = batch.filter(_names_another_first(batch))
        keys = pc.binary_join_element_wise(rows["period"], rows["quote"], KEY_SEPARATOR)
        rows = rows.append_column("said", map_distinct(keys, _other_year, pa.int32()))
        names = ["file", "line", "id", "period", "said"]
        for row in rows.filter(pc.is_valid(rows["said"])).select(names).to_pylist():
            wrong = f"its period is {row['period']}, and its quote speaks of {row['said']} alone"
            right = "correct `period`, or quote the words that say it"
            yield Problem(row["file"], row["line"], row["id"], wrong, right)


def _names_another_first(facts: pa.Table) -> pa.ChunkedArray:
    """The numbers of whose quotes the first year is not that in which their period begins: few."""
    named = pc.struct_field(pc.extract_regex(facts["quote"], _FIRST_YEAR), "year")
    own = pc.utf8_slice_codeunits(pc.utf8_ltrim(facts["period"], "FY"), 0, 4)
    has_own = pc.or_(pc.equal(named, own), pc.equal(own, ""))
    return pc.and_not(pc.equal(facts["kind"], NUMBER), has_own)


def _other_year(key: str) -> int | None:
    """The only year of which a quote speaks, where the period is of none that it may mean."""
    period, _, quote = key.partition(KEY_SEPARATOR)
    points = parse_period(period) or ()
    first, last = points[0], points[-1]
    begin, end = first.first, last.last(_CALENDAR)
    if any(str(year) in quote for year in range(begin.year, min(end.year, begin.year + 9) + 1)):
        return None
    mentions = read_dates(quote)
    years = {mention.year for mention in mentions}
    (year,) = years if len(years) == 1 else (None,)
    if year is None or not all(_says_when(quote, mention) for mention in mentions):
        return None
    if any(point.is_fiscal for point in points) or any(said.is_fiscal for said in mentions):
        begin, end = begin - _YEAR, end + _YEAR  # fiscal years begin and end in any month
    if begin == end and not any(said.day for said in mentions):
        begin, end = begin - _DAY, end + _DAY  # the end of a year may be the first of January
    if begin.year <= year <= end.year or _ELSEWHERE.search(quote):
        return None
    return year


def _says_when(quote: str, mention: DateMention) -> bool:
    return _WHEN.search(quote[: mention.start]) is not None

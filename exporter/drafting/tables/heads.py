"""Which lines may be over a table; heads of rows that state figures: stock, $0.001 par value.

The latter are read as sentences are. Numbers of shares that a table may give in thousands, as its
caption says, are left to a person, and so are those of two days that the head does not name.
"""

import re
from collections.abc import Iterator, Sequence

from exporter.drafting.model import Sentence
from exporter.drafting.tables.row_heads import plain_head
from exporter.engine.regex import regex
from exporter.evidence.sources import Source

_STATES = regex(r"[$€£]\s?[0-9]|\brates? of [0-9.]+\s?%|[0-9] shares\b", re.IGNORECASE)
_MAY_BE_IN_THOUSANDS = regex(
    r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})?(?: and [0-9,]+)? (?:shares|issued)\b"
)
_YEAR = regex(r"\b(?:19|20)[0-9]{2}\b")
# Weighted-average shares outstanding heads a section.
_OF_STOCK = regex(
    r"par value.*(?:authorized|issued|outstanding)|shares (?:authorized|issued)"
    r"|[0-9] (?:[a-z]+ )?shares outstanding",
    re.IGNORECASE,
)


def is_of_stock(text: str) -> bool:
    """Whether a line is a part of a row that is broken in the midst of a balance sheet."""
    return _OF_STOCK.search(text) is not None and not text.rstrip().endswith((".", ":"))


def over_the_table(lines: Sequence[str]) -> int:
    """The first of the lines before a table that may be over it: what was told before is not.

    Full-year guidance raised is an item of the list before it where Financial summary follows.

    Args:
        lines: Those before the table that name something, from the top.
    """
    if lines and _OF_RESULTS.fullmatch(lines[-1].strip()):
        return len(lines) - 1
    told = [at for at, line in enumerate(lines[:-1]) if tells(line)]
    return told[-1] + 1 if told else 0


def tells(line: str) -> bool:
    """Whether a line tells something, and is no heading: Full-year guidance raised."""
    return _TOLD.search(line.strip()) is not None and _LEADS_ON.search(line) is None


_TOLD = regex(
    r"^[-–—•·*▪●○■□◦‣]\s?[^\W\d_]|\w{2}[.。!！]$"
    r"|^(?!.*:$).*\b(?:guidance|outlook|forecasts?|targets?|expectations)\b.*?"
    r"\b(?:raised|upgraded|increased|lifted|lowered|cut|reduced|narrowed|tightened|reiterated"
    r"|reaffirmed|confirmed|maintained|unchanged|withdrawn|reinstated|on\s+track|met|exceeded)\b"
    r"|\b(?:raise[sd]?|upgrade[sd]?|increase[sd]?|lift(?:s|ed)?|lower(?:s|ed)?|cuts?|reduce[sd]?"
    r"|narrow(?:s|ed)?|reiterate[sd]?|reaffirm(?:s|ed)?|confirm(?:s|ed)?|maintain(?:s|ed)?"
    r"|on\s+track|no\s+change|in\s+line|ahead\s+of|confiden(?:t|ce))\b.*"
    r"\b(?:guidance|outlook|forecasts?|targets?|expectations)\b"
    r"|(?:指引|展望|目标|预期|预测).{0,6}(?:上调|上修|下调|维持|重申|不变)"
    r"|(?:上调|上修|下调|维持|重申).{0,12}(?:指引|展望|目标|预期|预测)",
    re.IGNORECASE,
)
# Whose figures have come to be, whatever stands before it.
_OF_RESULTS = regex(
    r"(?:group )?(?:financial|results) (?:summary|highlights|performance|results)"
    r"|summary of (?:financial )?results|主要会计数据(?:和财务指标)?",
    re.IGNORECASE,
)
_LEADS_ON = regex(r"\b(?:following|follows|below|tables?)\b|如下|下表|[:：]$", re.IGNORECASE)


def named_by_title(title: str) -> str:
    """What a row without a head is called by the title of its table.

    A sentence that leads to the table is no name: raises its guidance as follows.
    """
    if (said := _AS_FOLLOWS.match(title)) is not None:
        return plain_head(said["what"])
    guided = _GUIDED.search(title) if _LEADS_ON.search(title) else None
    return guided[0].capitalize() if guided else plain_head(title)


# Net revenues |were as follows|
_AS_FOLLOWS = regex(
    r"(?:The |Our |Its )?(?P<what>(?:[\w’'&-]+ ){1,5}?)(?:is|are|was|were) as follows\b",
    re.IGNORECASE,
)
_GUIDED = regex(r"\b(?:guidance|outlook|forecasts?|targets?)\b|指引|展望|目标", re.IGNORECASE)


def sentences_in_heads(source: Source) -> Iterator[Sentence]:
    """The heads of rows that state figures, in order."""
    start = 0
    for paragraph, line in enumerate((source.text or "").split("\n")):
        head, tab, _ = line.partition("\t")
        if tab and _states(head):
            yield Sentence(start, start + len(head), head, paragraph)
        start += len(line) + 1


def _states(head: str) -> bool:
    if not _STATES.search(head) or _MAY_BE_IN_THOUSANDS.search(head):
        return False
    return "respectively" not in head or _YEAR.search(head) is not None

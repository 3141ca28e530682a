"""What stands above the paragraphs of an article: its headline, who wrote it, when.

The first line of a plain text is a headline where it is short, is no sentence, and stands by itself
above text that goes on. Who wrote it, and when, say the lines between it and the first paragraph,
in texts and on pages, as newspapers have them: By Jane Doe in London, 第一财经记者 张三; one day,
and no other, or the one that has a line of its own. Where they say none, the dateline does, with
which the first paragraph begins: ZURICH, Nov 19, 2026 –.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from exporter.evidence.documents.dates import day_of, days_in
from exporter.evidence.documents.mail import is_field
from exporter.evidence.documents.model import Metadata

# Results for the year ended 30 September 2025: no day of which anything appeared
_OF_A_PERIOD = re.compile(r"\b(?:end(?:ed|ing)|year to|months to|weeks to|as (?:at|of))\b|截至")
# Words of a line that does not say a day alone: Sales since 1 May 2025; Published 1 May 2025 does
_MORE_THAN_A_DAY = re.compile(
    r"\b(?!(?:at|am|pm|on|st|nd|rd|th|published|updated|posted)\b)[a-z]{2,}\b"
    r"|[以自起到至截前后内]|[\u4e00-\u9fff]{7}"
)
_LONGEST_DAY = 48  # characters
_LONGEST = 120  # characters of a headline, or of a line with who wrote it and when
_MOST = 4  # lines between a headline and the first paragraph
_SENTENCE_END = re.compile(r"[.。;；:：,，、…]['\"’”」』)）]*$")
_ITEM = re.compile(r"[-*+•·▪◦‣–—>|#]|\(?(?:\d{1,3}|[a-zA-Z])[.)、]\s")
_ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|plc|Bros|U\.S|St|[ap]\.m)\.$")
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
_BY = re.compile(rf"By (?P<author>{_NAME}(?:,? and {_NAME})?)(?=$|,| in | [|·–—-])")
_BY_ZH = re.compile(
    r"(?P<house>[^\s|｜/年月日]{2,14}?)?\s?(?:首席|特约|实习)?记者[\s:：|｜]*(?P<author>[\u4e00-\u9fff]{2,4})"
    r"(?=\s*$|[\s|｜]+(?:\S{1,8}报道|\d))"
)
# Where something was written, and for which wire: LONDON (Wire) — 19 November 2026 —
_PLACE = r"[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|of|de|del|am|upon|and))*"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?: ?\([^()]{{2,30}}\) ?[,:–—-]*|,| ?[–—]+| -+) ?(?=[A-Z0-9])"
    r"(?P<day>(?:[A-Z][a-z]+,? )?[A-Za-z0-9., ]{5,18}?\d{4})"
    r",?(?: ?(?:\([^()]{2,30}\)|/[^/]{2,30}/))? ?[–—:-]"
    r"|[\u4e00-\u9fff]{0,12}?(?P<day_zh>\d{4}年\d{1,2}月\d{1,2}日)[电讯])"
)
_OWN_HOUSE = frozenset({"本报", "本刊", "本网", "本台", "特派"})


def told_above(text: str) -> Metadata:
    """What a text has above its first paragraph; nothing where there is no headline.

    Args:
        text: A file's, as it was written.
    """
    title, *rest = map(str.strip, f"{text.lstrip()}\n\n".splitlines())
    filled = [line for line in rest if line]
    below = list(takewhile(_is_head, filled[: _MOST + 1]))
    is_above = len(below) <= _MOST and len(below) < len(filled)
    is_title = _is_head(title) and not _ITEM.match(title) and not is_field(title)
    if not (is_title and is_above and not rest[0]):
        return Metadata()
    return replace(_told_by(below, filled[len(below)]), title=title)


def told_in_head(paragraphs: Sequence[str], title: str | None) -> Metadata:
    """Who wrote an article, and when, by what stands above its first paragraph, or its headline.

    Args:
        paragraphs: Of a page, the headline among them.
        title: What the headline says, where that is known.
    """
    above = [line for line in paragraphs[: _MOST + 2] if line != title]
    head = list(takewhile(_is_head, above))
    return _told_by(head, above[len(head)]) if len(head) < len(above) else Metadata()


def _told_by(lines: Sequence[str], first: str) -> Metadata:
    """What the lines of an article's head tell, or else how its first paragraph begins."""
    house, author = _writer(lines)
    dated = [line for line in lines if not _OF_A_PERIOD.search(line)]
    short = (line for line in dated if len(line) <= _LONGEST_DAY)
    alone = {day for line in short if not _MORE_THAN_A_DAY.search(line) for day in days_in(line)}
    days = {day for line in dated for day in days_in(line)}
    told = next((found for found in (alone, days) if len(found) == 1), set())
    published = next(iter(told), None) or (None if days else _day_of_dateline(first))
    return Metadata(publisher=house, author=author, published=published)


def _day_of_dateline(paragraph: str) -> date | None:
    """The day that the dateline says with which a paragraph begins; None where there is none."""
    said = _DATELINE.match(paragraph)
    return day_of(said["day"] or said["day_zh"]) if said else None


def _writer(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The paper and the person that one of the lines names; the first one that does."""
    for line in lines:
        if match := _BY.match(line):
            return None, match["author"]
        if match := _BY_ZH.search(line):
            house = match["house"]
            is_house = house not in _OWN_HOUSE and any(map(str.isalpha, house or ""))
            return house if is_house else None, match["author"]
    return None, None


def _is_head(line: str) -> bool:
    """Whether a line is short and does not end as sentences do."""
    is_end = _SENTENCE_END.search(line) and not _ABBREVIATED.search(line)
    return 0 < len(line) <= _LONGEST and not is_end and "\t" not in line

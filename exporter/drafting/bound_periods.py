"""Which of the periods of a sentence governs a figure, as a reader takes it.

In this order: lists that go side by side (respectively, 分别); the figure that another one is
compared with, and its period; the nearest period of the figure's own part of the sentence; that of
the parts before it, then behind it. What is a name, a founding or the day of an announcement
governs none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from exporter.drafting import said_words as words
from exporter.drafting.said_periods import Step, When
from exporter.drafting.tenses import is_future
from exporter.evidence.reading import Figure
from exporter.evidence.reading import Role as FigureRole
from exporter.facts.periods import Point, parse_period
from exporter.facts.units import CALENDAR_TIME, ORDINAL
from exporter.facts.words import Lang


class Role(StrEnum):
    """What a period does in its sentence."""

    MAIN = "main"
    COMPARED = "compared"  # of what the sentence's own figures are compared with
    ANNOUNCED = "announced"  # when it was said
    NONE = "none"  # a name, a founding


@dataclass(frozen=True, slots=True)
class Bound:
    """What governs a figure.

    Attributes:
        when: None where nothing in its sentence does.
        is_base: Whether it is what another figure is compared with.
    """

    when: When | None
    is_base: bool = False


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its periods and figures.

    Attributes:
        text: Its words.
        lang: Its language.
        whens: The periods it says, in order.
        roles: What each of them does.
        figures: Where its figures stand.
        ranges: Where those begin that are ends of ranges.
        bases: From where to where another period's figures stand, by the period that governs them.
    """

    text: str
    lang: Lang
    whens: tuple[When, ...]
    roles: tuple[Role, ...]
    figures: tuple[Span, ...]
    ranges: frozenset[int]
    bases: tuple[tuple[Span, When | None], ...]

    @property
    def main(self) -> list[When]:
        """The periods that the sentence is about."""
        return [
            when for when, role in zip(self.whens, self.roles, strict=True) if role is Role.MAIN
        ]


def read_sentence(text: str, lang: Lang, whens: Sequence[When], figures: Sequence[Figure]) -> Read:
    """A sentence, with what its periods do in it."""
    spans = tuple(
        (figure.start, figure.end)
        for figure in figures
        if figure.dimension != ORDINAL
        and not any(when.start <= figure.start < when.end for when in whens)
        and not (figure.dimension == CALENDAR_TIME and figure.is_vague)
    )
    ranges = frozenset(
        figure.start for figure in figures if figure.role in {FigureRole.LOW, FigureRole.HIGH}
    )
    roles = tuple(_role(at, whens, text, lang) for at in range(len(whens)))
    read = Read(text, lang, tuple(whens), roles, spans, ranges, ())
    if lang == "zh":
        bases = tuple(_bases_zh(read))
    else:
        bases = tuple(_bases_en(read))
        roles = tuple(
            Role.COMPARED
            if role is Role.MAIN and any(start <= when.start < end for (start, end), _ in bases)
            else role
            for when, role in zip(whens, roles, strict=True)
        )
    return Read(text, lang, tuple(whens), roles, spans, ranges, bases)


def bound(read: Read, start: int, end: int) -> Bound:
    """What governs the figure that stands from `start` to `end`."""
    if row := _in_rows(read, start):
        return Bound(row, is_base=row in read.whens and _role_of(read, row) is not Role.MAIN)
    for (first, last), when in read.bases:
        if first <= start < last:
            return Bound(when, is_base=True)
    if own := _in_brackets(read, start):
        return Bound(own)
    mains = [when for when in read.main if not _is_bracketed(read.text, when, start)]
    parts = _parts(read)
    at = next((n for n, (first, last) in enumerate(parts) if first <= start < last), 0)
    if own := _nearest(read, mains, start, end, parts[at]):
        return Bound(own)
    before = [when for when in mains if when.end <= start]
    if lead := [when for when in before if not _is_relative(when)] or before:
        return Bound(lead[-1])
    for when in mains:
        if when.start >= end and _reaches_back(read, start, end, when, parts):
            return Bound(when)
    said = [
        when for when, role in zip(read.whens, read.roles, strict=True) if role is Role.ANNOUNCED
    ]
    return Bound(said[0] if said else None)


def _role_of(read: Read, when: When) -> Role:
    return read.roles[read.whens.index(when)]


def _is_relative(when: When) -> bool:
    return when.step in {Step.YEARS_BEFORE, Step.ONE_BEFORE, Step.YEAR_BEFORE}


# --- Roles


def _role(at: int, whens: Sequence[When], text: str, lang: Lang) -> Role:
    when = whens[at]
    head, said = text[: when.start], text[when.start : when.end]
    is_year = re.fullmatch(r"(?:19|20)[0-9]{2}(?:年|[-–—](?:19|20)?[0-9]{2,4})?", said) is not None
    if is_year and _is_named(head, text, when, lang):
        return Role.NONE
    if lang == "zh":
        if words.FOUNDED_ZH.search(head) or words.FOUNDED_BEHIND_ZH.match(text, when.end):
            return Role.NONE
        if _is_day(when) and words.ANNOUNCED_BEHIND_ZH.match(text, when.end):
            return Role.ANNOUNCED
        return Role.COMPARED if _is_compared_zh(when, text) else Role.MAIN
    is_other = (
        words.DUE.search(head) or words.YEAR_ENDED.search(head) or words.FOUNDED_ONLY.search(head)
    )
    if is_other or _is_of_a_thing(head, text, when):
        return Role.NONE
    is_opening = re.fullmatch(r"\W*(?:On|Earlier on)? ?(?:\w+day,? )?", head) is not None
    is_told = is_opening and words.ANNOUNCED_BEHIND.match(text, when.end)
    if _is_day(when) and (is_told or words.ANNOUNCED.search(head)):
        return Role.ANNOUNCED
    return Role.MAIN


# under the December 2020 repurchase authority
_THING_BEHIND = re.compile(
    r" (?!(?:fiscal|first|second|third|fourth|full|quarter|period|year|half|month"
    r"|results?|level|figure"
    r"|and|or|to|was|were|is|are|by|in|on|at|for|from|with|of|as|it|we|the|a|an)\b)[a-z][\w-]+"
)


def _is_of_a_thing(head: str, text: str, when: When) -> bool:
    """Whether a month of a year only says which thing is meant."""
    is_attribute = re.search(r"\b(?:the|its|our|their|this|that) $", head) is not None
    return is_attribute and _is_day(when) and _THING_BEHIND.match(text, when.end) is not None


def _is_day(when: When) -> bool:
    points = parse_period(when.period) or ()
    return len(points) == 1 and points[0].precision in {"day", "month"}


def _is_named(head: str, text: str, when: When, lang: Lang) -> bool:
    if words.NAMED_BEFORE.search(head) or words.NAMED_BEHIND.match(text, when.end):
        return True
    if lang == "zh":
        return bool(re.search("《[^》]*$", head))
    before = re.search(r"(?:^|[^\w’'.])([A-Z][\w’'-]+) $", head)
    return bool(before and before.start(1) > 1 and before[1] not in _NO_NAMES)


# Capitalised words that a year may stand behind without being a part of their name.
_NO_NAMES = frozenset(
    "In By Since During For Of Through Until From Fiscal FY Year January February March April May"
    " June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct"
    " Nov Dec Q1 Q2 Q3 Q4 H1 H2 Quarter Half Spring Summer Autumn Fall Winter Easter Christmas"
    " Between And To The Early Late Mid".split()
)
_COMPARING_ZH = re.compile(
    "(?:相比于?|相较于?|对比|较之?|比起?|[与同和跟]|从|由|对照|高于|低于|不及|优于|好于)(?:其|在)?$"
)
_TIMES_ZH = re.compile("(?:同期|水平|年底|末)?的(?:约|近)?[0-9.一二两三四五六七八九十]+多?倍")
_COMPARED_BEHIND_ZH = re.compile(
    "(?:的?(?:同期|水平|末|底|年末|年底)?(?:的?(?:[^，。；,;]{0,8}))?)?(?:相比|相较|对比)"
)


def _is_compared_zh(when: When, text: str) -> bool:
    if _is_relative(when):
        return True
    head = text[: when.start]
    if _TIMES_ZH.match(text, when.end):
        return True
    cue = _COMPARING_ZH.search(head)
    if cue is None:
        return False
    if cue[0][0] in "与同和跟":
        return _COMPARED_BEHIND_ZH.match(text, when.end) is not None
    if cue[0][0] in "从由":
        return (
            "/" not in when.period
            and re.match("[^，。；]{0,40}?[升降增减提扩缩涨跌攀变转至到]", text[when.end :])
            is not None
        )
    return True


# --- Figures that others are compared with

_CUE = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|comparing (?:with|to)|versus|vs\.?"
    r"|(?:as )?against|relative to)\s+", re.IGNORECASE,
)  # fmt: skip
_NEAR_CUE = re.compile(r"\b(?:from|than|over|on|above|below)\s+", re.IGNORECASE)
_BETWEEN_CUE_AND = re.compile(

        r"(?:(?:a|an|the|its|about|nearly|some|around|just|over|only|approximately"
        r"|roughly|almost|in|at|of"


        r"|during|for|that|those|as|reported|recorded|posted|more than|less than|under"
        r"|end|same|was|it)\s+)*"


        r"(?:(?:a |an |the )?(?:[\w-]+ ){0,4}(?:of|at) (?:(?:about|nearly|some|around"
        r"|over|approximately) )?)?"

    r"[-~≈$€£¥(]*", re.IGNORECASE,
)  # fmt: skip
_CHANGE_BEFORE = re.compile(
    r"(?:%|percent|per cent|points?|bps|million|billion|[0-9])\)?,? (?:\w+ )?$"

        r"|\b(?:up|down|rose|risen|rising|rise|fell|fall|fallen|falling|grew|grown"
        r"|growing|growth|increase[ds]?"


        r"|increasing|decrease[ds]?|decreasing|decline[ds]?|declining|improve[ds]?"
        r"|improving|improvement|narrow(?:ed|ing)"


        r"|widen(?:ed|ing)|jump(?:ed|ing)?|climb(?:ed|ing)?|surg(?:ed|ing)|dropp?(?:ed"
        r"|ing)?|slid|slipped|shrank"


        r"|shr[iu]nk(?:ing)?|recovered|rebounded|cut|reduced|raised|lifted|chang(?:ed"
        r"|ing|e)|doubled|tripled|quadrupled"


        r"|unchanged|flat|advanced|swung|gained|gain|eased|moved|went|higher|lower"
        r"|better|worse|fewer|less|expanded|contracted"

    r"|deteriorated|compressed|turned|extended|halved)"

        r"(?: (?:again|sharply|slightly|strongly|steadily|further|significantly"
        r"|modestly|back|more|substantially|\w+ly))?"

    r"(?: [^,;.]{0,40})? $", re.IGNORECASE,
)  # fmt: skip
_STOP = re.compile(
    r"[;。]|\b(?:while|whereas|but|which|although)\b|, and (?!(?:of|\$))", re.IGNORECASE
)


def _bases_en(read: Read) -> Iterator[tuple[Span, When | None]]:
    """What `compared with`, `up from`, `than` and their like govern, and of which period it is."""
    text, after = read.text, 0
    cues = [
        *((cue, 90) for cue in _CUE.finditer(text)),
        *((cue, 0) for cue in _NEAR_CUE.finditer(text)),
    ]
    for cue, reach in sorted(cues, key=lambda one: (one[0].start(), -one[1])):
        if cue.start() < after:
            continue
        thing = _thing_behind(read, cue, reach)
        if thing is None:
            continue
        if isinstance(thing, When):
            after = _end_of_its_figure(read, thing)
            yield (cue.start(), after), thing
            continue
        when, end = _when_behind(read, thing)
        if when is None and not reach and not _is_change(read, cue):
            continue
        yield (cue.start(), end), when
        after = end


_ITS_FIGURE = re.compile(r"(?: [\w-]+){0,4}? of (?:[a-z]+ )?[A-Z$€£¥ ]*")


def _end_of_its_figure(read: Read, when: When) -> int:
    """Where the figure ends that a period compared with has: the prior-year level of $3 million."""
    first = next((span for span in read.figures if span[0] >= when.end), None)
    if first and _is_relative(when) and _ITS_FIGURE.fullmatch(read.text, when.end, first[0]):
        return first[1]
    return when.end


def _thing_behind(read: Read, cue: re.Match[str], reach: int) -> When | Span | None:
    """The period, or the figure, that a cue of comparison governs."""
    text = read.text
    things: list[tuple[int, When | Span]] = [
        *((when.start, when) for when in read.whens if when.end > cue.end()),
        *((start, (start, end)) for start, end in read.figures if start >= cue.end() - 1),
    ]
    if not things:
        return None
    start, thing = min(things, key=lambda one: one[0])
    gap = text[cue.end() : max(start, cue.end())]
    if start < cue.start():
        return None
    if reach:
        return thing if len(gap) <= reach and not _STOP.search(gap) else None
    return thing if _BETWEEN_CUE_AND.fullmatch(gap) and _is_near(read, cue, thing) else None


def _is_near(read: Read, cue: re.Match[str], thing: When | Span) -> bool:
    """Whether `from`, `than`, `over` or `on` compares with what stands right behind it."""
    word, head = cue[0].strip().lower(), read.text[: cue.start()]
    if not isinstance(thing, When):
        return word == "from" and thing[0] not in read.ranges and _is_change(read, cue)
    if "/" in thing.period or thing.is_now:
        return False
    if _is_relative(thing) and word in {"from", "than"}:
        return True
    is_period = _is_relative(thing) or word in {"from", "than"} or _is_year_like(thing)
    return is_period and _CHANGE_BEFORE.search(head) is not None


def _is_year_like(when: When) -> bool:
    points = parse_period(when.period) or ()
    return len(points) == 1 and points[0].precision != "day"


def _is_change(read: Read, cue: re.Match[str]) -> bool:
    head = read.text[: cue.start()]
    behind = read.text[cue.end() : cue.end() + 120]
    return bool(_CHANGE_BEFORE.search(head) or re.search(r"\bto\b", behind))


def _when_behind(read: Read, figure: Span) -> tuple[When | None, int]:
    """The period of a figure that others are compared with, and where what it governs ends."""
    text, end = read.text, figure[1]
    for when in read.whens:
        if when.start < end:
            continue
        gap = text[end : when.start]
        if _STOP.search(gap) or re.search(r"\bto\b(?! (?:a )?(?:loss|profit))", gap):
            break
        if gap.count(",") and not re.search(
            r",? or .*|^,\s*[$€£¥(]*[0-9][^,]*,?.*|^,\s*(?:in |for |a |the )?$"
            r"|^ and [^,]*,? (?:in |for )?(?:the )?$"
            r"|^[^,]*, respectively",
            gap,
        ):
            break
        return when, when.end
    return None, end


def _bases_zh(read: Read) -> Iterator[tuple[Span, When | None]]:
    """上年同期为110亿元, 从2022年的12%: up to the comma, or the first figure."""
    text = read.text
    for when, role in zip(read.whens, read.roles, strict=True):
        if role is not Role.COMPARED:
            continue
        stop = re.compile("[，。；,;（）()]").search(text, when.end)
        end = stop.start() if stop else len(text)
        later = [
            other.start
            for other, role_ in zip(read.whens, read.roles, strict=True)
            if other.start >= when.end and role_ is Role.MAIN
        ]
        end = min([end, *later])
        if _TIMES_ZH.match(text, when.end):
            continue
        if _COMPARING_ZH.search(text[: when.start]):
            figures = [span for span in read.figures if when.end <= span[0] < end]
            first = figures[0] if figures else None
            if first and _GLUE_ZH.fullmatch(text[when.end : first[0]]):
                yield (when.start, first[1]), when
            continue
        yield (when.start, end), when
    for cue in re.finditer("[从由]", text):  # 从12%升至15%
        ends = next((span for span in read.figures if 0 <= span[0] - cue.end() <= 1), None)
        if ends and re.match("[^，。；]{0,8}?[升降增减提扩缩涨跌攀变转]?[至到为]", text[ends[1] :]):
            yield (cue.start(), ends[1]), None


_GLUE_ZH = re.compile(
    "(?:同期|末|底|年末|年底|水平|时)?(?:的|为)?(?:约|近|超|逾|不足|仅|亏损|盈利)*[¥$￥]?"
)


# --- Parts of a sentence

_PART_EN = re.compile(
    r"(?<![0-9]),(?! ?[0-9]{3}\b)|,(?=\s)|;|\(|\)| [–—-] |—|\bwhile\b|\bwhereas\b"
    r"|\bbut\b|\band then\b"
)
_PART_ZH = re.compile("[，。；！？,;（）()]|——")


def _parts(read: Read) -> list[Span]:
    """From where to where each part reaches; the commas of dates part nothing."""
    pattern = _PART_ZH if read.lang == "zh" else _PART_EN
    cuts = [
        cut.end()
        for cut in pattern.finditer(read.text)
        if not any(when.start < cut.start() < when.end for when in read.whens)
    ]
    return list(zip((0, *cuts), (*cuts, len(read.text) + 1), strict=True))


def _nearest(read: Read, mains: Sequence[When], start: int, end: int, part: Span) -> When | None:
    """The period nearest to a figure in its part of the sentence."""
    here = [when for when in mains if part[0] <= when.start < part[1]]
    here = [when for when in here if not when.is_now] or here
    before = [when for when in here if when.end <= start]
    behind = [
        when
        for when in here
        if when.start >= end
        and not _turns(read, start, end, when.start)
        and not (_is_relative(when) and _has_figure(read, end, when.start))
    ]
    if not behind or (read.lang == "zh" and before):
        return before[-1] if before else (behind[0] if behind else None)
    gap = read.text[end : behind[0].start]
    is_deadline = _is_deadline(read.text, behind[0])
    if is_deadline or (before and re.search(r"\band\b|\bor\b", gap)):
        return before[-1] if before else None
    return behind[0]


def _has_figure(read: Read, start: int, end: int) -> bool:
    return any(start <= first < end for first, _ in read.figures)


def _reaches_back(read: Read, start: int, end: int, when: When, parts: Sequence[Span]) -> bool:
    """Whether a period is of the parts before its own: one that has no figure behind it."""
    begins, last = next(part for part in parts if part[0] <= when.start < part[1])
    is_used = _has_figure(read, when.end, last) or _is_relative(when)
    if begins >= end and _OF_WHICH.match(read.text, begins):
        return False
    return not is_used and not _turns(read, start, end, last)


def _turns(read: Read, start: int, end: int, last: int) -> bool:
    """Whether the words turn to what comes behind a figure: has 300 and will open 40 next year."""
    joint = _JOINT.search(read.text, end, last)
    turns = joint is not None and is_future(read.text[joint.end() : last], read.lang)
    return turns and not is_future(read.text[:start], read.lang)


_JOINT = re.compile(r"\b(?:and|but|which|while|with)\b|[,;，；]|[并且而]")
_OF_WHICH = re.compile(r"\s*(?:of which|including|among)\b|其中|包括")


def _is_deadline(text: str, when: When) -> bool:
    return (
        re.search(
            r"\b(?:due|maturing|expiring|through|until)(?: in| the end of)? $", text[: when.start]
        )
        is not None
    )


def _is_bracketed(text: str, when: When, start: int) -> bool:
    """Whether a period stands in brackets, or an aside, in which the figure does not stand."""
    asides = (re.compile(r"[(（][^()（）]*[)）]"), words.ASIDE)
    return any(
        inside.start() <= when.start < inside.end() and not inside.start() <= start < inside.end()
        for pattern in asides
        for inside in pattern.finditer(text)
    )


def _in_brackets(read: Read, start: int) -> When | None:
    """$3.4 billion (2022: $3.0 billion): the period within the brackets around the figure."""
    for inside in re.finditer(r"[(（][^()（）]*[)）]", read.text):
        if inside.start() <= start < inside.end():
            own = [when for when in read.whens if inside.start() <= when.start < inside.end()]
            before = [when for when in own if when.end <= start]
            return before[-1] if before else own[0] if own else None
    return None


# --- Lists that go side by side

_JOIN = re.compile(
    r"\s*(?:,|、|，|/|and|or|to|和|及|与|以及|,? and(?: for| in| at)?|,? compared (?:to"
    r"|with)|versus|vs\.?|至|，?同?比?)?"
    r"\s*(?:a |of |for |in |the |an? (?:net )?(?:loss|income) of |about "
    r"|approximately |约)*\s*[($€£¥]*",
    re.IGNORECASE,
)
_SIDE_BY_SIDE = re.compile(r"\brespectively\b|分别|依次|各为", re.IGNORECASE)


def _in_rows(read: Read, start: int) -> When | None:
    """The period that stands at the figure's place in a list of as many periods."""
    if year := _of_interval(read, start):
        return year
    if not _SIDE_BY_SIDE.search(read.text):
        return None
    rows = _rows([(when.start, when.end) for when in read.whens], read.text)
    figures = _rows(read.figures, read.text)
    own = next((row for row in figures if any(span[0] <= start < span[1] for span in row)), None)
    if own is None or len(own) < 2:
        return None
    place = next(n for n, span in enumerate(own) if span[0] <= start < span[1])
    fitting = [row for row in rows if len(row) == len(own)]
    if not fitting:
        return None
    nearest = min(fitting, key=lambda row: abs(row[0][0] - start))
    return next(when for when in read.whens if when.start == nearest[place][0])


def _of_interval(read: Read, start: int) -> When | None:
    """2026至2028年净利润为6.3亿、7.9亿和9.6亿元: of as many years as figures, the figure's own."""
    own = next(
        (row for row in _rows(read.figures, read.text) if any(a <= start < b for a, b in row)), []
    )
    place = next((n for n, (first, last) in enumerate(own) if first <= start < last), 0)
    for when, role in zip(read.whens, read.roles, strict=True):
        points = parse_period(when.period) or ()
        if role is not Role.MAIN or len(points) != 2 or len(own) < 2:
            continue
        years = {point.precision for point in points} <= {"year", "fiscal year"}
        if years and points[1].first.year - points[0].first.year + 1 == len(own):
            year = points[0].first.replace(year=points[0].first.year + place)
            return replace(when, period=Point(year, points[0].precision).written())
    return None


def _rows(spans: Sequence[Span], text: str) -> list[list[Span]]:
    """Spans that stand in a list, one row for each list."""
    rows: list[list[Span]] = []
    for span in spans:
        if rows and _JOIN.fullmatch(text[rows[-1][-1][1] : span[0]]):
            rows[-1].append(span)
        else:
            rows.append([span])
    return rows

"""The figures that others are compared with, and of which period they are."""

import re
from collections.abc import Iterator

from exporter.drafting.periods.base_years import is_base_year
from exporter.drafting.periods.roles import Read, Role, Span
from exporter.drafting.periods.roles_zh import AT_PEAK_ZH, COMPARING_ZH, TIMES_ZH, is_recovered_to
from exporter.drafting.periods.whens import BEFORE, When, is_relative
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period

_CUE = regex(
    r"\b(?:compare[sd]? (?:with|to)|in comparison (?:with|to)|comparing (?:with|to)|versus|vs\.?"
    r"|(?:as )?against(?! (?:that|this|it|them)\b)|relative to)\s+"
    # Level with | last year, flat on the prior year
    r"|\b(?:level with|(?:broadly |largely )?in line with|flat (?:on|with)|steady (?:on|with)"
    r"|on (?:a )?par with|unchanged (?:from|on)|similar to|comparable (?:with|to)|identical to"
    r"|the same as|match(?:es|ed|ing)|equal to|equall?ing)\s+"
    r"(?=(?:that (?:of|in) )?(?:(?:the|its|a|our|their) )?(?:last|prior|previous|preceding|year)\b)"
    # Double | the $9m of last year, a third of | the 12% of 2024
    r"|(?:(?<=\bhalf )|(?<=\bhalf of )|(?<=\b(?:third|fifth|tenth) of )|(?<=\bquarter of )"
    r"|(?<=\b(?:double|treble|triple) )|(?<=\b(?:twice|times) ))"
    r"the (?=[A-Z]{0,3}[$€£¥]?[0-9])"
    # Still short of | the 2.6m who came in 2019
    r"|\b(?:(?:short|shy|ahead) of|below|above|than|near|close to) the (?=[A-Z]{0,3}[$€£¥]?[0-9]"
    r"[0-9.,]*(?: ?(?:[mb]n?|k|million|billion))? (?:[a-z]+ )?(?:who|that|which|it|they|seen"
    r"|recorded|reached|counted|carried|served|handled|welcomed|treated)\b)", re.IGNORECASE,
)  # fmt: skip


_NEAR_CUE = regex(r"\b(?:from|than|over|on|above|below|ahead of|short of)\s+", re.IGNORECASE)


_BETWEEN_CUE_AND = regex(

        r"(?:(?:a|an|the|its|about|nearly|some|around|just|over|only|approximately"
        r"|roughly|almost|in|at|of"


        r"|during|for|that|those|as|reported|recorded|posted|more than|less than|under"
        r"|end|same|was|it)\s+)*"


        r"(?:(?:a |an |the )?(?:[\w-]+ ){0,4}(?:of|at) (?:(?:about|nearly|some|around"
        r"|over|approximately) )?)?"

    r"[-~≈$€£¥(]*", re.IGNORECASE,
)  # fmt: skip


_CHANGE_BEFORE = regex(
    r"(?:%|percent|per cent|points?|bps|million|billion|crore|[0-9]|\ba (?:half|third|quarter"
    r"|fifth|sixth|tenth))\)?,? (?:\w+ )?$"
        r"|[0-9](?:p| ?cents?| pence)?(?: a| per) (?:diluted )?(?:share|ADS|unit),? $"

        r"|\b(?:up|down|rose|risen|rising|rises?|fell|falls?|fallen|falling|grew|grown|grows"
        r"|jumps|climbs|drops|slips|widens|narrows|goes|moves|improves"
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

    r"(?: (?:[^,;.]|[.,](?=[0-9])){0,40})? $", re.IGNORECASE,
)  # fmt: skip


_STOP = regex(r"[;。]|\b(?:while|whereas|but|which|although)\b|, and (?!(?:of|\$))", re.IGNORECASE)


def bases_en(read: Read) -> Iterator[tuple[Span, When | None]]:
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
        end = end if when else _with_alike(read, thing)
        if when is None and not reach and not _is_change(read, cue):
            continue
        yield (cue.start(), end), when
        after = end
        if when is not None and (also := _also_compared(read, end)):
            yield (end, also.end), also
            after = also.end


def _with_alike(read: Read, figure: Span) -> int:
    """Where a figure ends with what says the same of it: $37 million, |or $0.51| a share."""
    for first, last in read.figures:
        if first >= figure[1] and re.fullmatch(
            r",? or (?:\w+ )?\W{0,3}", read.text[figure[1] : first]
        ):
            return last
    return figure[1]


def _also_compared(read: Read, end: int) -> When | None:
    """The period of a second figure: against $9 a year earlier |and $11 in the first quarter|."""
    figure = next((span for span in read.figures if span[0] >= end), None)
    when = next((when for when in read.whens if figure and when.start >= figure[1]), None)
    if figure is None or when is None:
        return None
    is_joined = re.fullmatch(r",? and (?:with |from |a )?\W{0,3}", read.text[end : figure[0]])
    is_its = re.fullmatch(
        r"(?: [a-z]+)? ?(?:in |at |for |during )?(?:the )?", read.text[figure[1] : when.start]
    )
    return when if is_joined and is_its else None


_ITS_FIGURE = regex(r"(?: [\w-]+){0,4}? of (?:[a-z]+ )?[A-Z$€£¥ ]*")


def _end_of_its_figure(read: Read, when: When) -> int:
    """Where the figure ends that a period compared with has: the prior-year level of $3 million."""
    first = next((span for span in read.figures if span[0] >= when.end), None)
    if first and is_relative(when) and _ITS_FIGURE.fullmatch(read.text, when.end, first[0]):
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
    if isinstance(thing, When) and is_base_year(text, thing.start, thing.end):
        return None
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
        is_level = thing[0] not in read.ranges and not _is_source(read, cue, thing)
        return word == "from" and is_level and _is_change(read, cue)
    if thing.is_now or ("/" in thing.period and word != "than"):
        return False
    if word == "from" and thing.step not in BEFORE and _will_be(read, cue.start()):
        return False  # will add 600 beds from 2028
    if is_relative(thing) and word in {"from", "than"}:
        return True
    is_period = is_relative(thing) or word in {"from", "than"} or _is_year_like(thing)
    return is_period and _CHANGE_BEFORE.search(head) is not None


# Serves 240 airlines |from| 190 kitchens; not: moved to 240 shops from 190 outlets
_THINGS = regex(r"(?<!to )(?<!at )\b[0-9][0-9,.]*(?: million| thousand)? (?P<noun>[a-z-]+) $")
_OTHER_THINGS = regex(r" (?:million |thousand )?(?:[a-z-]+ )?(?P<noun>[a-z-]+s)\b")
_NOT_MOVED = regex(r"\b(?:to|rose|fell|grew|up|down|increased|cut|reduced|raised|lifted)\b[^,;]*$")
_NO_THINGS = frozenset("per pence cents points percent million billion thousand times".split())


def _is_source(read: Read, cue: re.Match[str], figure: Span) -> bool:
    """Whether counted things come from other things, which are no earlier number of them."""
    things = _THINGS.search(read.text[: cue.start()])
    others = _OTHER_THINGS.match(read.text, figure[1])
    if things is None or others is None or _NOT_MOVED.search(read.text[: things.start()]):
        return False
    nouns = {things["noun"], others["noun"]}
    return len(nouns) > 1 and nouns.isdisjoint(_NO_THINGS)


def _will_be(read: Read, end: int) -> bool:
    """Whether the words before a place say what will be; three months to June do not."""
    will = _WILL.search(read.text[:end])
    return will is not None and not any(
        when.start <= will.start() < when.end for when in read.whens
    )


_WILL = regex(
    r"\b(?:will|to|plan(?:s|ned)?|expect(?:s|ed)?|aim(?:s|ed)?|intend(?:s|ed)?"
    r"|(?:would|could|should|may|might|must)(?! have\b))\b[^,;]*$"
)
_TO_A_FIGURE = regex(r"(?:[^,;]|,(?=[0-9])){0,60}\bto (?:[a-z]+ ){0,3}[A-Z]{0,3}[$€£¥(]?[0-9]")


def _is_year_like(when: When) -> bool:
    points = parse_period(when.period) or ()
    return len(points) == 1 and points[0].precision != "day"


def _is_change(read: Read, cue: re.Match[str]) -> bool:
    head = read.text[: cue.start()]
    behind = read.text[cue.end() : cue.end() + 120]
    return bool(_CHANGE_BEFORE.search(head) or _TO_A_FIGURE.match(behind))


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


def bases_zh(read: Read) -> Iterator[tuple[Span, When | None]]:
    """上年同期为110亿元, 从2022年的12%: up to the comma, or the first figure."""
    text = read.text
    for when, role in zip(read.whens, read.roles, strict=True):
        if role is not Role.COMPARED:
            continue
        stop = regex("[，。；,;（）()]").search(text, when.end)
        end = stop.start() if stop else len(text)
        later = [
            other.start
            for other, role_ in zip(read.whens, read.roles, strict=True)
            if other.start >= when.end and role_ is Role.MAIN
        ]
        end = min([end, *later])
        is_part = TIMES_ZH.match(text, when.end) or is_recovered_to(text, when)
        if is_part or _is_exceeded_zh(read, when):
            continue
        if COMPARING_ZH.search(text[: when.start]):
            figures = [span for span in read.figures if when.end <= span[0] < end]
            first = figures[0] if figures else None
            is_change = first and _TIMES_OF_ZH.match(text, first[0])  # 较去年同期|翻了一番
            gap = text[when.end : first[0]] if first else ""
            if first and not is_change and (_GLUE_ZH.fullmatch(gap) or _OWN_ZH.fullmatch(gap)):
                yield (when.start, first[1]), when
            continue
        yield (when.start, end), when
    for cue in re.finditer("[从由]", text):  # 从12%升至15%
        ends = next((span for span in read.figures if 0 <= span[0] - cue.end() <= 1), None)
        if ends and re.match("[^，。；]{0,8}?[升降增减提扩缩涨跌攀变转]?[至到为]", text[ends[1] :]):
            yield (cue.start(), ends[1]), None


# 从年初的每瓶|860元, 比去年底试产时的|71%
_OWN_ZH = regex("(?:的每.|[^，。；0-9增减升降提扩缩涨跌多少高低]{1,12}的)")
_TIMES_OF_ZH = regex("翻(?:了?[0-9一二两三四五几]*番|倍)|倍增|腰斩|减半|增长|增加|下降|减少")


def _is_exceeded_zh(read: Read, when: When) -> bool:
    """Whether what follows a period says by how much it is exceeded: 超去年同期|15%."""
    is_over = re.search("(?:超过?|高于|低于|高出|领先)$", read.text[: when.start])
    behind = next((span for span in read.figures if span[0] >= when.end), None)
    if is_over is None or behind is None:
        return False
    is_next = re.fullmatch("(?:约|近|超|逾)?", read.text[when.end : behind[0]]) is not None
    return is_next and read.text[behind[0] : behind[1]].endswith(("%", "％", "成", "百分点"))


_GLUE_ZH = regex(
    f"(?:同期|末|底|年末|年底|水平|时|{AT_PEAK_ZH})?(?:的|为)?(?:约|近|超|逾|不足|仅|亏损|盈利)*[¥$￥]?"
)

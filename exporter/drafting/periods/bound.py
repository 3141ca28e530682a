"""Which of the periods of a sentence governs a figure, as a reader takes it.

In this order: lists that go side by side (respectively, 分别); the figure that another one is
compared with, and its period; the nearest period of the figure's own part of the sentence; that of
the parts before it, then behind it. What is a name, a founding or the day of an announcement
governs none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exporter.drafting.periods.apart import in_brackets, is_anothers
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.compared import bases_en, bases_zh
from exporter.drafting.periods.roles import Read, Role, Span, role_of_period
from exporter.drafting.periods.rows import in_rows
from exporter.drafting.periods.tenses import is_future
from exporter.drafting.periods.whens import When, is_relative
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.evidence.reading import Role as FigureRole
from exporter.facts.units import CALENDAR_TIME, ORDINAL
from exporter.facts.words import Lang


@dataclass(frozen=True, slots=True)
class Bound:
    """What governs a figure.

    Attributes:
        when: None where nothing in its sentence does.
        is_base: Whether it is what another figure is compared with.
        is_near: Whether it stands in the figure's own part of the sentence.
    """

    when: When | None
    is_base: bool = False
    is_near: bool = True

    @property
    def is_said(self) -> bool:
        """Whether it is said for the figure itself, and not for another part of the sentence."""
        return self.when is not None and (self.is_near or self.is_base)


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
    roles = tuple(role_of_period(at, whens, text, lang) for at in range(len(whens)))
    read = Read(text, lang, tuple(whens), roles, spans, ranges, ())
    if lang == "zh":
        bases = tuple(bases_zh(read))
    else:
        bases = tuple(bases_en(read))
        roles = tuple(
            Role.COMPARED
            if role is Role.MAIN and any(start <= when.start < end for (start, end), _ in bases)
            else role
            for when, role in zip(whens, roles, strict=True)
        )
    return Read(text, lang, tuple(whens), roles, spans, ranges, bases)


def bound(read: Read, start: int, end: int) -> Bound:
    """What governs the figure that stands from `start` to `end`."""
    if row := in_rows(read, start):
        return Bound(row, is_base=row in read.whens and _role_of(read, row) is not Role.MAIN)
    for (first, last), when in read.bases:
        if first <= start < last:
            return Bound(when, is_base=True)
    if own := in_brackets(read, start):
        return Bound(own)
    mains = [when for when in read.main if not is_anothers(read, when, start, end)]
    near = [
        when
        for when in read.near
        if not is_anothers(read, when, start, end)
        and (
            when in mains or when.start >= start or _NON_RESTRICTIVE.search(read.text[: when.start])
        )
    ]
    parts = _parts(read)
    at = next((n for n, (first, last) in enumerate(parts) if first <= start < last), 0)
    if own := _nearest(read, near, start, end, parts[at]):
        is_other = own.end <= start and _VERB_ON.search(read.text, own.end, start)
        return Bound(own, is_near=not is_other)
    before = [when for when in mains if when.end <= start]
    is_adverbial = bool(before) and read.text.startswith(("，", ","), before[-1].end)
    if lead := (not is_adverbial and [when for when in before if not is_relative(when)]) or before:
        return Bound(lead[-1], is_near=False)
    for when in mains:
        if when.start >= end and _reaches_back(read, start, end, when, parts):
            return Bound(when, is_near=False)
    said = [
        when
        for when, role in zip(read.whens, read.roles, strict=True)
        if role is Role.ANNOUNCED and (when.start < start or read.lang == "zh")
    ]
    return Bound(said[0] if said else None)


_FAR_ON = {"en": 24, "zh": 20}  # characters before a period that still opens its sentence


def opens_sentence(read: Read, when: When) -> bool:
    """Whether a period stands before all figures and at the head: of what its sentence tells.

    Chinese has its theme before it, and why: 分业务看，前三季度…；受益于油价回落，公司二季度…
    """
    led = _LED_ZH.match(read.text, 0, when.start) if read.lang == "zh" else None
    begin = led.end() if led else 0  # what only leads to the clause is no way from its head
    if when.start - begin > _FAR_ON[read.lang] or _has_figure(read, 0, when.start):
        return False
    return read.lang == "zh" or not re.search("[,;]", read.text[: when.start])


# 盈利能力方面，受益于牛油价格回落，|公司第三季度毛利率为38.6%
_LED_ZH = regex(
    "(?:[^，。；]{1,12}(?:方面|来看|层面|上)，)?(?:(?:主要)?(?:受益于?|得益于|由于|因为?|随着|受|伴随)"
    "[^，。；]{2,30}，)?"
)


def _role_of(read: Read, when: When) -> Role:
    return read.roles[read.whens.index(when)]


_PART_EN = regex(
    r"(?<![0-9]),(?! ?[0-9]{3}\b)|,(?=\s)|;|\(|\)| [–—-] |—|\bwhile\b|\bwhereas\b"
    r"|\bbut\b|\band then\b"
)


_PART_ZH = regex("[，。；！？;（）()]|,(?![0-9])|——")


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
    if now := _now_between(read.text, here, start):
        return now
    here = [when for when in here if not when.is_now] or here
    if aim := _AIM.search(read.text, part[0], start):  # 完成全年125万辆目标的|77.4%
        here = [when for when in here if when.start >= start or not _is_of(read, when, aim)]
    before = [when for when in here if when.end <= start]
    behind = [
        when
        for when in here
        if when.start >= end
        and not _turns(read, start, end, when.start)
        and not (is_relative(when) and _has_figure(read, end, when.start))
        and not (is_relative(when) and _is_multiple_of(read.text, start, end))
        and not _is_of_what_was(read, start, end, when)
        and not (when.is_now and _AND.search(read.text, end, when.start))
    ]
    if not behind or (read.lang == "zh" and before):
        return before[-1] if before else (behind[0] if behind else None)
    gap = read.text[end : behind[0].start]
    is_deadline = _is_deadline(read.text, behind[0])
    if is_deadline or (before and re.search(r"\band\b|\bor\b", gap)):
        return before[-1] if before else None
    return behind[0]


_AND = regex(r",? (?:and|but) $")  # jumped 21% |and now| make up a third


def _now_between(text: str, here: Sequence[When], start: int) -> When | None:
    """Will shut a mill in 2027 |and today| runs 14 machines."""
    before = [when for when in here if when.end <= start]
    if (
        len(before) > 1
        and before[-1].is_now
        and _JOINT.search(text, before[-2].end, before[-1].start)
    ):
        return before[-1]
    return None


# bought it in 2023 |and has since| spent $40 million
_VERB_ON = regex(
    r"\b(?:and|but) (?:\w+ )?(?:has|have|is|are|now|will|plans?|expects?|aims?|intends?|trades?"
    r"|traded|closed)\b"
)


def _is_of_what_was(read: Read, start: int, end: int, when: When) -> bool:
    """Employs 2,300 people |and had sales of £388 million in 2025|."""
    if read.lang != "en" or not _has_figure(read, end, when.start):
        return False
    own, other = (
        tense_at(read.text, *at, read.lang) for at in ((start, end), (when.start, when.end))
    )
    return own is Tense.PRESENT and other is Tense.PAST


_AIM = regex("(?:目标|计划|预算|任务|指引)的$")


def _is_of(read: Read, when: When, aim: re.Match[str]) -> bool:
    """Whether a period is that of an aim, of which a figure is a part."""
    return _has_figure(read, when.end, aim.start()) and "年" in read.text[when.start : when.end]


# , which in | 2022 fell 3%, ; not: the mill that it bought in | 2022 sold
_NON_RESTRICTIVE = regex(r", (?:which|who|where|whose)\b[^,;]*$")


def _is_multiple_of(text: str, start: int, end: int) -> bool:
    """Whether a figure says how many times what was a year before."""
    words_ = text[start : end + 6].lower()
    return re.search(r"times\b|\d ?x\b|倍|^(?:twice|half|double|triple)", words_) is not None


def _has_figure(read: Read, start: int, end: int) -> bool:
    return any(start <= first < end for first, _ in read.figures)


def _reaches_back(read: Read, start: int, end: int, when: When, parts: Sequence[Span]) -> bool:
    """Whether a period is of the parts before its own: one that has no figure behind it."""
    begins, last = next(part for part in parts if part[0] <= when.start < part[1])
    is_used = _has_figure(read, when.end, last) or is_relative(when)
    if begins >= end and _OF_WHICH.match(read.text, begins):
        return False
    if (
        read.lang == "en"
        and _has_figure(read, begins, when.start)
        and _ALTHOUGH.match(read.text, begins)
    ):
        return False  # rose 4% to $9m, although tolls cost it $2m in the second half
    if _has_figure(read, begins, when.start) and _compares_in(read, end, begins):
        return False  # $9m lower than a year ago, and expects savings of $3m in the second half
    first = next(other for other in read.main if begins <= other.start)
    if read.lang == "zh" and _opens_clause(read, begins, first):
        return False
    return not is_used and not _turns(read, start, end, last)


def _opens_clause(read: Read, begins: int, when: When) -> bool:
    """Whether a period opens a clause of its own: ，今年……; ，而在投产前的2022年，……."""
    head = read.text[begins : when.start].strip(" “”‘’\"'")
    is_set_apart = read.text.startswith(("，", ","), when.end)
    return not head or (is_set_apart and _TURNS_TO_ZH.match(head) is not None)


_TURNS_TO_ZH = regex("(?:而|但|可|不过|然而|相比之下|反观|[就早]?在|回到|回看|到了?|截至|直到)")


def _compares_in(read: Read, start: int, end: int) -> bool:
    """Whether an English figure is compared with an earlier time right behind it."""
    return read.lang == "en" and any(
        role is Role.COMPARED and is_relative(when) and start <= when.start < end
        for when, role in zip(read.whens, read.roles, strict=True)
    )


_ALTHOUGH = regex(r"\s*(?:although|though|even though|but|despite|even after|after)\b")


def _turns(read: Read, start: int, end: int, last: int) -> bool:
    """Whether the words turn to what comes behind a figure: has 300 and will open 40 next year."""
    joint = _JOINT.search(read.text, end, last)
    turns = joint is not None and is_future(read.text[joint.end() : last], read.lang)
    return turns and not is_future(read.text[:start], read.lang)


_JOINT = regex(r"\b(?:and|but|which|while|with)\b|[,;，；]|[并且而]")


_OF_WHICH = regex(r"\s*(?:of which|including|among|which|who|where|whose)\b|其中|包括")


def _is_deadline(text: str, when: When) -> bool:
    return (
        re.search(
            r"\b(?:due|maturing|expiring|through|until)(?: in| the end of)? $", text[: when.start]
        )
        is not None
    )

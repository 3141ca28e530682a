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
from exporter.drafting.periods.nearest import has_figure, nearest, turns
from exporter.drafting.periods.roles import Read, Role, Span
from exporter.drafting.periods.rows import in_rows
from exporter.drafting.periods.whens import When, is_relative
from exporter.engine.regex import regex


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


def bound(read: Read, start: int, end: int) -> Bound:
    """What governs the figure that stands from `start` to `end`."""
    if row := in_rows(read, start):
        return Bound(row, is_base=row in read.whens and _role_of(read, row) is not Role.MAIN)
    for (first, last), when in read.bases:
        if first <= start < last:
            return Bound(when, is_base=True)
    if own := in_brackets(read, start) or _told_when(read, start):
        return Bound(own)
    mains = [when for when in read.main if not is_anothers(read, when, start, end)]
    parts = _parts(read)
    return (
        _in_its_part(read, mains, start, end, parts)
        or _in_other_parts(read, mains, start, end, parts)
        or _announced(read, start, end)
    )


def _told_when(read: Read, start: int) -> When | None:
    """The period of which a clause tells more: from $38m a year earlier, |when it sold|."""
    before = [when for when in read.whens if when.end <= start]
    if read.lang != "en" or not before or not is_relative(before[-1]):
        return None
    return before[-1] if _WHEN.fullmatch(read.text, before[-1].end, start) else None


_WHEN = regex(r",? when [^,;:0-9]*")


def _in_its_part(
    read: Read, mains: Sequence[When], start: int, end: int, parts: Sequence[Span]
) -> Bound | None:
    """The nearest period of the figure's own part of the sentence."""
    near = [
        when
        for when in read.near
        if not is_anothers(read, when, start, end)
        and (
            when in mains or when.start >= start or _NON_RESTRICTIVE.search(read.text[: when.start])
        )
    ]
    part = next((part for part in parts if part[0] <= start < part[1]), parts[0])
    own = nearest(read, near, start, end, part)
    if own is None:
        return None
    is_other = own.end <= start and _VERB_ON.search(read.text, own.end, start)
    return Bound(own, is_near=not is_other)


def _in_other_parts(
    read: Read, mains: Sequence[When], start: int, end: int, parts: Sequence[Span]
) -> Bound | None:
    """The period of the parts before the figure's own, then of those behind it."""
    before = [when for when in mains if when.end <= start]
    is_adverbial = bool(before) and read.text.startswith(("，", ","), before[-1].end)
    if lead := (not is_adverbial and [when for when in before if not is_relative(when)]) or before:
        return Bound(lead[-1], is_near=False)
    for when in mains:
        if when.start >= end and _reaches_back(read, start, end, when, parts):
            return Bound(when, is_near=False)
    return None


def _announced(read: Read, start: int, end: int) -> Bound:
    """When the figure was told, where nothing else governs it."""
    said = [
        when
        for when, role in zip(read.whens, read.roles, strict=True)
        if role is Role.ANNOUNCED
        and (when.start < start or read.lang == "zh")
        and not is_anothers(read, when, start, end)
    ]
    return Bound(said[0] if said else None)


_FAR_ON = {"en": 24, "zh": 20}  # characters before a period that still opens its sentence


def opens_sentence(read: Read, when: When) -> bool:
    """Whether a period stands before all figures and at the head: of what its sentence tells.

    Chinese has its theme before it, and why: 分业务看，前三季度…；受益于油价回落，公司二季度…
    """
    led = _LED_ZH.match(read.text, 0, when.start) if read.lang == "zh" else None
    begin = led.end() if led else 0  # what only leads to the clause is no way from its head
    if when.start - begin > _FAR_ON[read.lang] or has_figure(read, 0, when.start):
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


# bought it in 2023 |and has since| spent $40 million
_VERB_ON = regex(
    r"\b(?:and|but) (?:\w+ )?(?:has|have|is|are|now|will|plans?|expects?|aims?|intends?|trades?"
    r"|traded|closed)\b"
)


# , which in | 2022 fell 3%, ; not: the mill that it bought in | 2022 sold
_NON_RESTRICTIVE = regex(r", (?:which|who|where|whose)\b[^,;]*$")


def _reaches_back(read: Read, start: int, end: int, when: When, parts: Sequence[Span]) -> bool:
    """Whether a period is of the parts before its own: one that has no figure behind it."""
    begins, last = next(part for part in parts if part[0] <= when.start < part[1])
    is_used = has_figure(read, when.end, last) or is_relative(when)
    if begins >= end and _OF_WHICH.match(read.text, begins):
        return False
    if read.lang == "en" and when.is_now and has_figure(read, begins, when.start):
        return False  # fell to 5.8kg, and 71% of its power |now| comes from wind
    if read.lang == "en" and _SAID_ON.search(read.text, end, when.start):
        return False
    if (
        read.lang == "en"
        and has_figure(read, begins, when.start)
        and _ALTHOUGH.match(read.text, begins)
    ):
        return False  # rose 4% to $9m, although tolls cost it $2m in the second half
    if has_figure(read, begins, when.start) and _compares_in(read, end, begins):
        return False  # $9m lower than a year ago, and expects savings of $3m in the second half
    first = next(other for other in read.main if begins <= other.start)
    if read.lang == "zh" and _opens_clause(read, begins, first):
        return False
    return not is_used and not turns(read, start, end, last)


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


# Proposed a dividend of | 5p|, and said| sales in the first ten weeks of the new year had risen
_SAID_ON = regex(
    r",? (?:and|but) (?:(?:it|he|she|they|also|then|has) )*"
    r"(?:said|says|added|adds|noted|notes|warned|warns|reported|stressed|cautioned"
    r"|saying|adding|noting|warning) "
    r"|, (?:saying|adding|noting|warning|cautioning|reporting) "
)


_ALTHOUGH = regex(r"\s*(?:although|though|even though|but|despite|even after|after)\b")


_OF_WHICH = regex(r"\s*(?:of which|including|among|which|who|where|whose)\b|其中|包括")

"""The sentences of a source, each read once: the periods it says, and what they do in it."""

import re
from collections.abc import Sequence
from datetime import date

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.periods import role_words as words
from exporter.drafting.periods.closing_days import closing_day
from exporter.drafting.periods.compared import bases_en, bases_zh
from exporter.drafting.periods.debt_beside import is_of_earnings
from exporter.drafting.periods.document_period import DocumentPeriod
from exporter.drafting.periods.done_zh import as_done
from exporter.drafting.periods.own_labels import labels_of
from exporter.drafting.periods.roles import Read, Role
from exporter.drafting.periods.roles_en import role_en
from exporter.drafting.periods.roles_zh import role_zh
from exporter.drafting.periods.said_periods import periods_said
from exporter.drafting.periods.tenses import is_future, simplified
from exporter.drafting.periods.whens import Clock, When
from exporter.drafting.periods.years_by_start import why_by_start
from exporter.drafting.periods.years_of_spans import spans_told
from exporter.evidence.reading import Figure, read_figures
from exporter.evidence.reading import Role as FigureRole
from exporter.facts.periods import YearEnd, parse_period
from exporter.facts.units import CALENDAR_TIME, ORDINAL
from exporter.facts.words import Lang

_KEPT = 256  # sentences that are not read again


def _closed(period: str, year_end: YearEnd | None, setting: Setting) -> date | None:
    """The day on which a document's period closed, as its text says it."""
    points = parse_period(period) or ()
    if not points or (points[-1].is_fiscal and year_end is None):
        return None
    day = points[-1].last(year_end or YearEnd(12, 31))
    return closing_day(day, setting.source.text or "") if setting.lang == "en" else day


def _of_other_years(setting: Setting, year_end: YearEnd | None) -> tuple[str, ...]:
    """The names of entities whose years are not known to end when the document's do.

    None where no entity's are known to: its own company is then among them.
    """
    others = [entity for entity in setting.entities if entity.year_end != year_end]
    if len(others) == len(setting.entities):
        return ()
    return tuple(name for one in others for name in (*one.name, *one.aliases) if name)


class Readings:
    """The sentences of a source as they are read.

    Attributes:
        setting: What is known of the source.
        clock: What its periods are counted from.
        sentences: All of it, in order.
    """

    def __init__(
        self, setting: Setting, sentences: Sequence[Sentence], document: DocumentPeriod
    ) -> None:
        """Count periods from what a document, or a section of it, is about."""
        self.setting = setting
        period, year_end = document.period, document.year_end
        labels = labels_of(setting.source.text or "", period, year_end)
        closed = _closed(period, year_end, setting)
        others = _of_other_years(setting, year_end)
        self.clock = Clock(
            setting.published,
            period,
            year_end,
            labels,
            closed,
            document.expected,
            others,
            spans_told(setting.source.text or "") if setting.lang == "zh" else (),
            why_by_start(setting.source.text or "", setting.published, year_end),
        )
        self.sentences = sentences
        self._places = {sentence.start: at for at, sentence in enumerate(sentences)}
        self._read: dict[str, Read] = {}

    def of(self, text: str) -> Read:
        """A sentence, read."""
        if text not in self._read:
            if len(self._read) >= _KEPT:  # sentences come in their order
                self._read.clear()
            lang = self.setting.lang
            plain = simplified(text)
            plain = as_done(plain, self.setting.published) if lang == "zh" else plain
            whens = periods_said(plain, lang, self.clock, is_future(plain, lang))
            self._read[text] = _read_sentence(plain, lang, whens, read_figures(text))
        return self._read[text]

    def place_of(self, sentence: Sentence, otherwise: int) -> int:
        """Which of the sentences one is."""
        return self._places.get(sentence.start, otherwise)

    def is_to_come(self, period: str) -> bool:
        """Whether a period began after the source appeared."""
        points = parse_period(period) or ()
        return bool(points) and points[0].starts(self.clock.year_end) > self.setting.published

    def is_open(self, period: str) -> bool:
        """Whether a period is a year or a quarter that had not ended when the source appeared."""
        points = parse_period(period) or ()
        is_one = len(points) == 1 and points[0].precision.endswith(("year", "quarter", "half"))
        return is_one and points[-1].last(self.clock.ends) >= self.setting.published


def _read_sentence(text: str, lang: Lang, whens: Sequence[When], figures: Sequence[Figure]) -> Read:
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
    roles = tuple(_role_of(at, whens, text, lang) for at in range(len(whens)))
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


def _role_of(at: int, whens: Sequence[When], text: str, lang: Lang) -> Role:
    """What the period at a place among those of a sentence does in it."""
    when = whens[at]
    if re.match(
        r"(?:fiscal|financial) years? (?:ends|end|runs)\b", text[when.start :], re.IGNORECASE
    ):
        return Role.NONE
    head, said = text[: when.start], text[when.start : when.end]
    is_year = re.fullmatch(r"(?:19|20)[0-9]{2}(?:年|[-–—](?:19|20)?[0-9]{2,4})?", said) is not None
    if is_year and _is_named(head, text, when, lang):
        return Role.NONE
    if lang == "en" and is_of_earnings(text, when.start):
        return Role.NONE
    is_meeting = is_year and said.isdecimal() and words.NAMED_MEETING_ZH.match(text, when.end)
    if is_meeting and len(whens) > 1:  # 10月12日，2025云城大会上: the day says more
        return Role.NONE
    return (role_zh if lang == "zh" else role_en)(when, head, text)


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

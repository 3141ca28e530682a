"""The sentences of a source, each read once: the periods it says, and what they do in it."""

from collections.abc import Sequence
from datetime import date

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.periods.bound import read_sentence
from exporter.drafting.periods.closing_days import closing_day
from exporter.drafting.periods.document_period import DocumentPeriod
from exporter.drafting.periods.done_zh import as_done
from exporter.drafting.periods.own_labels import labels_of
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.said_periods import periods_said
from exporter.drafting.periods.tenses import is_future, simplified
from exporter.drafting.periods.whens import Clock
from exporter.evidence.reading import read_figures
from exporter.facts.periods import YearEnd, parse_period

_KEPT = 256  # sentences that are not read again


def _closed(period: str, year_end: YearEnd | None, setting: Setting) -> date | None:
    """The day on which a document's period closed, as its text says it."""
    points = parse_period(period) or ()
    if not points or (points[-1].is_fiscal and year_end is None):
        return None
    day = points[-1].last(year_end or YearEnd(12, 31))
    return closing_day(day, setting.source.text or "") if setting.lang == "en" else day


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
        self.clock = Clock(setting.published, period, year_end, labels, closed)
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
            self._read[text] = read_sentence(plain, lang, whens, read_figures(text))
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

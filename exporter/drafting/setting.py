"""What is known before a source is read: from report.yaml and the source's record."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from exporter.drafting.model import Named, Setting
from exporter.errors import UsageError
from exporter.evidence.sources import Source
from exporter.facts.periods import YearEnds
from exporter.facts.words import LANGUAGES, Bilingual
from exporter.report.definition import ReportDefinition


class _Known(Protocol):
    @property
    def name(self) -> Bilingual: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


def setting_of(report: ReportDefinition, source: Source) -> Setting:
    """The setting in which a source of a report is read.

    Raises:
        UsageError: It is in a language in which nothing is read.
    """
    lang = next((lang for lang in LANGUAGES if lang == source.record.language), None)
    if lang is None:
        wrong = f"{source.id} is in another language ({source.record.language}) than is read here"
        right = "draft from sources in English or Chinese, and write facts of others by hand"
        raise UsageError(wrong, right)
    conventions = report.conventions
    return Setting(
        source,
        lang,
        _named(report.entities, conventions.year_ends),
        _named(report.brokers, {}),
        conventions,
        report.edition,
    )


def source_at_hand(sources: Mapping[str, Source], id_: str, report: str) -> Source:
    """The source of that id, its text as it was recorded.

    Args:
        sources: All that are recorded.
        id_: As the user named it.
        report: The report's folder as the user named it.

    Raises:
        UsageError: There is none, or its text is not at hand.
    """
    source = sources.get(id_)
    if source is None:
        known = ", ".join(sources) or "none is recorded"
        raise UsageError(
            f"{report} has no source {id_!r}",
            f"name one of its sources ({known}), or record it: exporter source add",
        )
    again = f"record it again: exporter source add {report} FILE --id {id_}"
    if source.text is None:
        raise UsageError(f"the text of {id_} is not on this machine", again)
    if source.changed:
        raise UsageError(f"the text of {id_} is another than the recorded one", again)
    return source


def _named(known: Sequence[_Known], year_ends: YearEnds) -> tuple[Named, ...]:
    return tuple(Named(one.name, one.aliases, year_ends.get(one.name.en)) for one in known)

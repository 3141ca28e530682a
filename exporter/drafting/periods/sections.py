"""Round-ups: sections under the names of companies, each with a period of its own."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from exporter.drafting.model import Named, Sentence, Setting
from exporter.drafting.names.companies import Companies
from exporter.drafting.periods.document_period import (
    DocumentPeriod,
    document_period,
    period_of_section,
)
from exporter.drafting.periods.tenses import simplified
from exporter.engine.regex import regex

_FEWEST = 2  # companies of a round-up


class Section(NamedTuple):
    """A part of a source.

    Attributes:
        start: Offset in the source's text.
        sentences: Of it, in order.
        document: Of which period it speaks.
        doubt: Why that should be looked at.
    """

    start: int
    sentences: Sequence[Sentence]
    document: DocumentPeriod
    doubt: str = ""


_TAKEN = "the period is not said: taken from another company of the round-up"


def sections_of(setting: Setting, sentences: Sequence[Sentence]) -> list[Section]:
    """The sections of a round-up; of any other source it alone is one.

    A release about one company has the names of its parts as headings: its title names it.
    """
    record = setting.source.record
    whole = [Section(0, sentences, document_period(setting))]
    if any(
        len(_named(one.in_(setting.lang), setting)) == 1 for one in (record.title, record.publisher)
    ):
        return whole
    starts = _starts(setting, sentences)
    headed = {named.name.en for named, _ in starts}
    if len(headed) < _FEWEST or _are_parts(headed, sentences[: starts[0][1]], setting):
        return whole
    lead = _lead_of(setting, sentences[: starts[0][1]])
    bounds = [*(at for _, at in starts), len(sentences)]
    sections = [Section(0, sentences[: bounds[0]], DocumentPeriod())] if bounds[0] else []
    for (named, at), end in zip(starts, bounds[1:], strict=True):
        own = sentences[at:end]
        text = "\n".join(sentence.text for sentence in own)
        document = period_of_section(text, named.year_end, setting)
        if not document.period and document.year_end in {None, lead.year_end}:
            document = lead
        doubt = ""
        if not document.period and (shared := _shared(sections, text, setting)):
            document, doubt = DocumentPeriod(shared, document.year_end), _TAKEN
        sections.append(Section(own[0].start, own, document, doubt))
    return sections


def _are_parts(headed: Collection[str], lead: Sequence[Sentence], setting: Setting) -> bool:
    """Whether all that have sections are parts of a company that is named before the first one.

    Water and Process, under Thornbury plc, of which the text says "the Water division".
    """
    text = setting.source.text or ""
    before = " ".join(one.text for one in lead)
    for owner in _named(before, setting):
        parts = Companies(setting.entities, owner.name.en, text)
        if owner.name.en not in headed and all(map(parts.is_called_part, headed)):
            return True
    return False


# The ninth straight quarterly gain: what is told of results, and not of plans alone.
_TELLS = regex(
    r"\b(?:(?:sales|revenues?|turnover|(?:net )?(?:income|profit|earnings|loss)|margins?) "
    r"(?:rose|fell|grew|climbed|dropped|jumped|surged|slipped|increased|declined|widened|narrowed"
    r"|was|were|came)|for the quarter|quarterly (?:gain|rise|drop|profit|loss))\b",
    re.IGNORECASE,
)


def _shared(sections: Sequence[Section], text: str, setting: Setting) -> str:
    """The quarter of the section before, where one tells of results and says no period.

    Only the quarter that was over last when the source appeared, whatever years its company has.
    """
    said = [one.document.period for one in sections if one.document.period and not one.doubt]
    if setting.lang != "en" or not said or _TELLS.search(text) is None:
        return ""
    quarter = said[-1].removeprefix("FY")
    published = setting.published
    last = (published.month - 1) // 3
    year, nth = (published.year, last) if last else (published.year - 1, 4)
    return quarter if quarter == f"{year}-Q{nth}" else ""


def _lead_of(setting: Setting, sentences: Sequence[Sentence]) -> DocumentPeriod:
    """The period that a round-up says of all its companies: the December-half results of three."""
    ends = {named.year_end for named in setting.entities}
    end = ends.pop() if len(ends) == 1 else None
    return period_of_section("\n".join(one.text for one in sentences), end, setting)


def _starts(setting: Setting, sentences: Sequence[Sentence]) -> list[tuple[Named, int]]:
    """The companies under whose names sections begin, and at which sentences."""
    starts: list[tuple[Named, int]] = []
    heading = ""
    for at, sentence in enumerate(sentences):
        if sentence.heading != heading and (named := _named(sentence.heading, setting)):
            starts.append((named[0], at))
        heading = sentence.heading
    return starts


def _named(text: str, setting: Setting) -> list[Named]:
    """The report's companies that a text names."""
    plain = simplified(text).casefold()
    return [
        one
        for one in setting.entities
        if any(name and simplified(name).casefold() in plain for name in (*one.name, *one.aliases))
    ]

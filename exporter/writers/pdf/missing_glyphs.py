"""Where the characters stand that no font of a page has: which text of which view or figure."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from exporter.errors import Problem, character_name
from exporter.report.pdf.model import OnePager

_NOT_PRINTED = {
    "id", "name", "lang", "stance", "quote_lang", "link", "places", "properties", "alt_text", "key",
    "palette", "night", "sheet", "fonts", "paper", "logo", "logo_says", "disclaimer"
}  # fmt: skip
_TOLD = 5  # characters of one text
_AROUND = 30  # characters before and after the first of them


class PrintedText(NamedTuple):
    """A text of a page: the id of the view or figure that it belongs to, and as what."""

    subject: str
    field: str
    text: str


def problems_of(characters: frozenset[str], page: OnePager) -> Iterator[Problem]:
    """A problem for each text of the page that has any of the characters, or one for the page."""
    told: set[str] = set()
    for printed in dict.fromkeys(texts_of(page)):
        if missing := characters.intersection(printed.text):
            told |= missing
            file, line = page.places.get(printed.subject, ("", 0))
            where = f" in its {printed.field}, “{_excerpt(printed.text, missing)}”"
            yield _problem(missing, where, (file, line, printed.subject or page.name))
    if rest := characters - told:
        yield _problem(rest, "", ("", 0, page.name))


def _problem(
    missing: set[str] | frozenset[str], where: str, place: tuple[str, int, str]
) -> Problem:
    listed = sorted(missing)
    names = ", ".join(map(character_name, listed[:_TOLD])) + (
        " and others" if listed[_TOLD:] else ""
    )
    wrong = f"the page's fonts have no glyph for {names}{where}"
    return Problem(*place, wrong, "write it in other characters, or leave it out")


def _excerpt(text: str, missing: set[str] | frozenset[str]) -> str:
    """What stands around the first of the characters, on one line."""
    first = min(text.index(character) for character in missing)
    start, end = max(first - _AROUND, 0), first + _AROUND
    cut = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    return " ".join(cut.split())


def texts_of(part: object, subject: str = "", field: str = "text") -> Iterator[PrintedText]:
    """Every text of a page."""
    if isinstance(part, str):
        yield PrintedText(subject, field, part)
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_of(item, subject, field)
    elif isinstance(part, Mapping):
        yield from texts_of(tuple(part.values()), subject, field)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        own = getattr(part, "id", subject)
        for item in dataclasses.fields(part):
            if item.name not in _NOT_PRINTED:
                yield from texts_of(getattr(part, item.name), own, item.name)

"""That a page is set in the fonts meant for it, and that these have every character it needs.

What is checked is not what could be there but what was drawn: the fonts of the finished document,
the characters that each of them drew, and those that none could draw.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exporter.errors import ContentError, Problem, SetupError
from exporter.report.pdf.model import OnePager

FAMILIES = frozenset({"Noto Sans CJK SC", "Noto Serif CJK SC"})
_NOT_PRINTED = {"id", "name", "lang", "stance", "quote_lang", "link", "places"}
_INSTALL = (
    "install them: apt install fonts-noto-cjk (Debian, Ubuntu), "
    "dnf install google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts (Fedora), "
    "or brew install font-noto-sans-cjk font-noto-serif-cjk (macOS)"
)


def check_fonts(fonts: Iterable[Any], page: OnePager) -> None:
    """Refuse a page that was drawn with other fonts, or lacks a glyph.

    Args:
        fonts: WeasyPrint's fonts of the drawn document.
        page: What was drawn, to say where a character stands.

    Raises:
        SetupError: A font is not installed.
        ContentError: A character has no glyph; one problem a character and text.
    """
    drawn = tuple(fonts)
    if absent := FAMILIES - {font.family for font in drawn}:
        raise SetupError(f"the fonts {' and '.join(sorted(absent))} are missing", _INSTALL)
    if strange := _uncovered(drawn):
        raise ContentError(list(_problems(strange, page)))


def _uncovered(fonts: Iterable[Any]) -> frozenset[str]:
    """The characters that another font had to draw, or that none could."""
    uncovered: set[str] = set()
    for font in fonts:
        uncovered.update(map(chr, font.missing))
        if font.family not in FAMILIES:
            uncovered.update(*font.to_unicode.values())
    return frozenset(uncovered)


def _problems(characters: frozenset[str], page: OnePager) -> Iterator[Problem]:
    told: set[str] = set()
    for subject, text in dict.fromkeys(texts_of(page)):
        for character in sorted(characters.intersection(text)):
            told.add(character)
            file, line = page.places.get(subject, ("", 0))
            yield _problem(character, f" in “{text}”", file, line, subject or page.name)
    for character in sorted(characters - told):
        yield _problem(character, "", "", 0, page.name)


def _problem(character: str, where: str, file: str, line: int, subject: str) -> Problem:
    return Problem(
        file=file,
        line=line,
        subject=subject,
        wrong=f"the page's fonts have no glyph for {character!a} (U+{ord(character):04X}){where}",
        right="replace the character or leave it out",
    )


def texts_of(part: object, subject: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a page, each with the id of the view or figure that it belongs to."""
    if isinstance(part, str):
        yield subject, part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_of(item, subject)
    elif isinstance(part, Mapping):
        yield from texts_of(tuple(part.values()), subject)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        own = getattr(part, "id", subject)
        for field in dataclasses.fields(part):
            if field.name not in _NOT_PRINTED:
                yield from texts_of(getattr(part, field.name), own)

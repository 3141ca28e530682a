"""The header of an entity's sheet in a workbook that `build` has written, found again.

What is loaded here is loaded in the process that reads workbooks as well, and so is little.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exporter.facts.sheet_labels import COLUMN_LABELS, OPTIONAL_COLUMNS
from exporter.facts.words import LANGUAGES, Lang

TOP = 20  # rows in which a header is looked for; it is written into the fourth
_ENOUGH = 8  # columns by which a header is known, though others have been renamed


class OwnHeader(NamedTuple):
    """Where the table of an entity's sheet begins.

    Attributes:
        row: From 0.
        lang: The language of its labels.
        places: The columns, from 0, by their keys.
        unknown: The labels that are of no column.
        missing: The labels of columns that are not there.
        twice: The labels that stand there more than once; the first of each is taken.
    """

    row: int
    lang: Lang
    places: dict[str, int]
    unknown: list[str]
    missing: list[str]
    twice: tuple[str, ...] = ()


def find_own_header(top: Iterable[Sequence[object]]) -> OwnHeader | None:
    """The header among the first rows of a sheet; None where it is none of an entity's."""
    for number, row in enumerate(top):
        texts = [value.strip() if isinstance(value, str) else "" for value in row]
        for lang in LANGUAGES:
            labels = {label.in_(lang): key for key, label in COLUMN_LABELS.items()}
            places: dict[str, int] = {}
            for at, text in enumerate(texts):
                if text in labels:
                    places.setdefault(labels[text], at)
            if len(places) >= _ENOUGH:
                needed = COLUMN_LABELS.keys() - OPTIONAL_COLUMNS - places.keys()
                missing = [COLUMN_LABELS[key].in_(lang) for key in COLUMN_LABELS if key in needed]
                unknown = [text for text in texts if text and text not in labels]
                twice = tuple(text for text in labels if texts.count(text) > 1)
                return OwnHeader(number, lang, places, unknown, missing, twice)
    return None

"""Which marked facts and views are meant: by ids, patterns of ids, an entity, a file."""

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import NamedTuple

from exporter.errors import Fault, UsageError
from exporter.facts.review_marks import ReviewMark

_PATTERN = re.compile(r"[*?\[]")


class Within(NamedTuple):
    """What of a report is gone through.

    Attributes:
        entity: Its English name, or a pattern of names; "" for all.
        file: A file of facts or views, or the end of its path, or a pattern; "" for all.
    """

    entity: str = ""
    file: str = ""


EVERYTHING = Within()


class Named(NamedTuple):
    """Marks by what somebody calls them.

    Attributes:
        marks: Those that are meant.
        already: Ids whose mark is off.
        faults: What is meant by nobody's id.
    """

    marks: frozenset[ReviewMark]
    already: tuple[str, ...]
    faults: tuple[Fault, ...]


def marks_within(marks: Iterable[ReviewMark], within: Within) -> list[ReviewMark]:
    """The marks of an entity, of a file, or of both.

    Raises:
        UsageError: Nothing of it is marked.
    """
    left = list(marks)
    if within.entity:
        entities = [mark.entity for mark in left]
        left = [mark for mark in left if _is_like(mark.entity, within.entity)]
        if entities and not left:
            raise UsageError(
                f"nothing of {within.entity!r} is marked", _near(within.entity, entities)
            )
    if within.file:
        files = [mark.file for mark in left]
        left = [mark for mark in left if PurePath(mark.file).match(within.file)]
        if files and not left:
            raise UsageError(f"nothing in {within.file!r} is marked", _near(within.file, files))
    return left


def named_marks(
    marks: Sequence[ReviewMark], names: Iterable[str], unmarked: Collection[str]
) -> Named:
    """The marks of facts and views by their ids, or by patterns of ids such as `acme-*`.

    Args:
        marks: Those that there are.
        names: Ids and patterns.
        unmarked: Ids of facts and views that are not marked.
    """
    ids = [mark.id for mark in marks]
    chosen: set[ReviewMark] = set()
    already: list[str] = []
    faults: list[Fault] = []
    for name in dict.fromkeys(names):
        meant = [mark for mark in marks if name == mark.id]
        if not meant and _PATTERN.search(name):
            meant = [mark for mark in marks if fnmatchcase(mark.id, name)]
        chosen |= set(meant)
        if not meant and name in unmarked:
            already.append(name)
        elif not meant:
            wrong = f"no fact or view {name!r} is marked `review:`"
            faults.append(Fault(wrong, _near(name, ids, "name the id of one that is")))
    return Named(frozenset(chosen), tuple(already), tuple(faults))


def without_accepted(named: Named) -> Named:
    """What is to be rejected: a fact whose mark is off is not lost by a slip.

    Args:
        named: As somebody names it.
    """
    right = "take it out by hand, or mark it `review: new` first"
    reviewed = [Fault(f"{id_!r} is not marked `review:` any more", right) for id_ in named.already]
    return Named(named.marks, (), (*named.faults, *reviewed))


def _is_like(name: str, pattern: str) -> bool:
    return fnmatchcase(name.casefold(), pattern.casefold())


def _near(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """What may be meant instead."""
    every = list(dict.fromkeys(filter(None, known)))
    near = get_close_matches(name, every, 1)
    if near:
        return f"did you mean {near[0]}?"
    return otherwise or f"name one of {', '.join(every[:5])}"

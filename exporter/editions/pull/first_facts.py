"""Where the first fact of an entity is written: as the report keeps the facts of its other ones."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pyarrow.compute as pc

from exporter.drafting.ids import slug
from exporter.editions.pull.present import PresentFacts, Row
from exporter.facts.flat.files import KINDS, PARQUET
from exporter.facts.read import facts_folder
from exporter.facts.words import Bilingual

_NO_NAME = re.compile(r"[^\w-]+")


class FirstPlace(NamedTuple):
    """A place for the first fact of an entity.

    Attributes:
        file: The file.
        beside: The fact behind which it stands; None in a file that has none yet.
    """

    file: str
    beside: Row | None = None


@dataclass(frozen=True)
class FirstPlaces:
    """The places for first facts.

    Attributes:
        present: The report's facts.
        deleted: Those that go.
    """

    present: PresentFacts
    deleted: Collection[str] = field(default_factory=frozenset)

    def place(self, entity: str) -> FirstPlace:
        """Where the first fact about an entity goes.

        Into the file of its name. Else, where each file of a folder has the name of the one entity
        that its facts are about, into a new one; else behind the last fact of the last file that
        can be changed here.

        Args:
            entity: By its English name.
        """
        name = self._names.get(entity, Bilingual(entity, entity))
        own = next((file for file in self._entities if _is_called(file, name)), None)
        folder = self._folder
        if own is None and folder is not None and self._is_by_entity:
            return FirstPlace(str(folder / f"{_stem(name)}.yaml"))
        file = own or self._last
        return FirstPlace(file, self._last_fact(file))

    @cached_property
    def _names(self) -> Mapping[str, Bilingual]:
        return {entity.name.en: entity.name for entity in self.present.report.entities}

    @cached_property
    def _entities(self) -> Mapping[str, frozenset[str]]:
        """What the facts of each file are about, file by file."""
        pairs = self.present.written.select(["file", "entity"]).group_by(
            ["file", "entity"], use_threads=False
        )
        found: dict[str, set[str]] = {}
        for row in pairs.aggregate([]).to_pylist():
            found.setdefault(row["file"], set()).add(row["entity"])
        return {file: frozenset(entities) for file, entities in found.items()}

    @property
    def _folder(self) -> Path | None:
        """Where a new file is read as those that are there."""
        return facts_folder(self.present.opened.folder, self.present.report.facts)

    @property
    def _is_by_entity(self) -> bool:
        """Whether each file has the name of the one entity that its facts are about."""
        either = {text: name for name in self._names.values() for text in name}
        return all(
            len(entities) == 1 and _is_called(file, either.get(one, Bilingual(one, one)))
            for file, entities in self._entities.items()
            for one in entities
        )

    @property
    def _last(self) -> str:
        """The last file that can be changed here, else the last one."""
        files = list(self._entities)
        known = (file for file in reversed(files) if _is_changed_here(file))
        return next(known, files[-1])

    def _last_fact(self, file: str) -> Row:
        rows = self.present.written.filter(pc.equal(self.present.written["file"], file))
        last = rows.sort_by("line").to_pylist()
        stay = [row for row in last if row["id"] not in self.deleted]
        found: Row = (stay or last)[-1]
        return found


def _is_changed_here(file: str) -> bool:
    path = Path(file)
    return path.is_file() and KINDS.get(path.suffix.lower(), PARQUET) != PARQUET


def _is_called(file: str, name: Bilingual) -> bool:
    """Whether a file has an entity's name."""
    stem = Path(file).stem
    return stem.casefold() in {text.casefold() for text in _stems(name)} or (
        bool(slug(stem)) and slug(stem) == slug(name.en)
    )


def _stem(name: Bilingual) -> str:
    """The name of an entity's file."""
    return next(_stems(name))


def _stems(name: Bilingual) -> Iterator[str]:
    if slug(name.en):
        yield slug(name.en)
    for text in name:
        yield _NO_NAME.sub("-", unicodedata.normalize("NFKC", text)).strip("-") or "facts"

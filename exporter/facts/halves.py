"""Texts that stand in one language alone: the other shows the half that there is.

What is drafted from a source is in the source's language; the other half is written when somebody
has looked at it. Until then it is a doubt, told once for all facts and views. A reason to accept
what a quote does not prove is printed to be read: without its half for a language of the report it
is refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Doubt, FirstProblems, Problem, has_lines
from exporter.facts.table import WRITTEN
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.views import View
from exporter.facts.words import LANGUAGES, Lang

IN_ONE_LANGUAGE = (  # whose fields may be so
    "metric", "value", "unit", "attribution", "note", "accept",
)  # fmt: skip
_REASON = "accept"
_BESIDE = {  # columns that say it for both languages
    "value": ("value", "value.from", "value.to"),
    "unit": ("unit",),
}
_SHOWN = 5  # ids


def with_both_halves(written: pa.Table) -> pa.Table:
    """A table by the schema WRITTEN, or with more columns, with both halves of what has one."""
    for field, lang, at in _halves(written):
        other = _other(lang)
        if field == "unit":
            written = _with_units(written, lang, at)
            continue
        column = pc.if_else(at, written[f"{field}.{lang}"], written[f"{field}.{other}"])
        written = _with(written, f"{field}.{other}", column)
    return written


class Halves:
    """The facts and views that have texts in one language alone, where the report has two."""

    def __init__(self, languages: Sequence[Lang]) -> None:
        """None yet; `languages` are those that the report is printed in."""
        self._languages = tuple(languages)
        self._facts = self._views = 0
        self._first: list[tuple[str, int, str]] = []
        self._first_reasons, self._reasons = FirstProblems(), list[Problem]()

    def take(self, written: pa.Table) -> None:
        """Facts, as they are written."""
        missing = []
        for field, lang, at in _halves(written):
            if _other(lang) not in self._languages:
                continue
            if field == _REASON:
                rows = written.filter(at).select(["file", "line", "id"]).to_pylist()
                places = ((row["file"], row["line"], row["id"] or "") for row in rows)
                self._refuse(places)
            else:
                missing.append(_by_no_name(written, lang, at) if field == "unit" else at)
        if not missing:
            return
        rows = written.filter(_any(missing)).select(["file", "line", "id"])
        self._facts += rows.num_rows
        self._see(row.values() for row in rows.slice(0, _SHOWN).to_pylist())

    def take_views(self, views: Iterable[View]) -> None:
        """Views, after all facts."""
        for view in views:
            lacks = [name for name in view.missing if name.endswith(self._languages)]
            if any(name.startswith(_REASON) for name in lacks):
                self._refuse([(view.file, view.line, view.id)])
            if any(not name.startswith(_REASON) for name in lacks):
                self._views += 1
                self._see([(view.file, view.line, view.id)])

    def problems(self) -> Sequence[Problem]:
        """Reasons that the report prints in a language in which they are not written."""
        return self._reasons

    def _refuse(self, places: Iterable[tuple[str, int, str]]) -> None:
        wrong = f"`{_REASON}` is not in both languages"
        both = "write {en: …, zh: …}", f"fill `{_REASON}.en` and `{_REASON}.zh`"  # YAML, tables
        told = (Problem(*place, wrong, both[not has_lines(place[0])]) for place in places)
        self._reasons += self._first_reasons.take(told)

    def doubts(self) -> Iterator[Doubt]:
        """What is told of them: one doubt, or none."""
        if not self._first:
            return
        file, line, _ = self._first[0]
        counts = counted_of(self._facts, self._views)
        has = "has a text" if self._facts + self._views == 1 else "have texts"
        shown = first_of([id_ for _, _, id_ in self._first], self._facts + self._views)
        right = "write the other as {en: …, zh: …}; until then both show the same"
        yield Doubt(file, line, "", f"{counts} {has} in one language alone ({shown})", right)

    def _see(self, places: Iterable[Iterable[object]]) -> None:
        for file, line, id_ in places:
            if len(self._first) < _SHOWN:
                self._first.append((str(file), int(str(line)), str(id_ or "without an id")))


def counted_of(facts: int, views: int) -> str:
    """So many facts and views: `1 fact`, `12 facts and 3 views`."""
    counts = ((facts, "fact"), (views, "view"))
    return " and ".join(
        f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count
    )


def first_of(ids: Sequence[str], count: int) -> str:
    """The first of so many ids, as a message names them."""
    return ", ".join([*ids[:_SHOWN], *(["…"] if count > _SHOWN else [])])


def _halves(written: pa.Table) -> Iterator[tuple[str, Lang, pa.ChunkedArray]]:
    """Fields, each with the language that it is said in alone, and the rows where it is."""
    for field in IN_ONE_LANGUAGE:
        said = {lang: pc.is_valid(written[f"{field}.{lang}"]) for lang in LANGUAGES}
        beside = [pc.is_valid(written[name]) for name in _BESIDE.get(field, ())]
        for lang in LANGUAGES:
            at = pc.and_not(said[lang], _any([said[_other(lang)], *beside]))
            if pc.any(at).as_py():
                yield field, lang, at


def _any(masks: Sequence[pa.ChunkedArray]) -> pa.ChunkedArray:
    found, *others = masks
    for mask in others:
        found = pc.or_(found, mask)
    return found


def _with_units(written: pa.Table, lang: Lang, at: pa.ChunkedArray) -> pa.Table:
    """The table with units by the label of one language: known ones, and ones with both labels."""
    labels = pc.if_else(at, written[f"unit.{lang}"], None).to_pylist()
    units = [(None, None, None) if label is None else _unit(label, lang) for label in labels]
    for name, values in zip(("unit", "unit.en", "unit.zh"), zip(*units, strict=True), strict=True):
        column = pc.if_else(at, pa.chunked_array([pa.array(values, pa.string())]), written[name])
        written = _with(written, name, column)
    return written


@cache
def _unit(label: str, lang: Lang) -> tuple[str | None, str | None, str | None]:
    name, en, zh = unit_by_label(label, lang)
    return name or None, en or None, zh or None


def _by_no_name(written: pa.Table, lang: Lang, at: pa.ChunkedArray) -> pa.ChunkedArray:
    """Where a unit's label in one language is none of a known unit, whose other label is known."""
    labels = pc.if_else(at, written[f"unit.{lang}"], None).to_pylist()
    own = [label is not None and _unit(label, lang)[0] is None for label in labels]
    return pa.chunked_array([pa.array(own, pa.bool_())])


def _with(written: pa.Table, name: str, column: pa.ChunkedArray) -> pa.Table:
    return written.set_column(written.schema.get_field_index(name), WRITTEN.field(name), column)


def _other(lang: Lang) -> Lang:
    return "zh" if lang == "en" else "en"

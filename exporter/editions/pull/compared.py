"""The workbook as found beside the workbook as laid out: cells edited, rows added, rows gone.

Rows are told apart by the ids in them, wherever they stand. A cell counts as edited where it holds
something else, however it looks: who saves a workbook again changes fonts, widths and formats, and
may keep a number as a text.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from exporter.editions.pull.model import CellEdit, NewRow, Place, Refusal
from exporter.editions.pull.same_values import is_same
from exporter.editions.pull.sheets import FoundBook, FoundSheet, Typed, heading
from exporter.editions.pull.shown import ShownBook, ShownSheet
from exporter.errors import Fault
from exporter.proof.xlsx.cell_words import cell_name, shown
from exporter.proof.xlsx.cells import ColumnCells, differing_values
from exporter.report.xlsx.heads import BETWEEN_PARTS

_NUMBER_IN_FORMULA = re.compile(r"(?<![a-z0-9_.])[0-9]+(?:\.[0-9]+)?(?:e\+?[0-9]+)?(?![a-z0-9_.])")
_ESSENTIAL = ("quote", "source")  # a row with neither, below a blank one, is a note
_BUILT = "`build` makes it; it cannot be edited here"


@dataclass(slots=True)
class Compared:
    """What differs.

    Attributes:
        cells: The cells that were edited.
        added: The rows that show no fact yet.
        gone: The facts whose rows are gone, by id, each with its sheet.
        rows: Where each fact stands that is there: its sheet, and the row among its rows.
        misnamed: The rows that have the id of another fact, or of none.
        refusals: What cannot be taken as any of these.
        notes: What is told of it besides.
    """

    cells: list[CellEdit] = field(default_factory=list)
    added: list[NewRow] = field(default_factory=list)
    gone: dict[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[FoundSheet, int]] = field(default_factory=dict)
    misnamed: list[Place] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse(self, place: Place, wrong: str, right: str) -> None:
        """Take a refusal in."""
        self.refusals.append(Refusal(place, Fault(wrong, right)))


def compare(book: ShownBook, found: FoundBook) -> Compared:
    """What differs between a workbook as laid out and as found."""
    compared = Compared()
    pairs = list(_paired(book, found, compared))
    known = {id_: sheet for sheet in book.sheets for id_ in sheet.ids.to_pylist()}
    rows = compared.rows = _rows_by_id(pairs, known, compared)
    for sheet, there in pairs:
        _compare_sheet(sheet, there, rows, compared)
        _compare_above(sheet, there, book.title, compared)
    _refuse_misplaced(pairs, known, compared)
    _keep_gone(compared)
    _compare_others(book, found, compared)
    return compared


def _refuse_misplaced(
    pairs: Sequence[tuple[ShownSheet, FoundSheet]],
    known: Mapping[str, ShownSheet],
    compared: Compared,
) -> None:
    """Refuse rows with the id of no fact, or of one that another sheet is for."""
    entities = {there.name: sheet.entity for sheet, there in pairs}
    for id_, (there, row) in compared.rows.items():
        if id_ in known and known[id_].entity == entities[there.name]:
            continue
        place = Place(there.name, there.cell(row, "fact"), id_)
        if id_ not in known:
            right = "empty the cell where the row is a new fact, or write its id back"
            compared.refuse(place, f"{id_!r} is no fact of this workbook", right)
            compared.misnamed.append(place)
        else:
            wrong = f"it is a fact of {known[id_].name}, and stands on {there.name}"
            compared.refuse(place, wrong, "move the row back; its entity is changed in the facts")


def _paired(
    book: ShownBook, found: FoundBook, compared: Compared
) -> Iterator[tuple[ShownSheet, FoundSheet]]:
    """The sheets with facts, each as laid out and as found, whatever it is called by now."""
    by_name = {sheet.name: sheet for sheet in found.sheets}
    others = {sheet.name: other for sheet, other in renamed(book, found)}
    for sheet in book.sheets:
        there = by_name.get(sheet.name) or others.get(sheet.name)
        if there is None and not len(sheet.ids):
            continue
        if there is None:
            wrong = f"the sheet is not there, and its {len(sheet.ids):,} facts are left as they are"
            right = "put it back, or delete its rows where its facts are to go"
            compared.refuse(Place(sheet.name, ""), wrong, right)
            continue
        faults = list(_of_headings(there))
        if not faults:
            yield sheet, there
        compared.refusals += faults


def renamed(book: ShownBook, found: FoundBook) -> list[tuple[ShownSheet, FoundSheet]]:
    """The sheets that have another name by now: each holds most of the facts of one."""
    names = {sheet.name for sheet in book.sheets}
    there = {sheet.name for sheet in found.sheets}
    left = [sheet for sheet in found.sheets if sheet.name not in names]
    pairs = []
    for sheet in book.sheets:
        wanted = set() if sheet.name in there else set(sheet.ids.to_pylist())
        for other in left if wanted else ():
            if 2 * len(wanted.intersection(other.ids())) > len(wanted):
                left.remove(other)
                pairs.append((sheet, other))
                break
    return pairs


def _of_headings(sheet: FoundSheet) -> Iterator[Refusal]:
    place = Place(sheet.name, "")
    for name in sheet.twice:
        fault = Fault(f"the heading {name!r} stands there twice", "give your own another name")
        yield Refusal(place, fault)
    if "fact" not in sheet.places:
        name = heading("fact", sheet.lang)
        fault = Fault(f"there is no column {name!r}, by which facts are known", "put it back")
        yield Refusal(place, fault)


def _rows_by_id(
    pairs: Sequence[tuple[ShownSheet, FoundSheet]],
    known: Collection[str],
    compared: Compared,
) -> dict[str, tuple[FoundSheet, int]]:
    """Where each fact stands; rows without an id are taken in as new ones."""
    rows: dict[str, tuple[FoundSheet, int]] = {}
    for sheet, there in pairs:
        ids = there.ids()
        filled = there.rows.filled()
        ending = False
        for row, id_ in enumerate(ids):
            gap = row > 0 and there.rows.numbers[row] != there.rows.numbers[row - 1] + 1
            ending = ending or gap or not filled[row]
            if not filled[row] or (ending and id_ not in known and _is_note(there, row)):
                continue
            if not id_:
                compared.added.append(_new_row(sheet, there, row))
            elif id_ in rows:
                first = rows[id_]
                place = Place(there.name, there.cell(row, "fact"), id_)
                wrong = f"it stands in {first[0].name}!{first[0].cell(first[1], 'fact')} as well"
                compared.refuse(place, wrong, "empty the cell in the row that is a new fact")
                compared.misnamed.append(place)
            else:
                rows[id_] = there, row
    return rows


def _keep_gone(compared: Compared) -> None:
    """Delete no fact of a sheet on which a row has the id of another: it may be that fact's."""
    misnamed = {place.sheet: place for place in compared.misnamed}
    for id_, sheet in list(compared.gone.items()):
        if sheet in misnamed:
            del compared.gone[id_]
            wrong = f"its row is gone, but {misnamed[sheet].cell} has an id that is not its row's"
            compared.refuse(Place(sheet, "", id_), wrong, "write it there if that row is its own")


def _is_note(there: FoundSheet, row: int) -> bool:
    return all(there.typed(row, key).is_blank for key in _ESSENTIAL)


def _new_row(sheet: ShownSheet, there: FoundSheet, row: int) -> NewRow:
    cells = {key: there.typed(row, key) for key in there.places}
    names = {key: there.cell(row, key) for key in sheet.columns.keys() | there.places.keys()}
    return NewRow(there.name, sheet.entity, there.lang, cells, names)


def _compare_sheet(
    sheet: ShownSheet,
    there: FoundSheet,
    rows: Mapping[str, tuple[FoundSheet, int]],
    compared: Compared,
) -> None:
    ids = sheet.ids.to_pylist()
    at = [rows.get(id_, (None, -1)) for id_ in ids]
    compared.gone |= {id_: there.name for id_, (on, _) in zip(ids, at, strict=True) if on is None}
    for on in {id(on): on for on, _ in at if on is not None}.values():
        places = [place for place, (other, _) in enumerate(at) if other is on]
        chosen = [at[place][1] for place in places]
        for key in on.places:
            actual = on.column(key)
            # Of an edition not known here, or of what a check found that is not made here.
            is_own = key in {"change", "doubt"} and key not in sheet.columns
            if key == "fact" or actual is None or is_own:
                continue
            expected = sheet.columns.get(key) or ColumnCells.blank(len(ids))
            for place, row in _differing(expected, actual, places, chosen):
                where = Place(on.name, on.cell(row, key), ids[place])
                was = Typed(expected.cell(place).value)
                compared.cells.append(CellEdit(where, key, was, on.typed(row, key)))
    _note_columns(sheet, there, compared)


def _differing(
    expected: ColumnCells, actual: ColumnCells, places: Sequence[int], rows: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The places and rows whose cells do not hold the same."""
    before = expected.take(np.array(places, np.int64))
    after = actual.take(np.array(rows, np.int64))
    for at in np.flatnonzero(differing_values(before, after)).tolist():
        now = after.cell(at)
        value = "=" if now.value is None and now.formula else now.value
        was = before.cell(at)
        if (
            was.formula
            and now.formula
            and _plain_formula(was.formula) == _plain_formula(now.formula)
        ):
            continue  # it is calculated as before, of operands that were edited
        if not is_same(was.value, value):
            yield places[at], rows[at]


def _plain_formula(formula: str) -> str:
    """A formula as any program writes it: 1E9 may be 1000000000."""
    written = "".join(formula.removeprefix("=").split()).casefold()
    return _NUMBER_IN_FORMULA.sub(lambda found: f"{float(found[0]):.15g}", written)


def _note_columns(sheet: ShownSheet, there: FoundSheet, compared: Compared) -> None:
    gone = [key for key in sheet.columns if key not in there.places]
    for name in (heading(key, there.lang) for key in gone):
        compared.notes.append(f"{there.name}: the column {name!r} is gone; nothing of it is taken")


def _compare_above(sheet: ShownSheet, there: FoundSheet, title: str, compared: Compared) -> None:
    """Titles and notes that say something else, wherever they stand by now."""
    texts = {_said(typed.text, title) for typed in there.above.values()}
    wanted = {_said(text, title) for text in sheet.above.values()}
    for place, text in sheet.above.items():
        typed = there.above.get(place, Typed(None))
        if _said(text, title) in texts or not typed.text:
            continue
        if _said(typed.text, title) not in wanted:
            said = f"it says «{shown(typed.text)}» for «{shown(text)}»"
            compared.refuse(Place(there.name, cell_name(*place)), said, _BUILT)


def _said(text: str, title: str) -> str:
    """What a note says, wherever its lines end, with or without the report's title at its end.

    Both go by how wide columns are.
    """
    return text.replace("\n", BETWEEN_PARTS).removesuffix(f"{BETWEEN_PARTS}{title}")


def _compare_others(book: ShownBook, found: FoundBook, compared: Compared) -> None:
    """What was edited where nothing is to be: refused by name.

    Rows may have been sorted: what still stands somewhere on its sheet has only moved.
    """
    for name, expected in book.others.items():
        cells = found.others.get(name)
        if cells is None:
            continue
        there = Counter(cell.text for cell in cells.values())
        wanted = Counter(Typed(value).text for value, _ in expected.values())
        for place, (value, is_calculated) in sorted(expected.items()):
            cell = cells.get(place, Typed(None))
            if value is None or cell.formula is not None or is_same(value, cell.value):
                continue
            text = Typed(value).text
            if is_calculated or there[text] < wanted[text]:
                there[text] += 1
                where = Place(name, cell_name(*place))
                said = f"it says «{shown(cell.value)}» for «{shown(value)}»"
                what = "it is calculated" if is_calculated else _BUILT
                compared.refuse(where, said, what)

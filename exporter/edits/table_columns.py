"""What facts are to say, as the columns of a table say it that has columns of its own choosing."""

from collections.abc import Mapping, Sequence

from exporter.edits.fact_edits import Row
from exporter.edits.text_edits import CannotEditError
from exporter.facts.reading import PARTED, Reading
from exporter.facts.words import LANGUAGES, Lang

_NUMBERS = ("value", "value.from", "value.to")


def cells_of(
    columns: Mapping[str, str | None],
    row: Row,
    fields: Sequence[str],
    reading: Reading,
    languages: Sequence[Lang],
) -> dict[str, str]:
    """The cells of a row that say something else then, by their fields; "" for an empty one.

    Args:
        columns: Of WRITTEN, with what they are to say.
        row: What the fact says otherwise.
        fields: Those of the table's columns.
        reading: What report.yaml says of the table.
        languages: Those that the report is printed in.

    Raises:
        CannotEditError: The table has no column for it.
    """
    cells: dict[str, str] = {}
    for name, value in columns.items():
        field = _holder(name, value, {**row, **columns}, fields, languages)
        if field:
            if value is None and dict(reading.defaults).get(field):
                raise CannotEditError(f"a blank `{field}` takes a default of report.yaml")
            if value is not None or not cells.get(field):
                cells[field] = value or ""
    return cells


def _holder(
    name: str, value: str | None, row: Row, fields: Sequence[str], languages: Sequence[Lang]
) -> str:
    """The field of the column that says something; "" where nothing is to be said, or is there."""
    if name in fields:
        return name
    base, _, lang = name.partition(".")
    is_of_both = base in PARTED and lang in LANGUAGES and base in fields
    if is_of_both and base != "unit":
        others = {row[f"{base}.{one}"] for one in LANGUAGES}
        if len(languages) == 1 or others == {value}:
            return base
        if value is not None:
            wrong = f"the column `{base}` says it for both languages"
            raise CannotEditError(f"{wrong}: part it into `{base}.en` and `{base}.zh`")
    if value is None:
        return ""
    raise CannotEditError(f"there is no column `{name}`: add it, or write it by hand")


def with_commas(cells: Mapping[str, str]) -> dict[str, str]:
    """The same, with decimal commas in numbers."""
    return {
        field: text.replace(".", ",") if field in _NUMBERS else text
        for field, text in cells.items()
    }

"""docs/reference.md: every key of a report's files, from the models that read them.

`make reference` writes it; a test holds it to the models.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from exporter.evidence.source_record import SourceRecord
from exporter.facts.table import STATED
from exporter.facts.views import View
from exporter.facts.words import QUALIFIER_LABELS, QUALIFIER_MARKS, STATUS_LABELS
from exporter.report.definition import ReportDefinition
from exporter.report.schemas.facts import NEEDED, fact_fields
from exporter.report.schemas.models import definitions_of
from exporter.report.schemas.told import TOLD

PAGE = Path(__file__).parents[1] / "docs" / "reference.md"
_HEAD = """\
# Reference

Every key of a report's files. This page is made from the models that read them
(`make reference`), as are the schemas by which [editors complete and check](editors.md).
How things hang together tell [reports.md](reports.md) and [writing-facts.md](writing-facts.md).
An unknown key is an error everywhere, and the message names the key that is near.
"""
_PARTS = {  # of report.yaml and records, by where they stand
    "EntityDefinition": "An entity, in `entities`",
    "BrokerDefinition": "A broker, in `brokers`",
    "WorkbookDefinition": "A workbook, in `workbooks`",
    "OnePagerDefinition": "A one-pager, in `one_pagers`",
    "PictureDefinition": "A picture, in `picture` of a one-pager",
    "EmailDefinition": "Who e-mails it, in `email`",
    "NotFact": "A clause left out, in `not_facts`",
}
_PLAIN = {"boolean": "`true`, `false`", "integer": "whole number", "number": "number"}
_SEVERAL = {
    "text": "texts",
    "whole number": "whole numbers",
    "text, or `{en, zh}`": "texts, each for both languages or `{en, zh}`",
}
_MANY = 12  # choices; what has more is told by its title
Form = Mapping[str, Any]

_OF_THE_VALUE = (
    "It is of the value as it stands: of a change of -10, more than a fall of 10% is `under`, "
    "a fall of at most 10% `at least`.\n"
)


def reference() -> str:
    """The whole page."""
    parts = [
        _HEAD,
        _models("report.yaml", ReportDefinition),
        _facts(),
        _models("Views", View, "A list in views.yaml, or under `views:` beside facts."),
        _models(
            "Records of sources",
            SourceRecord,
            "`sources/<id>.yaml`, made by `exporter source add`; `currency` and "
            "`not_facts` alone are written by hand, or by `exporter review --reject`.",
        ),
    ]
    return "\n".join(parts)


def _models(title: str, model: type[Any], said: str = "") -> str:
    """A section on a model, and on each of the models in it."""
    first, *others = definitions_of(model).items()
    order = list(_PARTS)
    sections = [f"## {title}\n", *([f"{said}\n"] if said else []), _keys(first[1])]
    for name, part in sorted(others, key=lambda item: order.index(item[0])):
        sections += [f"### {_PARTS[name]}\n", _keys(part)]
    return "\n".join(sections)


def _keys(part: Form) -> str:
    needed = part.get("required", ())
    rows = [
        (f"`{key}`", "yes" if key in needed else "", _kind(form), _usual(form), _what(form))
        for key, form in part["properties"].items()
    ]
    return _table(("key", "needed", "may be", "unless said", "what it is"), rows)


def _facts() -> str:
    rows = [
        (
            f"`{key}`",
            "yes" if key in {*NEEDED, "value"} else "",
            _kind(form),
            _columns(key),
            _what(form),
        )
        for key, form in fact_fields().items()
    ]
    where = (
        "A list in a YAML file, or the rows of a [table](writing-facts.md#facts-from-tables) with "
        "columns of these names.\n"
    )
    shared = [(f"`{key}`", told.what) for key, told in TOLD["FactsFile"].items()]
    return "\n".join([
        "## Facts\n",
        where,
        _table(("key", "needed", "may be", "columns of tables", "what it is"), rows),
        "In YAML these stand in the list, too ([writing less](writing-facts.md#writing-less)):\n",
        _table(("key", "what it is"), shared),
        "### Qualifiers\n",
        _table(
            ("qualifier", "before a figure", "in Chinese"),
            [
                (f"`{word}`", _sign(word), label.zh)
                for word, label in QUALIFIER_LABELS.items()
            ],
        ),
        _OF_THE_VALUE,
        "### Statuses\n",
        _table(
            ("status", "in Chinese"),
            [(f"`{word}`", label.zh) for word, label in STATUS_LABELS.items()],
        ),
    ])  # fmt: skip


def _sign(qualifier: str) -> str:
    mark = QUALIFIER_MARKS[qualifier].en.strip()
    return f"`{mark}`" if mark else ""


def _columns(field: str) -> str:
    names = [name for name in STATED if name.partition(".")[0] == field] or [field]
    return ", ".join(f"`{name}`" for name in names)


def _kind(form: Form) -> str:
    """What may stand there, in words."""
    if "$ref" in form:
        name = form["$ref"].rpartition("/")[2]
        return f"[keys](#{_anchor(_PARTS[name])})"
    choices = form.get("enum")
    if choices and len(choices) <= _MANY:
        return ", ".join(f"`{choice}`" for choice in choices)
    if form.get("type") == "array":
        kind = _kind(form["items"])
        return f"list of {_SEVERAL.get(kind, kind)}"
    if "const" in form:
        return f"`{form['const']}`"
    several = form.get("anyOf") or form.get("oneOf")
    if several and "title" not in form:
        kinds = [_kind(one) for one in several if one.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    return str(form.get("title") or _PLAIN[form["type"]])


def _anchor(heading: str) -> str:
    kept = (sign for sign in heading.lower() if sign.isalnum() or sign in "-_ ")
    return "".join(kept).replace(" ", "-")


def _usual(form: Form) -> str:
    match form.get("default"):
        case None:
            return ""
        case bool() as truth:
            return f"`{str(truth).lower()}`"
        case list() as several:
            return f"`[{', '.join(map(str, several))}]`"
        case usual:
            return f"`{usual}`"


def _what(form: Form) -> str:
    example = "".join(f"; such as `{shown}`" for shown in form.get("examples", ())[:1])
    return f"{form['description']}{example}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(_lines(head, rows)) + "\n"


def _lines(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |".replace(
            "|  |", "| |"
        )


def main() -> None:
    """Write the page."""
    PAGE.write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()

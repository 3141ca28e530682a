"""Articles with what is right of them, from a folder: labels.csv, views.csv, source.yaml."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from exporter.facts.yaml_tree import MapNode, Scalar, parse_tree

Row = TypeVar("Row")
PARTING = "|"
_COLUMNS = ("at", "value", "high", "unit", "qualifier", "entity", "period", "status", "metric",
            "attribution")  # fmt: skip
_VIEW_COLUMNS = ("broker", "subject", "stance", "rating", "target_price", "currency", "at")


@dataclass(frozen=True, slots=True)
class Label:
    """A figure that an article states, and what is right to say of it; tuples are alternatives.

    Attributes:
        at: Words of the article around the figure, which is marked; or a quote that holds it.
        either_sign: Whether the words leave the sign to the metric.
        optional: Whether careful analysts differ about it.
    """

    at: str
    value: Fraction
    high: Fraction | None
    either_sign: bool
    unit: tuple[str, ...]
    qualifier: tuple[str, ...]
    entity: tuple[str, ...]
    period: tuple[str, ...]
    status: tuple[str, ...]
    metric: tuple[str, ...]
    attribution: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ViewLabel:
    """A broker's view in an article; tuples are alternatives."""

    broker: tuple[str, ...]
    subject: tuple[str, ...]
    stance: tuple[str, ...]
    rating: tuple[str, ...]
    target_price: str
    currency: str
    at: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A labelled article.

    Attributes:
        file: The document; a folder with several is several articles.
        report: The report.yaml to draft it for.
        source: What `source add` is given.
        says_again: Whether figures stand in it, too, that are labelled at another place alone.
    """

    name: str
    file: Path
    report: Path
    source: Mapping[str, str]
    labels: tuple[Label, ...]
    views: tuple[ViewLabel, ...] = field(default=())
    says_again: bool = False


def articles_in(folder: Path) -> list[Article]:
    """The articles of a folder, one for every document in it.

    Raises:
        ValueError: Something in it is not as tests/draft/README.md says; all that is wrong.
    """
    labels, wrong = _rows(folder / "labels.csv", _COLUMNS, _label)
    has_views = (folder / "views.csv").is_file()
    views, wrong_views = (
        _rows(folder / "views.csv", _VIEW_COLUMNS, _view) if has_views else ([], [])
    )
    documents = sorted(folder.glob("article.*"))
    faults = [*wrong, *wrong_views, *([] if documents else [f"{folder}: no article.*"])]
    if faults:
        raise ValueError("\n".join(faults))
    source = source_of(folder / "source.yaml")
    names = [f"{folder.name}{file.suffix if len(documents) > 1 else ''}" for file in documents]
    report = folder / "report.yaml"
    return [
        Article(name, file, report, source, tuple(labels), tuple(views))
        for name, file in zip(names, documents, strict=True)
    ]


def source_of(path: Path) -> dict[str, str]:
    """What `source add` is given, by option; of a text in both languages the Chinese one."""
    tree, problems = parse_tree(path.read_text(encoding="utf-8"), str(path))
    if problems or not isinstance(tree, MapNode):
        raise ValueError(f"{path}: {problems or 'no keys'}")
    told = {}
    for key, node in tree.items.items():
        text = node.items.get("zh") if isinstance(node, MapNode) else node
        if isinstance(text, Scalar):
            told[key] = text.text
    return told


def _rows(
    path: Path, columns: Sequence[str], read: Callable[[Mapping[str, str]], Row]
) -> tuple[list[Row], list[str]]:
    """What a table holds, and what is wrong with its rows."""
    rows: list[Row] = []
    wrong: list[str] = []
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        if missing := set(columns) - set(table.fieldnames or ()):
            return [], [f"{path}: no column {', '.join(sorted(missing))}"]
        for row in table:
            place = f"{path}:{table.line_num}"
            if None in row:
                wrong.append(f"{place}: more cells than columns")
                continue
            try:
                rows.append(read({key: (cell or "").strip() for key, cell in row.items()}))
            except ValueError as error:
                wrong.append(f"{place}: {error}")
    return rows, wrong


def _label(row: Mapping[str, str]) -> Label:
    value, high = row["value"].replace(",", ""), row["high"].replace(",", "")
    return Label(
        row["at"],
        Fraction(value.removeprefix("±")),
        Fraction(high.removeprefix("±")) if high else None,
        value.startswith("±"),
        *(_alternatives(row[name]) for name in _COLUMNS[3:]),
        optional=_is_optional(row),
    )


def _view(row: Mapping[str, str]) -> ViewLabel:
    return ViewLabel(
        *(_alternatives(row[name]) for name in _VIEW_COLUMNS[:4]),
        *(row[name] for name in _VIEW_COLUMNS[4:]),
        optional=_is_optional(row),
    )


def _is_optional(row: Mapping[str, str]) -> bool:
    return row.get("optional", "").casefold() in {"yes", "y", "true", "1"}


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(PARTING))

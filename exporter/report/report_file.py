"""report.yaml, read: the definition that it says, and what of that does not hold together."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from exporter.errors import Problem, UsageError
from exporter.facts.models import read_model
from exporter.facts.yaml_tree import Node, plain, read_tree
from exporter.inputs.opened import Inputs
from exporter.limits import refused_sheet_name
from exporter.report.definition import (
    BrokerDefinition,
    Definition,
    EntityDefinition,
    ReportDefinition,
)
from exporter.report.for_each import foreign_words
from exporter.report.labels import LISTS, OTHER_SHEETS

REPORT_FILE = "report.yaml"


def read_definition(
    folder: Path, inputs: Inputs | None = None
) -> tuple[Definition | None, list[Problem]]:
    """Read a report's report.yaml.

    Args:
        folder: The report's folder.
        inputs: What may be read, and was read; the folder unless said.

    Returns:
        The definition (None where it is not whole) and what is wrong with it.

    Raises:
        UsageError: The folder is no report.
        OSError: The file cannot be read.
    """
    path = folder / REPORT_FILE
    if not os.path.lexists(path):
        what = "has no report.yaml" if folder.is_dir() else "is not a folder"
        raise UsageError(
            f"{folder} {what}", f"name a report's folder, or make one: exporter new {folder}"
        )
    tree, problems = read_tree(path, str(path), inputs)
    if tree is None:
        empty = Problem(str(path), 0, "", "the file is empty", "see reports/alibaba-ai/report.yaml")
        return None, problems or [empty]
    definition, invalid = definition_of(tree, str(path))
    return definition, [*problems, *invalid]


def definition_of(tree: Node, shown: str) -> tuple[Definition | None, list[Problem]]:
    """The definition that a tree says, and what is wrong with it.

    Args:
        tree: Of report.yaml.
        shown: What messages call the file.
    """
    report, invalid = read_model(ReportDefinition, tree, shown)
    if report is None:
        return None, invalid
    definition = Definition(report, tree, shown)
    return definition, list(check_definition(definition))


def check_definition(definition: Definition) -> Iterator[Problem]:
    """What a definition says that does not hold together, wherever its report is."""
    report = definition.report
    yield from _repeated(definition, "entities", [entity.name.en for entity in report.entities])
    yield from _repeated(definition, "brokers", [broker.name.en for broker in report.brokers])
    yield from _aliases(definition, "entities", report.entities)
    yield from _aliases(definition, "brokers", report.brokers)
    yield from _repeated(definition, "workbooks", [book.name for book in report.workbooks])
    yield from _repeated(definition, "one_pagers", [page.name for page in report.one_pagers])
    yield from _repeated(definition, "languages", report.languages)
    if not report.workbooks and not report.one_pagers:
        yield definition.problem(
            (), "the report names nothing to write", "add `workbooks:` or `one_pagers:`"
        )
    yield from _in_no_workbook(definition)
    yield from _named_elsewhere(definition)
    yield from _sheet_names(definition)
    if report.for_each:
        for place, fault in foreign_words(report.for_each, definition.tree):
            yield definition.problem(place, *fault)


def _in_no_workbook(definition: Definition) -> Iterator[Problem]:
    """Entities that no workbook takes, where each names those that it takes."""
    report = definition.report
    shown = {name for book in report.workbooks for name in book.entities or ()}
    if report.workbooks and all(book.entities for book in report.workbooks):
        for index, entity in enumerate(report.entities):
            if entity.name.en not in shown:
                wrong = f"{entity.name.en!r} stands in no workbook, so its facts would be left out"
                right = "add it to a workbook, or take it off"
                yield definition.problem(("entities", index), wrong, right)


def _named_elsewhere(definition: Definition) -> Iterator[Problem]:
    """Entities that workbooks name, and brokers that one-pagers do, held against the report's."""
    report = definition.report
    entities = [entity.name.en for entity in report.entities]
    for index, workbook in enumerate(report.workbooks):
        path = ("workbooks", index, "entities")
        yield from _unknown(definition, path, workbook.entities or (), entities)
    brokers = [broker.name.en for broker in report.brokers]
    for index, page in enumerate(report.one_pagers):
        path = ("one_pagers", index, "brokers")
        yield from _unknown(definition, path, page.brokers or (), brokers)


def _unknown(
    definition: Definition, path: tuple[str | int, ...], names: Sequence[str], known: Sequence[str]
) -> Iterator[Problem]:
    for place, name in enumerate(names):
        if name in names[:place]:
            yield definition.problem((*path, place), f"{name!r} is named twice", "name it once")
        if name not in known:
            wrong = f"{name!r} is not among the report's {path[-1]}"
            right = f"use one of {', '.join(known) or 'those you add there'}"
            yield definition.problem((*path, place), wrong, right)


def _repeated(definition: Definition, part: str, names: Sequence[str]) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield definition.problem(
                (part, index), f"{name!r} is named twice in {part}", "name it once"
            )


def _aliases(
    definition: Definition, part: str, known: Sequence[EntityDefinition | BrokerDefinition]
) -> Iterator[Problem]:
    """Aliases that mean two entities, or two brokers: sources could mean either."""
    named = {name.casefold(): one.name.en for one in known for name in one.name}
    taken: dict[str, str] = {}
    for index, one in enumerate(known):
        for place, alias in enumerate(one.aliases):
            path, key = (part, index, "aliases", place), alias.casefold()
            other, before = named.get(key, one.name.en), taken.setdefault(key, one.name.en)
            if other != one.name.en:
                wrong = f"the alias {alias!r} of {one.name.en!r} is the name of {other!r}"
                yield definition.problem(path, wrong, "leave it to the one that has the name")
            elif alias.casefold() in map(str.casefold, one.aliases[:place]):
                wrong = f"the alias {alias!r} of {one.name.en!r} is given twice"
                yield definition.problem(path, wrong, "give it once")
            elif before != one.name.en:
                wrong = f"{alias!r} is an alias of both {before!r} and {one.name.en!r}"
                yield definition.problem(path, wrong, "leave it to one of them")


def _sheet_names(definition: Definition) -> Iterator[Problem]:
    """What Excel refuses as a sheet's name, and names that differ in case alone."""
    report = definition.report
    for lang in report.languages:
        others = (*OTHER_SHEETS, *((LISTS,) if report.profile else ()))
        taken = {label.in_(lang).casefold(): label.in_(lang) for label in others}
        for index, entity in enumerate(report.entities):
            name = entity.name.in_(lang)
            path = ("entities", index, "name", lang)
            if wrong := refused_sheet_name(name):
                yield definition.problem(path, wrong, "give the entity a name that Excel takes")
            if (other := taken.get(name.casefold())) and entity.name.en not in {
                before.name.en for before in report.entities[:index]
            }:
                wrong = f"the sheet name {name!r} is the same as {other!r} for Excel"
                yield definition.problem(path, wrong, "give every sheet a name of its own")
            taken.setdefault(name.casefold(), name)


def named_facts(path: Path, inputs: Inputs) -> object:
    """What a report.yaml that is not whole says of where its facts are; None for nothing."""
    tree, _ = read_tree(path, "", inputs)
    said = None if tree is None else plain(tree)
    return said.get("facts") if isinstance(said, dict) else None

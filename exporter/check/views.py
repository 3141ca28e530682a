"""The views of a report, and where they stand."""

import os
from dataclasses import replace
from pathlib import Path

from exporter.check.facts import lies_in_usual_place, outside
from exporter.errors import Problem
from exporter.facts.read import fact_files
from exporter.facts.views import View, check_views, read_views, views_beside_facts
from exporter.inputs.opened import InputError, Inputs
from exporter.report.definition import Definition


def views_of(
    folder: Path, definition: Definition | None, inputs: Inputs, *, of_many: bool = False
) -> tuple[list[View], list[Problem]]:
    """The views of a report: of the file for them, and those that stand beside facts.

    Args:
        folder: The report's.
        definition: What report.yaml says, where it is whole.
        inputs: What may be read, and was read.
        of_many: Whether they are of many values, and so are not yet looked at together.
    """
    path = folder / (definition.report.views if definition else "views.yaml")
    beside = _fact_files(folder, definition, inputs)
    views, problems = views_beside_facts(beside, inputs)
    if definition and (leading_out := outside(definition, "views", folder, inputs)):
        return [], leading_out
    if path not in beside and os.path.lexists(path):
        of_file, more = read_views(path, str(path), inputs)
        views, problems = of_file + views, more + problems
    elif not (views or problems) and definition and definition.report.one_pagers:
        wrong = "the views of the one-pager are missing"
        problems.append(Problem(str(path), 0, "", wrong, "write them there"))
    of_all = [] if of_many else check_views(views)
    return _with_brokers(views, definition), problems + of_all


def _with_brokers(views: list[View], definition: Definition | None) -> list[View]:
    """The views with the English names of their brokers, which may be named in Chinese, too."""
    brokers = definition.report.brokers if definition else ()
    english = {broker.name.zh: broker.name.en for broker in brokers}
    known = {broker.name.en for broker in brokers}
    return [
        view.model_copy(update={"broker": english[view.broker]})
        if view.broker in english and view.broker not in known
        else view
        for view in views
    ]


def _fact_files(folder: Path, definition: Definition | None, inputs: Inputs) -> list[Path]:
    """The files with a report's facts, in order; what keeps one from them, their reader tells."""
    glance = replace(inputs, refused=[])
    if definition is None and not lies_in_usual_place(folder, glance):
        return []
    if definition and outside(definition, "facts", folder, glance):
        return []
    try:
        return sorted(fact_files(folder, definition.report.facts if definition else None, glance))
    except InputError:
        return []

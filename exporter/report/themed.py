"""A report's definition with its theme, read from where report.yaml or a command names it."""

from dataclasses import replace
from pathlib import Path

from exporter.errors import Problem, UsageError, WrongValueError
from exporter.facts.where import path_from
from exporter.inputs.opened import Inputs
from exporter.report.definition import Definition
from exporter.report.themes.definition import ThemeDefinition
from exporter.report.themes.read import read_theme, shipped_themes, theme_place

_KEY = ("theme",)


def theme_name(named: str | ThemeDefinition | None, folder: Path) -> str:
    """How a report names its theme, with paths from the report's folder; "" where it does not."""
    if isinstance(named, ThemeDefinition):
        return named.named
    if named is None or named in shipped_themes():
        return named or ""
    return path_from(folder, str(folder / named))


def with_theme(
    definition: Definition, folder: Path, inputs: Inputs, instead: str = ""
) -> tuple[Definition, list[Problem]]:
    """A definition with its theme in place of its name; and what is wrong with the theme.

    Args:
        definition: As report.yaml says it.
        folder: The report's.
        inputs: What the report may be read from.
        instead: The theme that a command names, which wins; "" for none. Its path is from where the
            command runs, or else from the report.

    Raises:
        UsageError: The command names no theme.
    """
    named = definition.report.theme
    if instead:
        try:
            place = theme_place(instead, (Path(), folder), inputs)
        except WrongValueError as error:
            raise UsageError(f"--theme: {error.fault.wrong}", error.fault.right) from error
        # Whoever runs the command has named it; it is no input of the report.
        place = replace(place, inputs=Inputs.of(place.path.parent, inputs.allowed, inputs.limits))
    elif isinstance(named, ThemeDefinition):
        wrong, right = "`theme` is a table", "write it into a .toml file, and name its path here"
        return definition, [definition.problem(_KEY, wrong, right)]
    elif named is None:
        return definition, []
    else:
        try:
            place = theme_place(named, (folder,), inputs)
        except WrongValueError as error:
            return definition, [definition.problem(_KEY, *error.fault)]
        if not place.path.is_file():
            wrong = f"the theme {named!r} is not there"
            return definition, [definition.problem(_KEY, wrong, "name it by its path from here")]
    theme, problems = read_theme(place)
    if theme and not instead:
        theme = theme.model_copy(update={"named": theme_name(named, folder)})
    report = definition.report.model_copy(update={"theme": theme})
    return replace(definition, report=report), problems

"""A house's own one-pager: a template and a style sheet that stand beside report.yaml.

Both are a stranger's. They are read here as texts, travel in the manifest, and are filled in and
drawn in a confined process (`writers/pdf/confined.py`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from exporter.errors import ContentError, Problem, WrongValueError
from exporter.inputs.opened import Inputs
from exporter.report.definition import Definition
from exporter.report.page_definition import TemplateDefinition

TEMPLATE_FILE: Final = "one-pager.html.j2"
STYLE_FILE: Final = "one-pager.css"


def with_template(
    definition: Definition, folder: Path, inputs: Inputs
) -> tuple[Definition, list[Problem]]:
    """A definition with the template that stands beside it, if any; and what is wrong with that.

    Args:
        definition: As report.yaml says it.
        folder: The report's.
        inputs: What the report may be read from.
    """
    if definition.report.template is not None:
        wrong = "`template` is no key of report.yaml"
        right = f"put the template beside it, in a file called {TEMPLATE_FILE}"
        return definition, [definition.problem(("template",), wrong, right)]
    if not definition.report.one_pagers:
        return definition, []
    html, wrong_html = _read(folder / TEMPLATE_FILE, inputs)
    css, wrong_css = _read(folder / STYLE_FILE, inputs)
    problems = [*wrong_html, *wrong_css]
    if html is None and css is None:
        return definition, problems
    template = TemplateDefinition(html=html, css=css)
    report = definition.report.model_copy(update={"template": template})
    return replace(definition, report=report), problems


@contextmanager
def named_from(folder: Path) -> Iterator[None]:
    """Have what is told of a template told with its path, from where the report's folder is."""
    try:
        yield
    except ContentError as error:
        own = (TEMPLATE_FILE, STYLE_FILE)
        problems = [
            replace(problem, file=str(folder / problem.file)) if problem.file in own else problem
            for problem in error.problems
        ]
        raise type(error)(problems) from error


def template_files(folder: Path) -> set[Path]:
    """Where a report's own template and style sheet would stand; neither need be there."""
    return {folder / TEMPLATE_FILE, folder / STYLE_FILE}


def _read(path: Path, inputs: Inputs) -> tuple[str | None, list[Problem]]:
    """The text of a file; None where it is not there, or is none."""
    try:
        return inputs.read(path, inputs.limits.template_bytes).decode("utf-8-sig"), []
    except FileNotFoundError:
        return None, []
    except WrongValueError as error:
        return None, [Problem(str(path), 0, "", *error.fault)]
    except UnicodeDecodeError:
        return None, [Problem(str(path), 0, "", "this is not UTF-8 text", "save the file as UTF-8")]

"""The earlier edition of each value, whose changes a report for many is to show."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from exporter.check.many_values import some_of
from exporter.errors import Problem, UsageError
from exporter.proof.manifest import MANIFEST
from exporter.report.for_each import Value


def earlier_editions(
    named: str, report: Path, values: Iterable[Value]
) -> tuple[Mapping[Value, str], tuple[Problem, ...]]:
    """Find the earlier set of each value, by the folder that it has now.

    Args:
        named: The folder with the sets of an earlier edition; "" for none.
        report: The report's folder.
        values: Those that are to be built.

    Returns:
        Where the earlier set of a value is; and a doubt where some have none, as those have that
        are new.

    Raises:
        UsageError: None has one there.
    """
    if not named:
        return {}, ()
    found, new = {}, []
    for value in values:
        folder = Path(named) / value.folder
        if (folder / MANIFEST).is_file():
            found[value] = str(folder)
        else:
            new.append(value.name.en)
    if not new:
        return found, ()
    wrong = f"{named} has no earlier edition of {some_of(new)}"
    if not found:
        right = "name the folder with the sets of an earlier build, as output/desk-2026-07"
        raise UsageError(wrong, right)
    return found, (Problem(str(report), 0, "", wrong, "no changes are shown of it"),)

"""Sets of values that a report for many no longer has: they look like those of today."""

import os
from pathlib import Path

from exporter.check.parted import PartedReport
from exporter.errors import Problem
from exporter.files.refusals import explained
from exporter.proof.manifest import MANIFEST


def left_over(parted: PartedReport, output: Path) -> list[Problem]:
    """The folders of sets that are no value's, each as a doubt.

    Args:
        parted: The report with all of its values; where something is wrong with it as a whole,
            nobody knows which these are, and nothing is told.
        output: The folder that has theirs.
    """
    if parted.problems:
        return []
    folders = {part.value.folder for part in parted.parts}
    with explained(output, output), os.scandir(output) as entries:
        others = sorted(entry.name for entry in entries if entry.name not in folders)
    wrong = f"what was built here is of no {parted.name} that the report has now"
    return [
        Problem(str(output / name), 0, "", wrong, "delete it, if nobody needs it any more")
        for name in others
        if (output / name / MANIFEST).is_file()
    ]

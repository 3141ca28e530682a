"""The whole way: check a report, lay it out, write it, prove it.

Beside `checking`, `cli` and the public API, this and `building` are what sees every stage. Nothing
is loaded here before the process that draws one-pagers has been started: it loads as long as all
the rest takes.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from exporter.engine.progress import Progress, silent
from exporter.errors import UsageError
from exporter.writers.page_process import Ask, drawing_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporter.check import CheckedReport
    from exporter.facts.words import Lang
    from exporter.report.definition import ReportDefinition
    from exporter.write_and_prove import Signing


def build(
    folder: Path | str,
    output: Path | str | None = None,
    languages: "Sequence[Lang]" = (),
    progress: Progress = silent,
    signing: "Signing | None" = None,
    facts: object = None,
) -> "tuple[CheckedReport, list[Path]]":
    """Check a report, lay it out, write its files and prove them: all of them or none.

    Args:
        folder: The report's folder.
        output: Where the files go; `output/<report>` where none is named.
        languages: Which of the report's languages; all where none are named.
        progress: Told what is being done, and how far it is.
        signing: What to sign the PDFs with; None for not at all.
        facts: Facts to take instead of the report's own: whatever `read_facts` takes, such as a
            pandas DataFrame.

    Returns:
        The checked report and the files written, the manifest last.

    Raises:
        ContentError: The content is at fault; every problem.
        ProofError: A written file shows something else than the facts.
        UsageError: The folder is no report, or a language is not among its languages.
        SetupError: A font, permission or room is missing.
    """
    with drawing_beside(Path(folder)) as ask:
        return build_with(ask, folder, output, languages, progress, signing, facts)


def build_with(
    ask: Ask,
    folder: Path | str,
    output: Path | str | None,
    languages: "Sequence[Lang]",
    progress: Progress,
    signing: "Signing | None",
    facts: object = None,
) -> "tuple[CheckedReport, list[Path]]":
    """The same as `build`, where one-pagers are being drawn beside this process already."""
    from exporter.check import check
    from exporter.files import staged
    from exporter.write_and_prove import write_and_prove

    folder = Path(folder)
    progress("checking facts and quotes")
    checked = check(folder, facts, progress)
    chosen = _languages(checked.report, languages)
    target = Path(output) if output else Path("output") / folder.resolve().name
    with staged(target) as stage:
        names = write_and_prove(checked, chosen, stage, ask, progress, signing)
    return checked, [target / name for name in names]


def _languages(report: "ReportDefinition", wanted: "Sequence[Lang]") -> "Sequence[Lang]":
    for lang in wanted:
        if lang not in report.languages:
            has = ", ".join(report.languages)
            raise UsageError(f"the report has no language {lang!r}", f"it has {has}")
    return [lang for lang in report.languages if not wanted or lang in wanted]

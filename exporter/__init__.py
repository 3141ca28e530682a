"""Structured facts, laid out as Excel workbooks and a PDF one-pager, and proved.

    facts/  ->  evidence/  ->  report/  ->  writers/  ->  proof/
    known       believed       laid out     written      read back

The public API is what stands here; everything else may change:

    check(folder)               facts and evidence of a report, with all problems
    build(folder, output)       check, lay out, write and prove; all files or none
    verify(folder)              prove files already written against their manifest
    CheckedReport               a report as the check left it
    Fact, View                  one fact, one broker's view
    iterate_facts(table)        the rows of a table of facts as Facts
    Problem                     one thing that is wrong, with file, line, and what would be right
    ExporterError               what every error of this package is: ContentError (CellRefusedError,
                                ProofError, OverflowingPageError), UsageError, SetupError

Modules are loaded when a name is first used, so that importing the package costs next to nothing.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from exporter.checking import CheckedReport, check
    from exporter.errors import (
        CellRefusedError,
        ContentError,
        ExporterError,
        OverflowingPageError,
        Problem,
        ProofError,
        SetupError,
        UsageError,
    )
    from exporter.facts.table import Fact, iterate_facts
    from exporter.facts.views import View
    from exporter.pipeline import build
    from exporter.proof.verify import verify

_HOMES = {
    "CellRefusedError": "exporter.errors",
    "CheckedReport": "exporter.checking",
    "ContentError": "exporter.errors",
    "ExporterError": "exporter.errors",
    "Fact": "exporter.facts.table",
    "OverflowingPageError": "exporter.errors",
    "Problem": "exporter.errors",
    "ProofError": "exporter.errors",
    "SetupError": "exporter.errors",
    "UsageError": "exporter.errors",
    "View": "exporter.facts.views",
    "build": "exporter.pipeline",
    "check": "exporter.checking",
    "iterate_facts": "exporter.facts.table",
    "verify": "exporter.proof.verify",
}
__all__ = [  # noqa: RUF022 - in the order of the docstring
    "check",
    "build",
    "verify",
    "CheckedReport",
    "Fact",
    "View",
    "iterate_facts",
    "ExporterError",
    "ContentError",
    "CellRefusedError",
    "ProofError",
    "OverflowingPageError",
    "UsageError",
    "SetupError",
    "Problem",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return version("exporter")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

"""Structured facts, laid out as Excel workbooks and a PDF one-pager, and proved.

    facts/  ->  evidence/  ->  report/  ->  writers/  ->  proof/     ->  email/
    known       believed       laid out     written      read back       handed on

The public API is what stands here; everything else may change:

    check(folder)               facts and evidence of a report, with all problems
    build(folder, output)       check, lay out, write and prove; all files or none
    build_many(*reports)        many reports, or one for many values, each result as it is there
    verify(folder)              prove files already written against their manifest
    read_facts(source)          facts from a file, a URL, a SqlQuery, a DataFrame, as a FactSet
    write_table(data, path)     any table as a bare Excel table, of any size
    CheckedReport               a report as the check left it
    BatchResult                 what came of one of many
    BuiltReport                 the same and its files, as `build` gives it; both show in notebooks
    FactSet                     facts of any number; `to_frame()` gives a pandas DataFrame
    Fact, View                  one fact, one broker's view
    SqlQuery                    a query that gives facts, and the database's URL
    iterate_facts(table)        the rows of an Arrow table of facts as Facts
    Problem                     one thing that is wrong, with file, line, and what would be right
    ExporterError               what every error of this package is: ContentError (CellRefusedError,
                                ProofError, OverflowingPageError), UsageError, SetupError

Modules are loaded when a name is first used, so that importing the package costs next to nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from exporter.batch.job import BatchResult
    from exporter.batch.run import build_many
    from exporter.build import build
    from exporter.check import CheckedReport, check, read_facts
    from exporter.check.built import BuiltReport
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
    from exporter.facts.fact_set import FactSet
    from exporter.facts.table import Fact, iterate_facts
    from exporter.facts.views import View
    from exporter.facts.where import SqlQuery
    from exporter.verify import verify
    from exporter.write_table import write_table

_HOMES = {
    "BatchResult": "exporter.batch.job",
    "BuiltReport": "exporter.check.built",
    "CellRefusedError": "exporter.errors",
    "CheckedReport": "exporter.check",
    "ContentError": "exporter.errors",
    "ExporterError": "exporter.errors",
    "Fact": "exporter.facts.table",
    "FactSet": "exporter.facts.fact_set",
    "OverflowingPageError": "exporter.errors",
    "Problem": "exporter.errors",
    "ProofError": "exporter.errors",
    "SetupError": "exporter.errors",
    "SqlQuery": "exporter.facts.where",
    "UsageError": "exporter.errors",
    "View": "exporter.facts.views",
    "build": "exporter.build",
    "build_many": "exporter.batch.run",
    "check": "exporter.check",
    "iterate_facts": "exporter.facts.table",
    "read_facts": "exporter.check",
    "verify": "exporter.verify",
    "write_table": "exporter.write_table",
}
__all__ = [  # noqa: RUF022 - in the order of the docstring
    "check",
    "build",
    "build_many",
    "verify",
    "read_facts",
    "write_table",
    "CheckedReport",
    "BatchResult",
    "BuiltReport",
    "FactSet",
    "Fact",
    "View",
    "SqlQuery",
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


class _Package(ModuleType):
    """This package, in which `build` is the function, also after its module `build` was loaded."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # a third of what importing the package would cost

        return version("exporter")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)

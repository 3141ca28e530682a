"""Imports go one way: facts -> evidence -> report -> writers -> email (ARCHITECTURE.md).

`proof` stands beside `writers`, and sees nothing of it: who proves must not ask who wrote.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "exporter"
FLOW = ("facts", "evidence", "report", "writers", "proof", "email")
FREE = {"engine", "errors", "files", "inputs", "limits"}  # foundations that every stage may use
ALL_SEEING = {
    "",
    "__main__",
    "batch",
    "build",
    "build_manifest",
    "check",
    "cli",
    "drafting",
    "editions",
    "edits",
    "verify",
    "write_table",
}  # "" is the package itself
KINDS = {"pdf", "html", "eml", "xlsx"}  # who writes or proves one kind of file knows no other
PARTED = {"writers", "proof"}  # the stages in which that holds
PAGE_PROCESS = "page_process"  # which draws several kinds
HANDING_ON = {
    "built",
    "order",
}  # of email, what sees the stages; the rest is given bytes and addresses
PRINTING = {"typer", "rich", "click"}


@cache
def modules() -> dict[str, Path]:
    """Every module by its name inside the package: `report.links`, `writers.xlsx` (a package)."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(source: str, name: str, *, package: bool = False) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, also inside its functions.

    Args:
        source: The module's code.
        name: Its name inside the package.
        package: Whether it is an `__init__.py`.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = ["exporter", *filter(None, name.split("."))]
                kept = len(parents) - node.level + package
                base = ".".join([*parents[:kept], *filter(None, [base])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _last_name(node.func).endswith("import_module"):
            target = node.args[0]
            named = isinstance(target, ast.Constant)
            yield node.lineno, str(target.value) if named else "exporter.?"


def _last_name(node: ast.expr) -> str:
    """What an expression is called at its end: `b` of `a.b`. To unparse each takes long."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def wrong_imports(source: str, name: str, *, package: bool = False) -> list[str]:
    """What a module imports although it must not, each as `line: name`."""
    if name.partition(".")[0] in ALL_SEEING:
        return []
    return [
        f"{name}:{line}: {target}"
        for line, target in imported(source, name, package=package)
        if target.partition(".")[0] == "exporter" and not _allowed(name, target)
    ]


def _allowed(name: str, target: str) -> bool:
    stage, part = name.partition(".")[0], target.split(".")[1:]
    if part and part[0] in FREE:
        return stage != "engine" or part[0] in {"engine", "errors"}
    if part[:1] == ["verify"]:
        return (
            name.partition(".")[2] in HANDING_ON
        )  # nothing is handed on that is not proved once more
    if stage in FREE or not part or part[0] not in FLOW:
        return False
    if stage == "email" and name.partition(".")[2] not in HANDING_ON:
        return part[0] == "email"
    if stage in PARTED and part[0] == stage:
        return _same_kind(name, ".".join(part))
    if stage == "writers":
        return part[0] == "report"
    if stage == "proof" and part[0] == "writers":
        return False
    return FLOW.index(part[0]) <= FLOW.index(stage)


def _same_kind(name: str, target: str) -> bool:
    """Whether one module of a stage may import another: of its own kind, or of none."""
    own, other = ([*module.split("."), ""][1] for module in (name, target))
    return own in {PAGE_PROCESS, other} or other not in KINDS


def test_imports_go_one_way() -> None:
    wrong = [
        line
        for name, path in modules().items()
        for line in wrong_imports(path.read_text("utf-8"), name, package=path.stem == "__init__")
    ]
    assert wrong == []


def test_every_module_belongs_to_a_stage() -> None:
    stages = {name.partition(".")[0] for name in modules()}
    assert stages - FREE - ALL_SEEING <= set(FLOW)
    assert set(FLOW[:4]) <= stages


@pytest.mark.parametrize(
    ("name", "source", "wrong"),
    [
        ("facts.read", "from exporter.evidence import check", ["facts.read:1: exporter.evidence.check"]),
        ("facts.read", "import exporter.report.links", ["facts.read:1: exporter.report.links"]),
        ("facts.read", "from exporter.facts.table import Fact", []),
        ("facts.read", "import pyarrow, json", []),
        ("facts.read", "def f():\n    from exporter import cli", ["facts.read:2: exporter.cli"]),
        ("facts.read", "from ..report import links", ["facts.read:1: exporter.report.links"]),
        ("facts.read", "from . import table", []),
        ("evidence.check", "from exporter.facts.table import Fact", []),
        ("evidence.check", "from exporter.build import build", ["evidence.check:1: exporter.build.build"]),
        ("report.links", "from exporter.evidence.clauses import ELLIPSIS", []),
        ("report.links", "from exporter import build", ["report.links:1: exporter.build"]),
        ("report.links", "if TYPE_CHECKING:\n import exporter.writers.pdf", ["report.links:2: exporter.writers.pdf"]),
        ("writers.pdf", "from exporter.report.pdf.model import OnePager", []),
        ("writers.pdf", "from exporter.facts.words import Lang", ["writers.pdf:1: exporter.facts.words.Lang"]),
        ("writers.pdf", "from exporter.evidence.sources import Source", ["writers.pdf:1: exporter.evidence.sources.Source"]),
        ("writers.pdf.density", "from exporter.writers.pdf.fonts import CompactFonts", []),
        ("writers.pdf", "from exporter.writers.xlsx import write_workbook", ["writers.pdf:1: exporter.writers.xlsx.write_workbook"]),
        ("writers.eml.fields", "from .. import pdf", ["writers.eml.fields:1: exporter.writers.pdf"]),
        ("writers.html", "from exporter.writers import pdf", ["writers.html:1: exporter.writers.pdf"]),
        ("writers.xlsx.sheets", "from exporter.writers.xlsx.tables import draw", []),
        ("writers.xlsx.sheets", "from exporter.writers.pdf import fonts", ["writers.xlsx.sheets:1: exporter.writers.pdf.fonts"]),
        ("proof.manifest", "from exporter.writers import pdf", ["proof.manifest:1: exporter.writers.pdf"]),
        ("proof.eml", "from exporter.writers.eml import make_draft", ["proof.eml:1: exporter.writers.eml.make_draft"]),
        ("proof.eml", "from exporter.proof.texts import compare_texts", []),
        ("proof.eml", "from exporter.proof.html import read", ["proof.eml:1: exporter.proof.html.read"]),
        ("proof.pdf.structure", "from exporter.proof.xlsx import cells", ["proof.pdf.structure:1: exporter.proof.xlsx.cells"]),
        ("proof.pdf", "from exporter.proof.pdf.texts import compact", []),
        ("email.order", "from exporter.writers.eml import make_draft", []),
        ("email.conversation", "from exporter.email.replies import Reply", []),
        ("email.conversation", "from exporter.errors import SetupError", []),
        ("email.conversation", "from exporter.report import model", ["email.conversation:1: exporter.report.model"]),
        ("proof.eml", "from exporter.email import log", ["proof.eml:1: exporter.email.log"]),
        ("errors", "from exporter.facts import words", ["errors:1: exporter.facts.words"]),
        ("files", "from exporter.errors import SetupError", []),
        ("report.x", "import_module('exporter.cli')", ["report.x:1: exporter.cli"]),
        ("report.x", "importlib.import_module(name)", ["report.x:1: exporter.?"]),
        ("build", "from exporter.writers.pdf import fit_page", []),
        ("engine.spool", "from exporter.files import replacing", ["engine.spool:1: exporter.files.replacing"]),
    ],
)  # fmt: skip
def test_the_rule_itself(name: str, source: str, wrong: list[str]) -> None:
    assert wrong_imports(source, name) == wrong


_PRINTERS = {"print", "write", "stdout", "stderr"}
_PRINTING_WORDS = re.compile(
    r"\b(print|stdout|stderr|os\.write|" + "|".join(sorted(PRINTING)) + r")\b"
)


def prints(source: str) -> list[str]:
    """What in a module can print: calls of print, the standard streams, libraries for terminals."""
    if not _PRINTING_WORDS.search(source):  # to parse a module takes a hundred times as long
        return []
    tree = ast.parse(source)
    found = [target for _, target in imported(source, "") if target.split(".")[0] in PRINTING]
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        named = called or node
        if isinstance(named, ast.expr) and _last_name(named) in _PRINTERS:
            whole = ast.unparse(named)
            is_stream = called is None and whole in {"sys.stdout", "sys.stderr"}
            if is_stream or (called is not None and whole in {"print", "os.write"}):
                found.append(whole)
        if isinstance(node, ast.ImportFrom) and node.module == "sys":
            names = {alias.name for alias in node.names}
            found += sorted(f"sys.{name}" for name in names & {"stdout", "stderr"})
    return found


def test_only_the_command_line_prints() -> None:
    printing = [name for name, path in modules().items() if prints(path.read_text("utf-8"))]
    assert [name for name in printing if name.partition(".")[0] != "cli"] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("print('x')", ["print"]),
        ("import sys\nsys.stdout.write('x')", ["sys.stdout"]),
        ("from sys import stderr, exit", ["sys.stderr"]),
        ("def f():\n    import typer\n    typer.echo('x')", ["typer"]),
        ("from rich.console import Console", ["rich.console.Console"]),
        ("fingerprint('x')\nself.print_area(1)", []),
        ("import sys\nsys.argv", []),
    ],
)
def test_what_counts_as_printing(source: str, found: list[str]) -> None:
    assert prints(source) == found

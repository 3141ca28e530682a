"""The house is told whole: each folder's docstring lists its modules, ARCHITECTURE.md the folders."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "exporter"
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
_NAMED = re.compile(
    r"(?<![\w/`])(\w+(?:\.py|/))(?=[\s:;,])"
)  # `name.py   what is in it; other.py: …`


def rooms(folder: Path) -> set[str]:
    """The modules and folders in a folder, as docstrings list them."""
    modules = {path.name for path in folder.glob("*.py") if path.name != "__init__.py"}
    return modules | {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}


def folders() -> list[Path]:
    """Every folder of the package but its root."""
    return [path.parent for path in sorted(PACKAGE.rglob("__init__.py")) if path.parent != PACKAGE]


def named(docstring: str) -> list[str]:
    """The modules and folders that a docstring names, each once; what stands in backticks is none."""
    return _NAMED.findall(docstring)


@pytest.mark.parametrize("folder", folders(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_folder_s_docstring_lists_its_modules(folder: Path) -> None:
    docstring = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    assert sorted(named(docstring)) == sorted(rooms(folder))


@pytest.mark.parametrize("room", sorted(rooms(PACKAGE)))
def test_architecture_names_every_room_of_the_root(room: str) -> None:
    assert f"`{room}`" in ARCHITECTURE


@pytest.mark.parametrize("folder", folders(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_architecture_names_every_folder(folder: Path) -> None:
    assert f"`{folder.relative_to(PACKAGE)}/`" in ARCHITECTURE


def test_what_architecture_names_is_there() -> None:
    paths = re.findall(r"`((?:\w+/)+(?:\w+\.py)?)`", ARCHITECTURE)
    gone = [path for path in paths if not any((base / path).exists() for base in (ROOT, PACKAGE))]
    assert gone == []


def test_the_root_is_small() -> None:
    assert len(rooms(PACKAGE)) <= 22


def test_what_counts_as_named() -> None:
    docstring = "A folder of `x.py`.\n\nmodel.py   what; else.py: more\n  xlsx/  and in a/b/\n"
    assert named(docstring) == ["model.py", "else.py", "xlsx/"]

"""`python -m scripts.readers`: have other programs read our workbooks, and write docs/readers.md.

Libraries of Python and Node are installed into a folder of the cache, in the versions that are
named here; what comes with a Debian is run where it is there, and named where it is not.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from exporter.check import check
from exporter.facts.words import LANGUAGES
from scripts.readers import office_readers, python_readers
from scripts.readers.expected import expected_facts
from scripts.readers.judge import ASPECTS, Verdict, judged, together
from scripts.readers.readings import Book, from_json
from scripts.readers.sample import BOOK, build_sample, make_sample

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "exporter-readers"
PROGRAMS = Path(__file__).parent / "programs"
PYPI = {"fastexcel": "0.21.0", "xlsx2csv": "0.8.6"}  # what .venv does not have
_PAGE = ROOT / "docs" / "readers.md"


class Reader(NamedTuple):
    """A program that reads workbooks.

    Attributes:
        name: As people know it.
        version: Of the one that is run here; "" where there is none.
        read: What reads a workbook with it.
        package: The name of what has it, and where that comes from.
    """

    name: str
    version: str
    read: Callable[[Path], Book]
    package: str


def main() -> int:
    """Run every reader and write the page; 1 where one of them failed."""
    install()
    ran = {reader: tried(reader) for reader in readers() if reader.version}
    missing = [reader for reader in readers() if not reader.version]
    _PAGE.write_text("\n".join(_page(ran, missing)) + "\n", "utf-8")
    return 0


def install() -> None:
    """Fetch the libraries that are not in .venv, and make them importable."""
    site = CACHE / "python"
    wanted = [f"{name}=={number}" for name, number in PYPI.items()]
    command = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--target",
        str(site),
        *wanted,
    )
    if any(not (site / f"{name}-{number}.dist-info").is_dir() for name, number in PYPI.items()):
        shutil.rmtree(site, ignore_errors=True)
        subprocess.run(command, check=True)  # noqa: S603
    sys.path.append(str(site))
    if shutil.which("npm"):
        node = CACHE / "node"
        node.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROGRAMS / "package.json", node)
        npm = ("npm", "install", "--silent", "--no-audit", "--no-fund")
        subprocess.run(npm, cwd=node, check=True)  # noqa: S603


def readers() -> Iterator[Reader]:
    """All that can be tried."""
    libraries = {"pandas, openpyxl": "pandas", "pandas, calamine": "pandas"}
    for name, read in python_readers.READERS.items():
        library = libraries.get(name, name)
        yield Reader(name, version(library), read, f"PyPI: {library}")
    said = {
        "LibreOffice Calc": ("soffice", "libreoffice-calc"),
        "Gnumeric": ("ssconvert", "gnumeric"),
    }
    for name, read in office_readers.READERS.items():
        command, package = said[name]
        yield Reader(name, _asked(command, "--version"), read, f"Debian: {package}")
    for name, library in (
        ("SheetJS", "xlsx"),
        ("ExcelJS", "exceljs"),
        ("HyperFormula", "hyperformula"),
    ):
        program = "sheetjs" if name == "SheetJS" else library
        yield Reader(name, _of_node(library), _with("node", f"{program}.js"), f"npm: {library}")
    for library in ("readxl", "openxlsx"):
        asked = _asked(
            "Rscript", "-e", f'cat("version", as.character(packageVersion("{library}")))'
        )
        yield Reader(
            f"R, {library}", asked, _with("Rscript", f"{library}.R"), f"Debian: r-cran-{library}"
        )
    asked = _asked("ruby", "-r", "roo", "-e", "puts Roo::VERSION")
    yield Reader("Ruby, roo", asked, _with("ruby", "roo.rb"), "Debian: ruby-roo")
    asked = _asked(
        "perl", "-MSpreadsheet::ParseXLSX", "-e", "print $Spreadsheet::ParseXLSX::VERSION"
    )
    package = "Debian: libspreadsheet-parsexlsx-perl"
    yield Reader("Perl, Spreadsheet::ParseXLSX", asked, _with("perl", "parsexlsx.pl"), package)


def tried(reader: Reader) -> dict[str, Verdict]:
    """What a reader has right of the sample in both languages, by aspect."""
    with TemporaryDirectory() as folder:
        report = make_sample(Path(folder))
        build_sample(report, Path(folder, "output"))
        checked, found = check(report), []
        for lang in LANGUAGES:
            path = Path(folder, "output", f"{BOOK}.{lang}.xlsx")
            written = python_readers.openpyxl(path)
            cells = [cell for sheet in written.values() for cell in sheet.cells.values()]
            found.append(
                judged(
                    reader.read(path),
                    list(expected_facts(checked, BOOK, lang)),
                    {
                        f"{name}!{address}": cell.format or ""
                        for name, sheet in written.items()
                        for address, cell in sheet.cells.items()
                    },
                    sum(len(sheet.tables or ()) for sheet in written.values()),
                    sum(cell.formula is not None for cell in cells),
                )
            )
    return {aspect: together([one[aspect] for one in found]) for aspect in ASPECTS}


def _with(command: str, program: str) -> Callable[[Path], Book]:
    """A reader in another language, which prints JSON."""

    def read(path: Path) -> Book:
        environment = {**os.environ, "NODE_PATH": str(CACHE / "node" / "node_modules")}
        ran = subprocess.run(  # noqa: S603
            (command, str(PROGRAMS / program), str(path)),
            check=True, capture_output=True, env=environment, timeout=300,
        )  # fmt: skip
        return from_json(json.loads(ran.stdout))

    return read


def _asked(*command: str) -> str:
    """The version that a program tells; "" where it is not there."""
    if not shutil.which(command[0]):
        return ""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    found = re.search(r"[0-9]+(?:\.[0-9]+)+", ran.stdout + ran.stderr)
    return found[0] if found and not ran.returncode else ""


def _of_node(library: str) -> str:
    path = CACHE / "node" / "node_modules" / library / "package.json"
    said = json.loads(path.read_text("utf-8"))["version"] if path.is_file() else ""
    return str(said)


_HEAD = """\
# Programs that read our workbooks

Made by `make readers`, which builds a report with every qualifier and the common kinds of units,
in English and Chinese, has each program read both workbooks, and compares what it says with the
facts. Excel itself was not run.

| aspect | is right where |
|---|---|
| value | the column Value holds the fact's number, day or text; a percentage as its fraction |
| text | the column Quote has the quote, Chinese and English |
| format | the number shows as in the fact (`≈ 18.5%`, `> 12 d`), or its format's code is ours |
| link | the source's name leads to the source |
| table | the sheets' tables are there |
| formula | those of Contents and Checks are there; computed, where a program computes |

`–`: the program tells nothing of it."""


def _page(ran: dict[Reader, dict[str, Verdict]], missing: Sequence[Reader]) -> Iterator[str]:
    yield from (_HEAD, "", f"| program | version | {' | '.join(ASPECTS)} | from |")
    yield f"|---|---|{'---|' * len(ASPECTS)}---|"
    for reader, verdicts in ran.items():
        shown = " | ".join(str(verdicts[aspect]) for aspect in ASPECTS)
        yield f"| {reader.name} | {reader.version} | {shown} | {reader.package} |"
    wrong = [
        f"- **{reader.name}**, {aspect}: {verdict.first}"
        for reader, verdicts in ran.items()
        for aspect, verdict in verdicts.items()
        if verdict.first
    ]
    if wrong:
        yield from ("", "The first of each that is wrong: as it should be, and as it is read.", "")
        yield from wrong
    if missing:
        yield from ("", f"Not run: {', '.join(reader.name for reader in missing)}.")


if __name__ == "__main__":
    sys.exit(main())

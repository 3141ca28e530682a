"""What many tests share: the shipped report, built once; a small one to change; LibreOffice."""

import csv
import gc
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

import tests.examples  # noqa: F401 - which has the profiles
from tests.unconfined import unconfined

if TYPE_CHECKING:
    from exporter import CheckedReport

__all__ = ["unconfined"]  # a fixture

settings.load_profile("some")

# What is started in the background or by nohup ignores signals, and so would what tests start.
_STOPS = {"SIGINT": signal.default_int_handler, "SIGTERM": signal.SIG_DFL, "SIGHUP": signal.SIG_DFL}
for _name, _usual in _STOPS.items():
    _number = getattr(signal, _name, None)  # Windows has no SIGHUP
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _usual)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """All tests stay to the end: while they are found, and later, nobody looks for garbage there."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A worker tells of each test what it came to: six messages a test, of 18,000, are half a minute."""
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup() -> None:
    _say_of_every_test_the_same()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call() -> None:
    _say_of_every_test_the_same()


def _say_of_every_test_the_same() -> None:
    """The process that draws pages is kept as long as no variable changes: pytest's would, each test."""
    os.environ["PYTEST_CURRENT_TEST"] = "a test of the exporter"


SHIPPED = Path(__file__).parents[1] / "reports" / "alibaba-ai"

# Comma, double quote, UTF-8, from line 1 on; numbers as their cells show them; every sheet (-1).
_CSV_AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
_OPTIONS = {
    # LibreOffice takes cached results from files of Excel unless told to compute them anew.
    "/org.openoffice.Office.Calc/Formula/Load": ("OOXMLRecalcMode", "0"),
    # Grouping and decimal signs are those of the program's locale, not of the file.
    "/org.openoffice.Setup/L10N": ("ooSetupSystemLocale", "en-US"),
}


class Office:
    """LibreOffice with a profile of its own, so that one the user has open is not disturbed."""

    def __init__(self, program: str, profile: Path) -> None:
        self._command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_registry(), "utf-8")

    def convert(self, to: str, folder: Path, *paths: Path) -> None:
        """Convert `paths` in one run, which takes hardly longer than one file."""
        command = [*self._command, "--convert-to", to, "--outdir", str(folder), *map(str, paths)]
        subprocess.run(command, check=True, capture_output=True, timeout=300 + 20 * len(paths))

    def as_shown(self, folder: Path, *paths: Path) -> dict[Path, dict[str, list[list[str]]]]:
        """Every sheet of every workbook, computed anew, as rows of what its cells show."""
        self.convert(_CSV_AS_SHOWN, folder, *paths)
        return {path: _sheets(folder, path.stem) for path in paths}


def _registry() -> str:
    items = "".join(
        f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} oor:op='fuse'>"
        f"<value>{value}</value></prop></item>"
        for path, (name, value) in _OPTIONS.items()
    )
    schema = "http://openoffice.org/2001/registry"
    return f"<?xml version='1.0'?><oor:items xmlns:oor='{schema}'>{items}</oor:items>"


def _sheets(folder: Path, stem: str) -> dict[str, list[list[str]]]:
    sheets = {}
    for path in folder.glob(f"{stem}-*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            sheets[path.stem.removeprefix(f"{stem}-")] = list(csv.reader(lines))
    return sheets


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    program = shutil.which("soffice")
    if program is None:
        reason = "soffice is missing; install libreoffice-calc"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return Office(program, tmp_path_factory.mktemp("office") / "profile")


@pytest.fixture(scope="session")
def checked() -> "CheckedReport":
    """The shipped report as the check leaves it."""
    from exporter import check

    return check(SHIPPED)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the shipped report's files, in both languages; only to be read."""
    from exporter import build

    folder = tmp_path_factory.mktemp("built") / "alibaba-ai"
    build(SHIPPED, folder)
    return folder


@pytest.fixture(scope="session")
def noted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with notes and further sources and, in `out`, what was built of it; to be read."""
    from exporter import build
    from tests.noted_report import make_noted_report

    folder = tmp_path_factory.mktemp("noted")
    build(make_noted_report(folder / "report"), folder / "out")
    return folder


@pytest.fixture
def mini_report(tmp_path: Path) -> Path:
    """A report's folder as `exporter new` makes it; a test may change it."""
    from exporter.report.starter import make_report

    folder = tmp_path / "mini"
    make_report(folder)
    return folder

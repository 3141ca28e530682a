"""What the numbers were measured on."""

import os
import platform
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from shutil import which
from subprocess import run

LIBRARIES = (
    "exporter", "isal", "jetxl", "numpy", "openpyxl", "pandas", "polars", "py-excel-rs", "pyarrow",
    "pyexcelerate", "python-calamine", "rapidxlsx", "rustpy-xlsxwriter", "typst", "weasyprint",
    "xlsxturbo", "xlsxwriter",
)  # fmt: skip


def describe() -> Iterator[tuple[str, str]]:
    """Pairs of what and which: processor, memory, system, versions, date."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield "date", date.today().isoformat()
    yield "processor", f"{_processor()}, {cores} core{'s' if cores > 1 else ''}"
    yield "memory", f"{memory:.0f} GiB"
    yield "system", platform.system()
    yield "Python", platform.python_version()
    yield from ((name, version(name)) for name in LIBRARIES)
    yield "Chromium", _chromium()


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _chromium() -> str:
    program = which("chromium")
    if program is None:
        return "none"
    told = run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    return told.stdout.removeprefix("Chromium ").partition(" ")[0].strip()

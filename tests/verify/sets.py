"""Built sets to tamper with: a manifest changed and made whole again, workbooks packed anew."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from exporter.evidence.record import add_source
from exporter.proof.manifest import MANIFEST, _lines, digest, file_hash
from exporter.report.starter import make_report

DAY = date(2026, 1, 15)
# The second quote stands in a sentence of others, and its words stand before it, too.
TEXT = """Example Motors: a note to the press

Growth was about 18.5% more than a year before, some said.
Example Motors delivered more than 12,500 cars in 2025, about 18.5% more than a year before, in all.
The company plans to open its second plant in the autumn of 2026.
Example Securities expects steady demand as new capacity comes on stream.
"""


def make_quoting_report(folder: Path) -> Path:
    """The report of `exporter new`, with a text at hand of which pages show more than the quotes."""
    list(make_report(folder))
    text = folder / "sources/text/press-note.txt"
    text.write_text(TEXT, "utf-8")
    given = dict.fromkeys(("title", "publisher", "author", "url", "published", "retrieved"))
    add_source(folder, text, "press-note", given | {"retrieved": DAY}, today=DAY)
    return folder


def copied(folder: Path, target: Path) -> Path:
    return Path(shutil.copytree(folder, target))


def say_anew(folder: Path, change: Callable[[dict[str, Any]], None] = lambda _: None) -> None:
    """Change what the manifest says, and make every hash anew."""
    path = folder / MANIFEST
    said = json.loads(path.read_text("utf-8"))
    for name in said["outputs"]:
        if (folder / name).is_file():
            said["outputs"][name] = file_hash(folder / name)
    change(said)
    said["sha256"] = digest(said)
    path.write_text("".join(_lines(said)), "utf-8", newline="")


def pack_anew(path: Path) -> None:
    """Pack a workbook as another program would: another deflate, another order."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in reversed(archive.namelist())}
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

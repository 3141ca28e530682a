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
from exporter.writers.page_process import fit_page_in_worker, make_pdf_in_worker

DAY = date(2026, 1, 15)
# The second quote stands in a sentence of others, and its words stand before it, too.
TEXT = """Example Motors: a note to the press

Growth was about 18.5% more than a year before, some said.
Example Motors delivered more than 12,500 cars in 2025, about 18.5% more than a year before, in all.
Example Motors delivered 10,500 cars in 2024, and 8,200 cars in 2023.
The company plans to open its second plant in the autumn of 2026.
Example Securities expects steady demand as new capacity comes on stream.
"""

# More figures of one unit, so that the sheet has a chart.
FACTS = """
- {id: deliveries-2024, entity: Example Motors, metric: {en: Cars delivered, zh: 汽车交付量},
   value: 10500, unit: {en: cars, zh: 辆}, period: 2024, source: press-note,
   quote: "Example Motors delivered 10,500 cars in 2024", quote_zh: "2024年交付10,500辆汽车"}
- {id: deliveries-2023, entity: Example Motors, metric: {en: Cars delivered, zh: 汽车交付量},
   value: 8200, unit: {en: cars, zh: 辆}, period: 2023, source: press-note,
   quote: "and 8,200 cars in 2023", quote_zh: "2023年交付8,200辆汽车"}
"""


def make_quoting_report(folder: Path) -> Path:
    """The report of `exporter new`, with a text at hand of which pages show more than the quotes."""
    list(make_report(folder))
    text = folder / "sources/text/press-note.txt"
    text.write_text(TEXT, "utf-8")
    facts = folder / "facts/example-motors.yaml"
    facts.write_text(facts.read_text("utf-8") + FACTS, "utf-8")
    definition = folder / "report.yaml"
    listed = "key_figures: [deliveries, deliveries-growth]"
    pictured = "picture: {title: {en: Cars, zh: 汽车}, facts: [deliveries, deliveries-2024]}"
    said = definition.read_text("utf-8").replace(listed, f"{listed}\n    {pictured}")
    definition.write_text(said, "utf-8")
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


class Remembering:
    """Has each page drawn once: what is laid out is the same in every copy of a set."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}
        self._fitted = ""

    def __call__(self, function: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
        def answer() -> Any:
            key = f"{function.__name__} {arguments!r}"
            if function is fit_page_in_worker:
                self._fitted = key
            elif function is make_pdf_in_worker:
                key += self._fitted
            if key not in self._made:
                self._made[key] = function(*arguments)
            return self._made[key]

        return answer

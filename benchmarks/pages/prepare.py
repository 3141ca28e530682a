"""The page laid out: as pickle for ours, as HTML for Chromium, as JSON for typst."""

import json
import pickle
from dataclasses import asdict
from pathlib import Path

from benchmarks.cache import ROOT, page_path, whole
from exporter.facts.words import Lang
from exporter.files import templates_folder
from exporter.report.pdf.model import OnePager
from exporter.writers.pdf.density import fit, make_html

REPORT = ROOT / "reports" / "alibaba-ai"
LANG: Lang = "en"
# Our style sheet sets a roll that is cut to A4 later; Chromium needs the sheet at once.
_SHEET = "<style>@page { size: 210mm 297mm; }</style>"


def prepare() -> None:
    """Write all three."""
    page = lay_out_page()
    style = (templates_folder() / "one-pager.css").read_text("utf-8")
    html = make_html(page, fit(page)[1])
    head = f"<style>{style}</style>{_SHEET}</head>"
    for suffix, content in (
        ("pickle", pickle.dumps(page)),
        ("html", html.replace("</head>", head, 1).encode()),
        ("json", json.dumps(asdict(page), ensure_ascii=False, default=str).encode()),
    ):
        with whole(page_path(suffix)) as temporary:
            temporary.write_bytes(content)


def lay_out_page(report: Path = REPORT) -> OnePager:
    """The first one-pager of a report, from its facts: read, checked and laid out."""
    from exporter.check import check
    from exporter.report.pdf.layout import lay_out_onepager

    checked = check(report)
    definition = checked.report
    (first, *_) = definition.one_pagers
    return lay_out_onepager(
        definition, first, checked.evidence, checked.views, checked.sources, LANG
    )


if __name__ == "__main__":
    prepare()

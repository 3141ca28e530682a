"""`python -m benchmarks.filings PAGES…`: filings of so many pages, each with a report for it.

They are those of the folder that FILINGS names, joined; without it, pages that are made here: prose
with figures and tables, no two of them alike.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks import cache
from benchmarks.cache import whole

FOLDER = os.environ.get("FILINGS", "")
ID = "filing"
GIVEN = (
    "--id", ID, "--title", "Filings", "--publisher", "Many", "--published", "2024-01-31",
    "--language", "en",
)  # fmt: skip
_STYLE = """@page { size: A4; margin: 22mm } html { font: 10pt/1.3 'DejaVu Serif' }
td { padding-left: 9mm }"""
_SENTENCES = """\
Revenue from {thing} rose {share}% to ${sum} million in fiscal {year}, as {place} took more of it.
The cost of {thing} in {place} was ${sum} million, compared to ${other} million the year before.
As of December 31, {year}, we had {count} people in {place}, of whom {share}% worked on {thing}.
Management expects {thing} to contribute between ${sum} million and ${other} million in {next}.
We opened {few} sites for {thing} in {place}, and closed {share} of the older ones during {year}.
Demand for {thing} remains subject to competition, regulation and the cost of capital in {place}.
""".splitlines()
_THINGS = ("software", "storage", "freight", "leasing", "machines", "batteries", "clinics", "fuel")
_PLACES = ("Europe", "Asia", "Canada", "Brazil", "India", "Japan", "Texas", "Norway", "Kenya")


def filing_path(pages: int) -> Path:
    """The PDF of so many pages; the report beside it is made with it."""
    kind = "joined" if FOLDER else "made"
    return cache.CACHE / f"filing-{kind}-{pages}.pdf"


def filing_report(pages: int) -> Path:
    """The report in which that filing is recorded."""
    return filing_path(pages).with_suffix(".report")


def make(pages: int) -> None:
    """Make a filing and its report, where they are not there yet."""
    from exporter.report.starter import make_report

    if not filing_path(pages).is_file():
        with whole(filing_path(pages)) as path:
            if FOLDER:
                _join(sorted(Path(FOLDER).glob("*.pdf")), pages, path)
            else:
                _write(pages, path)
    if not filing_report(pages).is_dir():
        with whole(filing_report(pages)) as folder:
            list(make_report(folder))


def _join(files: list[Path], pages: int, path: Path) -> None:
    """The first pages of some PDFs together, and again from the first one if they are few."""
    import pikepdf

    with pikepdf.new() as joined:
        while len(joined.pages) < pages:
            for file in files:
                with pikepdf.open(file) as pdf:
                    joined.pages.extend(pdf.pages[: pages - len(joined.pages)])
        joined.save(path)


def _write(pages: int, path: Path) -> None:
    from weasyprint import HTML

    random = Random(pages)  # noqa: S311 - the same filing every time
    body = "".join(map("".join, (_page(random, number) for number in range(1, pages + 1))))
    HTML(string=f"<html lang='en'><style>{_STYLE}</style><body>{body}").write_pdf(path)


def _page(random: Random, number: int) -> Iterator[str]:
    yield f"<h2 style='break-before: page'>Part {number}</h2>"
    for _ in range(6):
        yield f"<p>{' '.join(_sentence(random) for _ in range(4))}</p>"
    rows = (
        f"<tr><td>{random.choice(_THINGS).title()}<td>{random.randint(100, 9_999):,}<td>"
        f"{random.randint(100, 9_999):,}"
        for _ in range(8)
    )
    yield f"<table><tr><td>In millions<td>2023<td>2022{''.join(rows)}</table>"


def _sentence(random: Random) -> str:
    year = random.randint(2019, 2023)
    return random.choice(_SENTENCES).format(
        thing=random.choice(_THINGS),
        place=random.choice(_PLACES),
        share=random.randint(3, 60),
        sum=f"{random.randint(20, 900)}.{random.randint(0, 9)}",
        other=f"{random.randint(901, 999)}.{random.randint(0, 9)}",
        count=f"{random.randint(200, 90_000):,}",
        few=random.randint(13, 99),
        year=year,
        next=year + 1,
    )


if __name__ == "__main__":
    for size in sys.argv[1:]:
        make(int(size))

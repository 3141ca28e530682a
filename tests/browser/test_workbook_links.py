"""From a built workbook's links, read by another reader, to what a browser shows."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.browser.harbour import SITE
from tests.browser.marks import marks_exactly, open_link

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from exporter import CheckedReport


def links_of(path: Path, header: str) -> dict[str, str]:
    """What each fact's cell below `header` opens, as Excel puts it together."""
    links = {}
    for sheet in load_workbook(path).worksheets[1:-3]:
        headers = [cell.value for cell in sheet[4]]
        for row in sheet.iter_rows(min_row=5):
            opened = row[headers.index(header)].hyperlink
            place = f"#{opened.location}" if opened.location else ""
            links[row[headers.index("Fact")].value] = f"{opened.target}{place}"
    return links


def test_a_source_cell_opens_the_quote(
    browser: "Browser",
    articles: dict[str, str],
    harbour_files: Path,
    harbour: "CheckedReport",
) -> None:
    links = links_of(harbour_files / "figures.en.xlsx", "Source")
    quotes = dict(
        zip(*(harbour.evidence.facts.table()[n].to_pylist() for n in ("id", "quote")), strict=True)
    )
    assert links.keys() == quotes.keys()
    for fact, link in links.items():
        source = next(id_ for id_ in articles if link.startswith(f"{SITE}/{id_}#"))
        page = open_link(browser, link.replace(f"{SITE}/{source}", articles[source]))
        assert marks_exactly(page, quotes[fact]), fact


def test_a_fact_cell_opens_the_fact_on_the_evidence_page(
    browser: "Browser", harbour_files: Path
) -> None:
    links = links_of(harbour_files / "figures.en.xlsx", "Fact")
    assert links
    for fact, link in links.items():
        page = browser.new_page(viewport={"width": 800, "height": 600})
        page.goto(f"{harbour_files.as_uri()}/{link}")
        assert page.locator(":target").get_attribute("id") == fact
        top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
        assert 0 <= top < 600, "in view"
        assert page.locator(":target .id").inner_text().endswith(fact)
        page.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_link_of_the_page_opens_its_quote(
    browser: "Browser", articles: dict[str, str], harbour_files: Path, lang: str
) -> None:
    page = browser.new_page()
    page.goto((harbour_files / f"evidence.{lang}.html").as_uri())
    claims = [
        (one.locator(".foot a").first.get_attribute("href") or "", one.locator("mark").inner_text())
        for one in page.locator("article").all()
    ]
    page.close()
    assert len(claims) == 5
    for link, quote in claims:
        source = next(id_ for id_ in articles if link.startswith(f"{SITE}/{id_}#"))
        opened = open_link(browser, link.replace(f"{SITE}/{source}", articles[source]))
        # These words stand in a longer clause before, which the page's link tells apart.
        assert marks_exactly(opened, quote, nth=int(quote == "新码头已于去年投产")), quote

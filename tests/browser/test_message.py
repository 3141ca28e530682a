"""The message's HTML in Chromium, as wide as a telephone and as a desktop, light and dark."""

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from exporter.report.eml.layout import EVIDENCE, WORKBOOK, Basis, lay_out_message
from exporter.report.pdf.layout import lay_out_onepager
from exporter.writers.eml import draw_bodies

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from exporter import CheckedReport
    from exporter.facts.words import Lang


def html(checked: "CheckedReport", lang: "Lang") -> str:
    report, evidence, views, sources = checked.report, checked.evidence, checked.views, checked.sources  # fmt: skip
    pages = [lay_out_onepager(report, page, evidence, views, sources, lang) for page in report.one_pagers]  # fmt: skip
    about = Basis("alibaba-ai", report, pages, evidence, views, sources, lang)
    return draw_bodies(lay_out_message(about, [WORKBOOK, EVIDENCE])).html


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 800])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_is_legible_everywhere_and_loads_nothing(
    browser: "Browser", checked: "CheckedReport", lang: "Lang", width: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html(checked, lang))
    assert asked == []
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    assert page.locator("h1").bounding_box()["width"] <= 640  # type: ignore[index]
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()
    page.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_mail_programs_take_it_whole(checked: "CheckedReport", lang: "Lang") -> None:
    drawn = html(checked, lang)
    assert len(drawn.encode()) < 100_000  # Gmail clips what is longer than 102 kB
    assert f'<html lang="{lang}">' in drawn


def test_the_preheader_is_there_and_not_seen(browser: "Browser", checked: "CheckedReport") -> None:
    page = browser.new_page()
    page.set_content(html(checked, "en"))
    preheader = page.get_by_text("CICC: Positive; China Merchants: Positive")
    assert preheader.count() == 1
    assert not preheader.is_visible()
    page.close()

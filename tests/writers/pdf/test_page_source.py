"""Pages of our template are read as XML, and come out as if they had been read as HTML."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
import weasyprint

from exporter.report.pdf.model import Bar, OnePager, Picture
from exporter.writers.pdf import page_source
from exporter.writers.pdf.density import make_html
from exporter.writers.pdf.page_sizes import LADDER
from exporter.writers.pdf.page_source import PageSource
from tests.writers.samples_onepager import make_page

_FIELD = '<html lang="en"><head><title>.</title></head><body><p title="{}">x</p></body></html>'


def _elements(root: Element) -> list[tuple[object, ...]]:
    return [
        (
            element.tag,
            {name: value for name, value in element.items() if "xmlns" not in name},
            element.text or "",
            element.tail or "",
        )
        for element in root.iter()
    ]


def _read(html: str) -> tuple[PageSource, weasyprint.HTML]:
    return PageSource(html, "file:///x/", None), weasyprint.HTML(string=html, base_url="file:///x/")


def _pictured() -> OnePager:
    bars = (Bar("Widgets & <parts>", "3", 1.0), Bar("小部件", "-2", -0.6))
    return replace(make_page(), picture=Picture("Made", "Units", bars))


@pytest.mark.parametrize("page", [make_page(), make_page("zh"), _pictured()])
def test_a_page_has_the_elements_that_a_browser_would_read(
    page: OnePager, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = _read(make_html(page, LADDER[3]))
    assert _elements(ours.etree_element) == _elements(theirs.etree_element)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it is read as HTML")

    monkeypatch.setattr(weasyprint.HTML, "__init__", refuse)
    page_source.PageSource(make_html(page, LADDER[3]), "file:///x/", None)


@pytest.mark.parametrize(
    "html",
    [
        "<p>A",
        "<html><title>.</title><p>A<br>B",
        _FIELD.format("two\nlines"),
        "<html><head></head><body></body></html>",
        "<p>A</p>",
    ],
)
def test_what_leaves_tags_out_is_read_as_html(html: str) -> None:
    ours, theirs = _read(html)
    assert _elements(ours.etree_element) == _elements(theirs.etree_element)

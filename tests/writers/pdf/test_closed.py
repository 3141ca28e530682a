"""Nothing gets into a page that does not belong there: no URL, no markup, no strange font."""

import logging
import re
import tracemalloc
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import UndefinedError

from exporter.errors import ContentError, SetupError
from exporter.files import templates_folder
from exporter.report.pdf.model import OnePager
from exporter.report.themes.fonts import FAMILIES, TEXT_FAMILIES, sans_families
from exporter.writers.pdf import density as densities
from exporter.writers.pdf.fonts import check_fonts
from exporter.writers.pdf.typeset import cut_to_sheets, lay_out
from exporter.writers.templates import page_environment, unbroken_dates
from tests.writers.samples_onepager import make_page
from tests.writers.written import draw_onepager, write_onepager


def _with_thesis(thesis: str) -> OnePager:
    page = make_page()
    return replace(page, cards=(replace(page.cards[0], thesis=thesis), *page.cards[1:]))


@pytest.mark.parametrize(
    "element",
    [
        '<img alt="x" src="http://example.org/a.png">',
        '<img alt="x" src="https://example.org/a.png">',
        '<img alt="x" src="file:///etc/passwd">',
        '<img alt="x" src="file://example.org/etc/passwd">',
        '<img alt="x" src="../pyproject.toml">',
        '<img alt="x" src="%2e%2e/pyproject.toml">',
        '<img alt="x" src="data:image/png;base64,iVBORw0KGgo=">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
        '<p style="background-image: url(http://example.org/a.png)">x</p>',
        "<style>@import url(http://example.org/a.css);</style>",
        '<style>@font-face { font-family: x; src: url("ftp://example.org/a.otf"); }</style>',
    ],
)
def test_nothing_is_loaded_from_outside(element: str) -> None:
    html = f'<html lang="en"><title>x</title><body><p>x</p>{element}</body></html>'
    with pytest.raises(ContentError, match="lies outside"):
        lay_out(html, templates_folder(), "one-pager.css")


def test_a_link_out_of_the_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("p { color: red }")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.css").write_text("p { color: blue }")
    (folder / "link.css").symlink_to(tmp_path / "secret.css")
    html = '<html lang="en"><link rel="stylesheet" href="{}"><body><p>x</p></body></html>'
    assert lay_out(html.format("page.css"), folder, "page.css").fits
    with pytest.raises(ContentError, match="lies outside"):
        lay_out(html.format("link.css"), folder, "page.css")


def test_markup_in_content_is_text(tmp_path: Path) -> None:
    page = _with_thesis("<b>Bold</b> & <img src='http://example.org/a.png'> {{ 7 * 7 }}")
    html = densities.make_html(page, densities.LADDER[0])
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; &lt;img" in html
    assert "{{ 7 * 7 }}" in html.replace('<span class="kept">', "").replace("</span>", "")
    write_onepager(page, tmp_path / "page.pdf")


def test_dates_in_content_stay_escaped() -> None:
    assert unbroken_dates("<b>《A&B》，2023年11月1日") == (
        '&lt;b&gt;《A&amp;B》，<span class="unbroken">2023年11月1日</span>'
    )
    assert unbroken_dates("no date, 1 Nov 2023") == "no date, 1 Nov 2023"


def test_a_missing_label_is_an_error() -> None:
    page = replace(make_page(), labels={"views": "Views"})
    with pytest.raises(UndefinedError):
        densities.make_html(page, densities.LADDER[0])


def test_templates_cannot_reach_beyond_what_they_are_given() -> None:
    environment = page_environment()
    template = environment.from_string("{{ page.__class__.__mro__ }}")
    with pytest.raises(Exception, match=r"unsafe|undefined"):
        template.render(page=make_page())


def test_of_a_model_templates_take_public_fields_alone() -> None:
    @dataclass
    class Model:
        title: str = "T"
        _inner: str = "S"

    environment = page_environment()
    assert environment.from_string("{{ model.title }}").render(model=Model()) == "T"
    for name in ("_inner", "__init__", "__dataclass_fields__"):
        with pytest.raises(Exception, match=r"unsafe|undefined"):
            environment.from_string(f"{{{{ model.{name} }}}}").render(model=Model())


@pytest.mark.parametrize(
    ("character", "code"), [("\N{DNA DOUBLE HELIX}", "U+1F9EC"), ("\ue123", "U+E123")]
)
def test_a_missing_glyph_is_named(character: str, code: str, tmp_path: Path) -> None:
    thesis = f"Genes {character} first"
    with pytest.raises(ContentError) as caught:
        write_onepager(_with_thesis(thesis), tmp_path / "page.pdf")
    (problem,) = caught.value.problems
    assert f"{code} in its thesis, “{thesis}”" in problem.wrong.replace(" DNA DOUBLE HELIX", "")
    assert problem.right
    assert (problem.file, problem.line, problem.subject) == ("views.yaml", 10, "north-harbour")
    assert not (tmp_path / "page.pdf").exists()


def _font(family: str, drawn: str = "a", missing: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        family=family,
        to_unicode=dict(enumerate(drawn)),
        missing={ord(character): 9 for character in missing},
    )


USUAL = [_font(family) for family in TEXT_FAMILIES]
ALL = frozenset(FAMILIES)


def test_a_character_from_another_font_is_a_missing_glyph() -> None:
    message = r"“Ẁ” U\+1E80 LATIN CAPITAL LETTER W WITH GRAVE in its thesis, “Ẁind”"
    with pytest.raises(ContentError, match=message):
        check_fonts([*USUAL, _font("DejaVu Sans", "Ẁ")], _with_thesis("Ẁind"), lambda: ALL)


def test_a_missing_glyph_is_told_of_where_each_text_has_it() -> None:
    page = replace(_with_thesis(f"{'a' * 50} ⚙ {'b' * 50} ⛏"), title="⚙ at work")
    with pytest.raises(ContentError) as caught:
        check_fonts([*USUAL, _font("DejaVu Sans", "⚙⛏ ")], page, lambda: ALL)
    title, thesis = caught.value.problems
    assert title.subject == page.name
    assert "“⚙” U+2699 GEAR in its title, “⚙ at work”" in title.wrong
    assert (thesis.file, thesis.line, thesis.subject) == ("views.yaml", 10, "north-harbour")
    assert "“⚙” U+2699 GEAR, “⛏” U+26CF PICK in its thesis, “…aa" in thesis.wrong


def test_a_page_with_its_usual_fonts_asks_for_no_others() -> None:
    def ask() -> frozenset[str]:
        raise AssertionError("asked")

    check_fonts(USUAL, make_page(), ask)


@pytest.mark.parametrize("drawn", [USUAL[:1], [*USUAL, _font("Noto Sans", "₂")]])
def test_a_missing_font_is_no_fault_of_the_content(drawn: list[SimpleNamespace]) -> None:
    installed = ALL - {"Noto Serif CJK SC", "Noto Sans Math"}
    message = r"Noto Sans Math and Noto Serif CJK SC are missing.*apt install fonts-noto-cjk"
    with pytest.raises(SetupError, match=message):
        check_fonts(drawn, make_page(), lambda: installed)


def test_newer_fonts_have_a_space_in_their_name() -> None:
    check_fonts([*USUAL, _font("Noto Sans Symbols 2", "✗")], make_page(), lambda: ALL)


def test_style_sheets_name_the_fonts_that_are_checked() -> None:
    css = (templates_folder() / "one-pager.css").read_text("utf-8")
    lists = [re.findall('"([^"]+)"', names) for names in re.findall("font-family: ([^;]+);", css)]
    lists.append(list(sans_families(())))  # of the picture, and of pages with a theme's own
    for names in lists:
        assert set(names) <= {*FAMILIES, "Noto Sans Symbols 2"}
        assert {*FAMILIES, "Noto Sans Symbols 2"} - set(names) <= {
            "Noto Serif CJK SC",
            "Noto Serif",
        }
    assert {names[0] for names in lists} == set(TEXT_FAMILIES)


def test_a_warning_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make = densities.make_html

    def make_badly(*given: Any, **more: Any) -> str:
        return make(*given, **more).replace("<h1>", '<h1 style="colour: red">')

    monkeypatch.setattr(densities, "make_html", make_badly)
    with pytest.raises(ContentError, match="colour"):
        write_onepager(make_page(), tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_templates_give_no_warning(lang: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        draw_onepager(make_page("en" if lang == "en" else "zh"))
    assert caplog.records == []


def test_a_style_sheet_with_faults_is_refused_every_time(tmp_path: Path) -> None:
    (tmp_path / "bad.css").write_text("p { colour: red }")
    for _ in range(2):
        with pytest.raises(ContentError, match="colour"):
            lay_out(
                '<html lang="en"><title>x</title><body><p>x</p></body></html>', tmp_path, "bad.css"
            )


def test_a_page_takes_no_copy_of_the_files_of_its_fonts() -> None:
    page = lay_out("<p>A 中</p>", templates_folder(), "one-pager.css")
    tracemalloc.start()
    try:
        cut_to_sheets(page, 0, lambda _: None)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 5_000_000  # the file of one has four times that

"""What a page must show that a report's own template draws, and what it may not."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.proof.difference import Difference
from exporter.proof.pdf import compare_onepager
from exporter.report.pdf.model import KeyFigure, Matrix, OnePager, OwnTemplate
from tests.writers.samples_onepager import make_page
from tests.writers.written import draw_onepager

# One drawing takes most of a second; so each test hides, adds or leaves out all that it tells of.
HTML = """\
<html lang="{{ page.lang }}"><body>
<section>
<h1>{{ page.title }}</h1><p>{{ page.edition }}</p>
{% for figure in page.figures %}
<p>FIGURE {{ figure.unit }} {{ figure.metric }}, {{ figure.entity }} {{ figure.as_of }}</p>
{% endfor %}
<p>{{ page.sources.figures }}</p>
{% for card in page.cards %}
<h2>{{ card.broker }}: {{ card.stance_label }}</h2>
<p>{{ card.subject }}: {{ card.thesis }} {{ card.terms[1][1] }}</p>
<blockquote><p>{{ card.quote }} {{ card.translation }}</p></blockquote>
{% endfor %}
<p>{{ page.sources.views }}</p>
OWN
</section>
<footer>{% for paragraph in page.disclosures %}<p>{{ paragraph }}</p>{% endfor %}</footer>
</body></html>
"""
FIGURE = "{{ figure.figure }}"
Prove = Callable[..., list[Difference]]


def small_page(figures: int = 1) -> OnePager:
    """A page of one view, and of figures with names of their own."""
    page = make_page()
    names = [f"figure-{chr(97 + n)}" for n in range(figures)]
    shown = [KeyFigure(name, f"{40 + n}", "", name.title(), "Cirrus", "2031")
             for n, name in enumerate(names)]  # fmt: skip
    card = replace(page.cards[0], drivers=())
    return replace(
        page, cards=(card,), figures=tuple(shown), picture=None, matrix=Matrix((), ()),
        sources={"views": "Harbour Review, May 2031", "figures": "A Note of Cirrus, 2031"},
        disclosures=("All names are made up.",),
    )  # fmt: skip


@pytest.fixture
def prove(tmp_path: Path) -> Prove:
    """Draws a page by a template and a style sheet, and proves it."""

    def of(page: OnePager, html: str | None = HTML, css: str | None = None) -> list[Difference]:
        if html is not None:
            html = html.replace("FIGURE", FIGURE).replace("OWN", "")
        page = replace(page, template=OwnTemplate(html, css))
        path = tmp_path / "broker-views.pdf"
        path.write_bytes(draw_onepager(page))
        return compare_onepager(page, path)

    return of


def by_figure(told: Mapping[str, str], figure: str) -> str:
    """A template in which each figure has a part of its own."""
    parts = (f'{{% if figure.id == "{name}" %}}{part}{{% endif %}}' for name, part in told.items())
    return HTML.replace("FIGURE", figure.format("".join(parts)))


def test_a_figure_that_nobody_sees_is_told(prove: Prove) -> None:
    hidden = {
        "color: white": "its contrast is 1.0:1",
        "color: #BBBBBB": "its contrast is 1.9:1",
        "opacity: 0.1": "its contrast is 1.",
        "font-size: 3pt": "it is set in 3.0 points",
        "display: inline-block; transform: scale(0.2)": "it is set in 2.4 points",
        "position: absolute; left: -100mm; top: 50mm": "beyond the edge",
        "position: absolute; left: 300mm; top: 50mm": "beyond the edge",
        "position: absolute; left: 10mm; top: 400mm": "beyond the edge",
        "position: absolute; left: 10mm; top: 20mm; clip: rect(0, 0, 0, 0)": "its contrast is 1.0:1",
        "visibility: hidden": "missing",
        "display: none": "missing",
    }
    page = small_page(len(hidden) + 1)
    styles = {figure.id: style for figure, style in zip(page.figures, hidden, strict=False)}
    html = by_figure(styles, '<span style="{}">{{{{ figure.figure }}}}</span>')
    found = {each.place: each.found for each in prove(page, html)}
    assert found.keys() == {f"figure {name}" for name in styles}
    reasons = zip(hidden.values(), found.values(), strict=True)
    assert [(told, reason) for told, reason in reasons if told not in reason] == []


def test_what_stands_behind_something_is_told(prove: Prove) -> None:
    over = '<p style="position: absolute; left: 0; top: 0; width: 200mm; height: {}">{}</p>'
    white = HTML.replace("OWN", over.format("280mm; background: white", ""))
    assert {"edition", "figure", "source line"} <= {
        each.what for each in prove(small_page(), white)
    }
    letters = over.format("5mm", "8" * 60).replace("0; top: 0", "15mm; top: 8mm")
    found = prove(
        small_page(), HTML.replace("OWN", letters).replace("<h1>", "<h1 style='display: none'>")
    )
    assert any("another text stands on it" in each.found for each in found)


def test_figures_that_the_page_lacks_are_told(prove: Prove) -> None:
    own = {
        "Up 37% on the year": "37%",
        "一成半以上": "一成半",
        "two thirds of all ports": "two thirds",
        "{{ page.figures|length * 7 }}": "7",
        "{{ density.size }}": "12.0",
    }
    html = HTML.replace("OWN", "".join(f"<p>{text}</p><p>{{{{ page.title }}}}</p>" for text in own))
    found = prove(small_page(), html)
    assert {each.what for each in found} == {"figure of its own"}
    assert len(found) == len(own)
    assert all(any(told in each.found for each in found) for told in own.values())


def test_another_figure_made_of_one_is_told(prove: Prove) -> None:
    around = ["9{}", "{}9", "-{}", "{}.5", "{} billion", "{}亿", "{} %", "USD {}"]
    page = small_page(len(around) + 1)
    parts = {
        figure.id: text.format("{{ figure.figure }}")
        for figure, text in zip(page.figures, around, strict=False)
    }
    last = page.figures[-1]
    found = prove(page, by_figure({**parts, last.id: "{{ figure.figure }}"}, "{}"))
    joined = [figure.id for figure in page.figures[:4]]
    assert {each.place.removeprefix("figure ") for each in found if each.what == "figure"} == set(
        joined
    )
    assert len([each for each in found if each.what == "figure of its own"]) >= len(around)


def test_what_is_left_out_is_told(prove: Prove) -> None:
    parts = ("{{ paragraph }}", "{{ page.sources.views }}", "{{ figure.metric }}", "{{ page.edition }}",
             "{{ card.stance_label }}", "{{ card.terms[1][1] }}", "{{ card.broker }}")  # fmt: skip
    html = HTML
    for part in parts:
        assert part in html
        html = html.replace(part, "")
    found = prove(small_page(), html)
    assert {each.found for each in found} == {"missing"}
    assert {each.what for each in found} == {
        "disclosure", "source line", "metric", "edition", "stance", "Target price", "broker"
    }  # fmt: skip


def test_words_of_a_template_s_own_are_free_and_links_lead_to_evidence(prove: Prove) -> None:
    own = "<p>Our view in one line, {{ page.labels.exhibit }} 4. {{ page.figures[0].figure }}</p>"
    assert prove(small_page(), HTML.replace("OWN", own)) == []
    link = '<p><a href="https://elsewhere.example/x">more</a></p>'
    css = 'h1 { bookmark-label: "Renewals at 99%" }'
    found = prove(small_page(), HTML.replace("OWN", link), css)
    assert {(each.what, each.found) for each in found} == {
        ("link", "https://elsewhere.example/x"),
        ("text that is heard or listed", "Renewals at 99%"),
    }


def test_a_style_sheet_alone_is_held_to_the_whole_page(prove: Prove) -> None:
    assert prove(small_page(), None, ".card { border-radius: 2mm }") == []
    css = '.figure { color: white } .metric::after { content: " (88%)" }'
    told = " ".join(str(each) for each in prove(small_page(), None, css))
    assert "its contrast is 1.2:1" in told
    assert "88%" in told

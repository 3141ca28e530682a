"""A report's own one-pager, the whole way: drawn in its process, proved, carried by the manifest."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from exporter import build, check, verify
from exporter.errors import ContentError, ProofError
from exporter.report.pdf.model import OwnTemplate
from exporter.writers.pdf import confined
from exporter.writers.pdf.own_template import fill_in
from tests.writers.samples_onepager import make_page

HOUSE = Path(__file__).parents[1] / "docs" / "examples" / "house-template"
NORVIK = Path(__file__).parent / "reports" / "norvik"
FILES = ("one-pager.html.j2", "one-pager.css")


def with_house(report: Path) -> Path:
    for name in FILES:
        shutil.copy(HOUSE / name, report / name)
    return report


@pytest.fixture
def housed(mini_report: Path) -> Path:
    return with_house(mini_report)


def test_a_house_s_page_is_built_in_both_languages_and_made_anew_from_the_manifest(
    housed: Path, tmp_path: Path
) -> None:
    built = tmp_path / "built"
    build(housed, built)
    assert [path.name for path in sorted(built.glob("*.pdf"))] == ["views.en.pdf", "views.zh.pdf"]
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    assert set(FILES) <= manifest["inputs"].keys()
    template = manifest["definition"]["template"]
    assert template == {
        "html": (HOUSE / FILES[0]).read_text(),
        "css": (HOUSE / FILES[1]).read_text(),
    }
    with (housed / FILES[1]).open("a", encoding="utf-8") as style:
        style.write("h1 { color: var(--negative) }\n")
    found = verify(built, report=housed)
    (told,) = found.differences  # the pages have the same bytes, made of what the manifest says
    assert FILES[1] in str(told)
    assert found.unproved == ()


def test_a_house_s_page_may_leave_to_the_comparison_what_it_says(tmp_path: Path) -> None:
    """Ratings and target prices of several brokers stand side by side, and on no card again."""
    report = with_house(shutil.copytree(NORVIK, tmp_path / "norvik"))
    build(report, tmp_path / "built", languages=("en",))
    assert [path.name for path in (tmp_path / "built").glob("*.pdf")] == ["broker-views.en.pdf"]


def test_a_template_that_hides_a_figure_stops_the_build(housed: Path, tmp_path: Path) -> None:
    (housed / FILES[1]).write_text(".amount { color: white }", "utf-8")
    with pytest.raises(ProofError, match=r"one-pager\.html\.j2: .*its contrast is 1\.0:1") as told:
        build(housed, tmp_path / "built", languages=("en",))
    assert "mend the template" in str(told.value)
    assert not (tmp_path / "built").exists()


def test_what_is_wrong_in_a_template_is_told_with_its_path_and_line(
    housed: Path, tmp_path: Path
) -> None:
    (housed / FILES[0]).write_text("<html>\n<body>\n{{ page.titel }}\n", "utf-8")
    with pytest.raises(ContentError, match="has no attribute 'titel'") as told:
        build(housed, tmp_path / "built", languages=("en",))
    assert str(told.value).startswith(f"{housed / FILES[0]}:3: ")


def test_a_template_is_no_key_of_a_report_and_text_of_some_size(mini_report: Path) -> None:
    path = mini_report / "report.yaml"
    before = path.read_text("utf-8")
    path.write_text("template: {html: x}\n" + before, "utf-8")
    (problem,) = check(mini_report).problems
    assert (problem.line, problem.wrong) == (1, "`template` is no key of report.yaml")
    path.write_text(before, "utf-8")
    (mini_report / FILES[0]).write_bytes(b"\xff\xfe")
    (mini_report / FILES[1]).write_text("/* " + "x" * 200_000, "utf-8")
    found = {problem.file for problem in check(mini_report).problems}
    assert found == {str(mini_report / name) for name in FILES}


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("<p>\n{% for card in page.cards %}", 2, "Unexpected end of template"),
        ("<p>\n{{ nothing }}", 2, "'nothing' is undefined"),
        ("\n\n{{ page.cards[9].broker }}", 3, "has no element 9"),
        ("\n{{ page.__class__.__mro__ }}", 2, "is unsafe"),
        ("\n{{ page.cards.__getitem__.__globals__ }}", 2, "is unsafe"),
        ("\n{% include 'views.yaml' %}", 2, "no template 'views.yaml'"),
        ("\n{% include '../report.yaml' %}", 2, "no template '../report.yaml'"),
        ("\n{{ 1 // 0 }}", 2, "ZeroDivisionError"),
        ("\n{{ page.cards|random }}", 2, "No filter named 'random'"),
        ("\n{% for n in range(999999) %}{% endfor %}", 2, "Range too big"),
        ("\n{{ ('x' * 999)|replace('x', 'y' * 9999) }}", 0, "characters of HTML"),
        ("{% from 'bars.svg.j2' import draw_bars %}\n{{ draw_bars() }}", 2, "was not provided"),
    ],
)
def test_faults_of_templates_are_told_with_their_lines(source: str, line: int, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        fill_in(source, {"page": make_page()}, "views")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.subject) == (FILES[0], line, "views")
    assert told in problem.wrong


def test_a_template_that_loops_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporter.writers.pdf.own_template.MOST_SECONDS", 0.2)
    loop = "{% for n in range(9999) %}"
    with pytest.raises(ContentError, match=r"one-pager\.html\.j2:3: .*have it loop less"):
        fill_in(f"\n{loop}\n{loop}{loop}{{% endfor %}}{{% endfor %}}{{% endfor %}}", {}, "views")


def test_what_takes_all_time_in_one_step_ends_with_its_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(confined, "MOST_SECONDS", 1)
    # In brackets: Jinja takes powers of powers from the left, other than Python.
    page = replace(make_page(), template=OwnTemplate("{{ 10 ** (10 ** 8) }}", None))
    with pytest.raises(ContentError, match="drawing it takes more than"):
        confined.draw_confined(page, [])


@pytest.mark.parametrize(
    ("html", "css", "told"),
    [
        ('<img alt="x" src="http://elsewhere.example/a.png">', "", "a.png is not loaded"),
        ('<img alt="x" src="file:///etc/hostname">', "", "hostname is not loaded"),
        ('<link rel="stylesheet" href="one-pager.css">', "", "is there without a link"),
        ("<p>x</p>", "@import url(https://elsewhere.example/a.css);", "a.css is not loaded"),
        ("<p>x</p>", "p { colour: red }", "unknown property"),
        ('<p style="font-family: DejaVu Sans">x</p>', "", "which the theme does not name"),
    ],
)
def test_nothing_is_loaded_and_nothing_passes_that_is_warned_of(
    html: str, css: str, told: str
) -> None:
    with pytest.raises(ContentError, match=told):
        _drawn(html, css)


def _drawn(html: str, css: str) -> bytes:
    from exporter.writers.pdf import fit_page

    page = replace(make_page(), template=OwnTemplate(f'<html lang="en"><body>{html}', css))
    return fit_page(page).make_pdf([])

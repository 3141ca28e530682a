"""The evidence page in Chromium: searched, filtered, linked to, printed, without scripts, audited."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from exporter.inputs.opened import Inputs
from exporter.report.html.layout import lay_out_evidence
from exporter.report.links import evidence_file
from exporter.report.themes.read import read_theme, theme_place
from tests.writers.written import write_evidence_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from exporter import CheckedReport
    from exporter.report.html.model import EvidencePage

PHONE, DESK = (375, 812), (1280, 900)
Scheme = Literal["light", "dark"]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def new_page(browser: "Browser") -> Open:
    """Opens pages of a size and a colour scheme, which stay open.

    Those of one context are of one process as long as one is open: to start a process takes longest.
    """

    @cache
    def context(width: int, height: int, scheme: Scheme) -> "BrowserContext":
        return browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)

    return lambda size=DESK, scheme="light": context(*size, scheme).new_page()


@pytest.fixture
def page(new_page: Open, harbour_files: Path) -> Iterator["Page"]:
    """The English page, opened as a file; nothing may go wrong in it, and nothing be loaded."""
    opened = new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: said.append(request.url))
    opened.goto(_address(harbour_files))
    yield opened
    assert [text for text in said if not text.startswith(_address(harbour_files))] == []


def _address(folder: Path, lang: str = "en") -> str:
    return (folder / evidence_file(lang)).as_uri()  # type: ignore[arg-type]


def shown(page: "Page") -> list[str]:
    """The anchors of the facts and views that are to be seen."""
    return [one.get_attribute("id") or "" for one in page.locator("article:visible").all()]


EVERYTHING = ["automated-share", "new-terminal", "crane-gain", "plan-cost", "view-plan-cost"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", EVERYTHING),
        ("自动装卸", ["automated-share"]),
        ("twice as much", ["automated-share"]),
        ("CRANE-GAIN", ["crane-gain"]),
        ("ｌｉｆｔｓ 40%", ["crane-gain"]),
        ("harbour 投产", ["new-terminal"]),
        ("us$1.2", ["plan-cost"]),
        ("early finish", ["view-plan-cost"]),
        ("submarine", []),
    ],
)
def test_search_looks_in_words_values_and_ids(page: "Page", words: str, found: list[str]) -> None:
    page.get_by_label("Search").fill(words)
    assert shown(page) == found
    status = page.get_by_role("status").inner_text()
    assert status == (f"{len(found)} of 5 shown" if found else page.locator(".shown").get_attribute("data-none"))  # fmt: skip


def wait_until(page: "Page", condition: str) -> None:
    """Wait for a condition; Playwright's own waiting evaluates texts, as the page's policy forbids."""
    for _ in range(500):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(20)
    pytest.fail(f"in ten seconds it did not come to be: {condition}")


def test_filters_hold_together_and_can_be_cleared(page: "Page") -> None:
    page.get_by_label("Entity").select_option("Cranes")
    assert shown(page) == ["crane-gain", "plan-cost", "view-plan-cost"]
    page.get_by_label("State").select_option("figure:confirmed")
    assert shown(page) == ["crane-gain", "plan-cost"]
    page.get_by_label("Search").fill("plan")
    assert shown(page) == ["plan-cost"]
    assert page.locator("main h2:visible").all_inner_texts() == ["Cranes 2"]
    page.get_by_role("button", name="Clear").click()
    wait_until(page, "document.querySelectorAll('article[hidden]').length === 0")
    assert shown(page) == EVERYTHING


def test_the_keyboard_reaches_everything(page: "Page") -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.type"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached == ["_search", "_topic", "_state", "reset"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("See it in the source")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("anchor", EVERYTHING)
def test_a_link_shows_its_fact(
    new_page: Open, harbour_files: Path, anchor: str, size: tuple[int, int]
) -> None:
    page = new_page(size)
    page.goto(f"{_address(harbour_files)}#{anchor}")
    assert page.locator(":target").get_attribute("id") == anchor
    assert _grounds(page, ":target") != _grounds(page, "article:not(:target)")
    wait_until(page, _IN_VIEW)


# Below the controls, which stay at the top where there is room, and above the lower edge.
_IN_VIEW = """() => {
  const bar = document.getElementById("_find");
  const top = getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0;
  const target = document.querySelector(":target").getBoundingClientRect();
  return target.top >= top && target.bottom <= innerHeight;
}"""


def _grounds(page: "Page", selector: str) -> str:
    return page.evaluate(  # type: ignore[no-any-return]
        "(s) => getComputedStyle(document.querySelector(s)).backgroundColor", selector
    )


def test_a_link_to_a_fact_that_is_filtered_out_shows_it(page: "Page") -> None:
    page.get_by_label("Search").fill("自动装卸")
    page.evaluate("() => { location.hash = 'crane-gain' }")
    page.wait_for_selector("#crane-gain:visible")
    assert shown(page) == EVERYTHING


def test_without_scripts_everything_is_there_to_read(
    browser: "Browser", harbour_files: Path, harbour: "CheckedReport"
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(_address(harbour_files))
    assert page.get_by_role("search").is_hidden()
    assert shown(page) == EVERYTHING
    text = page.locator("main").inner_text()
    quotes = [
        *harbour.evidence.facts.table()["quote"].to_pylist(),
        *(view.quote for view in harbour.views),
    ]
    assert [quote for quote in quotes if quote not in text] == []
    context.close()


@pytest.mark.parametrize(
    ("lang", "scheme", "size"),
    [("en", "light", PHONE), ("en", "dark", DESK), ("zh", "dark", PHONE), ("zh", "light", DESK)],
    ids=["en-light-phone", "en-dark-desk", "zh-dark-phone", "zh-light-desk"],
)  # each with each of the others
def test_an_accessibility_audit_finds_nothing(
    new_page: Open, harbour_files: Path, lang: str, scheme: Scheme, size: tuple[int, int]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = new_page(size, scheme)
    page.goto(f"{_address(harbour_files, lang)}#crane-gain")
    results = Axe().run(page)
    assert results.response["passes"], "rules were applied"
    assert results.response["violations"] == [], results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize(("theme", "lang"), [("plain", "en"), ("midnight", "zh")])
def test_an_audit_finds_nothing_in_other_themes(
    new_page: Open, harbour: "CheckedReport", tmp_path: Path, theme: str, lang: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    look, _ = read_theme(theme_place(theme, (), Inputs.of(tmp_path)))
    report = harbour.report.model_copy(update={"theme": look})
    parts = (report, harbour.evidence, harbour.views, harbour.sources)
    write_evidence_page(lay_out_evidence(*parts, lang), tmp_path / evidence_file(lang))  # type: ignore[arg-type]
    for scheme in ("light", "dark"):
        page = new_page(DESK, scheme)
        page.goto(f"{_address(tmp_path, lang)}#crane-gain")
        results = Axe().run(page)
        assert results.response["passes"], "rules were applied"
        assert results.response["violations"] == [], results.generate_report()


def test_the_audit_would_find_a_fault(new_page: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = new_page()
    page.set_content("<p style='color:#ccc'>pale</p><input>")
    assert {"color-contrast", "label"} <= {
        one["id"] for one in Axe().run(page).response["violations"]
    }


def test_the_policy_stops_what_is_not_ours(
    new_page: Open, harbour_files: Path, tmp_path: Path
) -> None:
    html = (harbour_files / "evidence.en.html").read_text("utf-8")
    alien = "<script>document.title = 'theirs'</script><p id=red style='color: red'>x</p><img src='https://news.example/x.png'>"
    path = tmp_path / "altered.html"
    path.write_text(html.replace("</footer>", f"{alien}</footer>"), "utf-8")
    page = new_page()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.goto(path.as_uri())
    assert page.title() == "Evidence: The harbour"
    assert page.evaluate("getComputedStyle(red).color") != "rgb(255, 0, 0)"
    parts = {word for text in blocked for word in ("script", "style", "image") if word in text}
    assert parts == {"script", "style", "image"}, blocked


def test_in_print_everything_is_drawn(new_page: Open, harbour_files: Path) -> None:
    page = new_page()
    page.goto(_address(harbour_files))
    page.emulate_media(media="print")
    assert page.get_by_role("search").is_hidden()
    assert page.evaluate(
        "Array.from(document.querySelectorAll('article'),"
        " (e) => getComputedStyle(e).contentVisibility).every((v) => v === 'visible')"
    )


def test_a_thousand_facts_stay_usable(
    new_page: Open, harbour: "CheckedReport", tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_evidence_page(_of_many(harbour, 1_000), tmp_path / "many.html")
    page = new_page()
    page.goto((tmp_path / "many.html").as_uri())
    times = {}
    for words, found in (("fact-49", 11), ("nothing", 0), ("automated", 250), ("", 1_000)):
        # To the end of the layout that the change asks for: what a reader waits for.
        times[words] = page.evaluate(
            """(words) => {
              const field = document.getElementById("_search");
              const start = performance.now();
              field.value = words;
              field.dispatchEvent(new Event("input", { bubbles: true }));
              document.body.getBoundingClientRect();
              return performance.now() - start;
            }""",
            words,
        )
        assert page.locator("article:not([hidden])").count() == found
    with capsys.disabled():
        said = ", ".join(f"{words!r} {time:.0f} ms" for words, time in times.items())
        print(f"\nsearch among 1,000 facts: {said}")  # noqa: T201 - how fast depends on the machine
    page.goto((tmp_path / "many.html").as_uri() + "#fact-876")
    wait_until(page, _IN_VIEW)
    page.close()


def _of_many(harbour: "CheckedReport", count: int) -> "EvidencePage":
    page = lay_out_evidence(harbour.report, harbour.evidence, harbour.views, harbour.sources, "en")
    few = [claim for group in page.groups for claim in group.claims if claim.kind != "view"]
    many = tuple(
        replace(few[n % len(few)], id=f"fact-{n}", anchor=f"fact-{n}") for n in range(count)
    )
    return replace(page, groups=(replace(page.groups[0], claims=many),))

"""How the evidence page and the message look: as they did when somebody looked at them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from exporter.check import check
from exporter.facts.words import LANGUAGES, Lang
from exporter.report.eml.layout import EVIDENCE, WORKBOOK, basis_of, lay_out_message
from exporter.report.html.layout import lay_out_evidence
from exporter.writers.eml import draw_bodies
from tests.looks import GOLDEN, check_look, difference, narrowed
from tests.writers.written import write_evidence_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NORVIK = Path(__file__).parents[1] / "reports" / "norvik"
DESK, PANE = (1080, 1080), (720, 900)  # a browser's window; where a mail program shows a message
SMALLER = 3  # pixels of the screen for one of the picture
Draw = Callable[..., Image.Image]
# A sheet of the page's own, which its content security policy does not ask about.
_RESTYLE = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second company's evidence pages and messages, as files for a browser."""
    folder, checked = tmp_path_factory.mktemp("norvik"), check(NORVIK)
    parts = (checked.report, checked.evidence, checked.views, checked.sources)
    for lang in LANGUAGES:
        write_evidence_page(lay_out_evidence(*parts, lang), folder / f"evidence.{lang}.html")
        message = lay_out_message(basis_of("norvik", *parts, lang), [WORKBOOK, EVIDENCE])
        (folder / f"message.{lang}.html").write_text(draw_bodies(message).html, "utf-8")
    return folder


@pytest.fixture(scope="module")
def drawn(browser: "Browser", files: Path) -> Draw:
    """Draws a file, restyled or as it is: an evidence page's first screen, a message whole."""
    page = browser.new_page(color_scheme="light")

    def draw(name: str, restyled: str = "") -> Image.Image:
        is_message = name.startswith("message")
        width, height = PANE if is_message else DESK
        page.set_viewport_size({"width": width, "height": height})
        page.goto((files / f"{name}.html").as_uri())
        page.evaluate(_RESTYLE, restyled)
        screen = Image.open(BytesIO(page.screenshot(full_page=is_message)))
        return narrowed(screen.convert("RGB"), width // SMALLER)

    return draw


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["evidence", "message"])
def test_screens(drawn: Draw, kind: str, lang: Lang, tmp_path: Path) -> None:
    check_look(f"norvik-{kind}.{lang}", drawn(f"{kind}.{lang}"), tmp_path)


@pytest.mark.parametrize(
    ("name", "restyled"),
    [
        ("evidence.en", ".around + mark { background: none }"),
        ("evidence.zh", ".states { visibility: hidden }"),
        ("message.en", ".muted { font-size: 12px !important }"),
        ("message.zh", ".positive { visibility: hidden }"),
    ],
)
def test_what_changes_a_screen_is_told(drawn: Draw, name: str, restyled: str) -> None:
    with Image.open(GOLDEN / f"norvik-{name}.png") as before:
        assert difference(drawn(name, restyled), before)

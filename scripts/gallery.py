"""The pictures of README and docs/gallery.md, made of what is really written.

python -m scripts.gallery  builds the reports and draws all of it anew, into docs/
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from exporter.build import build
from exporter.email.order import Order, write_draft
from exporter.facts.words import LANGUAGES, Lang

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
PICTURES, GALLERY = ROOT / "docs" / "pictures", ROOT / "docs" / "gallery"
SHIPPED, NORVIK = ROOT / "reports" / "alibaba-ai", ROOT / "tests" / "reports" / "norvik"
THEMES = ("plain", "midnight")
ARROW = (31, 78, 121)
HEAD = 266  # pixels of a sheet: its title and three rows
SIDE, EDGE = 24, 12  # pixels around what is cut out
# A sheet is one page then, as wide as it is on screen.
_SHEETS = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'


@dataclass(frozen=True, slots=True)
class Sheets:
    """Which sheets of a workbook are shown, by their place in it, and how they are called."""

    book: str
    shown: tuple[tuple[int, str], ...]


OF_NORVIK = Sheets("figures", ((0, "contents"), (2, "shipping"), (7, "periods"), (8, "about")))


def main() -> None:
    """Draw every picture anew."""
    for folder in (PICTURES, GALLERY):
        folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        built = Path(name)
        _build_all(built)
        _draw_sheets(built)
        _draw_pages(built)
        _draw_screens(built)


def _build_all(built: Path) -> None:
    build(SHIPPED, built / "alibaba-ai")
    build(NORVIK, built / "norvik")
    for theme in THEMES:
        build(NORVIK, built / theme, languages=["en"], theme=theme)
    _build_tutorial(built)
    house = ROOT / "docs" / "tutorial" / "house.toml"
    build(SHIPPED, built / "house", languages=["zh"], theme=str(house))


def _build_tutorial(built: Path) -> None:
    """What docs/tutorial.md makes, by its own commands."""
    page = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    commands = "".join(re.findall(r"^```sh\n(.*?)^```", page, re.DOTALL | re.MULTILINE))
    (built / "docs").symlink_to(ROOT / "docs")
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    subprocess.run(  # noqa: S603 - commands of our own page
        ["bash", "-ec", commands],  # noqa: S607 - whichever bash the machine has
        cwd=built,
        env={**os.environ, "PATH": programs, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        timeout=300,
    )


def _draw_sheets(built: Path) -> None:
    for lang in LANGUAGES:
        pages = _sheets_of(built / "norvik" / f"{OF_NORVIK.book}.{lang}.xlsx", built)
        for at, name in OF_NORVIK.shown:
            _keep(_cut_out(pages[at]), GALLERY / f"{name}.{lang}.png", 1200)
    (place,) = (at for at, name in enumerate(_entities_of_foundations(), 1) if name == "ModelScope")
    sheet = _cut_out(_sheets_of(built / "alibaba-ai" / "foundations.en.xlsx", built)[place])
    _keep(sheet, PICTURES / "workbook.png", 1600)


def _entities_of_foundations() -> Iterator[str]:
    from exporter.check import check

    report = check(SHIPPED).report
    (book,) = (book for book in report.workbooks if book.name == "foundations")
    yield from (entity.name.en for entity in report.entities_of(book))


def _sheets_of(book: Path, folder: Path) -> list[Image.Image]:
    """A workbook's sheets as LibreOffice shows them, each whole."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", _SHEETS]
    subprocess.run(  # noqa: S603 - LibreOffice, over files that were made here
        [*command, "--outdir", str(folder), str(book)], check=True, capture_output=True, timeout=300
    )
    return _pages_of(folder / f"{book.stem}.pdf", 1.6)


def _draw_pages(built: Path) -> None:
    shown = [
        ("alibaba-ai", "en", PICTURES / "one-pager.png"),
        ("alibaba-ai", "zh", GALLERY / "alibaba-ai.zh.png"),
    ]
    shown += [("norvik", lang, GALLERY / f"one-pager.{lang}.png") for lang in LANGUAGES]
    shown += [(theme, "en", GALLERY / f"{theme}.en.png") for theme in THEMES]
    shown.append(("house", "zh", GALLERY / "house.zh.png"))
    shown.append(("kestrel-output", "en", PICTURES / "tutorial.png"))
    for folder, lang, path in shown:
        (page,) = (built / folder).glob(f"*.{lang}.pdf")
        _keep(_pages_of(page, 1.4)[0], path, 830)


def _pages_of(pdf: Path, scale: float) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]


def _draw_screens(built: Path) -> None:
    """The evidence page and the message, as a browser shows them."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for lang in LANGUAGES:
            path = built / "norvik" / f"evidence.{lang}.html"
            _screen(browser, path.as_uri(), GALLERY / f"evidence.{lang}.png", 1100)
            message = _message(built, lang)
            _screen(browser, message.as_uri(), GALLERY / f"message.{lang}.png", 720)
        entry = _entry(browser, built / "alibaba-ai" / "evidence.en.html", "modelscope-downloads")
        browser.close()
    _keep(_with_arrow(Image.open(PICTURES / "workbook.png"), entry), PICTURES / "trust.png", 1600)


def _message(built: Path, lang: Lang) -> Path:
    order = Order(NORVIK, ["desk@example.com"], lang=lang, output=built / "norvik")
    draft = write_draft(order)
    body = message_from_bytes(draft.read_bytes(), policy=policy.default).get_body(("html",))
    path = built / f"message.{lang}.html"
    path.write_text(body.get_content() if body else "", "utf-8")
    return path


def _screen(browser: "Browser", address: str, path: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    page.screenshot(path=path)
    page.close()
    with Image.open(path) as drawn:
        _keep(drawn.convert("RGB"), path, width)


def _entry(browser: "Browser", file: Path, id_: str) -> Image.Image:
    page = browser.new_page(viewport={"width": 1060, "height": 900})
    page.goto(f"{file.as_uri()}#{id_}")
    path = file.with_suffix(".png")
    page.locator(f"[id='{id_}']").screenshot(path=path)
    page.close()
    with Image.open(path) as drawn:
        return drawn.convert("RGB")


def _with_arrow(sheet: Image.Image, entry: Image.Image) -> Image.Image:
    """The head of a sheet, and below it the entry that its last column opens."""
    head = sheet.convert("RGB").crop((0, 0, sheet.width, HEAD))
    gap = 90
    both = Image.new("RGB", (head.width, head.height + gap + entry.height + EDGE), "white")
    both.paste(head)
    left = head.width - entry.width - EDGE
    both.paste(entry, (left, head.height + gap))
    draw, at = ImageDraw.Draw(both), head.width - 130
    draw.line((at, head.height + 8, at, head.height + gap - 24), ARROW, 5)
    tip = head.height + gap - 8
    draw.polygon([(at - 11, tip - 18), (at + 11, tip - 18), (at, tip)], ARROW)
    return both


def _cut_out(page: Image.Image) -> Image.Image:
    """What stands on a page, with a little white around it."""
    white = Image.new("RGB", page.size, "white")
    content = page.crop(ImageChops.difference(page, white).getbbox() or (0, 0, *page.size))
    around = Image.new("RGB", (content.width + 2 * SIDE, content.height + 2 * SIDE), "white")
    around.paste(content, (SIDE, SIDE))
    return around


def _keep(picture: Image.Image, path: Path, width: int) -> None:
    """Store a picture, no wider than `width`, in as many colours as such pictures need."""
    if picture.width > width:
        height = round(picture.height * width / picture.width)
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
    picture.quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()

"""A real click on a figure of the PDF, in Chromium's own viewer, opens the evidence page there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

_WIDTH, _HEIGHT = 1000, 1300  # of the screen, which a page at its own size fits on
_PIXELS = 96 / 72  # a point


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen that nobody looks at: the viewer needs one."""
    program = shutil.which("Xvfb")
    if program is None:
        reason = "Xvfb is missing; install xvfb"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    read, write = os.pipe()
    screen = ["-screen", "0", f"{_WIDTH}x{_HEIGHT}x24"]
    command = [program, "-displayfd", str(write), "-nolisten", "tcp", *screen]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def viewer(display: str) -> Iterator["Page"]:
    program = shutil.which("chromium")
    if program is None:
        reason = "chromium is missing; install chromium"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--kiosk", f"--window-size={_WIDTH},{_HEIGHT}"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program,
            headless=False,
            args=flags,
            env={**os.environ, "DISPLAY": display},
        )
        yield chromium.new_context(no_viewport=True).new_page()
        chromium.close()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_click_on_a_figure_opens_the_fact(viewer: "Page", built: Path, lang: str) -> None:
    path = built / f"broker-views.{lang}.pdf"
    target, (x, y) = _last_link(path)
    viewer.goto(f"{path.as_uri()}#toolbar=0&navpanes=0&zoom=100")
    _click_until_it_opens(viewer, x, y)
    assert viewer.url == f"{built.as_uri()}/{target.removeprefix('./')}"
    assert viewer.locator(":target").get_attribute("id") == target.partition("#")[2]


def _click_until_it_opens(viewer: "Page", x: float, y: float, tries: int = 30) -> None:
    """Click until the evidence page is there: the viewer draws in a process that tells nobody when."""
    from playwright import sync_api

    for _ in range(tries):
        viewer.wait_for_timeout(2_000)
        viewer.mouse.click(x, y)
        with suppress(sync_api.TimeoutError):  # not drawn yet
            viewer.wait_for_url("**/evidence.*", timeout=2_000)
            return
    pytest.fail(f"after {tries} clicks the viewer still shows {viewer.url}")


def _last_link(path: Path) -> tuple[str, tuple[float, float]]:
    """What the page's last link opens, and its middle on the screen, in pixels."""
    with pikepdf.open(path) as pdf:
        (page,) = pdf.pages
        width, height = (float(side) for side in page.mediabox[2:])
        link = list(page.Annots)[-1]  # type: ignore[call-overload]
        left, low, right, high = map(float, link.Rect)
        target = str(link.A.URI)
    x = _WIDTH / 2 + ((left + right) / 2 - width / 2) * _PIXELS
    return target, (x, (height - (low + high) / 2) * _PIXELS)

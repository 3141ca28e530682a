"""What a text fragment marked on a page of `harbour.as_web_page`, seen as a reader sees it."""

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageChops

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

_MAGENTA = (255, 0, 255)
VIEW: "ViewportSize" = {"width": 700, "height": 700}
_SLACK = 5  # pixels by which a mark is higher than the text's box, or ends between two

# The boxes of the nth place where the page's text has these words, line by line.
_BOXES = """([words, nth]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  const text = nodes.map((node) => node.data).join("");
  let start = -1;
  for (let n = 0; n <= nth; n++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`the page has no ${words}`);
  const at = (offset) => {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  };
  const range = document.createRange();
  range.setStart(...at(start));
  range.setEnd(...at(start + words.length));
  return Array.from(range.getClientRects(), (r) => [r.left, r.top, r.right, r.bottom]);
}"""


def open_link(browser: "Browser", url: str) -> "Page":
    """A page as the link opens it, the mark painted; it may stay open until the browser ends.

    All are of one context, and so of one process as long as one is open: to start a process takes
    longer than to draw a page.
    """
    contexts = browser.contexts
    context = contexts[0] if contexts else browser.new_context(viewport=VIEW)
    page = context.new_page()
    page.goto(url)
    # The fragment is looked for after loading; two frames later its mark is on the screen.
    page.evaluate("() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))")
    page.wait_for_timeout(100)
    return page


def marks_exactly(page: "Page", *passages: str, nth: int = 0) -> bool:
    """Whether what is marked in view is these passages, all of them and nothing else.

    `nth` counts the places that have the words, from 0.
    """
    view = Image.open(BytesIO(page.screenshot())).convert("RGB")
    boxes = [box for words in passages for box in page.evaluate(_BOXES, [words, nth])]
    expected = Image.new("RGB", view.size, "white")
    for left, top, right, bottom in boxes:
        expected.paste(_MAGENTA, (round(left), round(top), round(right), round(bottom)))
    return bool(boxes) and _close(_marked(view), _marked(expected))


def is_anything_marked(page: "Page") -> bool:
    view = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    return _marked(view).getbbox() is not None


def _marked(picture: Image.Image) -> Image.Image:
    """White where a picture is magenta, else black."""
    plain = ImageChops.difference(picture, Image.new("RGB", picture.size, _MAGENTA))
    return plain.convert("L").point(lambda value: 0 if value else 255)


def _close(one: Image.Image, other: Image.Image) -> bool:
    """Whether two marked areas are the same but for a rim."""
    return all(
        ImageChops.subtract(a, _grown(b)).getbbox() is None for a, b in ((one, other), (other, one))
    )


def _grown(area: Image.Image) -> Image.Image:
    grown = area
    for x in (-_SLACK, 0, _SLACK):
        for y in (-_SLACK, 0, _SLACK):
            shifted = Image.new("L", area.size, 0)
            shifted.paste(area, (x, y))
            grown = ImageChops.lighter(grown, shifted)
    return grown

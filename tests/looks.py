"""Small pictures of what was made, kept in `tests/golden/looks/` once somebody has looked at them.

They tell that a look has changed, not which letter: fonts of another release draw letters a little
otherwise, so squares of some pixels are compared by their mean colour.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

GOLDEN = Path(__file__).with_name("golden") / "looks"
SQUARE = 8  # pixels
ONE = 24  # of 255, by which the mean colour of one square may differ
MOST = 1.5  # of 255, on the mean of all squares
ACROSS = 6  # pages in a row


def pages_of(pdf: Path, width: int) -> Image.Image:
    """All pages of a PDF on one sheet, each `width` pixels wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [
            page.render(scale=4 * width / page.get_width()).to_pil().convert("RGB")
            for page in document
        ]
    return _on_one_sheet([narrowed(page, width) for page in pages])


def narrowed(picture: Image.Image, width: int) -> Image.Image:
    """A picture, `width` pixels wide."""
    height = round(picture.height * width / picture.width)
    return picture.resize((width, height), Image.Resampling.BOX)


def _on_one_sheet(pages: list[Image.Image]) -> Image.Image:
    width, height = (max(sizes) for sizes in zip(*(page.size for page in pages), strict=True))
    rows = -(-len(pages) // ACROSS)
    sheet = Image.new("RGB", (width * min(len(pages), ACROSS), height * rows), "grey")
    for number, page in enumerate(pages):
        sheet.paste(page, (width * (number % ACROSS), height * (number // ACROSS)))
    return sheet


def difference(found: Image.Image, expected: Image.Image) -> str:
    """In what two pictures differ more than fonts of another release do; "" for nothing."""
    if found.size != expected.size:
        return f"it is {found.size} pixels large, not {expected.size}"
    squares = (-(-found.width // SQUARE), -(-found.height // SQUARE))
    means = [
        picture.convert("RGB").resize(squares, Image.Resampling.BOX)
        for picture in (found, expected)
    ]
    apart = [max(pixel) for pixel in _pixels(ImageChops.difference(*means))]
    worst = max(range(len(apart)), key=apart.__getitem__)
    if apart[worst] > ONE:
        across, down = worst % squares[0] * SQUARE, worst // squares[0] * SQUARE
        return f"the square at {across}, {down} differs by {apart[worst]} of 255"
    mean = sum(apart) / len(apart)
    return f"squares differ by {mean:.1f} of 255 on the mean" if mean > MOST else ""


def _pixels(picture: Image.Image) -> Iterable[tuple[int, int, int]]:
    content = picture.tobytes()
    return zip(content[::3], content[1::3], content[2::3], strict=True)


def check_look(name: str, found: Image.Image, folder: Path) -> None:
    """Compare a picture with the one of that name; UPDATE_GOLDEN=1 renews it instead.

    Args:
        name: That of the file.
        found: What it looks like now.
        folder: Where it is put when it differs, to be looked at.
    """
    path = GOLDEN / f"{name}.png"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        # Of many greys and few of a colour, as stances have, other methods keep the greys alone.
        few = found.quantize(64, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    assert path.exists(), f"{path} is missing; run the test with UPDATE_GOLDEN=1 and look at it"
    with Image.open(path) as expected:
        told = difference(found, expected)
    if told:
        found.save(folder / path.name)
        pytest.fail(f"{name} looks otherwise: {told}; see {folder / path.name} beside {path}")

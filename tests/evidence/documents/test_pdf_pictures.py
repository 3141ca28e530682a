"""Pictures of the lines that quotes stand in."""

from functools import cache

import pytest

from exporter.engine.worker_stream import stream_from_worker
from exporter.evidence.clauses import normalised_clauses
from exporter.evidence.documents.model import Document, Picture
from exporter.evidence.documents.pdf import pictures
from exporter.evidence.documents.pdf.pictures import draw_pictures
from exporter.evidence.documents.pdf.pictures.letters import Passage
from exporter.evidence.documents.pdf.pictures.png import png, png_size
from exporter.inputs.opened import InputError
from exporter.limits import READING, ReadingLimits
from tests.evidence.documents.made_pdfs import drawn, read, typeset

pytestmark = pytest.mark.usefixtures("unconfined")

WORDS = "The plant in the north made more cars than all of the others together last year"
TINT = (255, 236, 150)
LINE = (138, 84, 0)


@cache
def pdf(body: str, style: str = "") -> bytes:
    return typeset(body, style)


def passage(document: Document, quote: str) -> Passage:
    """A quote's passage, by the places of its clauses in a document."""
    start = document.text.index(quote)
    clauses = [
        (document.place_of(begin, end), words)
        for begin, end, words in normalised_clauses(document.text)
        if start <= begin < start + len(quote)
    ]
    places = tuple((place.page, place.box) for place, _ in clauses if place and place.box)
    return Passage("".join(words for _, words in clauses), places)


def picture(data: bytes, *quotes: str) -> Picture:
    document = read(data)
    quoted = tuple(passage(document, quote) for quote in quotes)
    return draw_pictures(data, [quoted], READING)[0]


def pixels(content: bytes) -> list[list[tuple[int, ...]]]:
    """The colours of a picture, row by row, as any viewer has them."""
    import io

    from PIL import Image

    image = Image.open(io.BytesIO(content)).convert("RGB")
    size, raw = png_size(content), image.tobytes()
    assert image.size == size
    colours = [tuple(raw[place : place + 3]) for place in range(0, len(raw), 3)]
    return [colours[row * size.width : (row + 1) * size.width] for row in range(size.height)]


def marks(content: bytes) -> list[tuple[int, int, int, int]]:
    """Left, top, right, bottom of every part that is tinted, from top to bottom, left to right."""
    rows = pixels(content)
    runs = [
        (begin, number, end)
        for number, row in enumerate(rows)
        for begin, end in _runs([colour == LINE for colour in row])
        if end - begin > 3
    ]
    boxes: list[tuple[int, int, int, int]] = []
    for begin, top, end in runs:  # the line above a mark, and the first of the two below
        below = [row for left, row, right in runs if (left, right) == (begin, end) and row > top]
        if below and not any(box[0] == begin and box[1] <= top <= box[3] + 1 for box in boxes):
            boxes.append((begin, top, end, below[0]))
    for left, top, right, bottom in boxes:
        inside = {
            rows[number][column]
            for number in range(top + 2, bottom)
            for column in range(left + 1, right - 1)
        }
        assert TINT in inside, "what is outlined is tinted"
    return boxes


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    edges = [
        place
        for place, (a, b) in enumerate(zip([False, *flags], [*flags, False], strict=True))
        if a != b
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


def test_a_quote_over_several_lines_is_marked_line_by_line() -> None:
    data = pdf(
        f"<p>It was a good year.</p><p>So it went. {WORDS} and even the one before it. More followed.</p>"
    )
    shown = picture(data, f"{WORDS} and even the one before it")
    found = marks(shown.png)
    assert shown.pages == (1,)
    assert len(found) == 2
    assert found[0][0] > found[1][0], "the first line is marked from where the quote begins"
    assert len(shown.png) < 40_000


def test_the_same_quote_gives_the_same_bytes() -> None:
    data = pdf(f"<p>{WORDS}.</p>")
    assert picture(data, WORDS) == picture(data, WORDS)


def test_a_quote_over_two_pages_is_shown_in_two_parts() -> None:
    filler = "<p>Nothing of note was said of the year before.</p>" * 18
    data = pdf(f"{filler}<p style='orphans: 1; widows: 1'>{WORDS}, {WORDS}, {WORDS}, {WORDS}.</p>")
    document = read(data)
    shown = draw_pictures(
        data, [(passage(document, f"{WORDS}, {WORDS}, {WORDS}, {WORDS}"),)], READING
    )[0]
    assert shown.pages == (1, 2)
    assert len(marks(shown.png)) >= 3


def test_a_quote_over_two_columns_is_shown_in_two_parts() -> None:
    filler = "<p>Nothing of note was said of it.</p>" * 10
    style = "div { columns: 2; column-gap: 8mm; column-fill: auto; height: 130mm; orphans: 1; widows: 1 }"
    data = pdf(
        f"<div>{filler}<p>{WORDS} and even the one before it, as far as is known. It went on.</p>{filler[:200]}</div>",
        style,
    )
    document = read(data)
    ((_, box),) = passage(document, f"{WORDS} and even the one before it").places
    assert box[2] - box[0] > 250, "it is over both columns"
    shown = picture(data, f"{WORDS} and even the one before it")
    assert shown.pages == (1,)
    assert len(marks(shown.png)) >= 3
    assert png_size(shown.png).width < 600, "and shown one below the other"


def test_two_passages_are_marked_in_one_picture() -> None:
    data = pdf("<p>Sales rose in the north; costs fell in the south; nothing else did.</p>")
    shown = picture(data, "Sales rose in the north", "nothing else did")
    assert len(marks(shown.png)) == 2


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_shown_upright(turn: int) -> None:
    operators = ("BT /F1 12 Tf 40 150 Td (Sales rose 12% to 4,200 units in the north.) Tj ET",)
    plain = picture(drawn(*operators), "Sales rose 12% to 4,200 units in the north")
    shown = picture(drawn(*operators, Rotate=turn), "Sales rose 12% to 4,200 units in the north")
    assert png_size(shown.png) == png_size(plain.png)
    assert len(marks(shown.png)) == 1


def test_text_that_is_turned_on_its_page_is_shown_upright() -> None:
    words = "Sales rose 12% to 4,200 units in the north"
    shown = picture(drawn(f"BT /F1 12 Tf 0 1 -1 0 150 20 Tm ({words}.) Tj ET"), words)
    ((left, top, right, bottom),) = marks(shown.png)
    assert right - left > 5 * (bottom - top)


def test_signs_beside_a_figure_are_marked_with_it() -> None:
    data = drawn(
        "BT /F1 12 Tf 40 150 Td (Sales rose to $4,200. Costs were 12 of it, or 45%.) Tj ET"
    )
    short = marks(picture(data, "Costs were 12 of it").png)[0]
    both = marks(picture(data, "Costs were 12 of it, or 45%").png)[0]
    assert both[2] > short[2]


def test_words_that_the_page_has_otherwise_are_marked_by_their_box() -> None:
    data = drawn("BT /F1 12 Tf 40 150 Td (Sales rose to 4,200 units.) Tj ET")
    document = read(data)
    known = passage(document, "Sales rose to 4,200 units")
    shown = draw_pictures(data, [(Passage("quite other words of it", known.places),)], READING)[0]
    assert len(marks(shown.png)) == 1


def test_a_picture_of_a_very_large_page_is_small() -> None:
    data = drawn("BT /F1 12 Tf 7000 7000 Td (Sales rose to 4,200 units.) Tj ET", box=(14400, 14400))
    shown = picture(data, "Sales rose to 4,200 units")
    assert png_size(shown.png).width * png_size(shown.png).height < 100_000


def test_a_pdf_that_takes_too_much_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "stream_from_worker", stream_from_worker)
    data = pdf(f"<p>{WORDS}.</p>")
    known = passage(read(data), WORDS)
    with pytest.raises(InputError) as raised:
        draw_pictures(data, [(known,)], ReadingLimits(memory_bytes=20_000_000))
    assert "takes too much memory or time to be drawn" in str(raised.value.fault.wrong)
    with pytest.raises(InputError) as raised:
        draw_pictures(data[:300], [(known,)], READING)
    assert "damaged" in raised.value.fault.wrong


def test_png_files_are_told_from_others() -> None:
    content = png([b"\0\1", b"\1\0"], [(0, 0, 0), (255, 255, 255)])
    assert pixels(content) == [[(0, 0, 0), (255, 255, 255)], [(255, 255, 255), (0, 0, 0)]]
    for other in (b"", b"GIF89a" + content, content[:20], content[:24] + b"\x10" + content[25:]):
        with pytest.raises(ValueError, match="a picture is"):
            png_size(other)

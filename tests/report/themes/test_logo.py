"""Logos of strangers: what draws is kept, what would load, run or hide is refused or left out."""

import zlib

import pytest

from exporter.errors import WrongValueError
from exporter.report.themes.logo import logo_of
from exporter.report.themes.raster import draw_svg
from tests.report.themes.logos import SVG, chunk, png

SPACE = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 2"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f'<svg {SPACE} xmlns:xlink="http://www.w3.org/1999/xlink"{attributes}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    "content",
    [
        svg("<script>alert(1)</script>"),
        svg("<image href='https://tracker.example/x.png'/>"),
        svg("<image href='data:image/png;base64,AAAA'/>"),
        svg("<foreignObject><p/></foreignObject>"),
        svg("<text>Quay</text>"),
        svg("<animate/>"),
        svg("<filter id='f'/>"),
        svg("<rect onload='x()' width='1' height='1'/>"),
        svg("<rect width='1' height='1' fill='url(https://tracker.example/#a)'/>"),
        svg("<rect width='1' height='1' style='fill: url( &quot;//tracker.example&quot;)'/>"),
        svg("<style>@import 'x.css';</style>"),
        svg("<style>rect { fill: u\\72l(x) }</style>"),
        svg("<use href='other.svg#a'/>"),
        svg("<use xlink:href='https://tracker.example/a.svg#a'/>"),
        svg(
            "<g id='a'><rect width='1' height='1'/></g><g id='b'><use href='#a'/></g><use href='#b'/>"
        ),
        svg("<g>" * 40 + "</g>" * 40),
        svg("<g/>" * 6000),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg ' + SPACE.encode() + b">&a;</svg>",
        b"<svg><g></svg>",
        b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
        b"<html><svg/></html>",
        svg("").decode().replace("0 0 8 2", "0 0 800 2").encode(),
    ],
)
def test_an_svg_that_would_load_run_or_grow_is_refused(content: bytes) -> None:
    with pytest.raises(WrongValueError):
        logo_of("svg", content)


def test_what_draws_is_kept_and_what_editors_note_is_left_out() -> None:
    kept = (
        "<defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient></defs>"
        "<style>.a{fill:url(#g)}</style><g transform='scale(2)'><path class='a' d='M0 0H4V1Z'/></g>"
    )
    noise = "<title>draft 3, for Ann</title><metadata><x/></metadata><!-- ours -->"
    foreign = "<o:view xmlns:o='urn:other' o:path='/home/ann/mark.svg'/>"
    logo = logo_of("svg", svg(noise + kept + foreign))
    text = logo.content.decode()
    for word in ("draft", "metadata", "ours", "urn:other", "/home/ann"):
        assert word not in text
    for part in ('offset="0"', "url(#g)", 'd="M0 0H4V1Z"', 'transform="scale(2)"'):
        assert part in text
    assert logo_of("svg", logo.content).content == logo.content


def test_an_svg_is_drawn_as_dots_on_no_ground() -> None:
    logo = logo_of("svg", SVG.encode())
    drawn = logo_of("png", draw_svg(logo.content, logo.ratio))
    assert drawn.ratio == pytest.approx(logo.ratio, rel=0.02)


def test_of_a_png_its_dots_alone_are_kept() -> None:
    noise = chunk(b"tEXt", b"Author\0Ann"), chunk(b"eXIf", b"where she lives")
    assert logo_of("png", png(80, 20, *noise)).content == png(80, 20)


@pytest.mark.parametrize(
    "content",
    [
        png()[:-20],
        png().replace(b"IDAT", b"IDOT"),
        png(5000, 1000, dots=b""),
        png(80, 20, dots=zlib.compress(b"\0" * 100_000_000)),
        png(80, 20, dots=zlib.compress(b"\0" * 10)),
        png(80, 20, dots=b"not packed"),
        png(200, 2),
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_a_png_that_is_damaged_or_no_logo_is_refused(content: bytes) -> None:
    with pytest.raises(WrongValueError):
        logo_of("png", content)

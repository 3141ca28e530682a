"""What PDF/A-3 asks of fonts (ISO 19005-3, 6.2.11): every glyph drawn is there, as wide as told."""

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

_PAIR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


def font_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every rule that a font of the file's pages breaks."""
    for page in pdf.pages:
        drawn = _glyphs_drawn(page)
        for key, font in page.Resources.get("/Font", {}).items():
            yield from (f"{fault} ({font.BaseFont})" for fault in _faults(font, drawn[str(key)]))


def _faults(font: pikepdf.Dictionary, drawn: set[int]) -> Iterator[str]:
    if font.Subtype != "/Type0" or font.Encoding != "/Identity-H":
        yield "6.2.11.3.3 the font is not a composite one by Identity-H"
        return
    (own,) = font.DescendantFonts
    if "/FontFile3" not in own.FontDescriptor:
        yield "6.2.11.4.1 the font is not embedded"
        return
    if not re.fullmatch(r"/[A-Z]{6}\+.+", str(font.BaseFont)):
        yield "6.2.11.4.2 the subset's name has no tag"
    if "/CIDSet" in own.FontDescriptor:
        yield "6.2.11.4.2 the font lists its glyphs, which is not checked here"
    if "/ToUnicode" not in font:
        yield "6.2.11.7.2 the font does not tell characters"
        return
    yield from _told(font.ToUnicode.read_bytes(), drawn)
    yield from _widths(own, drawn)


def _told(character_map: bytes, drawn: set[int]) -> Iterator[str]:
    told = {
        int(glyph, 16): bytes.fromhex(text.decode()) for glyph, text in _PAIR.findall(character_map)
    }
    if 0 in drawn:
        yield "6.2.11.8 a glyph is .notdef"
    if drawn - set(told):
        yield f"6.2.11.7.2 glyphs have no character: {sorted(drawn - set(told))}"
    for text in (told[glyph].decode("utf-16-be") for glyph in drawn & set(told)):
        if any(
            character in "\0\ufeff\ufffe" or "\ue000" <= character <= "\uf8ff" for character in text
        ):
            yield f"6.2.11.7.2, 6.2.11.7.3 a glyph stands for {text!a}"


def _widths(font: pikepdf.Dictionary, drawn: set[int]) -> Iterator[str]:
    cff = CFFFontSet()
    cff.decompile(BytesIO(font.FontDescriptor.FontFile3.read_bytes()), None)
    top = cff[0]
    widths = _widths_told(font.W)
    for glyph in sorted(drawn):
        name = f"cid{glyph:05d}"
        if name not in top.charset:
            yield f"6.2.11.4.1 glyph {glyph} is not embedded"
            continue
        shape = top.CharStrings[name]
        shape.draw(NullPen())
        if abs(shape.width - widths.get(glyph, float(font.get("/DW", 1000)))) > 1:
            yield f"6.2.11.5 glyph {glyph} is {shape.width} wide, not {widths.get(glyph)}"


def _widths_told(array: pikepdf.Array) -> dict[int, float]:
    widths: dict[int, float] = {}
    for first, row in zip(array[::2], array[1::2], strict=True):
        widths |= {int(first) + n: float(width) for n, width in enumerate(row)}
    return widths


def _glyphs_drawn(page: pikepdf.Page) -> defaultdict[str, set[int]]:
    drawn: defaultdict[str, set[int]] = defaultdict(set)
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            font = str(operands[0])
        elif str(operator) in {"Tj", "TJ"}:
            parts = operands[0] if str(operator) == "TJ" else operands
            for text in (bytes(part) for part in parts if isinstance(part, pikepdf.String)):
                codes = zip(text[::2], text[1::2], strict=True)
                drawn[font].update(high * 256 + low for high, low in codes)
    return drawn

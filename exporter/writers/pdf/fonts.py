"""A page's fonts: that they are those meant for it, have every character, and take little room.

What is checked is not what could be there but what was drawn: the fonts of the finished document,
the characters that each of them drew, and those that none could draw.

WeasyPrint's own subsets keep the numbers of all glyphs, which for a Chinese font of 65,535 means
tables of a quarter of a megabyte full of nothing, four times a page. The glyphs of a CID-keyed font
need not keep their place: their character identifiers stay in its `charset`, and a PDF finds them
by these (ISO 32000-1, 9.7.4.2). So such a font is embedded as the bare CFF of the glyphs in use.
"""

import io
from collections.abc import Callable, Collection, Iterable, Sequence
from hashlib import sha256
from itertools import count
from typing import Any

import weasyprint.pdf.fonts
from fontTools.ttLib import TTFont
from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset, pango
from weasyprint.text.fonts import get_hb_object_data

from exporter.errors import ContentError, SetupError
from exporter.report.pdf.model import OnePager
from exporter.report.themes.fonts import FAMILIES, TEXT_FAMILIES
from exporter.writers.pdf.missing_glyphs import problems_of

_INSTALL = (
    "install them: apt install fonts-noto-cjk fonts-noto-core (Debian, Ubuntu), "
    "dnf install google-noto-sans-cjk-fonts google-noto-serif-cjk-fonts google-noto-sans-fonts "
    "google-noto-serif-fonts google-noto-sans-math-fonts google-noto-sans-symbols-fonts "
    "google-noto-sans-symbols-2-fonts (Fedora), or brew install font-noto-sans-cjk "
    "font-noto-serif-cjk font-noto-sans font-noto-serif font-noto-sans-math "
    "font-noto-sans-symbols font-noto-sans-symbols-2 (macOS)"
)
_hashes: dict[str, str] = {}  # of fonts, tens of megabytes each, which stay as they are meanwhile
_KEPT = (b"CFF ", b"head", b"hhea", b"hmtx", b"maxp")  # tables of a font
_LARGE = 1_000_000  # bytes that the file of a whole font has, and no subset
_MOST = 60  # subsets kept, of some 5 kB
# Of the pages before: those of a batch have headings and labels of the same glyphs. Each with its
# face, whose address names it here and must not be another's meanwhile.
_subsets: dict[tuple[int, tuple[int, ...]], tuple[bytes | None, Any]] = {}


def check_fonts(
    fonts: Iterable[Any], page: OnePager, find_installed: Callable[[], frozenset[str]]
) -> None:
    """Refuse a page that was drawn with other fonts, or lacks a glyph.

    Args:
        fonts: WeasyPrint's fonts of the drawn document.
        page: What was drawn, to say where a character stands.
        find_installed: Gives those of FAMILIES that this machine has; called where a page has more
            than its usual fonts, since each machine must then fall back on the same ones.

    Raises:
        SetupError: A font is not installed.
        ContentError: A character has no glyph; one problem a text.
    """
    drawn = tuple(fonts)
    own = set(page.theme.fonts.named)
    usual = families_of(drawn) == set(TEXT_FAMILIES)
    if own:  # which are here, whoever asks
        usual = families_of(drawn) <= own | set(TEXT_FAMILIES)
    if usual and not any(font.missing for font in drawn):
        return
    if absent := sorted(set(FAMILIES) - find_installed()):
        raise SetupError(f"the fonts {' and '.join(absent)} are missing", _INSTALL)
    if strange := _uncovered(drawn, {*FAMILIES, *own}):
        raise ContentError(list(problems_of(strange, page)))


def families_of(fonts: Iterable[Any]) -> frozenset[str]:
    """The families of WeasyPrint's fonts."""
    return frozenset(map(_family, fonts))


def _family(font: Any) -> str:
    family: str = font.family
    return family.replace("Symbols 2", "Symbols2")


def font_hashes(fonts: Iterable[Any]) -> dict[str, str]:
    """The SHA-256 of the file of each font, by its name.

    Args:
        fonts: WeasyPrint's fonts of the drawn document.
    """
    # WeasyPrint puts letters of its own before the name, and keeps a subset in the file's place.
    named = {font.name.decode().partition("+")[2]: font for font in fonts}
    for name in named.keys() - _hashes.keys():
        _hashes[name] = sha256(get_hb_object_data(named[name].hb_face)).hexdigest()
    return {name: _hashes[name] for name in named}


def drawing_versions() -> dict[str, str]:
    """The versions of the system's libraries that draw: Pango and HarfBuzz."""
    number = pango.pango_version()
    parts = (number // 10_000, number // 100 % 100, number % 100)
    return {"pango": ".".join(map(str, parts)), "harfbuzz": _harfbuzz_version()}


def _harfbuzz_version() -> str:
    """HarfBuzz's version, of which WeasyPrint declares only whether it is at least another."""
    version = [0, 0, 0]
    for place in range(3):
        version[place] = next(
            number
            for number in count()
            if not harfbuzz.hb_version_atleast(*version[:place], number + 1, *(0, 0)[place:])
        )
    return ".".join(map(str, version))


class CompactFonts(dict[bytes, Any]):
    """A document's fonts by key, as WeasyPrint keeps them, each with a compact way to subset it."""

    def __init__(self) -> None:
        if not harfbuzz_subset:
            raise SetupError(
                "HarfBuzz's subset library is missing",
                "install it: apt install libharfbuzz-subset0 "
                "(Debian, Ubuntu), dnf install harfbuzz (Fedora), or brew install harfbuzz (macOS)",
            )
        super().__init__()

    def __setitem__(self, key: bytes, font: Any) -> None:
        own_subset = font.subset

        def subset(to_unicode: dict[int, str], hinting: bool) -> None:
            content = _compact(font, to_unicode)
            if content is None:
                own_subset(to_unicode, hinting)
                content = bytes(font.file_content)  # which is mapped where it made none
            font.file_content = content

        font.subset = subset
        super().__setitem__(key, font)


def embed_compactly(pdf: Any) -> None:
    """Replace each CID-keyed OpenType font of a PDF by its CFF table alone.

    Args:
        pdf: pydyf's PDF, complete but not written.
    """
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Subtype") == "/OpenType":
            (content,) = item.stream
            with TTFont(io.BytesIO(content)) as font:
                if hasattr(font["CFF "].cff[0], "ROS"):
                    item.stream = [font.reader["CFF "]]
                    item.extra["Subtype"] = "/CIDFontType0C"


def _uncovered(fonts: Iterable[Any], known: Collection[str]) -> frozenset[str]:
    """The characters that another font had to draw, or that none could."""
    uncovered: set[str] = set()
    for font in fonts:
        uncovered.update(map(chr, font.missing))
        if _family(font) not in known:
            uncovered.update(*font.to_unicode.values())
    return frozenset(character for character in uncovered if not character.isspace())


def _compact(font: Any, glyphs: Iterable[int]) -> bytes | None:
    """A font file of `glyphs` alone; None where its glyphs are not found by identifier."""
    kept = tuple(sorted({0, *glyphs}))
    key = int(ffi.cast("uintptr_t", font.hb_face)), kept
    if key not in _subsets:
        if len(_subsets) >= _MOST:
            _subsets.clear()
        face = ffi.gc(harfbuzz.hb_face_reference(font.hb_face), harfbuzz.hb_face_destroy)
        _subsets[key] = _found_by_identifier(font, kept), face
    return _subsets[key][0]


def _found_by_identifier(font: Any, kept: Sequence[int]) -> bytes | None:
    content = _subset(font.hb_face, kept, font.tables) if "CFF " in font.tables else None
    if not content:
        return None
    with TTFont(io.BytesIO(content)) as subset:
        cff = subset["CFF "].cff[0]
        if not hasattr(cff, "ROS"):
            return None
        # WeasyPrint writes glyph numbers as text, so these must be the identifiers, too.
        identifiers = {".notdef", *(f"cid{glyph:05d}" for glyph in kept[1:])}
        return content if identifiers <= set(cff.charset) else None


def _subset(face: Any, glyphs: Sequence[int], tables: Iterable[str]) -> bytes | None:
    wanted = ffi.gc(
        harfbuzz_subset.hb_subset_input_create_or_fail(),
        harfbuzz_subset.hb_subset_input_destroy,
    )
    _add(harfbuzz_subset.hb_subset_input_glyph_set(wanted), glyphs)
    tags = (table.encode() for table in tables)
    dropped = sorted(harfbuzz.hb_tag_from_string(tag, 4) for tag in tags if tag not in _KEPT)
    drop_set = harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG
    _add(harfbuzz_subset.hb_subset_input_set(wanted, drop_set), dropped)
    harfbuzz_subset.hb_subset_input_set_flags(
        wanted,
        harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
        | harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING
        | harfbuzz_subset.HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE,
    )
    subset = ffi.gc(harfbuzz_subset.hb_subset_or_fail(face, wanted), harfbuzz.hb_face_destroy)
    content: bytes | None = get_hb_object_data(subset) if subset else None
    return content


def _add(target: Any, numbers: Sequence[int]) -> None:
    # One C type for all lengths: each new one costs cffi a run of its parser of C.
    array = ffi.new("hb_codepoint_t[]", numbers)
    harfbuzz.hb_set_add_sorted_array(target, array, len(numbers))


def _as_mapped(face: Any) -> Any:
    """A face's file: that of a whole font where it lies in memory, while it is looked at."""
    blob = harfbuzz.hb_face_reference_blob(face)
    length = harfbuzz.hb_blob_get_length(blob)
    held = ffi.gc(
        harfbuzz.hb_blob_get_data(blob, ffi.NULL), lambda _: harfbuzz.hb_blob_destroy(blob)
    )
    return ffi.buffer(held, length) if length >= _LARGE else bytes(ffi.buffer(held, length))


# WeasyPrint copies the whole file of each font of a page, tens of megabytes, for its first bytes.
weasyprint.pdf.fonts.get_hb_object_data = _as_mapped

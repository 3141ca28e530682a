"""Font features of texts go with their layouts: a process that draws many pages does not grow."""

import ctypes
import gc
from collections.abc import Callable

import pytest
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from exporter.writers.pdf.font_features import font_configuration

_WORDS = " ".join(f"word{number} <b>{number}</b>" for number in range(60))
_PAGE = f"<p style='font-feature-settings: \"pwid\" 1; overflow-wrap: anywhere'>{_WORDS}</p>"
_TIMES = 20


class _Memory(ctypes.Structure):
    """glibc's `struct mallinfo2`, of which `used` is bytes in use."""

    _names = "arena free fast mapped mapped_bytes most fast_bytes used free_bytes trimmed"
    _fields_ = [(name, ctypes.c_size_t) for name in _names.split()]


def _used() -> int:
    """How many bytes C libraries have taken and not given back."""
    gc.collect()
    mallinfo = ctypes.CDLL("libc.so.6").mallinfo2
    mallinfo.restype = _Memory
    used: int = mallinfo().used
    return used


def _growth(fonts: Callable[[], FontConfiguration]) -> float:
    """By how many bytes a process grows with each page that it draws."""
    configuration = fonts()

    def draw() -> bytes:
        content: bytes = HTML(string=_PAGE).render(font_config=configuration).write_pdf()
        return content

    draw()
    draw()
    before = _used()
    for _ in range(_TIMES):
        draw()
    return (_used() - before) / _TIMES


def test_a_page_with_font_features_leaves_next_to_nothing() -> None:
    assert _growth(font_configuration) < 5_000


def test_weasyprint_s_own_keeps_them() -> None:
    # Where this fails, WeasyPrint frees them itself, and `font_features` can go.
    assert _growth(FontConfiguration) > 15_000


@pytest.mark.parametrize("settings", ['"pwid" 1', '"chws" 1', "normal", '"tnum" 1, "zero" 1'])
def test_pages_are_the_same(settings: str) -> None:
    page = f"<p style='font-feature-settings: {settings}'>1,234 “引号”、“引号”。</p>"
    drawn = {
        HTML(string=page).render(font_config=fonts()).write_pdf(pdf_identifier=b"one")
        for fonts in (FontConfiguration, font_configuration)
    }
    assert len(drawn) == 1

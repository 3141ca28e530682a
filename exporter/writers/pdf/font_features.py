"""Font features of a text that go when its layout goes.

WeasyPrint makes a list of attributes for every text whose style has font features, and an
attribute for it, and frees neither, since one attribute may stand in many lists: a fifth of a
kilobyte a text, tens of kilobytes a page, for as long as the process lives. Here each list has an
attribute of its own and belongs to the layout alone, which frees both.
"""

from typing import Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout

_setup = Layout.setup


class OwnFeatures(dict[bytes, Any]):
    """What WeasyPrint keeps font features in: none, so that no two lists share an attribute."""

    def setdefault(self, _features: bytes, made: Any = None) -> Any:
        """The attribute that was made for a list."""
        return made


def font_configuration() -> FontConfiguration:
    """WeasyPrint's fonts, for texts whose font features go with them."""
    fonts = FontConfiguration()
    fonts.font_features = OwnFeatures()
    return fonts


def _setup_and_let_go(layout: Any, style: Any) -> None:
    """`Layout.setup`, which keeps a hold of its own on the layout's attributes."""
    _setup(layout, style)
    if isinstance(style.font_config.font_features, OwnFeatures):
        attributes = pango.pango_layout_get_attributes(layout.layout)
        if attributes != ffi.NULL:
            pango.pango_attr_list_unref(attributes)


Layout.setup = _setup_and_let_go

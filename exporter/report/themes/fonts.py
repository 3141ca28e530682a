"""Fonts: those that the house's pages are set in, and which serve where another is meant."""

from collections.abc import Collection
from dataclasses import dataclass

from exporter.facts.words import Lang

# What a page is set in, and then, where these lack a character, whichever has it first; as in
# one-pager.css. Nothing but them, so that what else a machine has changes no byte. Newer releases
# write the last one with a space before its number.
TEXT_FAMILIES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
FALLBACK_FAMILIES = (
    "Noto Sans", "Noto Serif", "Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols2"
)  # fmt: skip
FAMILIES = (*TEXT_FAMILIES, *FALLBACK_FAMILIES)
# Free fonts of the same widths, or of the same kind, as those that come with offices.
_LIKE = {
    "arial": ("Liberation Sans", "Arimo", "Nimbus Sans"),
    "helvetica": ("Nimbus Sans", "Liberation Sans"),
    "helvetica neue": ("Nimbus Sans", "Liberation Sans"),
    "times new roman": ("Liberation Serif", "Tinos", "Nimbus Roman"),
    "times": ("Nimbus Roman", "Liberation Serif"),
    "courier new": ("Liberation Mono", "Cousine"),
    "calibri": ("Carlito",),
    "cambria": ("Caladea",),
    "georgia": ("Gelasio", "Noto Serif"),
    "microsoft yahei": ("Noto Sans CJK SC", "Source Han Sans SC"),
    "simhei": ("Noto Sans CJK SC", "Source Han Sans SC"),
    "dengxian": ("Noto Sans CJK SC", "Source Han Sans SC"),
    "pingfang sc": ("Noto Sans CJK SC", "Source Han Sans SC"),
    "simsun": ("Noto Serif CJK SC", "Source Han Serif SC"),
    "songti sc": ("Noto Serif CJK SC", "Source Han Serif SC"),
}  # fmt: skip
_SYMBOLS = "Noto Sans Symbols 2"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families by what they are for; "" for the house's own."""

    text: str = ""
    text_zh: str = ""
    figures: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """Those that are named, each once."""
        return tuple(dict.fromkeys(filter(None, (self.text, self.text_zh, self.figures))))


def sans_families(own: Collection[str]) -> tuple[str, ...]:
    """What the texts of a page are set in, one after another where one lacks a character.

    Args:
        own: Those that a theme names, which go before the house's; "" for none.
    """
    sans, _ = TEXT_FAMILIES
    others = [family for family in FALLBACK_FAMILIES if "Serif" not in family]
    return tuple(dict.fromkeys(filter(None, (*own, sans, *others, _SYMBOLS))))


def font_families(fonts: Fonts, lang: Lang) -> str:
    """The families that a theme names, as custom properties of a style sheet; "" for none.

    Args:
        fonts: The theme's.
        lang: Of the page: a Chinese one has the Chinese family's Latin letters, too.
    """
    said = {
        "text-font": ", ".join(f'"{family}"' for family in text_families(fonts, lang)),
        "figures-font": f'"{fonts.figures}"' if fonts.figures else "",
    }
    return "".join(f"--{name}:{families};" for name, families in said.items() if families)


def quoted_families(fonts: Fonts, lang: Lang) -> str:
    """The same families of texts for a style that stands on an element, between single quotes."""
    return "".join(f"'{family}', " for family in text_families(fonts, lang))


def text_families(fonts: Fonts, lang: Lang) -> tuple[str, ...]:
    """The families of texts that a theme names, the one of the language first."""
    texts = (fonts.text_zh, fonts.text) if lang == "zh" else (fonts.text, fonts.text_zh)
    return tuple(filter(None, texts))


def substitutes(families: Collection[str]) -> list[str]:
    """Fonts that may serve where others are meant, the likest first, the house's own last."""
    alike = (like for family in families for like in _LIKE.get(family.casefold(), ()))
    return list(dict.fromkeys((*alike, TEXT_FAMILIES[0])))

"""The fonts that a theme names: whether they are here, and what of a page they lack.

A font that is not here would be another one's, silently: programs that choose fonts take one of
the same widths, or the next in line. What serves instead is told, and left to whoever names it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from exporter.errors import Problem, SetupError, character_name
from exporter.report.pdf.model import OnePager
from exporter.report.themes.fonts import Fonts, substitutes

_LATIN = re.compile(r"[A-Za-z0-9\u00C0-\u024F]")
_HAN = re.compile(r"[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]")
_TOLD = 5  # characters
PROBE = "A0中"  # one of them is in whatever font a page may be set in


def refuse_absent(
    fonts: Fonts,
    drawn: Collection[str],
    find_installed: Callable[[tuple[str, ...]], Collection[str]],
) -> None:
    """Go on only if all fonts are here that a theme names.

    Args:
        fonts: The theme's.
        drawn: The families that a page was drawn with.
        find_installed: Those of some families that this machine has.

    Raises:
        SetupError: Some are not; tells which of those that are here would serve.
    """
    if fonts.named and not set(fonts.named) <= set(drawn):
        installed = find_installed((*fonts.named, *substitutes(fonts.named)))
        for family in fonts.named:
            if family not in installed:
                serving = [like for like in substitutes([family]) if like in installed]
                named = " or ".join(f'"{like}"' for like in serving)
                right = f"install it, or name one in the theme that is: {named}"
                raise SetupError(f"the theme's font {family!r} is not installed", right)


def told_of_glyphs(drawn: Iterable[Any], page: OnePager) -> Iterator[Problem]:
    """A doubt for each font of a theme that lacks characters of a page: others' stand among its.

    Args:
        drawn: WeasyPrint's fonts of the drawn document.
        page: What was drawn.
    """
    fonts, others = page.theme.fonts, set[str]()
    for font in drawn:
        if font.family not in fonts.named:
            others.update(*font.to_unicode.values())
    for key, family, pattern in (
        ("text", fonts.text, _LATIN),
        ("text_zh", fonts.text_zh, _HAN),
    ):
        lacking = sorted(character for character in others if pattern.match(character))
        if family and lacking:
            names = ", ".join(map(character_name, lacking[:_TOLD]))
            more = " and others" if lacking[_TOLD:] else ""
            wrong = f"the theme's font {family!r} has no glyph for {names}{more}: another drew it"
            serving = substitutes([family])[-1]
            right = f'name one that has it, such as {key} = "{serving}", or write it otherwise'
            yield Problem("", 0, f"{page.name}.{page.lang}", wrong, right)

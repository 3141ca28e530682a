"""The templates that pages are made from, and the sandboxed environment that fills them in."""

import re
from collections.abc import Collection
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain, zip_longest
from math import sqrt
from typing import Any

from jinja2 import BaseLoader, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from exporter.files import templates_folder
from exporter.report.themes.logo import Logo

_LOGO_SIZE, _LEAST_LOGO, _MOST_LOGO = 16.0, 5.0, 13.0  # millimetres
_SCREEN = 4.5  # pixels of a screen for a millimetre of paper
# With the marks behind it, which may not begin a line.
_CHINESE_DATE = re.compile(r"(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?[，。、；：！？）》”」』]*)")
# Words of Latin letters in Chinese text, with what belongs to them; figures stand close to theirs.
_LATIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 .,&'’/+-]*[A-Za-z0-9+])?")
_LETTER = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
# What is kept on one line at the end of a paragraph, with the marks behind it: the last two words,
# or the last characters of a Chinese text. Longer ones might not fit where columns are narrow.
_LAST_WORDS = re.compile(r"(?<=\s)\S{1,8}\s\S{1,8}\s*\Z")
_LAST_HAN = re.compile(rf"(?<={_HAN.pattern}){_HAN.pattern}{{3}}[，。、；：！？）》”」』]*\Z")


@cache
def page_environment() -> "PageEnvironment":
    """The environment that every HTML page is made in.

    Content is escaped, templates can neither change what they are given nor reach beyond it, and a
    name that is not given is an error instead of an empty text.
    """
    return make_environment(FileSystemLoader(templates_folder()))


def shipped_templates(names: Collection[str]) -> BaseLoader:
    """A loader of some of our templates."""
    ours = FileSystemLoader(templates_folder())

    def source(name: str) -> tuple[str, str, None] | None:
        if name not in names:
            return None
        text, path, _ = ours.get_source(page_environment(), name)
        return text, path, None

    return FunctionLoader(source)


def make_environment(loader: BaseLoader) -> "PageEnvironment":
    """The same for templates from elsewhere."""
    environment = PageEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["unbroken_dates"] = unbroken_dates
    environment.filters["spaced"] = spaced
    environment.filters["settled"] = settled
    environment.globals |= {"logo_width": logo_width, "logo_height": logo_height}
    environment.globals["logo_pixels"] = logo_pixels
    return environment


def logo_height(logo: Logo) -> float:
    """How high a logo stands above a title, in millimetres: all seem about as large."""
    return round(min(max(_LOGO_SIZE / sqrt(logo.ratio), _LEAST_LOGO), _MOST_LOGO), 2)


def logo_width(logo: Logo) -> float:
    """How wide it then is."""
    return round(logo_height(logo) * logo.ratio, 2)


def logo_pixels(logo: Logo) -> tuple[int, int]:
    """Width and height of a logo on a screen, in pixels."""
    height = logo_height(logo) * _SCREEN
    return round(height * logo.ratio), round(height)


class PageEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that takes a model's own fields as they are.

    To ask of each field whether it leads out of the sandbox took most of the time of a long page. A
    public field of a dataclass never does: it is content, and no method.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template takes by its name."""
        if attribute in _public_fields(obj.__class__):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def _public_fields(kind: type) -> frozenset[str]:
    if not is_dataclass(kind):
        return frozenset()
    return frozenset(field.name for field in fields(kind) if not field.name.startswith("_"))


def unbroken_dates(text: str) -> Markup:
    """`text` as HTML in which no line ends within a Chinese date, as one may between characters."""
    if "年" not in text:
        return escape(text)
    parts = _CHINESE_DATE.split(text)
    dates = (Markup('<span class="unbroken">{}</span>').format(date) for date in parts[1::2])
    return Markup("").join(chain.from_iterable(zip_longest(parts[::2], dates, fillvalue="")))


def spaced(text: str, lang: str) -> Markup:
    """`text` as HTML in which Chinese stands a little apart from words of Latin letters.

    As CLREQ has it (mixed text composition); by margins, so that no character is added. Nothing
    else of a text in another language is changed.
    """
    if lang != "zh" or not _LETTER.search(text):
        return escape(text)
    parts, last = [], 0
    for found in _LATIN.finditer(text):
        before, behind = text[: found.start()][-1:], text[found.end() :][:1]
        sides = [
            side
            for side, beside in (("behind-han", before), ("before-han", behind))
            if _HAN.match(beside)
        ]
        if sides and _LETTER.search(found[0]):
            word = Markup('<span class="{}">{}</span>').format(" ".join(sides), found[0])
            parts += [escape(text[last : found.start()]), word]
            last = found.end()
    return Markup("").join([*parts, escape(text[last:])])


def settled(text: str, lang: str) -> Markup:
    """`text` as HTML, `spaced`, whose last line is never one short word or one character alone."""
    end = _LAST_WORDS.search(text) or _LAST_HAN.search(text)
    if not end:
        return spaced(text, lang)
    last = Markup('<span class="kept">{}</span>').format(spaced(end[0], lang))
    return spaced(text[: end.start()], lang) + last

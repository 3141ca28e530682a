"""The templates that pages are made from, and the sandboxed environment that fills them in."""

import re
from functools import cache
from itertools import chain, zip_longest

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from exporter.files import templates_folder

_CHINESE_DATE = re.compile(r"(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)")


@cache
def page_environment() -> ImmutableSandboxedEnvironment:
    """The environment that every HTML page is made in.

    Content is escaped, templates can neither change what they are given nor reach beyond it, and a
    name that is not given is an error instead of an empty text.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["unbroken_dates"] = unbroken_dates
    return environment


def unbroken_dates(text: str) -> Markup:
    """`text` as HTML in which no line ends within a Chinese date, as one may between characters."""
    parts = _CHINESE_DATE.split(text)
    dates = (Markup('<span class="unbroken">{}</span>').format(date) for date in parts[1::2])
    return Markup("").join(chain.from_iterable(zip_longest(parts[::2], dates, fillvalue="")))

"""What Chinese text says only to tell in which unit figures are: 收入单位为|亿元."""

import re

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure

_UNIT = regex("单位(?:均|都|皆)?(?:为|是|：|:)?(?:人民币|港币|美元)?$")


def is_of_a_unit(figure: Figure, before: str) -> bool:
    """Whether a figure is a unit that is told, and states nothing itself."""
    has_digits = re.search("[0-9一二三四五六七八九两]", figure.text) is not None
    return not has_digits and _UNIT.search(before) is not None

"""The magnitude that a label begins with, and the span of time that it ends with."""

import re
from collections.abc import Iterator

from exporter.facts.magnitudes import MAGNITUDE_NAMES, MAGNITUDES, SPELT
from exporter.facts.unit_words import ALIASES, SPANS_ZH
from exporter.facts.units import CALENDAR_TIME, KNOWN_UNITS, TIME, Unit

# 万科, 万达 and 亿航 are names, as 千问 is, so that 千 counts before a lone classifier alone.
_SIZE_ZH = re.compile(
    r"(十|百|千|)(万亿|亿(?![航纬嘉])|万(?![科达豪事华向国洲象]))(?=.)"
    r"|(千)(?=[人件台套户家个份张名次艘架辆棵头箱盒瓶包册宗单双只]$)"
)


def magnitude_first(name: str) -> Iterator[tuple[str, str]]:
    """The magnitudes that a name may begin with, the longest first, and what then is left."""
    lowered = name.casefold()
    for word in SPELT:
        rest = name[len(word) :]
        if lowered.startswith(word) and rest.strip() and (not word.isascii() or rest[0] == " "):
            yield word, rest.strip()


def size_of_label(label: str) -> int:
    """The magnitude that a label begins with, in either language; 1 for none."""
    return size_en(label)[0] if label.isascii() else size_zh(label)[0]


def size_en(label: str) -> tuple[int, str]:
    """The magnitude that an English label begins with, and the rest of it."""
    for word, rest in magnitude_first(label):
        if word.isascii():
            return int(MAGNITUDES[MAGNITUDE_NAMES[word]].size), rest
    return 1, label


def size_zh(label: str) -> tuple[int, str]:
    """The magnitude that a Chinese label begins with (亿用户, 百万件), and the rest of it."""
    match = _SIZE_ZH.match(label)
    if not match:
        return 1, label
    size = {"": 1, "十": 10, "百": 100, "千": 1000}[match[1] or match[3] or ""]
    return size * {"万": 10**4, "亿": 10**8, "万亿": 10**12}.get(match[2], 1), label[match.end() :]


def span_of(word: str) -> Unit | None:
    """The unit of time that a word is, in either language."""
    unit = KNOWN_UNITS.get(ALIASES.get(word, word))
    return unit if unit is not None and unit.dimension in {TIME, CALENDAR_TIME} else None


def span_zh(label: str) -> Unit | None:
    """The time span that a Chinese label ends with; a single 天 or 年 may end a word."""
    return span_of(label) or next(
        (span_of(of) for word, of in SPANS_ZH.items() if label.endswith(word)), None
    )

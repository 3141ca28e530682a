"""Who tells what stands at a place of a sentence."""

import re
from collections.abc import Iterator

from exporter.drafting.names.tellers_en import told_en
from exporter.drafting.names.tellers_zh import told_zh
from exporter.drafting.names.told import Told


def told_at(start: int, text: str, told: list[Told]) -> Told | None:
    """Who tells what stands at a place: the last before it; else who is named behind."""
    told = [one for one in told if one.until < 0 or start < one.until]
    before = [one for one in told if one.end <= start and not one.follows]
    for one in told:
        if (
            one.follows
            and one.start >= start
            and not any(other.follows and start <= other.start < one.start for other in told)
        ):
            between = text[start : one.start]
            if not before or re.search('[”"]', between) or one.start > before[-1].start:
                return one
    if before:
        return before[-1]
    return next((one for one in told if one.is_for_all), None)


def told_in(text: str) -> Iterator[Told]:
    """Everybody who tells something in a text."""
    if re.search(r"[\u4e00-\u9fff]", text):
        yield from told_zh(text)
    else:
        yield from told_en(text)

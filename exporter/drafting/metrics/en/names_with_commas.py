"""Known names with commas in them, read as one word each: a comma in them ends no clause.

Sales in Europe, the Middle East and Africa grew | 4%.
"""

import re


def whole(name: str) -> str:
    """A name as one word, as long as it was."""
    return re.sub(r"\W", "_", name)


def with_whole_names(text: str, names: tuple[str, ...]) -> str:
    """A text with each such name as one word, every other word where it was."""
    for name in names:
        if "," in name:
            text = re.sub(re.escape(name), lambda said: whole(said[0]), text, flags=re.IGNORECASE)
    return text


def as_written(metric: str, names: tuple[str, ...], text: str) -> str:
    """A metric's name with such names as the text writes them."""
    for name in names:
        if "," in name and (said := re.search(re.escape(name), text, re.IGNORECASE)):
            metric = re.sub(re.escape(whole(name)), lambda _: said[0], metric, flags=re.IGNORECASE)
    return metric

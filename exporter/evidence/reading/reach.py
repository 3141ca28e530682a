"""How far to both sides of a place words can belong to the figure there."""

import re

# 、 joins the members of a list and ends nothing; a point or comma between digits is part of them.
_END = re.compile(r"[，。；：！？（）()\[\]\n\r;!?…]|——|:(?![0-9])|,(?![0-9])|\.(?=\s|$)|\s-\s")


def reach_start(text: str, at: int) -> int:
    """Where the words begin that can belong to `at`, 80 characters before it at the most."""
    window = max(0, at - 80)
    start = window
    for match in _END.finditer(text, window, at):
        start = match.end()
    return start


def reach_end(text: str, at: int) -> int:
    """Where the words end that can belong to `at`."""
    match = _END.search(text, at)
    return match.start() if match else len(text)

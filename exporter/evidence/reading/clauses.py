"""Where a clause ends, and what joins two figures inside one."""

import re

# 、 joins the members of a list and ends nothing; a point or comma between digits is part of them.
_END = re.compile(r"[，。；：！？（）()\[\]\n\r;!?…]|——|:(?![0-9])|,(?![0-9])|\.(?=\s|$)|\s-\s")


def clause_start(text: str, at: int) -> int:
    """Where the clause begins in which `at` stands; looks back no more than 80 characters."""
    window = max(0, at - 80)
    start = window
    for match in _END.finditer(text, window, at):
        start = match.end()
    return start


def clause_end(text: str, at: int) -> int:
    """Where the clause ends that holds `at`."""
    match = _END.search(text, at)
    return match.start() if match else len(text)

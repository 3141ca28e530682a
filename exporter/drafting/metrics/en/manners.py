"""Without what something was done of which a share is told: queries answered without a clerk."""

import re

from exporter.engine.regex import regex

# 40% of queries were answered | without a clerk |: what turns the name round
_DONE_TO = regex(r"Share of [\w’' -]+ (\w+(?:ed|en|ld|lt|de|pt|nt))")
_WITHOUT = r" (without [a-z’'-]+(?: [a-z’'-]+){0,3})(?=[,.;)]|$| (?:and|in|last|this|by)\b)"


def with_manner(name: str, behind: str) -> str:
    """The name of a share of what was done, with that without which it was."""
    done = _DONE_TO.fullmatch(name)
    found = re.search(rf"\b{done[1]}{_WITHOUT}", behind) if done else None
    return f"{name} {found[1]}" if found else name

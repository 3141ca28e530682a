"""Sentences with what an analyst calls their figures, from a table of text."""

from pathlib import Path


def named_sentences(path: Path) -> list[tuple[str, list[str]]]:
    """The lines `sentence => name | name` of a file, the names in the figures' order."""
    found: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, _, names = line.partition(" => ")
        found.append((text, names.split(" | ")))
    return found

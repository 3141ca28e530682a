"""Marks of notes behind words, which belong to no name: Adjusted EBITDA(1), Net debt*, Orders²."""

from dataclasses import replace

from exporter.drafting.model import Sentence, Stated
from exporter.engine.regex import regex

_NUMBER = r"(?:1?[0-9]|20|[¹²³⁴-⁹]|¹[⁰¹²³⁴-⁹])"
_LETTER = "[a-rt-z]"  # store(s)
_NOTE_ZH = "注[0-9一二三四五六七八九十]*"
_BRACKETS = rf"[(\[（](?:{_NUMBER}(?:[,–-]{_NUMBER})*|{_LETTER}|{_NOTE_ZH})[)\]）]"
_RAISED = "[¹²³⁴-⁹][⁰¹²³⁴-⁹]?(?:,[¹²³⁴-⁹])*"
_BEHIND = r"(?<=[^\W\d_)）\]”’%])"
_NO_UNIT = r"(?<!\bm)(?<![kcdm]m)(?<!\bft)(?<!\bin)(?<!\bR)(?<![米\dm㎡])"  # 12 m²; R² is a name
_MARK = regex(
    rf"{_BEHIND}(?:{_BRACKETS})+(?!\w)"
    rf"|{_BEHIND}{_NO_UNIT}{_RAISED}"
    r"|(?<=[^\W\d_)）])[*†‡§¶]{1,3}(?!\w)"
    # One may stand apart from its word, where no row of figures follows: Net loss (12) 14
    rf"|(?<=[^\W\d_])[ ]{_BRACKETS}(?=[\s,.;:]|$)(?!\s*[\d($€£])"
)


def without_note_marks(stated: Stated, sentence: Sentence) -> tuple[Stated, Sentence]:
    """A figure in its sentence, as both are without the marks of notes behind words."""
    text = sentence.text
    cuts = [
        mark.span()
        for mark in _MARK.finditer(text)
        if mark.end() <= stated.start or mark.start() >= stated.end
    ]
    if not cuts:
        return stated, sentence
    for start, end in reversed(cuts):
        text = text[:start] + text[end:]
    back = sum(end - start for start, end in cuts if end <= stated.start)
    figures = tuple(
        one._replace(start=one.start - back, end=one.end - back) for one in stated.figures
    )
    stated = stated._replace(figures=figures, start=stated.start - back, end=stated.end - back)
    return stated, replace(sentence, text=text)

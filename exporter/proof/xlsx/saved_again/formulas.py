"""Formulas apart from what programs write otherwise in them, or adjust when rows come and go."""

import re
from functools import lru_cache

_PREFIXES = ("_XLFN.", "_XLWS.", "_XLUDF.", "COM.MICROSOFT.")
_TRUTH = re.compile(r"\b(TRUE|FALSE)\( \)")  # as LibreOffice has them, functions
_OF_NO_CELL = "#REF!"  # what is left of a reference to cells that were deleted


@lru_cache(65_536)
def formula_sense(formula: str) -> str:
    """What a formula computes, whichever cells it takes and however its names are written.

    References move when rows and columns do, and sheets are renamed; which cells a formula takes
    shows in its result.

    Args:
        formula: With its `=`.
    """
    from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

    try:
        tokens = Tokenizer(formula).items
    except TokenizerError:  # whatever it is, it is none of ours
        return formula
    words = []
    for token in tokens:
        if token.type == Token.WSPACE:
            continue
        if token.subtype == Token.RANGE or token.value == _OF_NO_CELL:
            word = "cells"
        elif token.type == Token.FUNC:
            word = _function(token.value)
        elif token.subtype == Token.NUMBER:
            word = repr(float(token.value))
        else:
            word = token.value if token.subtype == Token.TEXT else token.value.upper()
        words.append(word)
    return _TRUTH.sub(r"\1", " ".join(words))


def _function(name: str) -> str:
    """The name of a function as people write it."""
    name = name.upper()
    while name.startswith(_PREFIXES):
        name = name[len(next(prefix for prefix in _PREFIXES if name.startswith(prefix))) :]
    return name

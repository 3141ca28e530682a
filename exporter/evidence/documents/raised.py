"""Numbers that stand high: marks of footnotes, exponents."""

import re

_RAISED = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_NUMBERS = re.compile(r"[-−]?[0-9]{1,3}(?:[,，、 ]+[0-9]{1,3})*")


def raised(words: str) -> str:
    """Numbers by the characters that stand high by themselves; "" where the words are none.

    So a mark is never read as a part of the figure before it, nor is an exponent.
    """
    words = words.strip()
    return words.translate(_RAISED) if _NUMBERS.fullmatch(words) else ""

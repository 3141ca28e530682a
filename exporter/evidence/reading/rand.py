"""When an R before a number is the rand's sign: R3.7bn, R1,250, R19 870, but no R22 and no R2."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text

RAND = "r"
_RAND = regex(
    r"R(?:[0-9]+(?:[.,][0-9]+)*(?:,[0-9]{3}|\s?(?:bn|mn|m|tn|million|billion|trillion)(?![a-z]))"
    # Thousands parted by spaces, as South Africa writes them; two decimals, as of a share's price.
    r"|[0-9]{1,3}(?:[ \u00a0][0-9]{3})+(?![0-9])"
    r"|[0-9]+\.[0-9]{2}(?![0-9]|[.-]?[0-9A-Za-z]))"
)
_OF_SOFTWARE = frozenset("version release revision build software firmware".split())
_WHOLE = regex(r"R[1-9][0-9]+(?![0-9]|[.,-]?[0-9A-Za-z])")
_ELSEWHERE = regex(rf"(?<![0-9A-Za-z.-]){_RAND.pattern}")


def is_rand(text: Text, at: int) -> bool:
    """Whether an R before a number is the rand's sign.

    Of a whole number (R260) it is where another sum of its text is one.
    """
    start = text.starts[at]
    if text.word(at - 1) in _OF_SOFTWARE:
        return False
    if _RAND.match(text.folded, start):
        return True
    return bool(_WHOLE.match(text.folded, start) and _ELSEWHERE.search(text.folded))

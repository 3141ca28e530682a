"""Sums whose money the sentence before says: … to 158 million euros. There it fell to 96 million.

The reader is asked with both sentences before it, as the judge will be whose quote holds both.
"""

import re
from collections.abc import Sequence

from exporter.drafting.model import Sentence
from exporter.drafting.sentences import paragraph_start
from exporter.engine.regex import regex
from exporter.evidence.bare_signs import read_settled
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_SUM = regex(r"[0-9] ?(?:million|billion|trillion|[mb]n|crore|lakh)$", re.IGNORECASE)
_LONGEST = 400  # characters of the sentence before
_SENTENCE = regex(r"[.!?][”\"]? +(?=[A-Z“\"])")


def in_money_before(
    figures: Sequence[Figure], sentence: Sentence, source: str, currencies: Currencies
) -> Sequence[Figure]:
    """The figures of a sentence, with what bare sums may be by the sentence before.

    Args:
        figures: As they are read.
        sentence: In which they stand.
        source: The text of the source.
        currencies: What settles bare signs in it.
    """
    if not any(_is_open(figure) for figure in figures):
        return figures
    begins = max(paragraph_start(source, sentence.start), sentence.start - _LONGEST)
    before = source[begins : sentence.start]
    ends = [found.end() for found in _SENTENCE.finditer(before)]
    if not before.strip() or (not ends and begins == sentence.start - _LONGEST):
        return figures
    before = before[ends[-2] if len(ends) > 1 else 0 :]
    read = read_settled(before + sentence.text, currencies)
    said = {(one.start - len(before), one.end - len(before)): one.also for one in read if one.also}
    return [
        one._replace(also=said.get((one.start, one.end), ())) if _is_open(one) else one
        for one in figures
    ]


def _is_open(figure: Figure) -> bool:
    """Whether a figure is a sum or a count, as nothing in its own sentence tells."""
    return figure.dimension == COUNT and not figure.also and _SUM.search(figure.text) is not None

"""Which money a bare 元 is in a sentence that is written alike in both kinds of characters.

A quote in traditional characters is read in the money that the record of its source gives; a
sentence such as 每股派息0.35元 has none of these, and its draft is in that money all the same.
"""

from collections.abc import Sequence

from exporter.evidence.bare_signs import currency_of_sign
from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure
from exporter.evidence.reading.bare_yuan import may_be_others
from exporter.facts.currencies import YUAN
from exporter.facts.folding import fold, is_traditional


def in_money_of_place(
    figures: Sequence[Figure], sentence: str, source: str, currencies: Currencies
) -> Sequence[Figure]:
    """The figures of a sentence, a bare 元 as the money of the place where its source is written.

    Args:
        figures: As they are read.
        sentence: The sentence, in its own characters.
        source: The text of the source, in its own characters.
        currencies: What settles the bare signs of the source.
    """
    code = currency_of_sign(YUAN, currencies)
    if not code or is_traditional(sentence) or not any(map(_is_bare, figures)):
        return figures
    if not is_traditional(source):
        return figures
    money = f"money:{code}"
    return [figure._replace(dimension=money) if _is_bare(figure) else figure for figure in figures]


def _is_bare(figure: Figure) -> bool:
    return may_be_others(figure.dimension, fold(figure.text))

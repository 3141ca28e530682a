"""Which currency a bare sign means: what the sentence says, else the source, else the report."""

from collections.abc import Sequence

from exporter.evidence.conventions import Currencies
from exporter.evidence.reading import Figure, read_figures
from exporter.facts.currencies import SIGNS_OF


def currency_of_sign(sign: str, currencies: Currencies) -> str:
    """The first currency that has that sign; "" where none has."""
    return next((code for code in currencies if sign in SIGNS_OF.get(code, ())), "")


def read_settled(quote: str, currencies: Currencies) -> Sequence[Figure]:
    """The figures of a quote, bare signs as these currencies settle what the sentence leaves open.

    A currency settles no sign but its own: AUD says nothing of ¥.
    """
    figures = read_figures(quote)
    if not currencies or not any(figure.sign for figure in figures):
        return figures
    return [_settled(figure, currencies) for figure in figures]


def _settled(figure: Figure, currencies: Currencies) -> Figure:
    code = currency_of_sign(figure.sign, currencies)
    if not code:
        return figure
    money = f"money:{code}"
    if figure.dimension.startswith("money:"):
        return figure._replace(dimension=money)
    also = tuple(
        (money if dimension.startswith("money:") else dimension, value)
        for dimension, value in figure.also
    )
    return figure._replace(also=also)

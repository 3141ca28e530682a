"""Money as its sentence alone reads it, as the figures beside it and before it are read.

A name goes by words. Which currency the report gives to a bare sign says nothing of it, and would
part a sum of francs, found to be Swiss, from the other sums of its sentence.
"""

from collections.abc import Iterable

from exporter.evidence.reading import Figure


def money_as_read(figure: Figure, figures: Iterable[Figure]) -> Figure:
    """A figure with the currency that its own sentence gives it.

    Args:
        figure: A figure of the sentence, its bare sign settled.
        figures: Those of the sentence as they are read.
    """
    for read in figures:
        is_it = (read.start, read.end) == (figure.start, figure.end)
        if is_it and read.sign and read.sign == figure.sign:
            return figure._replace(dimension=read.dimension, also=read.also)
    return figure

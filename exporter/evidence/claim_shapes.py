"""What proves all claims of one shape: which of their numbers must agree.

Claims are of one shape if their quotes are, their translations, and if they are made in one unit,
with one qualifier. Which number of such a quote states the value, and which numbers its translation
must repeat, is found out once.

Nothing here loads Arrow: the processes that help with a large check start the sooner.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from exporter.evidence.claims import Claim
from exporter.evidence.figures import proofs_by_shape
from exporter.evidence.findings import Terms
from exporter.evidence.reading.shapes import Shaped, shape_of
from exporter.evidence.translations import As, places_said
from exporter.evidence.withdrawals import withdrawn_in


class Stated(NamedTuple):
    """A number of a quote that states the value.

    Attributes:
        run: The index of its run of digits.
        factor: The value is so many times these digits, read without point and commas,
        decimals: with so many of its digits behind the point.
        as_read: Whether it may have the sign that it is read with,
        turned: and whether the other one.
    """

    run: int
    factor: int
    decimals: int
    as_read: bool
    turned: bool


class Repeated(NamedTuple):
    """A number of a translation that its quote must have.

    Attributes:
        run: The index of its run of digits.
        quoted: That of the quote's run.
        month: That of the quote's month where `quoted` is its year, and `run` both; else -1.
    """

    run: int
    quoted: int
    month: int


class Proof(NamedTuple):
    """What proves the figure of a claim, and its translation.

    Attributes:
        stated: Numbers of which one must be the value.
        repeated: Numbers of the translation, all of which must be the quote's.
        hidden: Which runs of digits of the quote the shape hides, and which of the translation.
    """

    stated: tuple[Stated, ...]
    repeated: tuple[Repeated, ...]
    hidden: tuple[tuple[int, ...], tuple[int, ...]]


def proof_by_shape(claim: Claim, terms: Terms) -> Proof | None:
    """What proves claims of the shape of this one; None where each must be looked at.

    Args:
        claim: One with a number, of a shape that many claims have.
        terms: How figures are read.
    """
    quote = shape_of(claim.quote)
    if quote is None or withdrawn_in(claim.quote):
        return None
    stated = tuple(_stated(claim, quote, terms))
    said = next((text for text in claim.texts[-2:] if text not in {"", claim.quote}), "")
    if not stated or not said:
        return Proof(stated, (), (quote.shape.hidden, ())) if stated else None
    translation = shape_of(said)
    places = None if translation is None else places_said(quote, translation, terms)
    if translation is None or places is None:
        return None
    hidden = quote.shape.hidden
    repeated = (
        Repeated(run, hidden[index], hidden[index + 1] if how is As.MONTH else -1)
        for run, (index, how) in zip(translation.shape.hidden, places, strict=True)
    )
    return Proof(stated, tuple(repeated), (hidden, translation.shape.hidden))


def _stated(claim: Claim, quote: Shaped, terms: Terms) -> Iterator[Stated]:
    """The numbers of a quote that would confirm a claim."""
    for run, above, below, as_read, turned in proofs_by_shape(
        quote.shape, claim.unit, claim.qualifier, terms.currencies
    ):
        share = Fraction(above, below) / 10 ** len(quote.runs[run].partition(".")[2])
        decimals = _decimals(share)
        if decimals is not None:
            factor = int(share * 10**decimals)
            yield Stated(quote.shape.hidden[run], factor, decimals, as_read, turned)


_MOST_DECIMALS = 15


def _decimals(share: Fraction) -> int | None:
    """How many decimals a fraction has; None where it has many, or no end."""
    return next((at for at in range(_MOST_DECIMALS) if 10**at % share.denominator == 0), None)

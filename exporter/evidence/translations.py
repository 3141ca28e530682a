"""Translations and their quotes: those of one shape are told together.

Whether a translation says its quote's figures and dates does not hang on the digits that shapes
hide, as long as the same runs of digits stand in both. So a pair of shapes is looked at once, with
its smallest and its largest numbers; a pair of texts in which anything is found, or may be, is
looked at as it stands.
"""

from collections.abc import Sequence
from functools import lru_cache

from exporter.evidence.findings import Finding, Terms
from exporter.evidence.reading.shapes import Shape, find_shape
from exporter.evidence.texts import findings_of_translation


def check_translation(text: str, quote: str, called: str, terms: Terms) -> Sequence[Finding]:
    """What a translation and its quote say in other numbers.

    Args:
        text: The translation.
        quote: The source's own words.
        called: What messages call the translation.
        terms: How figures are read.
    """
    one, other = find_shape(quote), find_shape(text)
    if one is not None and other is not None:
        places = _places(other.runs, one.runs)
        if places is not None:
            shared = {index for index, _ in places}
            kept = tuple("" if at in shared else run for at, run in enumerate(one.runs))
            if _say_the_same(one.shape, other.shape, places, kept, terms):
                return ()
    return tuple(findings_of_translation(text, quote, called, terms))


Place = tuple[int, bool]  # the index of a run of digits of the quote; whether 12,345 is for 12345


def _places(runs: Sequence[str], quoted: Sequence[str]) -> tuple[Place, ...] | None:
    """Which run of a quote each of a translation's is; None where one is none of them."""
    places: list[Place] = []
    for run in runs:
        if run in quoted:
            places.append((quoted.index(run), False))
        elif "," in run and (plain := run.replace(",", "")) in quoted:
            places.append((quoted.index(plain), True))
        else:
            return None
    return tuple(places)


@lru_cache(maxsize=65_536)
def _say_the_same(
    quote: Shape,
    translation: Shape,
    places: tuple[Place, ...],
    kept: tuple[str, ...],
    terms: Terms,
) -> bool:
    """Whether nothing is found in any translation and quote of two shapes.

    Args:
        quote: The shape of the quote.
        translation: That of the translation.
        places: Where the runs of the translation stand in the quote.
        kept: The runs of the quote that the translation says otherwise, such as a year in 2021-01;
            "" for the others.
        terms: How figures are read.
    """
    for turn in (0, 1):
        sample = quote.sample(turn)
        drawn = (sample.text[start:end] for start, end, _ in sample.runs)
        quoted = [run or sampled for run, sampled in zip(kept, drawn, strict=True)]
        runs = [_grouped(quoted[index]) if group else quoted[index] for index, group in places]
        text = translation.text_of(runs)
        if any(findings_of_translation(text, quote.text_of(quoted), "", terms)):
            return False
    return True


def _grouped(run: str) -> str:
    """12345.60 as 12,345.60."""
    whole, point, decimals = run.partition(".")
    return f"{int(whole):,}{point}{decimals}"

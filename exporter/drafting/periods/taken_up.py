"""A level that a pronoun takes up from the sentence before: that was down from | 4,700 | in May.

Where that stood on a day, so did this one.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Sentence, Stated
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.stocks import Measure, measure_of
from exporter.engine.regex import regex

_THAT_WAS = regex(
    r"(?:That|This|It) (?:(?:was|is) )?(?:(?:down|up|lower|higher|more|less|fewer) )?"
    rf"(?:compare[sd] (?:with|to)|from|than|against) {ABOUT}"
    r"[A-Z]{0,3}\W?"
)


def is_of_a_moment(stated: Stated, sentence: Sentence, readings: Readings) -> bool:
    """Whether a figure stands at a moment, by its own words or by what a pronoun takes up."""
    read = readings.of(sentence.text)
    is_stock = measure_of(read, stated.start, stated.end) is Measure.STOCK
    return is_stock or _takes_up_a_stock(stated.start, sentence, readings)


def _takes_up_a_stock(start: int, sentence: Sentence, readings: Readings) -> bool:
    """Whether a figure is compared with what stood at a moment, told by the sentence before."""
    if _THAT_WAS.fullmatch(sentence.text, 0, start) is None:
        return False
    place = readings.place_of(sentence, 0)
    before = readings.sentences[place - 1] if place else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    read = readings.of(before.text)
    return any(measure_of(read, *span) is Measure.STOCK for span in read.figures[:1])

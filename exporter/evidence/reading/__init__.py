"""The numbers and dates of running text, Chinese and English, read as a person would read them.

text --folding--> one spelling --masks--> no dates, names --numerals--> numbers
     --units_in_text, joins--> quantities --qualifiers, signs, rates--> figures
"""

from exporter.evidence.reading.dates import DateMention, read_dates
from exporter.evidence.reading.figures import Figure, read_figures

__all__ = ["DateMention", "Figure", "read_dates", "read_figures"]

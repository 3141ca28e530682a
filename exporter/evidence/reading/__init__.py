"""The numbers and dates of running text, Chinese and English, read as a person would read them.

text --folding--> one spelling --masks--> no dates, names --numerals--> numbers
     --units_in_text, joins--> quantities --qualifiers, signs, rates--> figures

figures.py         the figures of a text: all that follows, together
folding.py         one spelling of everything; hints.py: which patterns a text can match at all
masks.py           what is no figure taken out: lookalikes.py, malformed.py
numerals.py        what a numeral is worth: english.py, chinese.py, compounds.py, expressions.py
phrases.py         numerals with what belongs to them; joins.py: two of them that belong together
units_in_text.py   units as running text writes them; rates.py: what a figure is per
qualifiers.py      about, over, up to; signs.py: up and down; negation.py: what is denied
reach.py           how far a clause's words reach
dates.py           dates; date_patterns.py: how they are written
"""

from exporter.evidence.reading.dates import DateMention, read_dates
from exporter.evidence.reading.figures import Figure, read_figures

__all__ = ["DateMention", "Figure", "read_dates", "read_figures"]

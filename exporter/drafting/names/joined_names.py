"""Names joined by &, which partners gave a company: Holt & Garrow, Birch & Sons.

Divisions and costs are called so too, by what they are: Food & Drink, Research & Development.
Where no more is said of one than that, every word of it must be of things or work: one that is not
may be somebody's name (Wood & Hart), and then it cannot be told.
"""

import re

from exporter.engine.regex import regex

_JOINED = regex(r"[A-Z][\w’'-]+(?:(?:, | & | )[A-Z][\w’'-]+)* & [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_OWNS = regex(r"(?:['’]s?)?\.?$")
_WORD = regex(r"[^\W\d_][\w-]*")
# Its | Holt & Garrow; Holt & Garrow | division
_ITS = regex(r"\b(?:its|our|their) $", re.IGNORECASE)
_PART = regex(
    r" (?:division|segment|unit|arm|category|department|expenses?|expenditure|spending|fees)\b"
)
# Sales to | Holt & Garrow | rose; not: to Holt & Garrow, which sold; compared to Holt & Garrow's
_DEALT_WITH = regex(r"\b(?:to|from|through|via) $", re.IGNORECASE)
_GOES_ON = regex(r" [a-z]")
# What things and work are called, and hardly anybody
_THING = regex(
    r"\w{2,}(?:[st]ions?|ments?|ness|ities|ity|ics|ware|wear|care|ables?|icals?|ogy|ogies"
    r"|aceutics?|ering|ating|izing|ising|eting|ading|uring|ilding|ousing|ining|ending|anking"
    r"|enance|urance|ance?ing|ucts|ives|ages|tech)"
)
# Those without such an ending of which divisions and costs are called most often
_THINGS = frozenset(
    """
    administrative aerospace africa agriculture air america americas apparel appliances asia asset
    assets automotive baby bakery beauty benefits beverage beverages canada cards caribbean casualty
    chemicals china clothing coatings commercial consumer corporate credit customer dairy data
    defence defense design digital drink drinks east energy engines environment europe fashion
    finance financial food foods footwear france fuels furniture games gaming garden gas general
    germany gifts grocery health heating home homes hotels household iberia india industrial ireland
    japan latin legal leisure life lighting luxury machinery materials media mergers middle mobility
    network networks nutrition oil online pacific paints paper parts pet pharma pharmacy plastics
    professional property pumps renewables rental repairs research restaurants retail safety
    salaries sales selling services snacks software sport sports storage stores supply support
    systems technology tools toys trade travel uk us utilities valves vehicles wages water wealth
    wholesale
    """.split()
)


def is_of_partners(text: str, start: int, end: int) -> bool:
    """Whether a name in a text is joined by & as companies' are, and not said to be a part's."""
    words = _OWNS.sub("", text[start:end])
    if _JOINED.fullmatch(words) is None:
        return False
    is_bare = words == text[start:end] and _GOES_ON.match(text, end) is not None
    if is_bare and _DEALT_WITH.search(text[:start]):
        return False
    if _ITS.search(text[:start]) or _PART.match(text, end):
        return False
    return not all(_is_thing(word.casefold()) for word in _WORD.findall(words))


def _is_thing(word: str) -> bool:
    return word in _THINGS or _THING.fullmatch(word) is not None

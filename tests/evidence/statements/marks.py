"""English sentences in which marks or small words around a figure say what it is.

Footnotes, an account's brackets, codes, bounds behind commas, sizes of things, and what is lower.
"""

from tests.evidence.statements import Row

_CRANES = ("cranes", "cranes")
_BUSES = ("buses", "buses")
_CARS = ("cars", "cars")
_PER_OUNCE = ("USD per ounce", "美元/盎司")
_PER_POUND = ("USD per pound", "美元/磅")

STATED: tuple[Row, ...] = (
    # Footnotes
    ("Gearing was 2.3x** at year-end.", "2.3", "x", None),
    ("Gearing was 2.3x*, down from 3.1x**.", "3.1", "x", None),
    ("The margin came to 17.4%***.", "17.4", "%", None),
    ("Cash stood at $71m** and debt at $90m*.", "71", "USD million", None),
    ("Cash stood at $71m** and debt at $90m*.", "90", "USD million", None),
    ("The yard sold 1,350* cars.", "1350", _CARS, None),
    ("The yard sold 1,350** cars.", "1350", _CARS, None),
    ("The yard sold 1,350† cars.", "1350", _CARS, None),
    # An account's brackets
    ("Cash flow: ($61) million, against ($44) million.", "-44", "USD million", None),
    ("Cash flow was ($61) million versus ($44) million.", "-44", "USD million", None),
    ("Cash flow was ($61m) against ($44m).", "-44", "USD million", None),
    ("Both years show ($44) million.", "-44", "USD million", None),
    ("It sold the mill for €80 million ($93 million).", "93", "USD million", None),
    # Bounds that a comma parts
    ("At a minimum, $42 million will be paid out.", "42", "USD million", "at least"),
    ("At minimum, 42 cars will be sold.", "42", _CARS, "at least"),
    ("At a maximum, 42% will be paid.", "42", "%", "up to"),
    ("At most, 42 cars will be sold.", "42", _CARS, "up to"),
    ("At the very most, 42 cars will be sold.", "42", _CARS, "up to"),
    ("At the very least, 42 cars will be sold.", "42", _CARS, "at least"),
    ("At a minimum, the yard will sell 42 cars.", "42", _CARS, "at least"),
    ("Plans changed; at a maximum, 42 cars will be sold.", "42", _CARS, "up to"),
    # The size of things, and how many
    ("Six 40-tonne cranes arrived, against four last year.", "4", _CRANES, None),
    ("Six new 40-tonne cranes arrived.", "6", _CRANES, None),
    ("Six 40-tonne cranes arrived, up from four.", "4", _CRANES, None),
    ("Six new 40-tonne cranes arrived, compared with four in 2024.", "4", _CRANES, None),
    ("Thirty 12-metre buses were built, versus 18 before.", "18", _BUSES, None),
    ("Six 40-tonne cranes arrived, up from four.", "40", "tonnes", None),
    ("A 9-month wait, against four last year, is long.", "4", "months", None),
    ("The crane lifts 40 tonnes, against 30 last year.", "30", "tonnes", None),
    # Lower by, ended lower
    ("Output was lower by 8%.", "-8", "%", None),
    ("It made ₹210 crore, lower by 8% on the year.", "-8", "%", None),
    ("Margins were weaker by 80 basis points.", "-80", "bp", None),
    ("The index ended the week 3% lower.", "-3", "%", None),
    ("Stocks finished the half 3% lower at $40 million.", "-3", "%", None),
    ("The share closed on Tuesday 3% lower.", "-3", "%", None),
    ("Receipts came in 3% lower.", "-3", "%", None),
    ("The rand closed 3% weaker.", "-3", "%", None),
    ("The index ended the week 3% higher.", "3", "%", None),
    ("The yard plans to lower by 8% what it spends.", "8", "%", None),
    ("It closed the year with 3% lower costs.", "3", "%", None),
    # Per ounce, with more behind it
    ("Platinum hit $1,240 an ounce before slipping.", "1240", _PER_OUNCE, None),
    ("Platinum cost $1,240 an ounce earlier.", "1240", _PER_OUNCE, None),
    ("Tin fetched $14 a pound prior to the ban.", "14", _PER_POUND, None),
)  # fmt: skip

NOT_STATED: tuple[Row, ...] = (
    ("Gearing was 2.3x** at year-end.", "2.3", "%", None),
    ("The area is 3**2.", "3", "", None),
    ("The area is 3*2.", "3", "", None),
    ("The yard sold 1,350* cars.", "1350", _CRANES, None),
    ("Cash flow: ($61) million, against ($44) million.", "44", "USD million", None),
    ("Both years show ($44) million.", "44", "USD million", None),
    ("It sold the mill for €80 million ($93 million).", "-93", "USD million", None),
    ("At a minimum, $42 million will be paid out.", "42", "USD million", None),
    ("At a minimum, $42 million will be paid out.", "42", "USD million", "up to"),
    ("At a maximum, 42% will be paid.", "42", "%", "at least"),
    ("At a minimum, the board of nine cranes met.", "9", _CRANES, "at least"),
    ("Six 40-tonne cranes arrived, against four last year.", "4", "tonnes", None),
    ("Six 40-tonne cranes arrived, against four last year.", "40", _CRANES, None),
    ("Output was lower by 8%.", "8", "%", None),
    ("The index ended the week 3% lower.", "3", "%", None),
    ("The index ended the week 3% higher.", "-3", "%", None),
    ("The share closed on Tuesday 3% lower.", "3", "%", None),
    ("It earned $300 a year before.", "300", ("USD per year", "美元/年"), None),
    ("Platinum hit $1,240 an ounce before slipping.", "1240", _PER_POUND, None),
    ("A zero-day hole was closed.", "0", "days", None),
    ("The case, 23-cv-00417, was dropped.", "23", "", None),
)  # fmt: skip

NO_FIGURE = (
    "Docket 23-cv-00417 is cited.",
    "The case, 22-mj-0093, was sealed.",
    "Matter 19-bk-20345 was reopened.",
    "No one had seen the zero-day hole.",
    "Zero-day bugs are rare.",
    "A zero-hour contract gives no pay.",
    "The law bans zero hours contracts.",
    "Trade is no zero-sum game.",
    "The zero-coupon bond rose.",
    "It has a zero-tolerance policy.",
    "Zero-trust networks sell well.",
)

WITH_A_FIGURE = (
    "The plant had zero days of downtime.",
    "A zero-percent loan is on offer.",
    "Seats went from 12-to-140.",
    "Trips take 10-min-20-min hops.",
)

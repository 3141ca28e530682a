"""English sentences in which a cue word means something else, beside those in which it means it.

Contracted is a fall of output and no fall of orders; a loss is no sign of a grid's losses.
"""

from tests.evidence.statements import Row

STATED: tuple[Row, ...] = (
    ("The council contracted 240 MW of storage.", "240", "MW", None),
    ("We contracted 9 new tugs in May.", "9", ("tugs", "tugs"), None),
    ("The economy contracted 0.6% in spring.", "-0.6", "%", None),
    ("Gross margin contracted 90 basis points.", "-90", "bp", None),
    ("Network losses stood at 5.9%.", "5.9", "%", None),
    ("A net loss of 4.2% of sales was booked.", "-4.2", "%", None),
    ("The smelter burned 0.9 million tonnes of coke.", "0.9", "million tonnes", None),
    ("Cash burn came to $8 million.", "-8", "USD million", None),
    ("The owner sank $70 million into the mill.", "70", "USD million", None),
    ("This fall 28 schools open.", "28", ("schools", "schools"), None),
    ("The drop-out rate was 7%.", "7", "%", None),
    ("The drop in orders was 7%.", "-7", "%", None),
    ("After a loss of $2 million it earned $9 million.", "9", "USD million", None),
    ("The well yields 900 barrels per day and holds 3 million barrels.", "3000000", ("barrels", "桶"), None),
    ("Capex of $60-65m is planned.", "60", "USD million", "at least"),
    ("Capex of $60-65m is planned.", "65", "USD million", "up to"),
    ("Bids came to £30 to 35m.", "30", "GBP million", "at least"),
    ("In all 28 banks backed at least part of it.", "28", ("banks", "banks"), None),
    ("It owns 28 barges at least.", "28", ("barges", "barges"), "at least"),
    ("She presided over 28 hearings.", "28", ("hearings", "hearings"), None),
    ("The house passed 28 bills.", "28", ("bills", "bills"), None),
    ("The app passed 28 million users.", "28000000", ("users", "users"), "over"),
    ("Not all 28 wells flow.", "28", ("wells", "wells"), None),
    ("They did not miss the 6% goal.", "6", "%", None),
    ("Nobody has denied fault, and 28 pumps leak.", "28", ("pumps", "pumps"), None),
    ("It never had more than 28 tellers.", "28", ("tellers", "tellers"), "up to"),
    ("Its price-to-book was 1.3.", "1.3", "x", None),
    ("Net debt to EBITDA was 1.7.", "1.7", "x", None),
    ("Interest cover was 6.1.", "6.1", "x", None),
    ("Mean weight was 71 kg (SD 8.4).", "8.4", "", None),
    ("Mortality fell (HR 0.64; 95% CI, 0.51-0.80).", "0.64", "", None),
    ("Beds let, 8,100 / 7,900, beat the plan.", "8100", ("beds", "beds"), None),
    ("Beds let, 8,100 / 7,900, beat the plan.", "7900", ("beds", "beds"), None),
    ("Orders, 910 in all, came early.", "910", ("orders", "orders"), None),
    ("Eleven out of 28 towns agreed.", "28", ("towns", "towns"), None),
    ("Eleven out of 28 towns agreed.", "11", ("towns", "towns"), None),
    ("Nine out of ten towns agreed.", "90", "%", None),
    ("Gas fetched $2.90 per mcf.", "2.90", ("USD per mcf", "美元/千立方英尺"), None),
    ("Scope 3 emissions fell 8%.", "-8", "%", None),
)  # fmt: skip

NOT_STATED: tuple[Row, ...] = (
    ("The council contracted 240 MW of storage.", "-240", "MW", None),
    ("Network losses stood at 5.9%.", "-5.9", "%", None),
    ("The smelter burned 0.9 million tonnes of coke.", "-0.9", "million tonnes", None),
    ("The drop-out rate was 7%.", "-7", "%", None),
    ("The owner sank $70 million into the mill.", "-70", "USD million", None),
    ("After a loss of $2 million it earned $9 million.", "-9", "USD million", None),
    ("Capex of $60-65m is planned.", "60", "USD", "at least"),
    ("The bank denied that it would close 28 branches.", "28", ("branches", "branches"), None),
    ("It denied claims that 28 pumps leak.", "28", ("pumps", "pumps"), None),
    ("In all 28 banks backed at least part of it.", "28", ("banks", "banks"), "at least"),
    ("The house passed 28 bills.", "28", ("bills", "bills"), "over"),
    ("Mortality fell (HR 0.64; 95% CI, 0.51-0.80).", "0.64", "%", None),
    ("Scope 3 emissions fell 8%.", "3", "", None),
)  # fmt: skip

NO_FIGURE = (
    "The office is at 310 Quay Street, Cork.",
    "See the 10-K.",
    "The Boeing 787-9 seats more.",
    "Signed this 14th day of May 2026.",
)

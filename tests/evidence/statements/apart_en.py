"""English figures that what stands beside them leaves alone: another clause, a herd, a denial.

Clauses behind a comma, what is ruled out, some of a time, sums in a money that stands behind them,
herds and fleets, margins without a unit, models by their year.
"""

from tests.evidence.statements import Row

_JETS = "Passengers came to 6.8 million, and 41 jets were in use."

STATED: tuple[Row, ...] = (
    (_JETS, "6.8", ("million passengers", "百万旅客"), None),
    ("Visits stand at 64 million, and 8 million people use it daily.", "8", ("million people", "百万人"), None),
    ("It has crews of 12, 9, and 7 people.", "12", "people", None),
    ("Tolls cannot exceed $9.", "9", "USD", "up to"),
    ("Uploads top out at 20 MB a day.", "20", ("MB per day", "MB/天"), "up to"),
    ("It has not ruled out a rise of 5%.", "5", "%", None),
    ("It ruled out a bid and bought 12 mills.", "12", ("mills", "家工厂"), None),
    ("It ruled out selling its 40 inns.", "40", ("inns", "家旅馆"), None),
    ("The rival is one five times its size.", "5", "x", None),
    ("They hold 9.6 million class B shares.", "9.6", ("million shares", "百万股"), None),
    ("Earnings of $2.14 a share topped the $2.05 consensus.", "2.05", "USD per share", None),
    ("Sales in Asia fell 4% and those at home 2%.", "-2", "%", None),
    ("Rain fell on 19 of 30 days.", "19", "days", None),
    ("Costs fell in 8 of the last 9 months.", "8", "months", None),
    ("Fifteen hundred jobs will go over 18 months.", "18", "months", None),
    ("It hosts 2025 models.", "2025", "models", None),
    ("Robots per line went up to 48 from 31.", "48", ("robots", "台机器人"), None),
    ("It owes A$51 million, or about 33 million in U.S. dollars.", "33", "USD million", "about"),
    ("We forecast 2.0 million barrels, give or take 50,000.", "50000", ("barrels", "桶"), None),
    ("A herd of 12,600 dairy cows grazes there.", "12600", ("cows", "头牛"), None),
    ("A crew of 40 sailors left.", "40", ("crew", "名船员"), None),
    ("The union speaks for 230,000 teachers and nurses.", "230000", ("teachers and nurses", "名教师和护士"), None),
    ("The pit moved 4.6 million tonnes of ore and 11.9 million of waste.", "11.9", ("million tonnes", "百万吨"), None),
    ("Gas fell through the $2 mark.", "2", "USD", "under"),
    ("The stay is 3 nights minimum.", "3", ("nights", "晚"), "at least"),
    ("It stands 240 basis points above the minimum.", "240", "bp", None),
    ("Nagoya-based Tokiwa Rail booked revenue of ¥318 billion.", "318", "JPY billion", None),
    ("Hangzhou start-up Lanxi raised ¥450 million.", "450", "CNY million", None),
    ("Fees came to eight million Bermuda dollars.", "8", "BMD million", None),
    ("The swap cost the town 18 million kronor.", "18", "SEK million", None),
    ("Its share lost 1.1 points.", "-1.1", ("points", "点"), None),
    ("The group isn't alone: 38 rivals cut prices.", "38", ("rivals", "家对手"), None),
)  # fmt: skip
NOT_STATED: tuple[Row, ...] = (
    (_JETS, "6.8", ("million jets", "百万架飞机"), None),
    ("Tolls cannot exceed $9.", "9", "USD", "over"),
    ("It ruled out a rise of 5%.", "5", "%", None),
    ("Analysts ruled out paying more than 5%.", "5", "%", "over"),
    ("They hold 9.6 million class B shares.", "9.6", ("million shares", "百万股"), "order of"),
    ("Sales in Asia fell 4% and those at home 2%.", "2", "%", None),
    ("Rain fell on 19 of 30 days.", "19", "months", None),
    ("Fifteen hundred jobs will go over 18 months.", "18", "months", "over"),
    ("There are discounts on 2025 models.", "2025", "models", None),
    ("Robots per line went up to 48 from 31.", "48", ("lines", "条生产线"), None),
    ("It owes A$51 million, or about 33 million in U.S. dollars.", "33", "AUD million", "about"),
    ("We expect $40 million, give or take 5.", "5", "USD", None),
    ("A herd of 12,600 dairy cows grazes there.", "12600", ("herds", "个牛群"), None),
    ("The pit sold 40 kg of tea and 12 of its shops.", "12", "kg", None),
    ("Gas fell through the $2 mark.", "2", "USD", None),
    ("Its share lost 1.1 points.", "1.1", "pp", None),
    ("The group isn't alone: 38 rivals cut prices.", "38", ("prices", "个价格"), None),
    ("Visitors came to 310,000, locals to 88,000.", "88000", ("visitors", "名游客"), None),
    ("Nagoya-based Tokiwa Rail booked revenue of ¥318 billion.", "318", "CNY billion", None),
)  # fmt: skip

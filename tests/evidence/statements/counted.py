"""Sentences in which a figure takes its noun, its money or its sign from words farther off.

What a verb does again, whose things they are, where they are, what stands before a comma, which
money 元 is, what is down behind its number, sizes that count nothing, and spans of days.
"""

from tests.evidence.statements import Row

STATED: tuple[Row, ...] = (
    # Currency carried
    ("公司斥资港币30亿元购楼，其中20亿元为贷款。", "20", "亿港元", None),
    ("本季净利润为新台币4.2亿元，每股盈余3.5元。", "3.5", "TWD", None),
    ("售价由港币1,200元下调至980元。", "980", "HKD", None),
    ("公司斥资港币30亿元购楼，约合27亿元人民币。", "27", "亿元", "about"),
    ("公司在台营收新台币45亿元，折合约10亿元。", "10", "亿元", "about"),
    ("以新台币计，全年营收为210亿元。", "210", "亿新台币", None),
    ("出口额为48亿元（以美元计）。", "48", "亿美元", None),
    ("外贸出口1.2万亿元，以美元计增长3.1%。", "12000", "亿元", None),
    ("人民币5.2亿元，去年4.8亿元。", "4.8", "亿元", None),
    ("以人民币计，收入为12亿元。", "12", "亿元", None),
    ("營收為新臺幣120億元，較去年同期的110億元增加。", "110", "亿新台币", None),
    ("募资港币5亿元，人民币3亿元。", "3", "亿元", None),
    # Over a verb
    (
        "Retailers cut 4,000 positions, and warehouses added 2,500.",
        "2500",
        ("positions", "个职位"),
        None,
    ),
    ("The north opened 14 branches and the south closed nine.", "9", ("branches", "家分行"), None),
    (
        "Ford sold 61,000 vans in May, while rivals sold 74,000.",
        "74000",
        ("vans", "辆面包车"),
        None,
    ),
    ("Builders took on 3,100 workers; factories shed 1,800.", "1800", ("workers", "名工人"), None),
    (
        "The bank hired 300 analysts while brokers let go 120.",
        "120",
        ("analysts", "名分析师"),
        None,
    ),
    ("Stores rose by 40 to 900, and orders gained 6,100.", "6100", "orders", None),
    ("Hotels created 900 jobs and restaurants 400.", "400", ("jobs", "个岗位"), None),
    # Number as a verb
    ("Users of the tool now number 41,000.", "41000", "users", None),
    ("Its engineers numbered 1,900, half of them abroad.", "1900", ("engineers", "名工程师"), None),
    (
        "Staff at the two plants number 640, a quarter of whom are women.",
        "640",
        ("staff", "名员工"),
        None,
    ),
    ("Staff at the two plants number 640, a quarter of whom are women.", "25", "%", None),
    ("Members totalled 12,400, two thirds of them retired.", "12400", ("members", "名会员"), None),
    (
        "The firm has 3,200 clients, a fifth of which are banks.",
        "3200",
        ("clients", "家客户"),
        None,
    ),
    ("The firm has 3,200 clients, a fifth of which are banks.", "20", "%", None),
    ("Visitors to the 14 parks rose to 410,000.", "410000", ("visitors", "名访客"), None),
    ("Beds in its 12 homes reached 900.", "900", ("beds", "张床位"), None),
    ("Sales of tools hit 41,000.", "41000", ("tools", "件工具"), None),
    ("Orders for 14 ships rose to 31.", "31", "orders", None),
    ("The 14 parks drew 31,000 visitors.", "31000", ("visitors", "名访客"), None),
    ("Owners of electric cars reached 310,000.", "310000", ("owners", "名车主"), None),
    (
        "The number of owners of electric cars reached 310,000.",
        "310000",
        ("owners", "名车主"),
        None,
    ),
    ("Registrations of electric cars reached 310,000.", "310000", ("cars", "辆车"), None),
    ("The firm signed 14 leases and its rival gained nine.", "9", ("leases", "份租约"), None),
    # Sign after the number
    ("Sales came to $4 million, 5% down year on year.", "-5", "%", None),
    ("Shares closed 2% down.", "-2", "%", None),
    ("Profit was 12% down at $40 million.", "-12", "%", None),
    ("Volumes were 8% down from a year ago.", "-8", "%", None),
    ("Margins were 40 basis points down on last year.", "-40", "bp", None),
    ("Orders were 14% up on the quarter.", "14", "%", None),
    ("Buyers make a 20% down payment.", "20", "%", None),
    ("It put 10% down and borrowed the rest.", "10", "%", None),
    ("Traffic ended the month 6% down.", "-6", "%", None),
    ("Revenue, 7% down in euros, was 4% up in dollars.", "-7", "%", None),
    ("Revenue, 7% down in euros, was 4% up in dollars.", "4", "%", None),
    ("The stock is 30% off its high.", "-30", "%", None),
    ("Prices are 15% off until Sunday.", "15", "%", None),
    ("Turnover of €3.1 billion, 2% down, missed forecasts.", "-2", "%", None),
    # Of the line's 37
    ("Four of Orrin's 12 plants will close.", "4", ("plants", "家工厂"), None),
    ("Nine of the group's 41 hotels are in Spain.", "9", ("hotels", "家酒店"), None),
    ("Three of her company's 14 drivers resigned.", "3", ("drivers", "名司机"), None),
    ("About 40 of the city's 300 buses are electric.", "300", ("buses", "辆公交车"), None),
    ("About 40 of the city's 300 buses are electric.", "40", ("buses", "辆公交车"), "about"),
    ("Two of its remaining five directors resigned.", "2", ("directors", "名董事"), None),
    ("Seven of the top 20 lenders agreed.", "7", ("lenders", "家银行"), None),
    ("Five of the 12 new stores opened in May.", "5", "stores", None),
    ("Some holders of the 2031 loan balked, yet 92% of them agreed to extend it.", "92", "%", None),
    ("Costs rose, yet profit grew 9%.", "9", "%", None),
    ("Yet sales fell 4%.", "-4", "%", None),
    ("It is the best result yet: 31 stores opened.", "31", "stores", None),
    ("Its biggest order yet was for 31 trains.", "31", ("trains", "列火车"), None),
    ("It is small yet employs 400 people.", "400", "people", None),
    # Apposition
    ("Hotels open, 92 against 88 a year ago.", "92", ("hotels", "家酒店"), None),
    ("Hotels open, 92 against 88 a year ago.", "88", ("hotels", "家酒店"), None),
    ("Staff at year-end, 4,100, up from 3,900.", "4100", ("staff", "名员工"), None),
    ("Staff at year-end, 4,100, up from 3,900.", "3900", ("staff", "名员工"), None),
    ("Passengers carried, 1.9 million vs 1.7 million.", "1900000", ("passengers", "名旅客"), None),
    ("Passengers carried, 1.9 million vs 1.7 million.", "1700000", ("passengers", "名旅客"), None),
    ("Rooms sold, 310,000 compared with 290,000.", "310000", ("rooms", "间客房"), None),
)
NOT_STATED: tuple[Row, ...] = (
    # Currency carried
    ("公司斥资港币30亿元购楼，其中20亿元为贷款。", "20", "亿元", None),
    ("公司在台营收新台币45亿元，折合约10亿元。", "10", "亿新台币", None),
    ("外贸出口1.2万亿元，以美元计增长3.1%。", "12000", "亿美元", None),
    ("募资港币5亿元，人民币3亿元。", "3", "亿港元", None),
    # Over a verb
    (
        "Retailers cut 4,000 positions, and warehouses added 2,500.",
        "2500",
        ("warehouses", "座仓库"),
        None,
    ),
    (
        "Ford sold 61,000 vans in May, while rivals sold 74,000.",
        "74000",
        ("rivals", "个对手"),
        None,
    ),
    (
        "Builders took on 3,100 workers; factories shed 1,800.",
        "1800",
        ("factories", "家工厂"),
        None,
    ),
    ("The bank hired 300 analysts while brokers let go 120.", "120", ("brokers", "名经纪人"), None),
    ("Stores rose by 40 to 900, and orders gained 6,100.", "6100", "stores", None),
    (
        "Airlines added 40 routes and rail operators dropped 12.",
        "12",
        ("operators", "家运营商"),
        None,
    ),
    # Number as a verb
    ("Users of the tool now number 41,000.", "41000", ("tools", "个工具"), None),
    (
        "Staff at the two plants number 640, a quarter of whom are women.",
        "640",
        ("plants", "家工厂"),
        None,
    ),
    (
        "Staff at the two plants number 640, a quarter of whom are women.",
        "640",
        ("women", "名女性"),
        None,
    ),
    ("The firm has 3,200 clients, a fifth of which are banks.", "3200", ("banks", "家银行"), None),
    ("Hotels created 900 jobs and restaurants 400.", "400", ("restaurants", "家餐厅"), None),
    ("Visitors to the 14 parks rose to 410,000.", "410000", ("parks", "座公园"), None),
    ("Beds in its 12 homes reached 900.", "900", ("homes", "家养老院"), None),
    ("Owners of electric cars reached 310,000.", "310000", ("cars", "辆车"), None),
    # Sign after the number
    ("Sales came to $4 million, 5% down year on year.", "5", "%", None),
    ("Volumes were 8% down from a year ago.", "8", "%", None),
    ("Buyers make a 20% down payment.", "-20", "%", None),
    ("Revenue, 7% down in euros, was 4% up in dollars.", "-4", "%", None),
    # Of the line's 37
    ("Four of Orrin's 12 plants will close.", "4", "employees", None),
    ("Nine of the group's 41 hotels are in Spain.", "9", ("groups", "个集团"), None),
    ("About 40 of the city's 300 buses are electric.", "40", "cities", None),
    ("The firm has yet to sell 40 cars.", "40", ("cars", "辆车"), None),
    ("The plant has not yet made 40 cars.", "40", ("cars", "辆车"), None),
    ("The tally is yet to pass 500 stores.", "500", "stores", None),
    # Apposition
    ("Hotels open, 92 against 88 a year ago.", "88", "employees", None),
    ("Passengers carried, 1.9 million vs 1.7 million.", "1700000", ("carriers", "家承运商"), None),
)

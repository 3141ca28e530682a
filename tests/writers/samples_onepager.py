"""A one-pager with made-up content: three views of a maker of weather software, en and zh."""

from dataclasses import replace
from datetime import date

from exporter.facts.words import Lang
from exporter.report.pdf.model import Bar, Card, KeyFigure, Matrix, OnePager, Picture
from exporter.report.properties import Properties

_LABELS = {
    "en": {
        "views": "What the brokers think",
        "figures": "Key figures behind the views",
        "drivers": "Who names which driver",
        "driver": "Driver",
        "named": "named in the quoted report",
        "not_named": "not named",
        "exhibit": "Exhibit",
        "disclosures": "Disclosures",
        "as_of": "As of",
        "source": "Source",
        "page_of": "Page {page} of {pages}",
    },
    "zh": {
        "views": "券商观点",
        "figures": "观点背后的关键数据",
        "drivers": "各家提及的驱动因素",
        "driver": "驱动因素",
        "named": "引文中提及",
        "not_named": "未提及",
        "exhibit": "图表",
        "disclosures": "声明",
        "as_of": "截至",
        "source": "资料来源",
        "page_of": "第{page}页，共{pages}页",
    },
}
_CARDS = {
    "en": (
        Card(
            id="north-harbour",
            broker="North Harbour",
            subject="Cirrus Forecasting Cloud",
            stance="positive",
            stance_label="Positive",
            thesis="Hourly forecasts have become part of how ports and grid operators plan their "
            "day, and a product that is asked forty times a day is hard to take away again.",
            drivers=(
                "Longer contracts with grid operators",
                "Own ground stations in six provinces",
                "Price per forecast falls by half",
            ),
            terms=(("Rating", "Outperform"), ("Target price", "HK$46.00")),
            quote="我们认为，云岚预报云已成为港口调度的日常工具，续约率有望保持在九成以上。",
            quote_lang="zh",
            translation="We believe that Cirrus Forecasting Cloud has become an everyday tool of "
            "port control, and that renewals can stay above nine in ten.",
        ),
        Card(
            id="meridian",
            broker="Meridian Securities",
            subject="Storm alerts",
            stance="neutral",
            stance_label="Neutral",
            thesis="Storm alerts win attention in the typhoon season and lose it in winter; "
            "revenue will follow the calendar until insurers pay for the data all year.",
            drivers=("Insurers as paying customers", "Longer contracts with grid operators"),
            terms=(("Rating", "Hold"),),
            quote="Alerts are loved in August and forgotten in January.",
            quote_lang="en",
            translation="",
        ),
        Card(
            id="lotus-bridge",
            broker="Lotus Bridge",
            subject="Cirrus Sky, the consumer app",
            stance="negative",
            stance_label="Negative",
            thesis="The app has many readers and few subscribers, and phone makers now give "
            "away what it sells.",
            drivers=("Free forecasts by phone makers", "Price per forecast falls by half"),
            terms=(("Rating", "Reduce"), ("Target price", "HK$21.50"), ("Report", "12 May 2031")),
            quote="手机厂商免费提供逐小时预报，付费用户的增长已经停下来了。",
            quote_lang="zh",
            translation="Phone makers give hourly forecasts away, and the number of paying users "
            "has stopped growing.",
        ),
    ),
    "zh": (
        Card(
            id="north-harbour",
            broker="北港证券",
            subject="云岚预报云",
            stance="positive",
            stance_label="正面",
            thesis="逐小时预报已经进入港口与电网的日常调度流程；一天被查询四十次的产品，"
            "客户很难再离开它。",
            drivers=("与电网公司的长期合同", "六个省份的自建地面站", "单次预报价格下降一半"),
            terms=(("评级", "跑赢行业"), ("目标价", "46.00 港元")),
            quote="我们认为，云岚预报云已成为港口调度的日常工具，续约率有望保持在九成以上。",
            quote_lang="zh",
            translation="",
        ),
        Card(
            id="meridian",
            broker="子午线证券",
            subject="风暴预警",
            stance="neutral",
            stance_label="中性",
            thesis="风暴预警在台风季备受关注，冬季则少有人用；在保险公司愿意全年为数据付费之前，"
            "收入仍将随季节起伏。",
            drivers=("保险公司成为付费客户", "与电网公司的长期合同"),
            terms=(("评级", "持有"),),
            quote="Alerts are loved in August and forgotten in January.",
            quote_lang="en",
            translation="预警在八月备受喜爱，到一月就被忘记。",
        ),
        Card(
            id="lotus-bridge",
            broker="莲桥研究",
            subject="消费者应用“云岚天空”",
            stance="negative",
            stance_label="负面",
            thesis="应用读者众多而订阅者寥寥，手机厂商如今把它出售的东西免费送给用户。",
            drivers=("手机厂商的免费预报", "单次预报价格下降一半"),
            terms=(("评级", "减持"), ("目标价", "21.50 港元"), ("报告日期", "2031年5月12日")),
            quote="手机厂商免费提供逐小时预报，付费用户的增长已经停下来了。",
            quote_lang="zh",
            translation="",
        ),
    ),
}
_MATRICES = {
    "en": Matrix(
        brokers=("North Harbour", "Meridian Securities", "Lotus Bridge"),
        rows=(
            ("Longer contracts with grid operators", (True, True, False)),
            ("Own ground stations in six provinces", (True, False, False)),
            ("Price per forecast falls by half", (True, False, True)),
            ("Insurers as paying customers", (False, True, False)),
            ("Free forecasts by phone makers", (False, False, True)),
        ),
    ),
    "zh": Matrix(
        brokers=("北港证券", "子午线证券", "莲桥研究"),
        rows=(
            ("与电网公司的长期合同", (True, True, False)),
            ("六个省份的自建地面站", (True, False, False)),
            ("单次预报价格下降一半", (True, False, True)),
            ("保险公司成为付费客户", (False, True, False)),
            ("手机厂商的免费预报", (False, False, True)),
        ),
    ),
}
_FIGURES = {
    "en": (
        KeyFigure("renewals", "> 90%", "", "Renewal rate", "Forecasting Cloud", "Apr 2031"),
        KeyFigure("queries", "40", "times a day", "Queries per port", "Forecasting Cloud", "2031"),
        KeyFigure("readers", "≈ 62,000,000", "", "Monthly readers", "Cirrus Sky", "May 2031"),
        KeyFigure("stations", "1,180", "stations", "Ground stations", "Cirrus", "31 Dec 2030"),
    ),
    "zh": (
        KeyFigure("renewals", "90%以上", "", "续约率", "云岚预报云", "2031年4月"),
        KeyFigure("queries", "40次/天", "", "每个港口的查询次数", "云岚预报云", "2031年"),
        KeyFigure("readers", "约6200万", "", "月读者数", "云岚天空", "2031年5月"),
        KeyFigure("stations", "1,180座", "", "地面站", "云岚", "2030年12月31日"),
    ),
}
_PICTURES = {
    "en": Picture(
        title="Share of ports that use forecasts, by region",
        alt_text="Bar chart: Bohai 81%, Yangtze Delta 64%, Pearl River Delta 47%, Beibu Gulf 18%",
        bars=(
            Bar("Bohai", "81%", 1.0),
            Bar("Yangtze Delta", "64%", 64 / 81),
            Bar("Pearl River Delta", "47%", 47 / 81),
            Bar("Beibu Gulf", "18%", 18 / 81),
        ),
    ),
    "zh": Picture(
        title="使用预报的港口占比（按区域）",
        alt_text="条形图：环渤海 81%，长三角 64%，珠三角 47%，北部湾 18%",
        bars=(
            Bar("环渤海", "81%", 1.0),
            Bar("长三角", "64%", 64 / 81),
            Bar("珠三角", "47%", 47 / 81),
            Bar("北部湾", "18%", 18 / 81),
        ),
    ),
}
_SOURCES = {
    "en": "Harbour Weather Review, 14 May 2031",
    "zh": "《港口气象评论》，2031年5月14日",
}
_DISCLOSURES = {
    "en": (
        (
            "The views on this page are those of the brokers named; they are quoted for "
            "information and are no offer to buy or sell. All names and figures are made up."
        ),
        (
            "Every figure has been checked against the words quoted, and every quote against its "
            "source. Translations are ours."
        ),
    ),
    "zh": (
        "本页观点均为所列券商的观点，仅供参考，不构成买卖要约。所有名称与数据均为虚构。",
        "每个数字均已对照引文核验，每段引文均已对照来源核验。译文由我们提供。",
    ),
}
_HEADS = {
    "en": (
        "Weather by subscription: three views on Cirrus",
        "Ports and grids keep paying; the consumer app does not follow",
        "14 May 2031",
    ),
    "zh": ("订阅天气：三家券商看云岚", "港口与电网持续付费，消费者应用尚未跟上", "2031年5月14日"),
}


def make_page(lang: Lang = "en") -> OnePager:
    """The sample in one language."""
    title, subtitle, edition = _HEADS[lang]
    return OnePager(
        name="broker-views",
        lang=lang,
        title=title,
        subtitle=subtitle,
        edition=edition,
        cards=_CARDS[lang],
        matrix=_MATRICES[lang],
        figures=_FIGURES[lang],
        picture=_PICTURES[lang],
        sources=dict.fromkeys(("views", "drivers", "figures", "picture"), _SOURCES[lang]),
        notes={},
        disclosures=_DISCLOSURES[lang],
        labels=_LABELS[lang],
        properties=Properties(
            title=title,
            subject=subtitle,
            author="Sample Desk",
            keywords="weather, brokers",
            created=date(2031, 5, 14),
        ),
        places={card.id: ("views.yaml", 10 * n) for n, card in enumerate(_CARDS[lang], 1)},
    )


def with_views(count: int, lang: Lang = "en") -> OnePager:
    """The sample with `count` views: its own three, again and again under new names."""
    page = make_page(lang)
    cards = tuple(
        replace(page.cards[n % 3], id=f"view-{n + 1}", broker=f"{page.cards[n % 3].broker} {n + 1}")
        for n in range(count)
    )
    return replace(
        page,
        cards=cards,
        places={card.id: ("views.yaml", 10 * n) for n, card in enumerate(cards, 1)},
    )

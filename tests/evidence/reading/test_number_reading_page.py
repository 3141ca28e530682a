"""docs/number-reading.md says what the reader knows: it is made from the reader's own tables.

`make golden` renews it.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from exporter.evidence.reading import Figure, Role, read_figures
from exporter.evidence.reading.vocabulary import numbers, qualifiers
from exporter.facts.currencies import CURRENCIES, CURRENCY_NAMES, MINORS
from exporter.facts.measures import MEASURES
from exporter.facts.units import KNOWN_UNITS
from exporter.facts.words import Qualifier

PAGE = Path(__file__).parents[3] / "docs" / "number-reading.md"

READ = (
    "revenue of RMB1.2bn", "$85MM in cash", "Rs 18,420 crore", "3.2 lakh scooters", "€0.9T", "two-and-a-half percent",
    "three thousand, four hundred and twelve votes", "4-1/4%", "2½ hours", "one in five homes", "four tenths of a percent",
    "1.2亿元", "三千五百万用户", "两万零十五人", "叁拾贰万元", "6个亿", "三分之一", "百分之十九", "七成半", "打八折", "翻两番", "3元5角",
    "down 24.8%", "同比下降24.8%", "(6.4%)", "fell below $74", "净亏损24亿元", "margin of (3.1%)",
    "150-200万用户", "£4m-6m", "12、15和9万吨", "31.4 vs. 26.8 months", "PE为21/17/14倍",
    "over 300 stores", "45 minutes at most", "c.15% of staff", "no more than 5%", "上百家企业", "不到3小时", "超过50%",
    "6.3 GWh", "5.2亿千瓦时", "18,500 square metres", "96 GB", "2000Mbps", "$74 per kWh", "8.7万元/吨",
    "三块五", "MEUR 320", "1.3x10^6 cells", "百 分 之 7.5", "三 百 二 十 万", "fifteen dollars fifty", "fifty-two and three twenty-fifths",
    "每股0.38港元", "8 times a day", "日均4200万件", "in 6 months", "88 cents per share", "642p",
)  # fmt: skip
TIED = (
    "$20.5 billion to $21.5 billion", "between 3 and 4 GW", "£4m-6m", "ranging from 3% to 5%", "15至20家门店", "20%~30%", "介于20%和30%之间",
    "净利润同比增长40%到55%", "$91 billion, plus or minus 2%", "20.5±0.5亿元", "71%, plus or minus 50 basis points",
    "rose from 3% to 5%", "税率从3%到5%", "毛利率下降5%至8%", "stores rose 5 to 20", "5-10-15", "15% or 20%", "20% ± 2%",
)  # fmt: skip
ROLES = {
    (Role.LOW, Role.HIGH): "a range by its ends",
    (Role.CENTRE, Role.MARGIN): "a range by its middle and margin",
    (Role.FROM, Role.TO): "a change, no range",
}
NOT_READ = (
    ("1,5 million", "a comma that parts no thousands"), ("10^8", "powers"), ("3:1", "ratios with a colon"),
    ("3万5", "a magnitude with digits glued to it"), ("1.2.3", "versions"), ("GPT-4", "names"), ("SEHK: 2057", "stock codes"),
    ("（301999）", "stock codes"), ("+44 20 7011 4455", "telephone numbers"), ("Phase 3", "numbers of things in a row"), ("[1]", "footnote marks"),
    ("10-K", "forms"), ("the 1980s", "decades"), ("in 2014", "years and dates"), ("第三季度", "quarters"), ("万一", "idioms"), ("一系列", "idioms"),
    ("not 100 users", "what the text denies"), ("并未突破1亿", "what the text denies"), ("二八定律", "digits side by side"),
    ("1 over 3", "a fraction, or two numbers"), ("6 3 折", "63折 or 3折"), ("八十千", "powers that do not fall"), ("costs $100 and fifty.", "150 or 100.50"),
    ("two hundred thirty fifths", "200/35 or 230/5"), ("percent of 10", "10 %, or a part of ten"), ("4,310.5 G", "a letter that is no magnitude and no unit"), ("9:30", "times of day"),
)  # fmt: skip


def shown(figure: Figure) -> str:
    value = f"{float(figure.value):.12g}"
    parts = [value, figure.dimension, *sorted(figure.qualifiers - {Qualifier.EXACT})]
    per = f"per {figure.per}" if figure.per else ""
    return " ".join(filter(None, [*parts, per, "either sign" if figure.either_sign else ""]))


def tie(figures: tuple[Figure, ...]) -> str:
    """What the first two figures of a text are together."""
    return ROLES.get((figures[0].role, figures[1].role), "numbers apart")  # type: ignore[arg-type]


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    for row in (heads, ["---"] * len([*heads]), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def by_language(words: Iterable[str]) -> tuple[str, str]:
    """English and Chinese words, parted."""
    found = sorted(words)
    return (
        ", ".join(word for word in found if word[0] < "\u4e00"),
        " ".join(word for word in found if word[0] >= "\u4e00"),
    )


def page() -> Iterator[str]:
    yield from ("# What is read as a figure", "")
    yield "The numbers of a quote are read as a person would read them, in Chinese (simplified and traditional) and"
    yield "English. Whatever a number is glued to must be understood, or it is not read: never a part of it."
    yield "This page is made from the reader's own tables by a test."
    yield from ("", "## Examples", "")
    yield from table(
        ("text", "read as"),
        (("`" + text + "`", "; ".join(map(shown, read_figures(text)))) for text in READ),
    )
    yield from ("## Not read", "")
    yield from table(("text", "why"), (("`" + text + "`", why) for text, why in NOT_READ))
    yield from ("## Two numbers together", "", "Only a range confirms a range.", "")
    yield from table(
        ("text", "read as", "the numbers"),
        (
            ("`" + text + "`", tie(read_figures(text)), "; ".join(map(shown, read_figures(text))))
            for text in TIED
        ),
    )
    yield from ("## Magnitudes", "")
    sizes: dict[int, list[str]] = {}
    for words in (numbers.SCALES, numbers.SHORT_SCALES, numbers.LETTER_SCALES, numbers.POWERS_ZH):
        for word, size in words.items():
            sizes.setdefault(size, []).append(word)
    yield from table(
        ("size", "English", "Chinese"),
        ((f"{size:,}", *by_language(words)) for size, words in sorted(sizes.items())),
    )
    yield from ("## Qualifiers", "")
    readings: dict[str, list[str]] = {}
    for word, said in qualifiers.BEFORE.items():
        readings.setdefault(" or ".join(sorted(said)) or "nothing", []).append(word)
    yield from table(
        ("says", "English", "Chinese"),
        (
            (said, *by_language(words))
            for said, words in sorted(readings.items())
            if said != "nothing"
        ),
    )
    yield from (
        "## What is counted",
        "",
        "A fact in one of these units needs one of its words in the quote. The last noun of a phrase counts: store",
        "managers are no stores, and 客户经理 no customers.",
        "",
    )
    yield from table(
        ("unit", "English", "Chinese"),
        (
            (unit.key, ", ".join(unit.words[0]), " ".join(unit.words[1]))
            for unit in KNOWN_UNITS.values()
            if unit.noun
        ),
    )
    yield from ("## Physical units", "", "Symbols are exact: MW is no MWh, and GB no Gb.", "")
    yield from table(
        ("unit", "measures", "symbols", "English", "Chinese"),
        (
            (m.key, m.dimension, " ".join(m.symbols), ", ".join(m.en), " ".join(m.names_zh))
            for m in MEASURES.values()
        ),
    )
    yield from ("## Currencies", "")
    yield "What a bare $, ¥, £ or kr means, the sentence says first, then `currency:` in the source's record, then"
    yield "`currency:` in report.yaml. Where none does, $ is US dollars, £ British pounds, and ¥ yuan in Chinese text;"
    yield "¥ in English text confirms neither yuan nor yen, and kr and crowns no currency. 元 is what the sentence says before it"
    yield "(新台币92亿元，去年同期为85亿元) or for all of it (以港元计), else yuan; in traditional characters (512億元) it may also be the"
    yield "money that the record or report.yaml gives, HKD, TWD or MOP, where the sentence names no 人民幣."
    yield ""
    yield from table(
        ("code", "Chinese", "written as"),
        (
            (
                code,
                currency.zh,
                ", ".join(name for name, of in CURRENCY_NAMES.items() if of == code),
            )
            for code, currency in CURRENCIES.items()
        ),
    )
    yield from ("## Minor units", "")
    yield from table(
        ("written as", "currency", "of one"),
        ((name, code, str(size)) for name, (code, size) in MINORS.items()),
    )


def test_the_page_says_what_is_read() -> None:
    text = "\n".join(page()).rstrip() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(text, "utf-8")
    assert PAGE.read_text("utf-8") == text


def test_every_example_is_read_and_every_other_is_not() -> None:
    assert [text for text in READ if not read_figures(text)] == []
    assert [text for text, _ in NOT_READ if read_figures(text)] == []

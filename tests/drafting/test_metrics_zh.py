"""What Chinese sentences call their figures."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporter.drafting.metrics import metric_of, zh
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Sentence, Setting
from exporter.facts.words import Bilingual
from tests.drafting.named_sentences import named_sentences
from tests.drafting.stated_figures import sentence_of, setting_of, stated_of

_NAMED = named_sentences(Path(__file__).with_name("metrics_zh.txt"))
_SETTING = setting_of("zh", Bilingual("Tesla", "特斯拉"), Bilingual("Alibaba", "阿里巴巴"))


def _names(text: str) -> list[str]:
    return [metric_of(one, sentence_of(text), _SETTING).value for one in stated_of(text)]


@pytest.mark.parametrize(("text", "names"), _NAMED, ids=[text for text, _ in _NAMED])
def test_a_figure_is_called_as_an_analyst_would(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("特斯拉三季度营收同比增长12%。", "营收同比增速"),
        ("阿里巴巴集团实现净利润32亿元。", "净利润"),
        ("特斯拉的毛利率为18%。", "毛利率"),
        ("截至6月末，该行不良贷款率为1.31%。", "不良贷款率"),
        ("報告期內，本集團毛利率為38.7%。", "毛利率"),
    ],
)
def test_whose_it_is_and_when_it_was_stay_out(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("营收同比增长12%。", False),
        ("新开35家门店。", False),
        ("同比增长12%。", True),
        ("竞争加剧，该业务毛利率为22%。", True),
    ],
)
def test_a_name_that_the_words_leave_open_is_a_doubt(text: str, is_open: bool) -> None:
    guess = metric_of(stated_of(text)[0], sentence_of(text), _SETTING)
    assert guess.value
    assert bool(guess.doubt) is is_open


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("星瀾遊戲", ["純利", "純利同比增速", "周轉天數"]),
        ("海澳航空", ["纯利", "纯利同比增速", "周转天数"]),
    ],
)
def test_names_are_in_the_characters_of_the_reports_own(name: str, expected: list[str]) -> None:
    text = "純利9.12億元，按年升38%；周轉天數達112日。"
    setting = setting_of("zh", Bilingual("Games", name))
    assert [metric_of(one, sentence_of(text), setting).value for one in stated_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第二条6万吨线已于今年5月点火。", "第二条线产能"),
        ("衢州基地一条5万吨老线将停产检修。", "衢州基地老线产能"),
        ("公司有3条产线。", "产线数"),
    ],
)
def test_a_line_told_by_its_size_has_a_capacity(text: str, name: str) -> None:
    assert _names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司新推出的电动自行车“山雀”上市半年已售出4万辆。", "电动自行车山雀销量"),
        ("公司推出的新品“山雀”上市两个月已售出4万辆。", "山雀销量"),
        ("“山雀”上市半年，公司已售出4万辆。", "销量"),
    ],
)
def test_what_is_sold_is_the_product_in_quotation_marks(text: str, name: str) -> None:
    assert _names(text)[-1] == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("公司年产能合计60万吨。", "衢州基地年产能"),
        ("公司有四座基地，设计年产能60万吨。", "衢州基地设计年产能"),
        ("公司年销售额60亿元。", "衢州基地"),
        ("公司年产能合计60万吨。\n", "衢州基地"),
    ],
)
def test_sites_have_the_measure_of_the_sentence_before(before: str, name: str) -> None:
    text = "其中衢州基地25万吨，嘉兴基地20万吨。"
    source = replace(_SETTING.source, text=before + text)
    sentence = replace(sentence_of(text), start=len(before), end=len(before) + len(text))
    setting = replace(_SETTING, source=source)
    assert metric_of(stated_of(text)[0], sentence, setting).value == name


@pytest.mark.parametrize(
    ("before", "name", "is_sure"),
    [
        ("利润下滑主要由于对地方客户应收款计提拨备。", "剔除地方客户应收款拨备的净利润", True),
        ("亏损主要是计提了商誉减值。", "剔除商誉减值的净利润", True),
        ("净利润下降，主要因汇兑损失。", "剔除汇兑损失的净利润", True),
        ("净利润大增，主要由于确认了大额搬迁补助。", "剔除搬迁补助的净利润", True),
        ("全年净利润3亿元。", "净利润", False),
        ("利润下滑主要由于天气不好。", "净利润", False),
    ],
)
def test_what_is_only_pointed_at_is_what_weighed_on_the_result(
    before: str, name: str, is_sure: bool
) -> None:
    setting, text = _after(before, "剔除该项影响后，净利润为2.1亿元。")
    guess = metric_of(stated_of(text.text)[0], text, setting)
    assert (guess.value, guess.doubt == "") == (name, is_sure)


def _after(before: str, text: str) -> tuple[Setting, Sentence]:
    """A sentence behind another one of the same paragraph."""
    source = replace(_SETTING.source, text=before + text)
    setting = replace(_SETTING, source=source)
    return setting, Sentence(len(before), len(before) + len(text), text, 0)


def test_the_figures_that_a_name_goes_by_are_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def count(site: Site) -> None:
        asked.append((site.start, site.end))

    monkeypatch.setattr(zh, "_RULES", (count, *zh._RULES))
    pairs = (f"{name}业务收入{at}亿元,同比增长{at}%" for at, name in enumerate("甲乙丙丁戊己", 2))
    text = f"{';'.join(pairs)}。"
    assert metric_of(stated_of(text)[-1], sentence_of(text), _SETTING).value == "己业务收入同比增速"
    assert len(asked) == len(set(asked)) > 1

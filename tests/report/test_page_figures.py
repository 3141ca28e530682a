"""Figures as pages show them."""

from fractions import Fraction

import pytest

from exporter.facts.unit_names import find_unit
from exporter.facts.units import KNOWN_UNITS
from exporter.facts.words import Lang, Qualifier
from exporter.report.formats import NumberLook, places_shown
from exporter.report.page_figures import show_on_page, show_with_minus

EXACT, OVER, ABOUT = Qualifier.EXACT, Qualifier.OVER, Qualifier.ABOUT


def _look(unit: str, qualifier: Qualifier, lang: Lang, *ends: Fraction) -> NumberLook:
    known = KNOWN_UNITS.get(unit) or find_unit(unit)
    assert known
    decimals = 1 if any(end.denominator != 1 for end in ends) else 0
    places = places_shown(decimals, known.moved(lang), *ends)
    return NumberLook(known, places, qualifier, lang, (*ends, None)[1])


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "en", "zh"),
    [
        ("100000000", "downloads", OVER, "> 100 million", "1亿次下载以上"),
        ("30000000", "tonnes", OVER, "> 30 million tonnes", "3000万吨以上"),
        ("108900000", "people", EXACT, "108.9 million", "1.089亿人"),
        ("1250000", "people", ABOUT, "≈ 1.25 million", "约125万人"),
        ("14200", "people", ABOUT, "≈ 14,200", "约1.42万人"),
        ("148372", "people", EXACT, "148,372", "148,372人"),
        ("12345678", "people", EXACT, "12,345,678", "12,345,678人"),
        ("1000000000000", "people", EXACT, "1 trillion", "1万亿人"),
        ("9999", "people", Qualifier.NEARLY, "nearly 9,999", "近9,999人"),
        ("38", "%", Qualifier.AT_LEAST, "≥ 38%", "至少38%"),
        ("38", "%", Qualifier.UP_TO, "≤ 38%", "至多38%"),
        ("38", "%", Qualifier.UNDER, "< 38%", "不到38%"),
        ("1000", "people", Qualifier.ORDER_OF, "~ 1,000", "1,000人量级"),
        ("-38", "EUR million", EXACT, "−€38 mn", "−38百万欧元"),
        ("-3.5", "%", ABOUT, "≈ −3.5%", "约−3.5%"),
    ],
)
def test_a_number(value: str, unit: str, qualifier: Qualifier, en: str, zh: str) -> None:
    end = Fraction(value)
    assert show_on_page(end, _look(unit, qualifier, "en", end)) == en
    assert show_on_page(end, _look(unit, qualifier, "zh", end)) == zh


@pytest.mark.parametrize(
    ("low", "high", "unit", "en", "zh"),
    [
        ("2000000", "2500000", "people", "2.0–2.5 million", "200–250万人"),
        ("900000", "1500000", "people", "900,000–1,500,000", "90–150万人"),
        ("-60", "-20", "%", "−60 to −20%", "−60至−20%"),
        ("-5", "5", "%", "−5 to 5%", "−5至5%"),
        ("20.5", "21.5", "%", "20.5–21.5%", "20.5–21.5%"),
    ],
)
def test_a_range(low: str, high: str, unit: str, en: str, zh: str) -> None:
    ends = (Fraction(low), Fraction(high))
    assert show_on_page(ends[0], _look(unit, EXACT, "en", *ends)) == en
    assert show_on_page(ends[0], _look(unit, EXACT, "zh", *ends)) == zh


def test_the_evidence_page_keeps_every_digit() -> None:
    end = Fraction(-100000000)
    assert show_with_minus(end, _look("people", OVER, "zh", end)) == "> −100,000,000"

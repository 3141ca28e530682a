"""Regular expressions that are compiled at their first use."""

import pickle
import pkgutil
import re
from importlib import import_module

import pytest

from exporter.engine.regex import regex
from exporter.evidence import reading


def test_a_faulty_pattern_is_told_when_it_is_used_and_not_before() -> None:
    faulty = regex("(")
    assert faulty.pattern == "("
    with pytest.raises(re.error):
        faulty.search("")


def test_its_methods_are_those_of_a_compiled_pattern() -> None:
    figure = regex(r"(?P<digits>\d+)\s*(KM)", re.IGNORECASE)
    for _ in range(2):  # at its first use, and then
        assert (found := figure.match("12 km"))
        assert found["digits"] == "12"
    assert figure.groupindex == {"digits": 1}
    assert figure.sub("x", "3km, 4 KM") == "x, x"
    assert pickle.loads(pickle.dumps(figure)).fullmatch("5km")  # noqa: S301 - our own


def test_every_pattern_of_the_reader_of_texts_can_be_compiled() -> None:
    places = pkgutil.walk_packages(reading.__path__, f"{reading.__name__}.")
    patterns = [
        found
        for place in places
        for found in vars(import_module(place.name)).values()
        if type(found) is type(regex(""))
    ]
    assert len(patterns) > 300
    for pattern in patterns:
        pattern.search("")

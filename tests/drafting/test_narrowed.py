"""Which way changes go that a verb tells, and no sign."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.figures.narrowed import OPEN_WAY
from exporter.drafting.model import Draft
from exporter.drafting.report_drafts import readers_of
from tests.drafting.any_source import setting_of


def _drafts(text: str) -> list[Draft]:
    setting = setting_of(text)
    wanted = Wanted(Already(setting.source, [], []))
    return list(draft_source(setting, wanted, readers_of).facts)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Acme's gross margin narrowed by 90 basis points.", ["-90"]),
        ("The loss at Acme narrowed by a quarter to £6m.", ["-25", "6"]),
        ("Acme's occupancy was 71%, four points below the first half of 2024.", ["71", "-4"]),
        ("Acme's net debt was £70m, £8m lower than at the end of March.", ["70", "-8"]),
        (
            "Acme's margin fell by 90 basis points to 31%, and its yield by 2.5 points to 7%.",
            ["-90", "31", "-2.5", "7"],
        ),
        (
            "Acme's margin rose by 90 basis points to 31%, and its yield by 2.5 points to 7%.",
            ["90", "31", "2.5", "7"],
        ),
        # Not these: a reduction, a level, a rise.
        ("Acme cut its costs by 4%.", ["4"]),
        ("Acme's gross margin widened by 90 basis points.", ["90"]),
        ("Acme's loss narrowed to £6m.", ["6"]),
    ],
)
def test_a_change_has_the_sign_that_its_words_say(text: str, values: list[str]) -> None:
    assert [draft.value for draft in _drafts(text)] == values


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Acme's margin was 31%, 0.3 points worse than in 2024.", True),
        ("Acme's margin fell by 90 basis points to 31%, and its yield by 2.5 points to 7%.", False),
        ("Acme's margin fell by 90 basis points, and its yield rose by 2.5 points.", False),
    ],
)
def test_a_way_that_is_not_sure_is_told(text: str, *, is_open: bool) -> None:
    assert any(OPEN_WAY in draft.doubts for draft in _drafts(text)) is is_open


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("顶点三季度营收同比下降1.3%,降幅较上半年的2.8%有所收窄。", ["-1.3", "-2.8"]),
        ("顶点营收同比下降1.3%，跌幅小于去年同期的2.8%。", ["-1.3", "-2.8"]),
        ("顶点营收同比增长1.3%，增幅较上半年的2.8%有所收窄。", ["1.3", "2.8"]),
    ],
)
def test_an_earlier_drop_is_one_as_well(text: str, values: list[str]) -> None:
    setting = setting_of(text, "zh")
    drafts = draft_source(setting, Wanted(Already(setting.source, [], [])), readers_of).facts
    assert [draft.value for draft in drafts] == values

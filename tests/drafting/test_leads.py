"""What stands above a list says whether it is to come; a headline that tells news does not."""

import pytest

from exporter.drafting.periods.leads import outlook_above
from exporter.drafting.sentences import sentences_of
from tests.drafting.any_source import setting_of

LIST = "- Net revenue of $842 million\n- Gross margin of 54.3%\n"


@pytest.mark.parametrize(
    ("above", "is_to_come"),
    [
        ("# Outlook", True),
        ("# Full-year guidance raised", True),
        ("For 2027, Acme expects:", True),
        ("# Highlights", False),
        ("# Laboratory demand returns to growth; full-year guidance raised", False),
        ("# Acme lifts its guidance after a strong second quarter in Europe", False),
        ("In the quarter, Acme had:", False),
    ],
)
def test_what_is_above_says_whether_a_list_is_to_come(above: str, is_to_come: bool) -> None:
    setting = setting_of(f"{above}\n\n{LIST}")
    sentences = [one for one in sentences_of(setting.source, "en") if "of $842" in one.text]
    assert [bool(outlook_above(one, setting)) for one in sentences] == [is_to_come]

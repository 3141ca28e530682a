"""Texts that changed: whole, or the part that did, in whole words and figures."""

import pytest

from exporter.report.changes.changed_words import changed_words

LONG = "The second plant at Riga, which opens in spring, will make 1,200 pumps a day by 2028"
ZH = "里加第二工厂将于春季投产，预计到2028年日产水泵1,200台，较目前的产能提高约一倍，管理层维持全年资本开支计划不变，并称订单充足"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Orders", "Prices", ("Orders", "Prices")),
        ("", LONG, ("", LONG)),
        (LONG, "Cash is short", (LONG, "Cash is short")),
        (
            LONG,
            LONG.replace("1,200", "1,250"),
            ("… will make 1,200 pumps a day by 2028", "… will make 1,250 pumps a day by 2028"),
        ),
        (LONG, f"{LONG}, if power is cheap", ("… day by 2028", "… day by 2028, if power is cheap")),
        (LONG, f"At last, {LONG}", ("The second plant …", "At last, The second plant …")),
        ("Riga " + LONG, "Oslo " + LONG, ("Riga The second plant …", "Oslo The second plant …")),
        (
            ZH,
            ZH.replace("1,200", "1,250"),
            ("… 2028年日产水泵1,200台，较目前的 …", "… 2028年日产水泵1,250台，较目前的 …"),
        ),
    ],
)
def test_what_changed_is_told_in_whole_words(old: str, new: str, told: tuple[str, str]) -> None:
    assert changed_words(old, new) == told

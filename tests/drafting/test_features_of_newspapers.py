"""Features of English newspapers: what figures are called that sentences before lead up to."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_ENTITIES = tuple(Named(Bilingual(name, name)) for name in ("Acme", "Tarnholm Foods"))


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "en", entities=_ENTITIES)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


_SEEDS = (
    "Sales of seeds fell 9% in the six weeks to the end of May. Tools, which make up almost a"
    " third of revenue, did better, with sales up 5%."
)
_NAMES = [
    # What a pronoun takes up that the sentence before speaks of.
    ("The aquaria are its best asset. They brought in £7m.", ["Aquaria revenue"]),
    ("Its marinas had a fine summer. Last year they made £9m.", ["Marina earnings"]),
    (
        "The car parks are where the profit is. They took £41m and made £14m of operating profit.",
        ["Car park revenue", "Car park operating profit"],
    ),
    ("The toy division is thriving. It took in £90m.", ["Toy revenue"]),
    ("Acme's rivals are worse off. They lost £30m.", ["Loss"]),
    ("The shares are cheap. They made £3m.", ["Earnings"]),
    # What each of those costs that were bought or built.
    ("Acme bought three ferries for £9m apiece.", ["Ferries bought", "Purchase price per ferry"]),
    ("Acme built two piers at a cost of £4m each.", ["Piers built", "Cost per pier"]),
    # What somebody is paid for a piece, or for an hour.
    (
        "Acme pays its growers 38p a litre, and Tarnholm its growers 41p.",
        ["Price paid to growers", "Price paid to growers"],
    ),
    ("Acme pays its pickers £14.20 an hour.", ["Hourly pay of pickers"]),
    ("Diesel, by far its biggest expense, came to £44m.", ["Diesel cost"]),
    ("Packaging, the group's largest cost, rose 6%.", ["Packaging cost change"]),
    ("The concession, which runs to 2031, is worth £40m a year.", ["Contract value"]),
    ("Acme let 40 boats at rates that are 5% higher.", ["Boats let", "Rate change"]),
    ("It must hold assets worth at least 120% of what it owes.", ["Assets as share of what it owes"]),
    (
        "Overheads, excluding rent, which fell 3%, came to £12m.",
        ["Overheads growth excluding rent", "Overheads excluding rent"],
    ),
    # How much somebody thinks of a figure is no part of its name.
    ("Its heavy borrowings of £410m were a worry.", ["Borrowings"]),
    ("Heavy truck sales rose 4%.", ["Heavy truck sales growth"]),
    ("Acme made a paltry profit of £3m.", ["Profit"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), _NAMES, ids=[text for text, _ in _NAMES])
def test_a_figure_is_called_by_what_leads_up_to_it(text: str, names: list[str]) -> None:
    assert [draft.metric for draft in _drafts(text)] == names


@pytest.mark.parametrize(
    ("text", "periods"),
    [(_SEEDS, ["2025-04-20/2025-05-31", "", "2025-04-20/2025-05-31"])],
)
def test_a_share_that_always_stands_is_of_no_weeks(text: str, periods: list[str]) -> None:
    assert [draft.period for draft in _drafts(text)] == periods

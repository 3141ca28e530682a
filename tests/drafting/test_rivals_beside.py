"""What another has, told in a comparison: 17.2 times for larger rival Quark."""

import pytest

from tests.drafting.newspaper_drafts import drafts_of


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Acme's margin is 4%, compared with 7% for larger competitor Tarnholm Foods.", "Tarnholm Foods"),
        ("Acme trades at 14 times earnings, versus 17 times for listed rival Tarnholm Foods.", "Tarnholm Foods"),
        ("Acme trades at 14 times earnings, against 17 times for its smaller peer Tarnholm Foods.", "Tarnholm Foods"),
        # Of whom the report knows nothing
        ("Acme trades at 14 times earnings, compared with 17 times for larger rival Quarnford.", ""),
        # No comparison with another
        ("Acme's margin rose to 12%, compared with 9% for the first half.", "Acme"),
        ("Acme fetched $9 million for a depot that it sold to rival Tarnholm Foods.", "Acme"),
    ],
)  # fmt: skip
def test_what_is_compared_is_of_the_one_behind_for(text: str, entity: str) -> None:
    assert drafts_of(text)[-1].entity == entity

"""Whether words give a rating or a target price, or withdraw one."""

from exporter.evidence.conventions import Currencies
from exporter.evidence.ratings import former_ratings, stated_ratings
from exporter.evidence.target_prices import former_target_prices, target_prices
from exporter.evidence.withdrawals import no_longer_given


def states_terms(words: str, currencies: Currencies) -> bool:
    """Whether words tell of a rating or a target price of somebody's, as one that is or ended."""
    is_given = any(stated_ratings(words)) or any(target_prices(words, currencies))
    return is_given or ends_terms(words, currencies)


def ends_terms(words: str, currencies: Currencies) -> bool:
    """Whether words withdraw a rating or a target price, or put it under review."""
    if not no_longer_given(words):
        return False
    return any(former_ratings(words)) or any(former_target_prices(words, currencies))

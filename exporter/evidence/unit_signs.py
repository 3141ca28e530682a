"""Units that analysts write with a bare sign (`$ million`), settled like the signs of quotes."""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.conventions import Currencies
from exporter.facts.money_names import bare_sign
from exporter.facts.own_units import of_currency, unit_of
from exporter.facts.table import KEY_SEPARATOR, map_distinct
from exporter.facts.units import Unit

_COLUMNS = ("unit", "unit.en", "unit.zh")


def settle_units(facts: pa.Table, currencies: Callable[[str], Currencies]) -> pa.Table:
    """The facts, their bare signs as the currencies that the quotes mean.

    What nothing settles stays bare, and no quote confirms it.

    Args:
        facts: By the schema FACTS.
        currencies: What settles signs in the quotes of a source, by its id.
    """
    keys = pc.binary_join_element_wise(*(facts[name] for name in _COLUMNS), KEY_SEPARATOR)
    is_bare = map_distinct(keys, lambda key: bool(bare_sign(_unit_at(key))), pa.bool_())
    if not pc.any(is_bare).as_py():
        return facts
    rows = facts.filter(is_bare)
    names = (keys.filter(is_bare), rows["source"], rows["quote"])
    told = zip(*(column.to_pylist() for column in names), strict=True)
    units = [_settled(_unit_at(key), quote, currencies(source)) for key, source, quote in told]
    for name, attribute in zip(_COLUMNS, ("key", "en", "zh"), strict=True):
        settled = pa.array([getattr(unit, attribute) for unit in units], pa.string())
        column = pc.replace_with_mask(
            facts[name].combine_chunks(), is_bare.combine_chunks(), settled
        )
        facts = facts.set_column(facts.schema.get_field_index(name), name, column)
    return facts


def _unit_at(key: str) -> Unit:
    return unit_of(*key.split(KEY_SEPARATOR))


def _settled(unit: Unit, quote: str, currencies: Currencies) -> Unit:
    from exporter.evidence.bare_signs import currency_of_sign
    from exporter.evidence.reading import settle_sign

    sign = bare_sign(unit)
    code, is_said = settle_sign(sign, quote)
    if not is_said:
        code = currency_of_sign(sign, currencies) or code
    return of_currency(unit, code) if code else unit

"""Whether two cells say the same, whichever program has saved them."""

import re
import unicodedata

from exporter.editions.pull.sheets import Typed
from exporter.facts.flat.numerals import in_digits_of_excel
from exporter.proof.xlsx.cells import Value

_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?")


def is_same(was: Value, now: Value) -> bool:
    """Whether two cells say the same, one of them maybe a number that was kept as a text."""
    if isinstance(was, bool) or isinstance(now, bool):
        return was is now
    if isinstance(was, float) and isinstance(now, float):
        return in_digits_of_excel(was) == in_digits_of_excel(now)
    if isinstance(was, float) and isinstance(now, str):
        number = _plain_number(now)
        return number is not None and in_digits_of_excel(was) == in_digits_of_excel(number)
    if isinstance(was, str) and isinstance(now, float):
        return was.strip() == f"{now:.15g}"
    return Typed(was).text == Typed(now).text


def _plain_number(text: str) -> float | None:
    """The number that a text says in digits alone, maybe with commas at thousands."""
    said = unicodedata.normalize("NFKC", text).strip().replace("\u2212", "-")
    if not said or not _PLAIN.fullmatch(said) or not any(map(str.isdigit, said)):
        return None
    return float(said.replace(",", ""))

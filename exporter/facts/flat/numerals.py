"""Numbers of any type as the texts that an analyst would write for them.

A type has decimals that nobody wrote: decimal(38,18) holds 19 as 19.000000000000000000, and a
float64 holds 1.1 * 3 as 3.3000000000000003.
"""

import math
import re
from decimal import Decimal
from numbers import Integral, Real

import pyarrow as pa
import pyarrow.compute as pc

from exporter.limits import SIGNIFICANT_DIGITS

_WRITTEN = 2  # decimals that may be meant as they stand: 1.50
_WHOLE = re.compile(r"\.0+$")
_ZEROS = r"(\.[0-9]*[1-9])0+$"


def decimal_texts(column: pa.Array) -> pa.Array:
    """Decimals without the zeros that are no digits: 19.00 is 19, 1.500 is 1.5, 1.50 is 1.50."""
    texts = pc.cast(column, pa.string())
    if pc.any(pc.match_substring(texts, "E")).as_py():
        plain = (None if text is None else f"{Decimal(text):f}" for text in texts.to_pylist())
        texts = pa.array(plain, pa.string())
    if column.type.scale > _WRITTEN:
        texts = pc.replace_substring_regex(texts, _ZEROS, r"\1")
    return pc.replace_substring_regex(texts, _WHOLE.pattern, "") if column.type.scale > 0 else texts


def number_text(number: Decimal | Real) -> str:
    """The same for a number of Python, or of what is like one."""
    if isinstance(number, Decimal):
        return _decimal_text(number)
    return str(number) if isinstance(number, Integral) else _float_text(float(number))


def _decimal_text(number: Decimal) -> str:
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= 0:  # NaN and infinity have letters
        return str(number)
    text = f"{number:f}"
    if -exponent > _WRITTEN:
        text = re.sub(_ZEROS, r"\1", text)
    return _WHOLE.sub("", text)


def float_texts(column: pa.Array) -> pa.Array:
    """Floats as shortly as they can be read back, in no more digits than Excel shows."""
    if pa.types.is_float16(column.type):
        column = pc.cast(column, pa.float32())
    texts = pc.cast(column, pa.string())
    # Fewer characters cannot hold too many digits.
    is_long = pc.fill_null(pc.greater(pc.utf8_length(texts), SIGNIFICANT_DIGITS + 1), False)
    if not pc.any(is_long).as_py():
        return texts
    rounded = [_float_text(float(text)) for text in texts.filter(is_long).to_pylist()]
    return pc.replace_with_mask(texts, is_long, pa.array(rounded, pa.string()))


def _float_text(number: float) -> str:
    """3.3000000000000003 is 3.3. Whole numbers keep all digits, so that they are told of."""
    if not math.isfinite(number):
        return str(number)
    if not number.is_integer():
        number = float(f"{number:.{SIGNIFICANT_DIGITS}g}")
    return repr(number).removesuffix(".0")

"""Numbers of any type as the texts that an analyst would write for them.

A type has decimals that nobody wrote: decimal(38,18) holds 19 as 19.000000000000000000, a float64
holds 1.1 * 3 as 3.3000000000000003, and 0.1 that was a float32 as 0.10000000149011612.
"""

import math
import re
import struct
from decimal import Decimal
from numbers import Integral, Real

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import short_texts
from exporter.limits import SIGNIFICANT_DIGITS

_FLOAT32_DIGITS, _LARGEST_FLOAT32 = 9, 3.4e38  # digits that give every float32 back
_NEAR = 1e-15  # of a number
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
    texts = short_texts(column)
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
        number = in_digits_of_excel(number)
    return repr(number).removesuffix(".0")


def in_digits_of_excel(number: float) -> float:
    """A number with no more digits than Excel shows; one that was a float32 with those of that.

    What a float32 says in 15 digits may be meant so, such as 99 and 127/128. Of numbers with more,
    none in thirty millions is so near to one by chance; some programs write 16 digits.
    """
    fewer = _in_15_digits(number)
    if fewer == number or abs(number) > _LARGEST_FLOAT32:
        return fewer
    narrow = _as_float32(number)
    if abs(narrow - number) > _NEAR * abs(number) or _in_15_digits(narrow) == narrow:
        return fewer
    written = (float(f"{number:.{digits}g}") for digits in range(1, _FLOAT32_DIGITS + 1))
    return next(text for text in written if _as_float32(text) == narrow)


def _in_15_digits(number: float) -> float:
    return float(f"{number:.{SIGNIFICANT_DIGITS}g}")


def _as_float32(number: float) -> float:
    (nearest,) = struct.unpack("f", struct.pack("f", number))
    return float(nearest)

"""Looking at the bytes of many texts at once, before looking into each."""

import pyarrow as pa

from exporter.engine.arrow import text_bytes


def may_hold_control(texts: pa.Array) -> bool:
    """Whether any text may hold a control character, U+FFFE or U+FFFF.

    The bytes of all texts are looked at as one, so that most columns need no look at each text.
    Tabs and line feeds do not count.

    Args:
        texts: Strings with offsets of 32 bits.
    """
    octets = text_bytes(texts)
    low = octets < 0x20
    if low.any() and (low & (octets != 0x09) & (octets != 0x0A)).any():
        return True
    # U+FFFE and U+FFFF are EF BF BE and EF BF BF in UTF-8.
    noncharacter = (octets[:-2] == 0xEF) & (octets[1:-1] == 0xBF) & (octets[2:] >= 0xBE)
    return bool((octets == 0x7F).any() or noncharacter.any())

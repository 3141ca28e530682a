"""What texts in XML are made of."""

from hypothesis import strategies as st

# Every character of XML 1.0; the carriage return is one, written by its number.
CHARACTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[
        *map(chr, range(9)),
        "\x0b",
        "\x0c",
        *map(chr, range(14, 32)),
        "\ufffe",
        "\uffff",
    ],
)

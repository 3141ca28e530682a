"""The shared strings of a workbook: texts written once, and named in cells by their index."""

from xlsxwriter import sharedstrings

from exporter.writers.xlsx.xml_texts import xml_text

# Readers hold all shared texts in memory, and so do we: past these limits texts are written in
# their cells.
_MOST_TEXTS, _MOST_CHARACTERS = 65_536, 16_000_000


class SharedStrings(sharedstrings.SharedStringTable):  # type: ignore[misc]  # XlsxWriter ships no types
    """XlsxWriter's own table, which takes the texts of tables too, in the order of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self._characters = 0

    def index(self, text: str) -> int | None:
        """The index of a text; None where it is not shared, since there are too many."""
        index: int | None = self.string_table.get(text)
        if index is None and self._has_room():
            index = self.string_table[text] = self.unique_count
            self.unique_count += 1
            self._characters += len(text)
        return index

    def texts(self) -> list[str]:
        """All texts by their index."""
        return list(self.string_table)

    def _has_room(self) -> bool:
        return self.unique_count < _MOST_TEXTS and self._characters < _MOST_CHARACTERS

    def _sort_string_data(self) -> None:
        """XlsxWriter would give the texts away here, before the rows are made."""


class SharedStringsPart(sharedstrings.SharedStrings):  # type: ignore[misc]
    """The part of the file that holds them."""

    def _write_sst_strings(self) -> None:
        for text in self.string_table.texts():
            space = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
            self.fh.write(f"<si><t{space}>{xml_text(text)}</t></si>")

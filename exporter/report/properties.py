"""What files of every kind say of themselves."""

from dataclasses import dataclass
from datetime import date

CONTENT = "exporter-content"


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties, in the file's language; `created` is the report's edition.

    Attributes:
        content: The hash of what the file was made from, by which the content is found again; ""
            where it is not told. Workbooks have it as the custom property CONTENT.
        language: Of a workbook; "" where it is not told.
    """

    title: str
    subject: str
    author: str
    keywords: str
    created: date
    content: str = ""
    language: str = ""

"""What files of every kind say of themselves."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties, in the file's language; `created` is the report's edition."""

    title: str
    subject: str
    author: str
    keywords: str
    created: date

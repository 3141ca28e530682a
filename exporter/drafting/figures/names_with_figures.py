"""What only reads like a figure in a name that the report knows: 超过|三川电梯|的9%."""

import re
from collections.abc import Iterable

from exporter.drafting.model import Setting
from exporter.evidence.reading import Figure


def without_names(figures: Iterable[Figure], text: str, setting: Setting) -> tuple[Figure, ...]:
    """The figures of a sentence that stand in no name of an entity or a broker of the report."""
    named = (*setting.entities, *setting.brokers)
    forms = {form for one in named for form in (*one.name, *one.aliases) if form}
    spans = [found.span() for form in forms for found in re.finditer(re.escape(form), text)]
    return tuple(
        one
        for one in figures
        if not any(start <= one.start and one.end <= end for start, end in spans)
    )

"""Key figures that a later period has moved on, while what they are told beside stood still."""

from collections.abc import Iterator

from exporter.errors import Problem
from exporter.facts.history import History
from exporter.facts.ranges import Named
from exporter.report.definition import Definition
from exporter.report.page_definition import Compared


def doubts_of_comparisons(definition: Definition, history: History) -> Iterator[Problem]:
    """Doubts of `before:` where a fact of another period stands in the place of the one named.

    Args:
        definition: The report's, as written.
        history: Which facts stand in the place of which.
    """
    for page_at, page in enumerate(definition.report.one_pagers):
        for at, figure in enumerate(page.key_figures):
            if not isinstance(figure, Compared):
                continue
            named = Named.of(figure.fact).id
            current = history.current(named)
            if current != history.corrected(named):
                wrong = (
                    f"`before: {figure.before}` was written beside {named}, in whose place "
                    f"{current} of a later period stands now"
                )
                right = f"write `fact: {current}`, and as `before:` what it is to be compared with"
                yield definition.problem(("one_pagers", page_at, "key_figures", at), wrong, right)

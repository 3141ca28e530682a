"""Facts on their way from what is written to the check, and what is learnt of them."""

from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Doubt, FirstProblems, Problem
from exporter.evidence.conventions import Currencies
from exporter.evidence.unit_signs import settle_units
from exporter.facts.fact_set import RowsAndProblems
from exporter.facts.halves import Halves
from exporter.facts.history import Links
from exporter.facts.parse import FactParser
from exporter.facts.review_marks import ReviewMarks
from exporter.facts.same_faults import FirstFaults
from exporter.facts.words import LANGUAGES
from exporter.report.appearances import doubts_of_facts
from exporter.report.definition import Definition
from exporter.report.edition import doubts_of_carried, doubts_of_periods
from exporter.report.references import Referred, named_in_english


class FactStream:
    """Facts on their way from what is written to the check, and what is learnt of them.

    Attributes:
        problems: What keeps facts from being whole.
        misplaced: Problems of facts about entities that are none of the report's, whole or not.
        doubts: What in the texts of facts looks like something else; periods still to come.
        referred: What is known of the facts, for those who refer to them.
        to_review: The facts that are marked `review:`.
        halves: The facts with texts in one language alone.
        carried: How many are taken over from an earlier edition, and not touched since.
        links: The facts that restate or replace others.
    """

    def __init__(
        self,
        written: Iterator[RowsAndProblems],
        definition: Definition | None,
        currencies: Callable[[str], Currencies] | None = None,
        *,
        is_doubting: bool = True,
    ) -> None:
        """Nothing read yet.

        Args:
            written: The facts as they are written.
            definition: The report's; None where it is not whole.
            currencies: What bare signs mean, by a source's id.
            is_doubting: Whether anybody reads the doubts of texts and periods.
        """
        entities = definition.report.entities if definition else ()
        self._written, self._currencies = named_in_english(written, entities), currencies
        self.to_review = ReviewMarks()
        self.halves = Halves(definition.report.languages if definition else LANGUAGES)
        self.links = Links()
        self._year_ends = definition.report.conventions.year_ends if definition else None
        self._names = definition.report.names if definition else ()
        self._edition = definition.report.edition if definition else None
        self._first_misplaced, self._first_doubts = FirstFaults(), FirstProblems()
        self._first_later, self._first_carried = FirstProblems(), FirstProblems()
        self._is_doubting = is_doubting
        self.carried = 0
        self.doubts: list[Problem] = []
        self.problems: list[Problem] = []
        self.misplaced: list[Problem] = []
        self.referred = Referred(definition)
        self._parser = FactParser(self._year_ends)

    @property
    def refused(self) -> pa.Table:
        """The facts that are not whole, by REFUSED."""
        return self._parser.refused

    @property
    def missing(self) -> frozenset[str]:
        """Ids of the facts that are not whole; "" where nobody knows of which."""
        return frozenset(problem.subject for problem in self.problems)

    def facts(self) -> Iterator[pa.Table]:
        """The facts that are whole, batch by batch."""
        for parsed, problems in self._parser.parse(self._seen()):
            self.problems += (told for told in problems if not isinstance(told, Doubt))
            self.doubts += (told for told in problems if isinstance(told, Doubt))
            facts = settle_units(parsed, self._currencies) if self._currencies else parsed
            self.referred.take(facts)
            self.links.take(facts)
            self.misplaced += self._first_misplaced.take(self.referred.misplaced(facts))
            if self._is_doubting:
                self._doubt(facts)
            self.carried += len(facts) - facts["carried"].null_count
            if facts.num_rows:
                yield facts
        refused = self.refused.filter(pc.not_equal(self.refused["entity"], ""))
        self.misplaced += self._first_misplaced.take(self.referred.misplaced(refused))

    def _doubt(self, facts: pa.Table) -> None:
        self.doubts += self._first_doubts.take(doubts_of_facts(facts, self._names))
        if self._edition:
            later = doubts_of_periods(self._edition, facts, self._year_ends or {})
            self.doubts += self._first_later.take(later)
            of_carried = doubts_of_carried(self._edition, facts)
            self.doubts += self._first_carried.take(of_carried)

    def _seen(self) -> Iterator[RowsAndProblems]:
        """The facts as they are written, looked at before anything is made of them."""
        for written, problems in self._written:
            self.to_review.take(written)
            self.halves.take(written)
            yield written, problems

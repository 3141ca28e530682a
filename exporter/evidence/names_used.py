"""Which of the names that a report lists silence something, so that no dead one stays listed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from exporter.errors import Fault
from exporter.evidence.findings import Finding, Terms
from exporter.evidence.named import may_be_named
from exporter.evidence.reading import read_figures
from exporter.evidence.texts import doubts_of_heading, findings_of_text
from exporter.evidence.translated import findings_of_translation

_MOST_LOOKS = 1_000  # texts that have a name; beyond, nobody takes the time to tell


class NamesUsed:
    """The names that have not silenced anything yet, while texts go by.

    Attributes:
        unused: They, as they are listed.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """None of these has."""
        self.unused = list(dict.fromkeys(names))
        self._looks: Counter[str] = Counter()

    def take(
        self,
        quote: str,
        terms: Terms,
        texts: Iterable[str] = (),
        headings: Iterable[str] = (),
        translations: Iterable[str] = (),
    ) -> None:
        """Look at what rests on a quote.

        Args:
            quote: The source's own words.
            terms: How figures are read.
            texts: Values, theses and drivers.
            headings: Names of metrics, and what a view is about.
            translations: Of the quote.
        """
        for text in texts:
            self._look(text, terms, partial(findings_of_text, text, quote, ""))
        for text in headings:
            self.take_heading(text, (quote,), terms)
        for text in translations:
            self._look(text, terms, partial(findings_of_translation, text, quote, ""))

    def take_heading(self, text: str, quotes: Sequence[str], terms: Terms) -> None:
        """Look at a title, a name or a disclosure, with the quotes behind it."""
        self._look(text, terms, partial(doubts_of_heading, text, quotes, ""))

    def faults(self) -> Iterator[tuple[str, Fault]]:
        """What is told of each name that has silenced nothing."""
        for name in self.unused:
            figures = read_figures(name)
            if all(may_be_named(figures, at) for at in range(len(figures))):
                right = "take it out, or write it as the text that it is for does"
            else:
                right = "take it out: a quantity is no name, and a quote must state it"
            yield name, Fault(f"`names` lists {name!r}, which silences nothing", right)

    def _look(
        self, text: str, terms: Terms, findings: Callable[[Terms], Iterable[Finding]]
    ) -> None:
        """Strike out the names for which a text would be told of without them."""
        small = text.casefold()
        for name in [name for name in self.unused if name.casefold() in small]:
            self._looks[name] += 1
            alone, without = (terms._replace(names=names) for names in ((name,), ()))
            is_used = list(findings(alone)) != list(findings(without))
            if is_used or self._looks[name] > _MOST_LOOKS:
                self.unused.remove(name)

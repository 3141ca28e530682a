"""Claims of a batch of facts held against their quotes by columns, all of one shape at once.

Of a shape it is asked once what proves its claims; after that, their numbers are compared. A claim
that is not proved by them is judged by itself, with the verdict that it would have anyway.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    Integers,
    LongIntegers,
    Mask,
    encoded,
    encoded_rows,
    float_values,
    integer_values,
    literal,
    one_chunk,
    truth_values,
    valid_rows,
)
from exporter.evidence.claim_shapes import Proof
from exporter.evidence.clauses import Offsets
from exporter.evidence.reading.outlines import MOST_RUNS, NO_RUN, Cut, Outlines
from exporter.facts.table import NUMBER

_FEWEST = 2  # claims of a shape: most have no second
_MOST_TRIES = 3
_MOST_KNOWN = 32_768  # shapes, and units with qualifiers
_EXACT = 10.0**15  # numbers below have no more digits than a double certainly tells apart
_ABSENT = -1  # the number of no outline
_SAID = ("unit", "unit.en", "unit.zh", "unit.also", "qualifier")


@dataclass(slots=True)
class ClaimShape:
    """What is known of the claims of one shape.

    Attributes:
        claims: How many have gone by.
        tries: For how many of them it was asked what proves them.
        is_asked: Whether it is being asked.
        proof: What proves them, if that is known.
    """

    claims: int = 0
    tries: int = 0
    is_asked: bool = False
    proof: Proof | None = None

    @property
    def is_worth_asking(self) -> bool:
        """Whether there are enough of them to ask what proves them, and it is not known."""
        is_new = self.proof is None and not self.is_asked and self.tries < _MOST_TRIES
        return is_new and self.claims >= _FEWEST


class ShapedClaims:
    """Claims with their shapes.

    Attributes:
        examples: Those by which it is found out what proves others of their shapes, by their
            indices.
        expected: Those that may turn out to be proved.
    """

    def __init__(
        self,
        shapes: list[ClaimShape],
        of_claim: Integers,
        texts: tuple[Cut, Cut],
        numbers: pa.Array,
    ) -> None:
        """Claims with what is known of them.

        Args:
            shapes: The shapes that they have.
            of_claim: The index of each claim's; -1 where it has none.
            texts: Their quotes, and the translations of these.
            numbers: And what is claimed.
        """
        self._shapes, self._of_claim = shapes, of_claim
        self._quotes, self._translations = texts
        self._numbers = float_values(numbers)
        self.examples = list(self._examples())
        is_known = [shape.proof is not None or shape.is_asked for shape in shapes]
        self.expected: list[int] = np.flatnonzero(self._of_shapes(is_known)).tolist()

    def _examples(self) -> Iterator[int]:
        """One claim of each shape of which it is to be asked what proves it; this is noted."""
        values, patterns = self._quotes.values, self._quotes.patterns
        others = -1 - np.arange(values.shape[1])
        ordered = np.sort(np.where(patterns == NO_RUN, others, values), axis=1)
        is_clear = (ordered[:, 1:] != ordered[:, :-1]).all(axis=1)  # which number is which
        order = np.argsort(~is_clear, kind="stable")
        codes, first = np.unique(self._of_claim[order], return_index=True)
        for code, claim in zip(codes.tolist(), order[first].tolist(), strict=True):
            if code >= 0 and self._shapes[code].is_worth_asking:
                self._shapes[code].is_asked = True
                self._shapes[code].tries += 1
                yield claim

    def learn(self, proofs: Iterable[Proof | None]) -> None:
        """Take what proves the claims of the examples' shapes; None where it proves no others."""
        for claim, proof in zip(self.examples, proofs, strict=True):
            shape = self._shapes[self._of_claim[claim]]
            shape.is_asked = False
            patterns = self._quotes.patterns[claim], self._translations.patterns[claim]
            hidden = tuple(tuple(np.flatnonzero(of_text >= 0).tolist()) for of_text in patterns)
            if proof is not None and proof.hidden == hidden:
                shape.proof = proof

    def proved(self) -> list[int]:
        """The claims whose numbers are those of their quotes, as are their translations'."""
        is_known = self._of_shapes([shape.proof is not None for shape in self._shapes])
        claims = np.array(self.expected, np.int64)
        claims = claims[is_known[claims]]
        proofs = [shape.proof or _NOTHING for shape in self._shapes]
        of_claim = self._of_claim[claims]
        proved = self._stated(claims, proofs, of_claim) & self._repeated(claims, proofs, of_claim)
        found: list[int] = claims[proved].tolist()
        return found

    def _of_shapes(self, truths: list[bool]) -> Mask:
        """For every claim what is so of its shape; not where it has none."""
        return np.array([*truths, False], np.bool_)[self._of_claim]

    def places_of_clauses(self, claim: int) -> Offsets | None:
        """Where the clauses of a claim's quote stand, if that is known of its outline."""
        outline: int = self._quotes.of_text[claim]
        return self._quotes.outlines[outline].clauses

    def _stated(self, claims: LongIntegers, proofs: list[Proof], of_claim: Integers) -> Mask:
        """Of which claims the number is one that the quote states."""
        found = np.zeros(len(claims), np.bool_)
        numbers, quotes = self._numbers[claims], self._quotes.values[claims]
        rows = np.arange(len(claims))
        for columns in _padded([proof.stated for proof in proofs], (0, 0, 0, False, False)):
            run, factor, decimals, as_read, turned = (column[of_claim] for column in columns)
            digits = quotes[rows, run]
            is_exact = np.abs(digits.astype(np.float64) * factor) < _EXACT
            said = np.where(is_exact, digits * factor, 0) / 10.0**decimals
            equal = ((as_read == 1) & (said == numbers)) | ((turned == 1) & (said == -numbers))
            found |= equal & is_exact & (factor != 0)
        return found

    def _repeated(self, claims: LongIntegers, proofs: list[Proof], of_claim: Integers) -> Mask:
        """Of which claims the translation repeats the quote's numbers."""
        found = np.ones(len(claims), np.bool_)
        quotes, translations = self._quotes.values[claims], self._translations.values[claims]
        rows = np.arange(len(claims))
        for columns in _padded([proof.repeated for proof in proofs], (-1, 0, -1)):
            run, quoted, month = (column[of_claim] for column in columns)
            said = quotes[rows, quoted]
            said = np.where(month < 0, said, said * 100 + quotes[rows, month])
            found &= (translations[rows, run] == said) | (run < 0)
        return found


class ClaimShapes:
    """The shapes of the claims that have gone by."""

    def __init__(self, terms_of: Callable[[str], Hashable]) -> None:
        """None at first.

        Args:
            terms_of: How figures are read in what is from a source.
        """
        self._terms_of = terms_of
        self._forget()

    def _forget(self) -> None:
        self._outlines = Outlines()
        self._shapes: dict[bytes, ClaimShape] = {}
        self._said: dict[tuple[Hashable, ...], int] = {}

    def of(self, claims: pa.Table) -> ShapedClaims:
        """The shapes of claims, which have the columns of facts that claims hang on."""
        if self._outlines.are_many or max(len(self._shapes), len(self._said)) > _MOST_KNOWN:
            self._forget()
        is_shaped, translation = _comparable(claims)
        quotes = self._outlines.cut(one_chunk(claims["quote"]))
        translations = self._outlines.cut(translation)
        is_shaped &= quotes.of_text >= 0
        is_translated = truth_values(pc.not_equal(translation, literal("")))
        is_shaped &= (translations.of_text >= 0) | ~is_translated
        chosen = np.flatnonzero(is_shaped)
        told = [_told(quotes, chosen), _told(translations, chosen), self._said_of(claims)[chosen]]
        rows = encoded_rows(np.column_stack(told))
        shapes, of_row = self._shapes_of(rows)
        of_claim = np.full(claims.num_rows, -1, np.int32)
        of_claim[chosen] = of_row
        return ShapedClaims(shapes, of_claim, (quotes, translations), one_chunk(claims["number"]))

    def _said_of(self, claims: pa.Table) -> LongIntegers:
        """A number for each unit with its qualifier, and for how figures are read."""
        columns = [encoded(claims[name]) for name in (*_SAID, "source")]
        values = [dictionary.to_pylist() for dictionary, _ in columns]
        values[-1] = [self._terms_of(source) for source in values[-1]]
        codes = encoded_rows(np.column_stack([codes for _, codes in columns]))
        first = _first(integer_values(codes.indices), len(codes.dictionary))
        numbers = []
        for claim in first.tolist():
            said = tuple(of[code[claim]] for of, (_, code) in zip(values, columns, strict=True))
            numbers.append(self._said.setdefault(said, len(self._said)))
        return np.array(numbers, np.int64)[integer_values(codes.indices)]

    def _shapes_of(self, rows: pa.DictionaryArray) -> tuple[list[ClaimShape], Integers]:
        """The shapes of claims by what tells them."""
        codes = integer_values(rows.indices)
        shapes: list[ClaimShape] = []
        counts = np.bincount(codes, minlength=len(rows.dictionary)).tolist()
        for told, count in zip(rows.dictionary.to_pylist(), counts, strict=True):
            shape = self._shapes.get(told)
            if shape is None:
                shape = self._shapes[told] = ClaimShape()
            shape.claims += count
            shapes.append(shape)
        return shapes, codes


_NOTHING = Proof((), (), ((), ()))


def _comparable(claims: pa.Table) -> tuple[Mask, pa.Array]:
    """Which claims are of a number alone, and the translations of their quotes; "" for none.

    Of two translations, neither is given, and so are claims with figures in other texts left out.
    """
    quote, en, zh = (one_chunk(claims[name]) for name in ("quote", "quote_en", "quote_zh"))
    empty = literal("")
    has_en, has_zh = (
        pc.and_(pc.not_equal(text, empty), pc.not_equal(text, quote)) for text in (en, zh)
    )
    is_number = [
        pc.equal(one_chunk(claims["kind"]), literal(NUMBER)),
        pc.invert(one_chunk(claims["accept.en"])),
        pc.invert(pc.and_(has_en, has_zh)),
        *(
            pc.equal(pc.coalesce(one_chunk(claims[name]), empty), empty)
            for name in ("text.en", "text.zh", "metric.en", "metric.zh", "note.en", "note.zh")
        ),
    ]
    found = valid_rows(one_chunk(claims["number"])) & ~valid_rows(one_chunk(claims["high"]))
    for column in is_number:
        found &= truth_values(column)
    return found, pc.if_else(has_en, en, pc.if_else(has_zh, zh, empty))


def _told(texts: Cut, chosen: LongIntegers) -> LongIntegers:
    """What tells the shapes of texts: their outlines and the patterns of their runs."""
    numbers = np.array([*(outline.number for outline in texts.outlines), _ABSENT])
    told = np.full((len(chosen), 1 + MOST_RUNS), NO_RUN)
    told[:, 0] = numbers[texts.of_text[chosen]]
    told[:, 1 : 1 + texts.patterns.shape[1]] = texts.patterns[chosen]
    return told


def _first(codes: Integers, count: int) -> LongIntegers:
    """The first row of each code."""
    first = np.empty(count, np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return first


def _padded(
    rows: Sequence[Sequence[tuple[int, ...]]], padding: tuple[int, ...]
) -> Iterator[list[LongIntegers]]:
    """What is first of each row as columns, then what is second, and so on."""
    for at in range(max(map(len, rows), default=0)):
        padded = [row[at] if at < len(row) else padding for row in rows]
        yield [np.array(column, np.int64) for column in zip(*padded, strict=True)]

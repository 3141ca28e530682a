"""Formulas of calculated facts in words, each operand with a link to its own evidence."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from exporter.evidence.found import Evidence
from exporter.facts.formulas import Number, Operand, operands_of, parse_formula, write_formula
from exporter.facts.history import among
from exporter.facts.table import fact_of
from exporter.facts.words import Lang
from exporter.report.formats import show_period
from exporter.report.html.model import FormulaPart
from exporter.report.labels import WORDS
from exporter.report.links import anchor
from exporter.report.looks import shown_units
from exporter.report.values import further_unit, shown_end, shown_values

_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
_MARK = "\x1f"  # around an operand while the rest is written


class FormulaWords:
    """The formulas of one page."""

    def __init__(self, evidence: Evidence, on_page: pa.Table, lang: Lang) -> None:
        """Formulas in a language.

        Args:
            evidence: What the check found of all facts, for the operands.
            on_page: The facts on the page, to which links can lead.
            lang: The language.
        """
        self._lang = lang
        self._operands: dict[str, _Operand] = {}
        formulas = on_page["formula"].drop_null().to_pylist()
        if not formulas:
            return
        self._there = set(on_page["id"].to_pylist())
        named = {operand.fact for text in formulas for operand in operands_of(parse_formula(text))}
        facts = evidence.facts.where(lambda batch: among(batch["id"], named)).table()
        rows = zip(
            facts.to_pylist(),
            shown_values(facts, lang).to_pylist(),
            shown_units(facts),
            strict=True,
        )
        self._operands = {row["id"]: _Operand(row, shown, unit, lang) for row, shown, unit in rows}

    def parts(self, formula: str | None) -> tuple[FormulaPart, ...]:
        """A formula in parts, every operand one by itself; none for none."""
        if formula is None:
            return ()
        written = write_formula(parse_formula(formula), self._leaf, _SIGNS.__getitem__)
        return tuple(self._part(text) for text in written.split(_MARK) if text)

    def _leaf(self, leaf: Number | Operand) -> str:
        return leaf.written if isinstance(leaf, Number) else f"{_MARK}={leaf.name}{_MARK}"

    def _part(self, text: str) -> FormulaPart:
        if not text.startswith("="):
            return FormulaPart(text, "")
        operand = Operand(text[1:])
        there = operand.fact in self._there
        words = self._operands[operand.fact].words(operand)
        return FormulaPart(words, anchor(operand.fact) if there else "")


class _Operand:
    """A fact as an operand: its metric, its figure and its period."""

    def __init__(self, row: Mapping[str, Any], shown: str, unit: Any, lang: Lang) -> None:
        self._row, self._shown, self._unit, self._lang = row, shown, unit, lang

    def words(self, operand: Operand) -> str:
        lang, metric, shown = self._lang, self._row[f"metric.{self._lang}"], self._shown
        if operand.end:
            metric += WORDS[operand.end].in_(lang)
            shown = shown_end(fact_of(self._row), self._unit, operand.end, lang)
        if unit := further_unit(self._unit, lang):
            shown = f"{shown} {unit}"
        told = [shown, show_period(self._row["period"], lang)]
        inside = WORDS["part separator"].in_(lang).join(filter(None, told))
        return f"{metric} ({inside})" if lang == "en" else f"{metric}（{inside}）"

"""Translations that go with the quote that they translate.

A sheet shows the translation into its own language alone. Where its quote is edited, the other one,
which nobody saw, translates words that are there no more: it goes, and that is told. The one that
the sheet shows stays as it stands there, and is checked against the new quote.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from exporter.editions.pull.merged import Edit, Merged
from exporter.editions.pull.present import PresentFacts, Row
from exporter.evidence.clauses import words_of_clauses
from exporter.facts.words import LANGUAGES, Lang


def leave_old_translations(
    edits: Mapping[str, list[Edit]], base: Mapping[str, Row], present: PresentFacts, lang: Lang
) -> None:
    """Have edits of quotes take out the translations that the sheet does not show.

    One that the facts have otherwise by now is left, and so is each where they have the quote.

    Args:
        edits: By fact.
        base: The facts that the workbook was made from.
        present: Those of today.
        lang: The language of the workbook's sheets.
    """
    for id_, some in edits.items():
        said = {name for edit in some for name in edit.columns}
        hidden = [f"quote_{other}" for other in LANGUAGES if other != lang]
        for at, edit in enumerate(some):
            if edit.key != "quote" or id_ not in present.ids:
                continue
            now, new = present.fact(id_), edit.columns["quote"] or ""
            if any(
                words_of_clauses(new) == words_of_clauses(one["quote"]) for one in (base[id_], now)
            ):
                continue
            gone = {
                name: None
                for name in hidden
                if now[name] and now[name] == base[id_][name] and name not in said
            }
            some[at] = replace(edit, columns={**edit.columns, **gone})


def notes_of_old_translations(merged: Merged, present: PresentFacts) -> Iterator[str]:
    """Which translations go, and what they said."""
    for id_, columns in merged.columns.items():
        row = present.row(id_)
        place = next(
            (change.place for change in merged.changes[id_] if change.field == "quote"), None
        )
        for name in (f"quote_{lang}" for lang in LANGUAGES):
            if place and "quote" in columns and name in columns and columns[name] is None:
                yield (
                    f"{place}: `{name}` translates the quote before, and goes with it: "
                    f"«{row[name]}»; write the new one into the facts, or into Translation of a "
                    "workbook in its language"
                )

"""report.yaml: what a report is made of."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from operator import not_
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema

from exporter.errors import Problem
from exporter.evidence.conventions import Conventions
from exporter.facts.headings import as_mapping
from exporter.facts.json_forms import WORDS
from exporter.facts.models import CurrencyCode, Day, Line, Model, Name
from exporter.facts.patterns import NAME_PATTERN
from exporter.facts.reach import place_from
from exporter.facts.reading import KEYS
from exporter.facts.where import FactsPlace, path_from
from exporter.facts.words import LANGUAGES, Lang
from exporter.facts.yaml_tree import Node, line_of
from exporter.limits import FIRST_DATE
from exporter.report.conventions import FiscalYearEnd, conventions_of
from exporter.report.email_definition import EmailDefinition
from exporter.report.entity_charts import Charted
from exporter.report.for_each import Many
from exporter.report.page_definition import OnePagerDefinition, TemplateDefinition
from exporter.report.staleness import StaleAfter
from exporter.report.themes.definition import ThemeDefinition, ThemeFile

# Left out of manifests where there are none.
Aliases = Annotated[tuple[Line, ...], Field(exclude_if=lambda given: not given)]
Layout = Annotated[Literal["table", "periods"], Field(exclude_if=lambda given: given == "table")]


class EntityDefinition(Model):
    """An entity: its sheet's name in both languages.

    Attributes:
        headline: Id of the fact that Contents shows for it, or the name of an end of a range; its
            first figure where none is named.
        chart: What is drawn beside the table: facts by their ids, a metric by its name; true for
            the metric of the most periods, else neighbours that compare; false for nothing.
        fiscal_year_ends: The last day of its fiscal years; the report's unless said.
        aliases: Other names that sources use for it.
        layout: `periods` has metrics of one period on the sheet Periods, too.
    """

    name: Name
    headline: str | None = None
    chart: Charted = True
    fiscal_year_ends: FiscalYearEnd | None = None
    aliases: Aliases = ()
    layout: Layout = "table"


class BrokerDefinition(Model):
    """A broker: the name that views use (the English one) and what pages show.

    Attributes:
        aliases: Other names that sources use for it.
    """

    name: Name
    aliases: Aliases = ()


class WorkbookDefinition(Model):
    """A workbook: file name, title, and its entities in order (all where none are named).

    Attributes:
        layout: That of all its entities, where it is `periods`.
    """

    name: str = Field(pattern=NAME_PATTERN)
    title: Name
    entities: tuple[str, ...] | None = Field(default=None, min_length=1)
    layout: Layout = "table"


class ReportDefinition(Model):
    """A report.

    Attributes:
        edition: The date that the report speaks for; the only "now" there is.
        evidence: `required` refuses to build with anything unproved; `optional` marks it.
        evidence_pictures: Whether the evidence page shows pictures of the pages of PDFs, which are
            others' work; manifests name it only where it does.
        names: What holds a number and states none: `18-24`, `30-day`; words with letters of two
            scripts; no doubt is told of these.
        currency: What bare signs ($, ¥, £, kr, 元 in traditional characters) mean, where neither a
            sentence nor the record of its source says.
        fiscal_year_ends: The last day of fiscal years, of entities that do not say it themselves.
        stale_after: How long before the edition the period of a fact may end, or the fact is in
            doubt; manifests name it only where it is said.
        newest_period: Whether it stands first or last on the sheet Periods; as above.
        for_each: For which values the report is made, each in a folder of its own; None where it is
            for one, as in every manifest.
        theme: How all of it looks: a shipped theme's name or a path in report.yaml, and what stands
            there once it is read; manifests name it only where a report does.
        profile: `accessible` for workbooks that screen readers go through well; manifests name it
            only where it is said.
        template: The report's own of one-pagers, which is no key of report.yaml; manifests name it
            only where a report brings one.
        facts: Where the facts are: a file or a folder, from the report's folder; a URL; a query.
        email: Who e-mails the report; of the sender's machine, so it travels with no file.
    """

    title: Name
    edition: Day = Field(ge=FIRST_DATE)
    author: Name
    languages: tuple[Lang, ...] = Field(default=LANGUAGES, min_length=1)
    evidence: Literal["required", "optional"] = "required"
    evidence_pictures: bool = Field(default=False, exclude_if=not_)
    names: tuple[Line, ...] = ()
    currency: CurrencyCode | None = None
    fiscal_year_ends: FiscalYearEnd | None = None
    stale_after: StaleAfter | None = Field(default=None, exclude_if=not_)
    newest_period: Literal["first", "last"] = Field(
        default="last", exclude_if=lambda given: given == "last"
    )
    for_each: Many | None = Field(default=None, exclude_if=not_)
    theme: Annotated[Line | ThemeDefinition, WithJsonSchema(WORDS)] | None = Field(
        default=None, exclude_if=not_
    )
    profile: Literal["accessible"] | None = Field(default=None, exclude_if=not_)
    facts: FactsPlace | None = None
    views: str = "views.yaml"
    entities: tuple[EntityDefinition, ...] = Field(min_length=1)
    brokers: tuple[BrokerDefinition, ...] = ()
    workbooks: tuple[WorkbookDefinition, ...] = ()
    one_pagers: tuple[OnePagerDefinition, ...] = ()
    template: SkipJsonSchema[TemplateDefinition | None] = Field(default=None, exclude_if=not_)
    email: EmailDefinition | None = Field(default=None, exclude=True)

    @classmethod
    def place_of(cls, key: str, given: Any) -> str:
        """What to do with a key that is of a theme or of `facts`, and stands beside it."""
        if key in ThemeFile.model_fields and key != "name":
            return f"write it in the theme's own file, a TOML file that `theme:` names: `{key} = …`"
        if key not in {"file", "sql", "url", *KEYS}:
            return ""
        facts, value = given.get("facts"), given[key]
        shown = as_mapping(value) if isinstance(value, dict) else json.dumps(value)
        if isinstance(facts, dict):
            return f"write it one level deeper, in `facts`: `{key}: {shown}`"
        if key in {"sql", "url"}:
            return "write it one level deeper: `facts: {sql: SELECT …, url: …}`"
        if key == "file":
            return f"write it one level deeper: `facts: {{file: {shown}}}`"
        return f"write it one level deeper: `facts: {{file: {facts or '…'}, {key}: {shown}}}`"

    @property
    def conventions(self) -> Conventions:
        """What its quotes mean where their words leave it open."""
        return conventions_of(self)

    def with_places_from(self, folder: Path) -> Self:
        """The same with the places of facts and views from the report's folder."""
        facts, views = place_from(folder, self.facts), path_from(folder, self.views)
        return self.model_copy(update={"facts": facts, "views": views})

    def entities_of(self, workbook: WorkbookDefinition) -> tuple[EntityDefinition, ...]:
        """The entities of a workbook, in its order."""
        known = {entity.name.en: entity for entity in self.entities}
        return tuple(known[name] for name in workbook.entities or known if name in known)

    def brokers_of(self, page: OnePagerDefinition) -> tuple[BrokerDefinition, ...]:
        """The brokers of a one-pager, in its order."""
        known = {broker.name.en: broker for broker in self.brokers}
        return tuple(known[name] for name in page.brokers or known if name in known)


@dataclass(frozen=True, slots=True)
class Definition:
    """A report's definition, with where it stands for messages."""

    report: ReportDefinition
    tree: Node
    shown: str

    def problem(self, path: Sequence[str | int], wrong: str, right: str) -> Problem:
        """A problem at what `path` leads to in report.yaml."""
        return Problem(self.shown, line_of(self.tree, path), "", wrong, right)

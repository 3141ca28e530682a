"""What each key of a report's files is, in a sentence, with an example: for editors and docs.

A key that no sentence stands for here fails a test, and so does a sentence without its key.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Told(NamedTuple):
    """What a key is, as a sentence without a full stop; and an example, as YAML has it."""

    what: str
    example: str = ""


_ALIASES = Told("Other names that sources use for it; each means one alone", "[EXM, 示例车企]")
_FILE_NAME = Told("Name of the file: `<name>.<language>`", "figures")
_QUOTE = Told("The source's own words that carry it: whole clauses; `…` joins passages")
_QUOTE_EN = Told("Your translation of the quote into English")
_QUOTE_ZH = Told("Your translation of the quote into Chinese")
_REVIEW = Told("That somebody has still to look at it: `new`, or why; refused by `build`", "new")
_SOURCE = Told("Id of a recorded source: the name of its file in sources/", "press-note")
_YEAR_ENDS = "The last day of fiscal years: FY2025 is the one that ends in 2025"

_REPORT = {
    "title": Told("What the report is called"),
    "edition": Told("The date that it speaks for; the only “now” there is", "2026-01-31"),
    "author": Told("Who writes it: a desk or a person"),
    "languages": Told("Languages of its files, one file each"),
    "evidence": Told(
        "`required` refuses to build with anything unproved; `optional` builds, and marks it"
    ),
    "evidence_pictures": Told(
        "Whether the evidence page shows the lines of PDFs that quotes stand in"
    ),
    "names": Told(
        "What holds a number and states none, and words with letters of two scripts: no doubt is "
        "told of these",
        "[18-24, 30-day]",
    ),
    "currency": Told(
        "What a bare sign ($, ¥, £, kr, traditional 元) means where no sentence or source says",
        "AUD",
    ),
    "fiscal_year_ends": Told(_YEAR_ENDS, "03-31"),
    "stale_after": Told(
        "How long before the edition the period of a fact may end, before it is in doubt",
        "1 quarter",
    ),
    "facts": Told(
        "Where the facts are: a file, a folder, a URL or a query; found in facts/ or facts.yaml, "
        ".csv, .xlsx, .parquet unless said",
        "facts.csv",
    ),
    "views": Told("The file of views, from the report's folder"),
    "for_each": Told(
        "For which values the files are made, each in a folder of its own: every `entity`, every "
        "value of a `{column: …}` of the facts, those of a list, or of a query `{sql, url}`; "
        "`{name}` stands for it in texts",
        "{name: company, from: entity}",
    ),
    "entities": Told("What facts are about: one worksheet each, named like it"),
    "brokers": Told("Whose views are shown"),
    "workbooks": Told("Excel workbooks to write"),
    "one_pagers": Told("PDF one-pagers of broker views to write"),
    "newest_period": Told(
        "Where the newest period stands on the sheet Periods: `last`, at the right, or `first`"
    ),
    "theme": Told(
        "How it all looks: `desk`, `plain`, `midnight`, or the path of a TOML file", "house.toml"
    ),
    "profile": Told(
        "`accessible` for workbooks that screen readers go through well: one table a sheet, "
        "nothing frozen, nothing told by colour alone",
        "accessible",
    ),
    "email": Told("Who e-mails the report, and through which server"),
}
_ENTITY = {
    "name": Told("Its name, which is the name of its worksheet", "{en: Banma, zh: 斑马智行}"),
    "headline": Told(
        "Id of the fact that Contents shows for it, or an end of a range; its first figure "
        "unless said",
        "guidance.high",
    ),
    "chart": Told(
        "What is drawn beside the table: a metric, ids of facts, or whether anything is",
        "[deliveries, deliveries-2024]",
    ),
    "fiscal_year_ends": Told(f"{_YEAR_ENDS}; goes before that of the report", "12-31"),
    "aliases": _ALIASES,
    "layout": Told(
        "`periods` has all its figures on the sheet Periods, not those of two periods alone"
    ),
}
_BROKER = {
    "name": Told("Its name; views say the English one"),
    "aliases": _ALIASES._replace(example="[Example Sec]"),
}
_WORKBOOK = {
    "name": _FILE_NAME,
    "title": Told("What the workbook is called"),
    "entities": Told("Its entities by their English names, in order; all unless said"),
    "layout": Told("`periods`: that of all its entities"),
}
_ONE_PAGER = {
    "name": _FILE_NAME._replace(example="views"),
    "title": Told("The headline of the page"),
    "subtitle": Told("The line below it"),
    "brokers": Told("The brokers whose views it shows, in order; all unless said"),
    "key_figures": Told(
        "Ids of facts behind the views, or ends of ranges; each may stand beside an earlier one",
        "[deliveries, {fact: revenue, before: revenue-2025}]",
    ),
    "picture": Told(
        "A bar chart of facts in one unit, or `none`; unless said, the range of target prices"
    ),
    "disclosures": Told("Texts at the foot of the page"),
    "pages": Told("How many pages it may have; the second one is there only where one is crowded"),
}
_PICTURE = {
    "title": Told("What the picture is called"),
    "facts": Told("Ids of facts in one unit, or ends of ranges"),
}
_EMAIL = {
    "sender": Told("Whom the message is from", "Research Desk <research@example.com>"),
    "server": Told("Name of the mail server", "smtp.example.com"),
    "port": Told("465 or 587 unless said, by `security`"),
    "security": Told("`tls` from the first byte, or `starttls`; by the port unless said"),
    "user": Told("Who logs in; nobody unless said. The password never stands here"),
}
_VIEW = {
    "id": Told("Unique, stable, lower-case", "example-securities"),
    "broker": Told("English name of a broker in report.yaml", "Example Securities"),
    "subject": Told("What it is a view of: an entity's name, or a text of its own"),
    "stance": Told("Whether the broker thinks well of it"),
    "thesis": Told("What the broker thinks, in a sentence or two"),
    "drivers": Told("What it hangs on; the matrix compares brokers by these", "[Steady demand]"),
    "rating": Told("The broker's own word, which must stand in the quote", "Overweight"),
    "previous_rating": Told("The one before, which must stand in the quote", "Hold"),
    "rating_reading": Told("Whether the rating is the report's own reading, and printed so"),
    "analyst": Told("Who wrote it, which must stand in the quote", "Jane Roe"),
    "previous_target_price": Told("The one before, which must stand in the quote", "22"),
    "price": Told(
        "What the share costs: a number of the quote, or the id of a fact; the upside follows",
        "share-price",
    ),
    "target_price": Told(
        "In `currency`; it must stand in the quote, which must not withdraw it", "25.5"
    ),
    "currency": Told("Of the target price, by ISO 4217", "HKD"),
    "report_date": Told("When the broker said so", "2026-01-20"),
    "source": _SOURCE,
    "quote": _QUOTE,
    "quote_en": _QUOTE_EN,
    "quote_zh": _QUOTE_ZH,
    "accept": Told("Why you answer for figures that the quote does not prove"),
    "review": _REVIEW,
}
_SOURCE_RECORD = {
    "title": Told("What the document is called"),
    "publisher": Told("Who published it"),
    "author": Told("Who wrote it"),
    "url": Told("Where it can be read; left out for what has no address"),
    "published": Told("When it appeared; dates without a year in its quotes are near it"),
    "retrieved": Told("When it was read"),
    "language": Told("`en`, `zh`, or the tag of another, whose figures are not read", "de"),
    "currency": Told(
        "What its bare signs ($, ¥, £, kr, traditional 元) mean where a sentence does not say",
        "HKD",
    ),
    "kind": Told("Of the document"),
    "document": Told("SHA-256 of the file that the text was read of"),
    "extractor": Told("Name and version of what read it"),
    "sha256": Told("Of the text that the fingerprints were taken of"),
    "fingerprints": Told("Of its clauses, in order"),
    "locations": Told("Where each clause stands: page and box of a PDF, or paragraph"),
    "figures": Told("Which clauses, counted from 0, state a figure"),
    "not_facts": Told("Clauses with figures that are left out on purpose"),
}
_NOT_FACT = {
    "clause": Told("Its words, as in a quote, or its fingerprint"),
    "why": Told("Why its figure states nothing worth a fact", "a figure of speech"),
    "only": Told(
        "What of it is meant: a figure as it stands there, or the broker whose view it carries; "
        "all of it unless said",
        "38 terminals",
    ),
    "quote": Told("Words in which it stands, where it stands elsewhere, too"),
}
_FACT = {
    "id": Told("Unique, stable, lower-case", "deliveries"),
    "entity": Told("Name of an entity in report.yaml; it decides the worksheet", "Example Motors"),
    "metric": Told("What is measured or stated", "{en: Cars delivered, zh: 汽车交付量}"),
    "value": Told(
        "A number as one says it in `unit`, a date, a text, or both ends of a range", "12500"
    ),
    "formula": Told(
        "Instead of a value: what it is calculated from, by ids of facts", "gross-profit / revenue"
    ),
    "decimals": Told("How many decimals a calculated value shows", "1"),
    "unit": Told("What the number counts or measures", "EUR million"),
    "qualifier": Told("How the number is meant to be taken; `exact` unless said"),
    "period": Told(
        "The time it is of, by ISO 8601: year, month, day, quarter, half, fiscal year, or an "
        "interval; the day on which the source appeared unless said",
        "2023-Q3",
    ),
    "status": Told(
        "Whether it has happened, which is `achieved` unless said; `guidance` is a company's own, "
        "`estimate` others'"
    ),
    "attribution": Told("Who says so", "{en: Example Motors, zh: 示例汽车}"),
    "source": _SOURCE,
    "quote": _QUOTE,
    "quote_en": _QUOTE_EN,
    "quote_zh": _QUOTE_ZH,
    "note": Told(
        "What is to be known of it: its basis, its definition; quantities in it must stand in the "
        "quote",
        "{en: Cumulative since launch, zh: 自上线起累计}",
    ),
    "also_in": Told(
        "Further sources of the same figure, each with its own words; a doubt where one disagrees",
        "[{source: results-2026, quote: Deliveries came to 12 500 cars}]",
    ),
    "accept": Told(
        "Why you answer for what the quote does not prove", "Source prints a wrong unit"
    ),
    "restates": Told("Id of the fact of the same period whose figure this one sets right"),
    "replaces": Told("Id of the fact of an earlier period in whose place this one stands"),
    "carried": Told("The edition it was taken over from, and not touched since", "2025-10-31"),
    "review": _REVIEW,
}
_FACTS_FILE = {
    "defaults": Told("Fields of the facts that follow, up to the next `defaults`"),
    "facts": Told("Facts that share the fields beside them: a quote, mostly"),
}

TOLD: Mapping[str, Mapping[str, Told]] = MappingProxyType(
    {
        "ReportDefinition": _REPORT,
        "EntityDefinition": _ENTITY,
        "BrokerDefinition": _BROKER,
        "WorkbookDefinition": _WORKBOOK,
        "OnePagerDefinition": _ONE_PAGER,
        "PictureDefinition": _PICTURE,
        "EmailDefinition": _EMAIL,
        "Fact": _FACT,
        "FactsFile": _FACTS_FILE,
        "View": _VIEW,
        "SourceRecord": _SOURCE_RECORD,
        "NotFact": _NOT_FACT,
    }
)

"""What an analyst's own script does: six bare sheets and one bare PDF, with pandas and WeasyPrint.

    python benchmarks/bare_script.py REPORT OUTPUT

Nothing is checked, styled, translated or proved: the measure of what all of that costs.
"""

import sys
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import weasyprint
from ruamel.yaml import YAML

SHEETS = ("dingtalk", "taobao-wenwen", "alibaba-com", "banma", "quark", "tmall-genie")
STYLE = "body {font-family: 'Noto Sans CJK SC'; font-size: 10pt} li {margin: 0 0 4pt}"


def main(report: Path, output: Path) -> None:
    """Write both files."""
    yaml = YAML(typ="safe")
    output.mkdir(parents=True, exist_ok=True)
    with pd.ExcelWriter(output / "business-lines.xlsx", engine="xlsxwriter") as writer:
        for name in SHEETS:
            facts = yaml.load(report / "facts" / f"{name}.yaml")
            pd.DataFrame([flat(fact) for fact in facts]).to_excel(
                writer, sheet_name=name, index=False
            )
    views = yaml.load(report / "views.yaml")
    page = f"<style>{STYLE}</style><h1>Broker views</h1>" + "".join(map(card, views))
    weasyprint.HTML(string=page).write_pdf(output / "broker-views.pdf")


def flat(fact: dict[str, Any]) -> dict[str, Any]:
    """A fact as a row: the English text of what is bilingual."""
    return {key: english(value) for key, value in fact.items()}


def english(value: Any) -> Any:
    """The English text of a bilingual value; any other value as it is."""
    return value["en"] if isinstance(value, dict) else value


def card(view: dict[str, Any]) -> str:
    """A view as HTML."""
    drivers = "".join(f"<li>{escape(english(driver))}</li>" for driver in view.get("drivers", ()))
    return (
        f"<h2>{escape(view['broker'])}: {escape(english(view['subject']))} ({view['stance']})</h2>"
        f"<p>{escape(english(view['thesis']))}</p><ul>{drivers}</ul>"
        f"<blockquote>{escape(view['quote'])}</blockquote>"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The starter report with a view and a fact that have figures in their texts, all of them quoted."""

import hashlib
from pathlib import Path

from exporter.evidence.clauses import split_clauses
from exporter.report.starter import make_report

FACTS = "facts/example-motors.yaml"
NOTE = (
    "Example Securities keeps its Buy rating and a target price of HK$25.50, at 21.9x earnings of RMB 3.5bn",
    "GPT-4 runs in 17 plants",
)
VIEW = """\
- id: example-securities
  broker: Example Securities
  subject: Example Motors
  stance: positive
  thesis: {en: "At 21.9x earnings, with profit of RMB 3.5 billion", zh: 市盈率21.9倍，利润35亿元}
  drivers:
    - {en: Target price of HK$25.50, zh: 目标价25.5港元}
  rating: {en: Buy, zh: 买入}
  target_price: 25.5
  currency: HKD
  source: press-note
  quote: Example Securities keeps its Buy rating and a target price of HK$25.50, at 21.9x earnings of RMB 3.5bn
  quote_zh: 示例证券维持买入评级，目标价25.5港元，对应市盈率21.9倍，利润35亿元
"""
PLANTS = """
- id: plants
  entity: Example Motors
  metric: {en: Plants, zh: 工厂}
  value: {en: 17 plants run it, zh: 17家工厂在用}
  source: press-note
  quote: GPT-4 runs in 17 plants
  quote_zh: GPT-4在17家工厂运行
"""


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")


def make_figured_report(folder: Path) -> None:
    """Make the report, and record what it quotes."""
    list(make_report(folder))
    text = folder / "sources/text/press-note.txt"
    content = text.read_text("utf-8") + "".join(f"{sentence}.\n" for sentence in NOTE)
    text.write_text(content, "utf-8")
    record = folder / "sources/press-note.yaml"
    prints = "".join(f"  - {clause.fingerprint}\n" for clause in split_clauses(content))
    head = record.read_text("utf-8").split("sha256")[0]
    digest = hashlib.sha256(content.encode()).hexdigest()
    record.write_text(f"{head}sha256: {digest}\nfingerprints:\n{prints}", "utf-8")
    (folder / "views.yaml").write_text(VIEW, "utf-8")
    facts = folder / FACTS
    facts.write_text(facts.read_text("utf-8") + PLANTS, "utf-8")


ACCEPT = "  accept: The broker misprints it\n"


def accept_some(folder: Path) -> None:
    """Change a number, a text and a thesis to what the quotes do not say, and accept all three."""
    edit(folder / FACTS, "value: 12500", "value: 13500")
    edit(folder / FACTS, "- id: deliveries\n", f"- id: deliveries\n{ACCEPT}")
    edit(folder / FACTS, "{en: 17 plants run it", "{en: 18 plants run it")
    edit(folder / FACTS, "- id: plants\n", "- id: plants\n  accept: Counted by ourselves\n")
    edit(folder / "views.yaml", '"At 21.9x', '"At 31.9x')
    edit(folder / "views.yaml", "example-securities\n", f"example-securities\n{ACCEPT}")

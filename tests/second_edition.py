"""A second edition of the shipped report, made by `exporter new --from`, with fifteen changes."""

from datetime import date
from pathlib import Path

from exporter.editions.next_edition import make_next_edition
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

EDITION = date(2024, 5, 6)
SHIPPED = Path(__file__).parents[1] / "reports/alibaba-ai"
_LONG = Bilingual(
    "Merchants who opened their shop through the assistant and were still selling a quarter later",
    "通过智能助手开店并在一个季度之后仍在持续经营的商家数量",
)
_NOTE = """
As of April 2024, 20 DingTalk product lines are fully connected to large models.

57 DingTalk use cases were fully connected to large models as of August 2023.

ModelScope had more than 150 million downloads as of April 2024.

ModelScope had attracted 3.2 million AI developers as of April 2024.

More than 60% of China’s large AI model companies now run on Alibaba Cloud.

A recount puts the free GPU computing that Alibaba Cloud provided at more than 31 million hours.

The AI business assistant was launched on 1 November 2023.

More than 42,000 merchants who opened their shop through the assistant were still selling a quarter later.

Quark offers a writing assistant.

Guotai Junan rates Alibaba Buy with a target price of USD 100, driven by its AI upgrade.
"""
_ABOUT = """
  attribution: {en: Alibaba, zh: 阿里巴巴}
  source: note-2024
"""
_ADDED = f"""
- id: dingtalk-product-lines-2024
  replaces: dingtalk-product-lines
  entity: DingTalk
  metric: {{en: Product lines on large models, zh: 接入大模型的产品线}}
  value: 20
  unit: {{en: product lines, zh: 条产品线}}
  period: 2024-04
  status: achieved{_ABOUT}  quote: As of April 2024, 20 DingTalk product lines are fully connected to large models
- id: dingtalk-scenarios-recounted
  restates: dingtalk-scenarios
  entity: DingTalk
  metric: {{en: Use cases on large models, zh: 接入大模型的场景}}
  value: 57
  unit: {{en: use cases, zh: 个场景}}
  period: 2023-08
  status: achieved{_ABOUT}  quote: 57 DingTalk use cases were fully connected to large models as of August 2023
- id: modelscope-downloads-2024
  replaces: modelscope-downloads
  entity: ModelScope
  metric: {{en: Model downloads, zh: AI模型下载量}}
  value: 150000000
  unit: downloads
  qualifier: over
  period: 2024-04
  status: achieved{_ABOUT}  quote: ModelScope had more than 150 million downloads as of April 2024
- id: alibaba-cloud-free-gpu-recounted
  restates: alibaba-cloud-free-gpu-hours
  entity: Alibaba Cloud
  metric: {{en: Free GPU computing provided, zh: 免费GPU算力}}
  value: 31000000
  unit: {{en: GPU hours, zh: GPU小时}}
  qualifier: over
  status: achieved{_ABOUT}  quote: A recount puts the free GPU computing that Alibaba Cloud provided at more than 31 million hours
- id: alibaba-com-merchants-kept
  entity: Alibaba.com
  metric: {{en: "{_LONG.en}", zh: {_LONG.zh}}}
  value: 42000
  unit: {{en: merchants, zh: 家商家}}
  qualifier: over
  status: achieved{_ABOUT}  quote: More than 42,000 merchants who opened their shop through the assistant were still selling a quarter later
- id: quark-writing
  entity: Quark
  metric: {{en: Writing assistant, zh: 写作助手}}
  value: {{en: Offered, zh: 已提供}}
  status: achieved{_ABOUT}  quote: Quark offers a writing assistant
"""
_EDITS = {
    "alibaba-cloud-large-model-companies": {
        "value": "60",
        "source": "note-2024",
        "quote": "More than 60% of China’s large AI model companies now run on Alibaba Cloud",
        "quote_en": None,
    },
    "modelscope-developers": {
        "value": "3200000",
        "period": "2024-04",
        "source": "note-2024",
        "quote": "ModelScope had attracted 3.2 million AI developers as of April 2024",
        "quote_en": None,
    },
    "alibaba-com-business-assistant-launch": {
        "status": "achieved",
        "source": "note-2024",
        "quote": "The AI business assistant was launched on 1 November 2023",
        "quote_en": None,
    },
    "taobao-wenwen-uses": {
        "quote": "淘宝问问使用人次已达500万",
        "quote_en": "uses of Taobao Wenwen have reached 5 million",
    },
    "quark-health": {"status": "withdrawn"},
}
_DROPPED = "quark-study"
_VIEW = """  source: note-2024
  rating: Buy
  target_price: 100
  currency: USD
  quote: Guotai Junan rates Alibaba Buy with a target price of USD 100, driven by its AI upgrade
"""


def make_second_edition(folder: Path, report: Path = SHIPPED) -> Path:
    """Make the second edition, with what changed in it.

    Args:
        folder: A new one.
        report: The first edition.
    """
    make_next_edition(folder, report, EDITION)
    note = folder.parent / "note-2024.txt"
    note.write_text(_NOTE, "utf-8")
    about = {
        "title": Bilingual("A note of May", "五月公告"),
        "publisher": Bilingual("Alibaba", "阿里巴巴"),
        "author": None,
        "url": "https://example.com/note-2024",
        "published": date(2024, 5, 1),
        "retrieved": date(2024, 5, 2),
        "language": "en",
    }
    add_source(folder, note, "note-2024", about, today=date(2024, 5, 2))
    for path in sorted((folder / "facts").glob("*.yaml")):
        items = path.read_text("utf-8").split("\n\n")
        path.write_text(
            "\n\n".join(_edited(item) for item in items if _id(item) != _DROPPED), "utf-8"
        )
    (folder / "facts/note-2024.yaml").write_text(_ADDED, "utf-8")
    views = (folder / "views.yaml").read_text("utf-8")
    before, view = views.split("- id: guotai-junan-alibaba")
    head = view[: view.index("  drivers:")]
    drivers = "  drivers:\n    - {en: AI upgrade as a long-term driver, zh: AI升级长效驱动}\n"
    text = f"{before}- id: guotai-junan-alibaba{head}{drivers}{_VIEW}"
    (folder / "views.yaml").write_text(text, "utf-8")
    return folder


def _id(item: str) -> str:
    return item.strip().partition("\n")[0].removeprefix("- id: ")


def _edited(item: str) -> str:
    """A fact as YAML has it, with other values of some of its keys."""
    edits = dict(_EDITS.get(_id(item), {}))
    if not edits:
        return item
    lines = []
    for line in item.rstrip("\n").split("\n"):
        key = line.strip().partition(":")[0]
        if key not in edits:
            lines.append(line)
        elif (value := edits.pop(key)) is not None:
            lines.append(f"  {key}: {value}")
    lines += [f"  {key}: {value}" for key, value in edits.items() if value is not None]
    return "\n".join(lines) + "\n"

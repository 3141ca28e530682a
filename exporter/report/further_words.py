"""What sheets and the evidence page say of further sources of facts."""

from collections.abc import Mapping
from types import MappingProxyType

from exporter.facts.words import Bilingual

FURTHER_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "further quotes verified": Bilingual("further quotes verified", "条其他来源原文已核实"),
        "further quotes not found": Bilingual("further quotes not found", "条其他来源原文未找到"),
        "further quotes drifted": Bilingual(
            "further quotes whose source changed", "条其他来源原文有改动"
        ),
        "further figures confirmed": Bilingual(
            "figures confirmed by a further source", "个数值获其他来源印证"
        ),
        "further figures contradicted": Bilingual(
            "figures contradicted by a further source", "个数值与其他来源不符"
        ),
        "further figures not stated": Bilingual(
            "figures not stated by a further source", "个数值其他来源未载明"
        ),
        "further figures not read": Bilingual(
            "figures of a further source not read", "个其他来源数值未核读"
        ),
        "sources agree": Bilingual("Several sources agree", "多个来源一致"),
        "sources differ": Bilingual("Not all sources agree", "来源不尽一致"),
        "sources quoted": Bilingual("Quoted from several sources", "引自多个来源"),
        "sources agree counted": Bilingual("Confirmed by {count} sources", "{count}个来源一致印证"),
        "source agree counted": Bilingual("Confirmed by 1 source", "1个来源印证"),
        "sources differ counted": Bilingual(
            "Confirmed by {count} of {total} sources", "{total}个来源中{count}个印证"
        ),
        "source differ counted": Bilingual("Its source does not confirm it", "来源未予印证"),
        "sources quoted counted": Bilingual("Quoted from {count} sources", "引自{count}个来源"),
        "source quoted counted": Bilingual("Quoted from 1 source", "引自1个来源"),
        "also in": Bilingual("Also in", "另见"),
        "source with state": Bilingual("{source} ({state})", "{source}（{state}）"),
        "state not found": Bilingual("quote not found", "未找到原文"),
        "state drifted": Bilingual("source changed", "来源有改动"),
        "state contradicted": Bilingual("says otherwise", "不符"),
        "state not stated": Bilingual("not stated", "未载明"),
        "state not read": Bilingual("not read", "未核读"),
    }
)
FURTHER_OF_ONE: Mapping[str, str] = MappingProxyType(
    {
        "further quotes verified": "further quote verified",
        "further quotes not found": "further quote not found",
        "further quotes drifted": "further quote whose source changed",
        "further figures confirmed": "figure confirmed by a further source",
        "further figures contradicted": "figure contradicted by a further source",
        "further figures not stated": "figure not stated by a further source",
        "further figures not read": "figure of a further source not read",
    }
)

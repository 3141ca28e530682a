"""Whose data a Chinese sentence goes on with: 排名第二的乙公司份额为9%, behind 据某咨询的数据."""

from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.tellers import told_in
from exporter.drafting.sentences import paragraph_before
from exporter.engine.regex import regex

# 据某咨询的数据，甲公司份额为|18%|，位居第三。排名第一的乙公司份额为|29%|
_RANKED_ZH = regex(
    "(?:而|其中)?(?:排名|位居|位列)第[一二三四五]的[^，。；0-9]{2,16}(?:市场份额|份额|市占率|占有率)"
)
_SHARE_ZH = regex("份额|市占率|占有率")


def of_the_same_data(sentence: Sentence, setting: Setting) -> str:
    """Whose data the sentence before tells of shares from, which one goes on with; "" for none."""
    if setting.lang != "zh" or not _RANKED_ZH.match(sentence.text):
        return ""
    source = setting.source.text or ""
    here = paragraph_before(source, sentence.start).rstrip("。 ")
    last = here.rpartition("。")[2]
    told = [one.who for one in told_in(last) if one.is_for_all and one.who.endswith("数据")]
    return told[0] if len(told) == 1 and _SHARE_ZH.search(last) else ""

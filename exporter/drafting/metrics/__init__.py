"""What a figure measures, in the words of its sentence.

en/  in English
zh/  in Chinese
sureness.py  how sure a drafted name is
"""

from exporter.drafting.metrics.en import metric_en
from exporter.drafting.metrics.zh import metric_zh
from exporter.drafting.model import Guess, Sentence, Setting, Stated


def metric_of(stated: Stated, sentence: Sentence, setting: Setting) -> Guess[str]:
    """What an analyst would call the figure, in the sentence's language; never empty.

    Without the entity, the period, hedges, articles and verbs: `Net interest income growth`,
    净息差.
    """
    name = metric_en if setting.lang == "en" else metric_zh
    return name(stated, sentence, setting)

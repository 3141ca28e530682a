"""What a figure measures, in the words of its sentence.

en/  in English
zh/  in Chinese
money_as_read.py  money as its sentence alone reads it
note_marks.py  marks of notes behind words, which belong to no name
brackets.py  closed brackets end nothing, and a name has none without the other
sureness.py  how sure a drafted name is
"""

from dataclasses import replace

from exporter.drafting.metrics.brackets import whole_brackets
from exporter.drafting.metrics.en import metric_en
from exporter.drafting.metrics.note_marks import without_note_marks
from exporter.drafting.metrics.zh import metric_zh
from exporter.drafting.model import Guess, Sentence, Setting, Stated


def metric_of(stated: Stated, sentence: Sentence, setting: Setting) -> Guess[str]:
    """What an analyst would call the figure, in the sentence's language; never empty.

    Without the entity, the period, hedges, articles and verbs: `Net interest income growth`,
    净息差.
    """
    stated, sentence = without_note_marks(stated, sentence)
    name = metric_en if setting.lang == "en" else metric_zh
    guess = name(stated, sentence, setting)
    return replace(guess, value=whole_brackets(guess.value) or guess.value)

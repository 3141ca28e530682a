"""What columns of tables are called: which headings are one, and what those of others mean.

Case, width, white space (no-break spaces and line ends, too) and invisible characters do not tell
headings apart. What a heading in another language means is never taken for meant: a message only
proposes it.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_INVISIBLE = "Cf"  # Unicode's category of zero-width spaces, soft hyphens and byte order marks

# Only what means one field, whoever writes it: neither `Citation`, which is a quote in French and a
# reference in English, nor 出处, which is who says it on our sheets and where it stands elsewhere.
_WORDS = MappingProxyType(
    {
        "id": "kennung identifiant identificador identificativo 编号 編號 标识 識別子 식별자",
        "entity": "company firm unternehmen firma gesellschaft entität société entreprise entité "
        "empresa entidad entidade azienda società entità bedrijf 公司 企业 企業 会社 主体 "
        "主體 实体 實體 회사 기업",
        "metric": "indicator kpi kennzahl kenngröße kenngroesse messgröße messgroesse metrik "
        "indicateur métrique indicador métrica indicatore metrica kengetal 指标 指標 지표",
        "value": "wert valeur valor valore waarde wartość 数值 數值 数値 值 値 값",
        "unit": "einheit maßeinheit masseinheit unité unidad unidade unità eenheid jednostka 单位 "
        "單位 単位 단위",
        "qualifier": "限定 限定词",
        "period": "as_of zeitraum periode berichtszeitraum période período periodo okres 期间 期間 "
        "时期 時期 截至 기간",
        "status": "statut estado stato 状态 狀態 状態 ステータス 상태",
        "attribution": "attributed_to",
        "source": "quelle fuente fonte bron źródło 来源 來源 资料来源 資料來源 出典 情報源 출처",
        "quote": "zitat wortlaut cita citazione citaat citação cytat 原文 引文 引用 인용",
        "note": "notes anmerkung fußnote fussnote remarque annotazione 附注 附註 注释 註釋 주석",
        "accept": "accepted_because 采信理由",
    }
)
_LANGUAGES = MappingProxyType(
    {
        **dict.fromkeys(("en", "englisch", "english", "anglais", "英文", "英语"), "en"),
        **dict.fromkeys(("zh", "cn", "chinesisch", "chinese", "chinois", "中文", "汉语"), "zh"),
    }
)
_OF_LANGUAGE = re.compile(rf"(.+?)[\s_.(\[-]*({'|'.join(_LANGUAGES)})[)\]]?")
_IN_TWO_LANGUAGES = {"metric", "value", "unit", "attribution", "note", "accept"}


def heading_key(heading: str) -> str:
    """What a heading has in common with those that are the same."""
    plain = unicodedata.normalize("NFKC", heading)
    shown = "".join(sign for sign in plain if unicodedata.category(sign) != _INVISIBLE)
    return " ".join(shown.split()).casefold()


def meaning_of(heading: str) -> str:
    """The field that a heading in another language means; "" where that is not certain."""
    key = heading_key(heading)
    if field := _fields().get(key, ""):
        return field
    match = _OF_LANGUAGE.fullmatch(key)
    if not match:
        return ""
    of, lang = match[1], _LANGUAGES[match[2]]
    if of == "quote":
        return f"quote_{lang}"
    field = _fields().get(of, of)
    return f"{field}.{lang}" if field in _IN_TWO_LANGUAGES else ""


@cache
def _fields() -> Mapping[str, str]:
    """The fields of all words, by what headings are compared by."""
    return {
        heading_key(word.replace("_", " ")): field
        for field, words in _WORDS.items()
        for word in words.split()
    }


def shown_heading(heading: str) -> str:
    """A heading as a message shows it: on one line."""
    return " ".join(heading.split())


def as_mapping(fields: Mapping[str, str]) -> str:
    """Headings and their fields as `columns:` takes them: `{Wert: value, "a: b": unit}`."""
    lines = (f"{_as_key(heading)}: {field}" for heading, field in fields.items())
    return f"{{{', '.join(lines)}}}"


def _as_key(heading: str) -> str:
    shown = shown_heading(heading)
    if re.fullmatch(r"[^\W_](?:[\w ()/%.&+-]*[\w)%.+])?", shown):
        return shown
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'

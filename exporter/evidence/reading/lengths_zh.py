"""Lengths in a bare m: 直径260m, 井深6200m, where 收入260m are no metres."""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.vocabulary.units import TextUnit, unit_zh

# What measures a length by its last character: 塔高, and no 新高; 桥长, and no 增长.
_LENGTH = regex(
    "(?:[直外内孔管洞口跨半轮桩]径|长度|高度|深度|宽度|厚度|跨度|海拔|标高|高程|吃水|进尺|落差|间距|水位"
    "|[船桥全总管线道洞身片翼岸路渠坝堤墙巷井段隧](?:总|全)?长|[塔坝楼桥墩山层净筒柱杆架厦身心墙像]高"
    "|[水井埋孔坑洞钻槽池库港]深|[型桥路河面底槽船洞净]宽|[煤土冰层壁板顶]厚|(?:^|[，、,（(])长"
    "|[长宽高深厚]为?[约达]?[0-9][0-9.,]*[m米][，、,]?[长宽高深厚])"
    "(?:最[大高深长]|分别|超过|接近|不[低少小]于|不超过|[可达到至为约超近逾过共计仅有])*(?:[0-9][0-9.,]*m?[至到~—、和/-])*$"
)
_NEAR = 24  # characters


def length_in_m(text: Text, numeral: Numeral) -> TextUnit | None:
    """Metres, where a small m stands right behind a number that the words before make a length."""
    end, start = numeral.end, numeral.start
    is_small = text.folded[end : end + 1] == "m" and numeral.magnitude == 1
    if not is_small or not _LENGTH.search(text.lower, max(0, start - _NEAR), start):
        return None
    metres = unit_zh("米")
    return metres[1] if metres else None

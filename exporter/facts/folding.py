"""One spelling for characters that mean the same, letter for letter.

Offsets found in a folded text hold in the text as given, because every character is replaced by
exactly one other. Unicode's NFKC would do more, but changes lengths ("㎡" becomes "m2").
"""

import re

from exporter.facts.traditional import SIMPLIFIED

# Traditional characters of the words that this package knows, as Hong Kong filings write them.
_TRADITIONAL = dict(
    zip(
        "萬億兩餘個約過達幾數減虧損將點條項張間時鐘週內於間倍漲負實現種類號級場歐鎊幣併維開業務僅這還從"
        "後戶產銷員工僱職總額營運淨溢應佔擁聘貨櫃轉關閉標準箱宗寫字樓劃裁職涉支圓韓盧紐澳臺銖羅薩聯線電視"
        "車輛臺門國際價錢資預計報獲經濟貿遠調資較佈絕對極幹書單訂購買賣發終華為與會議決無難達億筆樣師學習"
        "療療藥廠機構處歲顆塊頭雙盤選當選屆屬區縣鄉鎮園灣島縱橫觀說證認識別響應頻帶寬網絡雲術創新進階層"
        "積極熱溫氣飛機艙鐵軌鋼銅鋁鎳鋰礦煤碼頭載噸磅呎畝頃邊長闊滿續連續漸稱謂闊異變動靜圖畫頁紙張隻頻"
        "擬擴繼請詢電話約訊傳師財務稅項債權證券銀聲綠紅藍黃麗優質質稱號佳績參與參加圍繞東廣環協議強弱輕裝備"
        "設備樂團體錄製壓縮縱觀條紋飯餐飲飾針織維護養殖種植獎勵補貼貸款貨幣賬匯攤費賠償償還歸還納稅繳齡"
        "幹淨萬歲勞動擔負責貢獻蘋果鮮鹽糧農鷄鴨魚獸雞隊軍衛藝術劇戲遊樂幣"
        "並來嚴壩審庫復災爾監節築純紛組結臨舉複記診試語論讓豬賺隨顯馬駐齊龍寶賓賽贏輸運違遲遞鄰醫"
        "鏈錯陸陽際險雜離題願風館驗驅葉蘇規視覽託許訴註詳誤課談諾譯讀豐趨跡輪辦連遺鋪閱陳須頒領顧"
        "駛騎騰驚鳥麥權檢沒況滅煙爭獨畢盡禮穩競範簡簽紡細統絲緊編緩練義聰腦膠興舊艦贊週啟嘗對導屬"
        "層帳彈徵態慮慣憂戰據擊擇擋擠攝敗敵斷暫曆歷殘毀歲貧貫購賈賦贈蒐蓋薦藉裡裏製褲襲訓訪評詞詢"
        "該誌謝謹證讚豎貪販貶賀賒賠賢贖趕躍軟較輔輝輩轄迴逕適遜遷郵鄧鉅鉛鋒鍾鎖鏡鑽閃閑閒陣隸雖靜"
        "頂項順頗飆飾餘駁駕騙鬥魯鴻鵬點龜",
        "万亿两余个约过达几数减亏损将点条项张间时钟周内于间倍涨负实现种类号级场欧镑币并维开业务仅这还从"
        "后户产销员工雇职总额营运净溢应占拥聘货柜转关闭标准箱宗写字楼划裁职涉支圆韩卢纽澳台铢罗萨联线电视"
        "车辆台门国际价钱资预计报获经济贸远调资较布绝对极干书单订购买卖发终华为与会议决无难达亿笔样师学习"
        "疗疗药厂机构处岁颗块头双盘选当选届属区县乡镇园湾岛纵横观说证认识别响应频带宽网络云术创新进阶层"
        "积极热温气飞机舱铁轨钢铜铝镍锂矿煤码头载吨磅呎亩顷边长阔满续连续渐称谓阔异变动静图画页纸张只频"
        "拟扩继请询电话约讯传师财务税项债权证券银声绿红蓝黄丽优质质称号佳绩参与参加围绕东广环协议强弱轻装备"
        "设备乐团体录制压缩纵观条纹饭餐饮饰针织维护养殖种植奖励补贴贷款货币账汇摊费赔偿偿还归还纳税缴龄"
        "干净万岁劳动担负责贡献苹果鲜盐粮农鸡鸭鱼兽鸡队军卫艺术剧戏游乐币"
        "并来严坝审库复灾尔监节筑纯纷组结临举复记诊试语论让猪赚随显马驻齐龙宝宾赛赢输运违迟递邻医"
        "链错陆阳际险杂离题愿风馆验驱叶苏规视览托许诉注详误课谈诺译读丰趋迹轮办连遗铺阅陈须颁领顾"
        "驶骑腾惊鸟麦权检没况灭烟争独毕尽礼稳竞范简签纺细统丝紧编缓练义聪脑胶兴旧舰赞周启尝对导属"
        "层帐弹征态虑惯忧战据击择挡挤摄败敌断暂历历残毁岁贫贯购贾赋赠搜盖荐借里里制裤袭训访评词询"
        "该志谢谨证赞竖贪贩贬贺赊赔贤赎赶跃软较辅辉辈辖回径适逊迁邮邓巨铅锋钟锁镜钻闪闲闲阵隶虽静"
        "顶项顺颇飙饰余驳驾骗斗鲁鸿鹏点龟",
        strict=True,
    )
)
_TRADITIONAL = (
    SIMPLIFIED
    | {old: new for old, new in _TRADITIONAL.items() if old != new}
    | {
        "佔": "占",
        "舖": "铺",
        "據": "据",
        "貳": "贰",
        "陸": "陆",
    }
)
_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) != ","}
_SAME = {
    "\u3000": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\t": " ",
    "￥": "¥", "−": "-", "﹣": "-", "‑": "-", "‐": "-", "–": "-", "〜": "~", "∼": "~", "﹪": "%",
    "﹑": "、", "’": "'", "○": "〇", "\u00d7": "x", "‘": "'", "￡": "£", "￦": "₩", "﹩": "$",
}  # fmt: skip
# The digits of mathematical alphabets (bold, sans-serif, …), and those of other scripts.
_ZEROS = "\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\u0660\u06f0\u0966\u09e6\u0e50"
_DIGITS = {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
_SPELLINGS = {
    old: new for old, new in (_FULL_WIDTH | _DIGITS | _SAME | _TRADITIONAL).items() if old != new
}
_FOLDED = str.maketrans(_SPELLINGS)
_TO_FOLD = re.compile(f"[{re.escape(''.join(_SPELLINGS))}]")
_CAPITALS = re.compile("[A-Z]+")
# A full-width comma ends a clause, but between full-width digits it separates thousands, and so
# does a narrow or no-break space between digits, or an apostrophe, as in Switzerland.
_THOUSANDS = re.compile(
    r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))"
)
_APOSTROPHES = re.compile(r"(?<=[0-9])['’](?=[0-9]{3}(?![0-9]|\s?[\u4e00-\u9fff]))")


def fold(text: str) -> str:
    """`text` with full-width, typographic and traditional forms made one; lengths are kept."""
    return fold_typed(_APOSTROPHES.sub(",", text) if "'" in text or "’" in text else text)


def fold_typed(text: str) -> str:
    """The same of what somebody typed into a cell, where 1’234,50 says which mark is decimal."""
    if text.isascii():
        return text.replace("\t", " ")  # the one character of these that is in ASCII
    # What _THOUSANDS parts is folded itself, so a text without such characters stays as it is.
    return _THOUSANDS.sub(",", text).translate(_FOLDED) if _TO_FOLD.search(text) else text


def lower(text: str) -> str:
    """`text` with A-Z made small; unlike `str.lower`, it never changes lengths."""
    if text.isascii():
        return text.lower()
    return _CAPITALS.sub(lambda match: match[0].lower(), text)


def is_traditional(text: str) -> bool:
    """Whether a text has a character that only traditional Chinese writes so."""
    letters = zip(text, fold_typed(text), strict=True)
    return any(one != other and "\u4e00" <= one <= "\u9fff" for one, other in letters)

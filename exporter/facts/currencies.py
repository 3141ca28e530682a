"""The currencies of ISO 4217, as data: codes, names in both languages, signs and minor units.

Source: ISO 4217:2015, list one of active codes; names as the Unicode CLDR has them, and as
newspapers write them.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.plurals import plural_of
from exporter.facts.words import Bilingual

CENT = Fraction(1, 100)
# Names and signs that several currencies share, with the sign that stands for them all: a number in
# one is money of no known currency until something says which.
DOLLAR, YEN_OR_YUAN, POUND, KRONA, CROWN, RUPEE = "$", "¥", "£", "kr", "crown", "rupee"
YUAN = "元"  # in traditional characters also the money of a place that writes so
UNSETTLED = {
    "peso": "peso", "比索": "peso", "franc": "franc", "法郎": "franc", "dinar": "dinar",
    "第纳尔": "dinar", "shilling": "shilling", "先令": "shilling", "krona": KRONA, "krone": KRONA,
    "kroner": KRONA, "克朗": KRONA, "kr": KRONA, "crown": CROWN, "¥": YEN_OR_YUAN, "$": DOLLAR,
    "dollar": DOLLAR, "rupee": RUPEE, "guilder": "guilder", "peseta": "peseta", "markka": "markka",
    "£": POUND, "pound": POUND, "镑": POUND, "披索": "peso", "里亚尔": "rial", "rial": "rial",
}  # fmt: skip

# Code, English names, Chinese names (the first is the label), signs; a plural is not written out.
_TABLE = """
AED | UAE dirham, dirham, Emirati dirham | 阿联酋迪拉姆, 迪拉姆, 迪尔汗 | Dhs, Dh
AFN | Afghan afghani, afghani | 阿富汗尼 | ؋
ALL | Albanian lek, lek | 阿尔巴尼亚列克, 列克 |
AMD | Armenian dram, dram | 亚美尼亚德拉姆, 德拉姆 | ֏
AOA | Angolan kwanza, kwanza | 安哥拉宽扎, 宽扎 | Kz
ARS | Argentine peso, Argentinian peso | 阿根廷比索 | AR$, ARS$
AUD | Australian dollar, Aussie dollar | 澳元, 澳大利亚元, 澳洲元, 澳币 | A$, AU$, AUD$
AWG | Aruban florin | 阿鲁巴弗罗林 | Afl
AZN | Azerbaijani manat | 阿塞拜疆马纳特 | ₼
BAM | convertible mark | 波黑可兑换马克 | KM
BBD | Barbadian dollar, Barbados dollar | 巴巴多斯元 | Bds$
BDT | Bangladeshi taka, taka | 孟加拉塔卡, 塔卡 | ৳
BGN | Bulgarian lev, lev, leva, Bulgarian leva | 保加利亚列弗, 列弗 |
BHD | Bahraini dinar | 巴林第纳尔 | BD
BIF | Burundian franc | 布隆迪法郎 | FBu
BMD | Bermudan dollar, Bermudian dollar, Bermuda dollar | 百慕大元 | BD$
BND | Brunei dollar | 文莱元 | B$
BOB | Bolivian boliviano, boliviano | 玻利维亚诺 |
BRL | Brazilian real, real, reai, Brazilian reai | 巴西雷亚尔, 雷亚尔 | R$, BRL$
BSD | Bahamian dollar, Bahamas dollar | 巴哈马元 |
BTN | Bhutanese ngultrum, ngultrum | 不丹努尔特鲁姆 | Nu
BWP | Botswanan pula, pula | 博茨瓦纳普拉, 普拉 |
BYN | Belarusian ruble, Belarusian rouble | 白俄罗斯卢布 | Br
BZD | Belize dollar | 伯利兹元 | BZ$
CAD | Canadian dollar | 加元, 加拿大元, 加币 | C$, CA$, CAD$
CDF | Congolese franc | 刚果法郎 |
CHF | Swiss franc | 瑞士法郎, 瑞郎 | SFr, Fr
CLP | Chilean peso | 智利比索 | CLP$
CNY | yuan, renminbi, Chinese yuan, kuai | 元, 人民币, 人民币元, 块钱, 元人民币 | CN¥, RMB¥, RMB
COP | Colombian peso | 哥伦比亚比索 | COP$, COL$
CRC | Costa Rican colon, Costa Rican colón | 哥斯达黎加科朗 | ₡
CUP | Cuban peso | 古巴比索 |
CVE | Cape Verdean escudo | 佛得角埃斯库多 |
CZK | Czech koruna, koruna, Czech crown | 捷克克朗 | Kč
DJF | Djiboutian franc | 吉布提法郎 |
DKK | Danish krone, Danish kroner, Danish crown | 丹麦克朗 | DKr
DOP | Dominican peso | 多米尼加比索 | RD$
DZD | Algerian dinar | 阿尔及利亚第纳尔 |
EGP | Egyptian pound | 埃及镑, 埃镑 | E£, LE
ERN | Eritrean nakfa, nakfa | 厄立特里亚纳克法 |
ETB | Ethiopian birr, birr | 埃塞俄比亚比尔 |
EUR | euro | 欧元, 欧罗 | €, EUR€
FJD | Fijian dollar, Fiji dollar | 斐济元 | FJ$
FKP | Falkland Islands pound | 福克兰群岛镑 |
GBP | pound, pound sterling, British pound, sterling | 英镑, 英磅 | £, GBP£, UK£, Stg
GEL | Georgian lari, lari | 格鲁吉亚拉里, 拉里 | ₾
GHS | Ghanaian cedi, cedi | 加纳塞地, 塞地 | GH₵, ₵
GIP | Gibraltar pound | 直布罗陀镑 |
GMD | Gambian dalasi, dalasi | 冈比亚达拉西 |
GNF | Guinean franc | 几内亚法郎 |
GTQ | Guatemalan quetzal, quetzal | 危地马拉格查尔 |
GYD | Guyanese dollar, Guyana dollar | 圭亚那元 | G$
HKD | Hong Kong dollar, HK dollar | 港元, 港币, 港幣, 港圆, 港纸, 元港币 | HK$, HKD$
HNL | Honduran lempira, lempira | 洪都拉斯伦皮拉 |
HTG | Haitian gourde, gourde | 海地古德 |
HUF | Hungarian forint, forint | 匈牙利福林, 福林 | Ft
IDR | Indonesian rupiah, rupiah | 印尼盾, 印度尼西亚卢比, 印尼卢比 | Rp
ILS | Israeli shekel, new shekel, shekel | 以色列新谢克尔, 新谢克尔, 谢克尔 | ₪, NIS
INR | Indian rupee, rupee | 印度卢比, 卢比 | ₹, Rs, INR₹
IQD | Iraqi dinar | 伊拉克第纳尔 |
IRR | Iranian rial | 伊朗里亚尔 |
ISK | Icelandic krona, Icelandic króna, Icelandic kronur, Icelandic crown | 冰岛克朗 |
JMD | Jamaican dollar, Jamaica dollar | 牙买加元 | J$
JOD | Jordanian dinar | 约旦第纳尔 | JD
JPY | yen, Japanese yen | 日元, 日圆, 日币, 日円 | JP¥, JPY¥, 円
KES | Kenyan shilling | 肯尼亚先令 | KSh
KGS | Kyrgyz som | 吉尔吉斯斯坦索姆 |
KHR | Cambodian riel, riel | 柬埔寨瑞尔, 瑞尔 | ៛
KMF | Comorian franc | 科摩罗法郎 |
KPW | North Korean won | 朝鲜元 |
KRW | won, South Korean won, Korean won | 韩元, 韩圆, 韩币, 韩圜 | ₩, KRW₩
KWD | Kuwaiti dinar | 科威特第纳尔 | KD
KYD | Cayman Islands dollar, Cayman dollar | 开曼元 | CI$
KZT | Kazakhstani tenge, Kazakh tenge, tenge | 哈萨克斯坦坚戈, 坚戈 | ₸
LAK | Laotian kip, Lao kip, kip | 老挝基普, 基普 | ₭
LBP | Lebanese pound | 黎巴嫩镑, 黎镑 | L£
LKR | Sri Lankan rupee | 斯里兰卡卢比 | SLRs, ரூ
LRD | Liberian dollar, Liberia dollar | 利比里亚元 | L$
LSL | Lesotho loti, loti | 莱索托洛蒂 |
LYD | Libyan dinar | 利比亚第纳尔 | LD
MAD | Moroccan dirham | 摩洛哥迪拉姆 |
MDL | Moldovan leu, Moldovan lei | 摩尔多瓦列伊 |
MGA | Malagasy ariary, ariary | 马达加斯加阿里亚里 |
MKD | Macedonian denar, denar | 马其顿第纳尔 |
MMK | Myanmar kyat, kyat | 缅甸元, 缅币 |
MNT | Mongolian tugrik, tugrik | 蒙古图格里克, 图格里克 | ₮
MOP | Macanese pataca, pataca | 澳门元, 澳门币, 葡币 | MOP$
MRU | Mauritanian ouguiya, ouguiya | 毛里塔尼亚乌吉亚 |
MUR | Mauritian rupee | 毛里求斯卢比 |
MVR | Maldivian rufiyaa, rufiyaa | 马尔代夫卢菲亚 |
MWK | Malawian kwacha | 马拉维克瓦查 |
MXN | Mexican peso | 墨西哥比索, 墨西哥披索 | MX$, Mex$, MXN$
MYR | Malaysian ringgit, ringgit | 马来西亚林吉特, 林吉特, 令吉, 零吉, 马币, 马元 | RM
MZN | Mozambican metical, metical | 莫桑比克美提卡 |
NAD | Namibian dollar, Namibia dollar | 纳米比亚元 | N$
NGN | Nigerian naira, naira | 尼日利亚奈拉, 奈拉 | ₦
NIO | Nicaraguan cordoba, Nicaraguan córdoba | 尼加拉瓜科多巴 |
NOK | Norwegian krone, Norwegian kroner, Norwegian crown | 挪威克朗 | NKr
NPR | Nepalese rupee | 尼泊尔卢比 |
NZD | New Zealand dollar, Kiwi dollar | 新西兰元, 纽元, 纽币, 纽西兰元, 纽西兰币 | NZ$, NZD$
OMR | Omani rial | 阿曼里亚尔 |
PAB | Panamanian balboa, balboa | 巴拿马巴波亚 |
PEN | Peruvian sol, Peruvian sole, nuevo sol | 秘鲁索尔, 秘鲁新索尔 | S/
PGK | Papua New Guinean kina, kina | 巴布亚新几内亚基那 |
PHP | Philippine peso | 菲律宾比索, 菲律宾披索 | ₱, Php
PKR | Pakistani rupee | 巴基斯坦卢比 | PKRs
PLN | Polish zloty, zloty, zlotys, złoty | 波兰兹罗提, 兹罗提 | zł
PYG | Paraguayan guarani, guarani | 巴拉圭瓜拉尼 | ₲
QAR | Qatari riyal | 卡塔尔里亚尔 | QR
RON | Romanian leu, Romanian lei | 罗马尼亚列伊 |
RSD | Serbian dinar | 塞尔维亚第纳尔 |
RUB | Russian ruble, Russian rouble, ruble, rouble | 卢布, 俄罗斯卢布 | ₽
RWF | Rwandan franc | 卢旺达法郎 |
SAR | Saudi riyal, Saudi Arabian riyal, riyal | 沙特里亚尔, 沙地里亚尔, 沙乌地里亚尔 | SR
SBD | Solomon Islands dollar | 所罗门群岛元 | SI$
SCR | Seychellois rupee | 塞舌尔卢比 |
SDG | Sudanese pound | 苏丹镑 |
SEK | Swedish krona, Swedish kronor, Swedish crown, kronor | 瑞典克朗 | SKr
SGD | Singapore dollar, Sing dollar | 新加坡元, 新元, 新币, 坡币, 坡元, 新加坡币 | S$, SG$, SGD$
SHP | Saint Helena pound | 圣赫勒拿群岛镑 |
SLE | Sierra Leonean leone, leone | 塞拉利昂利昂 |
SOS | Somali shilling | 索马里先令 |
SRD | Surinamese dollar, Suriname dollar | 苏里南元 |
SSP | South Sudanese pound | 南苏丹镑 |
STN | Sao Tome dobra, dobra | 圣多美多布拉 |
SVC | Salvadoran colon, Salvadoran colón | 萨尔瓦多科朗 |
SYP | Syrian pound | 叙利亚镑, 叙镑 |
SZL | Swazi lilangeni, emalangeni | 斯威士兰里兰吉尼 |
THB | Thai baht, baht | 泰铢, 泰国铢, 铢 | ฿
TJS | Tajikistani somoni, somoni | 塔吉克斯坦索莫尼 |
TMT | Turkmenistani manat, Turkmen manat | 土库曼斯坦马纳特 |
TND | Tunisian dinar | 突尼斯第纳尔 |
TOP | Tongan paanga | 汤加潘加 | T$
TRY | Turkish lira, lira | 土耳其里拉, 里拉 | ₺, TL
TTD | Trinidad and Tobago dollar, Trinidad dollar | 特立尼达和多巴哥元 | TT$
TWD | New Taiwan dollar, Taiwan dollar, NT dollar | 新台币, 台币, 新台币元 | NT$, TW$, NTD
TZS | Tanzanian shilling | 坦桑尼亚先令 | TSh
UAH | Ukrainian hryvnia, hryvnia | 乌克兰格里夫纳, 格里夫纳 | ₴
UGX | Ugandan shilling | 乌干达先令 | USh
USD | US dollar, U.S. dollar, American dollar | 美元, 美金, 美圆, 美刀, 美币 | US$, U.S.$, USD$
UYU | Uruguayan peso | 乌拉圭比索 | UY$
UZS | Uzbekistani som, Uzbek som | 乌兹别克斯坦苏姆 |
VES | Venezuelan bolivar, Venezuelan bolívar, bolivar | 委内瑞拉玻利瓦尔 |
VND | Vietnamese dong, dong | 越南盾, 越盾 | ₫
VUV | Vanuatu vatu, vatu | 瓦努阿图瓦图 |
WST | Samoan tala, tala | 萨摩亚塔拉 | WS$
XAF | Central African CFA franc | 中非法郎 | FCFA
XCD | East Caribbean dollar | 东加勒比元 | EC$
XCG | Caribbean guilder | 加勒比盾 |
XOF | West African CFA franc, CFA franc | 西非法郎 | CFA
XPF | CFP franc | 太平洋法郎 |
YER | Yemeni rial | 也门里亚尔 |
ZAR | South African rand, rand | 南非兰特, 兰特 |
ZMW | Zambian kwacha | 赞比亚克瓦查 |
ZWG | Zimbabwean gold | 津巴布韦金元 | ZiG
"""
# Whose they are, by the country's own name: 310 million Botswana pula, 900 million Kenya shillings.
_COUNTRIES = """
AFN Afghanistan, ALL Albania, AMD Armenia, AOA Angola, ARS Argentina, AUD Australia, AWG Aruba,
AZN Azerbaijan, BDT Bangladesh, BGN Bulgaria, BHD Bahrain, BIF Burundi, BOB Bolivia,
BTN Bhutan, BWP Botswana, BYN Belarus, CAD Canada, CDF Congo, CHF Switzerland, CLP Chile,
CNY China, COP Colombia, CRC Costa Rica, CUP Cuba, CVE Cape Verde, CZK Czechia, DJF Djibouti,
DKK Denmark, DOP Dominican Republic, DZD Algeria, EGP Egypt, ERN Eritrea, ETB Ethiopia,
GEL Georgia, GHS Ghana, GMD Gambia, GNF Guinea, GTQ Guatemala, HNL Honduras, HTG Haiti,
HUF Hungary, IDR Indonesia, ILS Israel, INR India, IQD Iraq, IRR Iran, ISK Iceland, JOD Jordan,
JPY Japan, KES Kenya, KGS Kyrgyzstan, KHR Cambodia, KMF Comoros, KPW North Korea,
KRW South Korea, KRW Korea, KWD Kuwait, KZT Kazakhstan, LAK Laos, LBP Lebanon, LKR Sri Lanka,
LSL Lesotho, LYD Libya, MAD Morocco, MDL Moldova, MGA Madagascar, MKD Macedonia, MMK Myanmar,
MNT Mongolia, MOP Macau, MOP Macao, MRU Mauritania, MUR Mauritius, MVR Maldives, MWK Malawi,
MXN Mexico, MYR Malaysia, MZN Mozambique, NGN Nigeria, NIO Nicaragua, NOK Norway, NPR Nepal,
OMR Oman, PAB Panama, PEN Peru, PGK Papua New Guinea, PHP Philippines, PKR Pakistan, PLN Poland,
PYG Paraguay, QAR Qatar, RON Romania, RSD Serbia, RUB Russia, RWF Rwanda, SAR Saudi Arabia,
SCR Seychelles, SDG Sudan, SEK Sweden, SLE Sierra Leone, SOS Somalia, SSP South Sudan,
SYP Syria, SZL Eswatini, SZL Swaziland, THB Thailand, TJS Tajikistan, TMT Turkmenistan,
TND Tunisia, TOP Tonga, TRY Turkey, TRY Türkiye, TZS Tanzania, UAH Ukraine, UGX Uganda,
UYU Uruguay, UZS Uzbekistan, VES Venezuela, VND Vietnam, WST Samoa, YER Yemen,
ZAR South Africa, ZMW Zambia
"""
# What a workbook shows before a number, where it is not the code.
_SHOWN = {
    "CNY": "¥", "HKD": "HK$", "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "JP¥", "AUD": "A$",
    "CAD": "C$", "SGD": "S$", "NZD": "NZ$", "TWD": "NT$", "BRL": "R$", "MXN": "MX$", "INR": "₹",
    "KRW": "₩",
}  # fmt: skip
# Minor units by name: code, and how many of the major unit one is.
_MINOR = """
USD | US cent, American cent, ¢ | 美分
EUR | euro cent, eurocent | 欧分
HKD | HK cent, Hong Kong cent | 港仙, 港分
AUD | Australian cent | 澳分
CAD | Canadian cent | 加分
NZD | New Zealand cent |
SGD | Singapore cent | 新加坡分
GBP | pence, penny, pennies | 便士
CNY | fen | 分钱
INR | paisa, paise |
MYR | sen |
JPY | Japanese sen | 日本钱, 日本銭
"""
MINOR_NAMES = {"角": ("CNY", Fraction(1, 10)), "毛": ("CNY", Fraction(1, 10)), "jiao": ("CNY",
Fraction(1, 10)), "mao": ("CNY", Fraction(1, 10)),
               "分": ("CNY", CENT), "仙": ("HKD", CENT)}  # fmt: skip


class Currency(NamedTuple):
    """A currency: its code, its Chinese label, and what a workbook shows before a number."""

    code: str
    zh: str
    shown: str


def _rows(table: str) -> list[list[list[str]]]:
    rows = [line.split("|") for line in table.strip().splitlines()]
    return [
        [[word.strip() for word in cell.split(",") if word.strip()] for cell in row] for row in rows
    ]


def _by_country() -> Mapping[str, str]:
    """Names with the country's before the money's own, singular and plural, with the code."""
    money = {
        code: {name.rpartition(" ")[2].casefold() for name in en}
        for [code], en, *_ in _rows(_TABLE)
    }
    places = (place.split(maxsplit=1) for place in _COUNTRIES.split(","))
    return {
        spelling: code
        for code, country in places
        for word in sorted(money[code])
        for spelling in (f"{country.casefold()} {word}", f"{country.casefold()} {plural_of(word)}")
    }


CURRENCIES: Mapping[str, Currency] = {
    code: Currency(code, zh[0], _SHOWN.get(code, f"{code} ")) for [code], _, zh, _ in _rows(_TABLE)
}
_DOLLARS_CALLED_YUAN = frozenset({"HKD", "TWD"})
# The signs that a currency shares: AUD settles $, JPY ¥, MXN $ and peso, SEK kr and crown,
# HKD $ and the 元 of traditional characters.
SIGNS_OF: Mapping[str, frozenset[str]] = {
    "GBP": frozenset(POUND),
    **dict.fromkeys(("CNY", "JPY"), frozenset(YEN_OR_YUAN)),
    **dict.fromkeys(("DKK", "ISK", "NOK", "SEK"), frozenset({KRONA, CROWN})),
    "CZK": frozenset({CROWN}),
    "MOP": frozenset(YUAN),
    **{
        code: frozenset(
            {
                UNSETTLED[word],
                *({DOLLAR} if any("$" in sign for sign in signs) else ()),
                *({YUAN} if code in _DOLLARS_CALLED_YUAN else ()),
            }
        )
        for [code], en, _, signs in _rows(_TABLE)
        if (word := en[0].rpartition(" ")[2].casefold().replace("riyal", "rial")) in UNSETTLED
        and UNSETTLED[word] != KRONA
    },
}
# What a sign means where nothing says which; ¥ is the yuan in Chinese text alone.
UNLESS_SAID: Mapping[str, str] = {DOLLAR: "USD", POUND: "GBP", RUPEE: "INR"}
# Every spelling in small letters, plurals among them, with the currency that it means.
CURRENCY_NAMES: Mapping[str, str] = {
    **_by_country(),
    **{
        word.casefold(): code for [code], *names in _rows(_TABLE) for cell in names for word in cell
    },
    **{plural_of(word.casefold()): code for [code], en, *_ in _rows(_TABLE) for word in en},
    **{code.casefold(): code for code in CURRENCIES},
}
# Spellings of minor units, with code and size.
MINORS: Mapping[str, tuple[str, Fraction]] = {
    **{
        word.casefold(): (code, CENT)
        for [code], *names in _rows(_MINOR)
        for cell in names
        for word in cell
    },
    **{plural_of(word.casefold()): (code, CENT) for [code], en, *_ in _rows(_MINOR) for word in en},
    **MINOR_NAMES,
}
# Cents of which nobody says of what: dollars.
BARE_CENTS = frozenset({"cent", "cents"})


def minor_label(code: str, size: Fraction) -> Bilingual:
    """The name of a minor unit in both languages."""
    for [other], en, zh in _rows(_MINOR):
        if other == code and size == CENT:
            name = "pence" if code == "GBP" else f"{en[0]}s"
            return Bilingual(name, zh[0] if zh else f"{CURRENCIES[code].zh}分")
    if size == CENT:
        return Bilingual(f"{code} cents", f"{CURRENCIES[code].zh}分")
    return Bilingual("jiao", "角")

"""What makes a number a name, or one of a row: labels, products, firms, codes, addresses."""

# Chinese words that say of what is beside them that it is the number of something in a row.
LABELS_ZH = frozenset(
    "附注 图 图片 表 图表 注 式 条款 编号 代码 证券代码 股票代码 股份代号 港股代号 "
    "港股代码 a股代号 a股代码 h股代号 债券代码 基金代码 代号 转债代码 公告编号 "
    "版本 电话 传真 邮编 热线 致电 联系电话"
    " 型号 批号 文号 案号 房间 楼 节 章 页 议案 证书编号 备案号 许可证号 单号 "
    "订单号 学号 账号 卡号".split()
)
# Products and series, whose numbers are names.
PRODUCTS_ZH = (
    "骁龙|天玑|麒麟|昇腾|鲲鹏|锐龙|酷睿|至强|长征|神舟|天舟|嫦娥|天问|歼-|运-|轰-|直-|枭龙|翼龙|彩虹|霹雳"
    "|小米|一加|真我|荣耀|魅族|努比亚|海豹|海鸥|海狮|极氪|思元|纳指|道指|恒指|沪指|标普|问界|智界|享界|深蓝|阿维塔|红米|高通骁龙|波音|空客|东风-|风云"
)
# After a number these make it a place, a term or a version: 1688号, 23楼, 三期, 3.2节, 4星级.
NAMING_ZH = tuple(
    (
        "系列 系 号 强 热线 至尊 楼 期工程 期项目 版 节 章 星级 届 频道 环路 会议室 弄 巷 室 幢 "
        "栋楼 日均线 周均线 日均量 日移动平均 "
        "世纪 年代 号线 级自动 级别自动 线城市 级分类 季报 季度 位数 后一代 大道 路 街"
    ).split()
)
# After a Chinese numeral these make it one of a row.
AFTER_A_ROW_ZH = tuple("十年代 年代 位数 线城市 期工程 期项目 世纪 级市场 星级".split())
# Firms that a number begins, by it; both words have capitals.
BRANDS = {
    "two": ("sigma", "harbors", "rivers"),
    "three": ("uk", "ireland", "gorges", "squirrels"),
    "four": ("seasons", "corners"),
    "five": ("guys", "below"),
    "six": ("flags", "continents", "nations"),
    "seven": ("&", "bank", "west", "group", "network"),
    "eight": ("roads", "sleep"),
    "nine": ("entertainment", "west", "network", "dragons"),
    "ten": ("square", "entertainment"),
    "hundred": ("acre",),
}
# Letters that are a measure of finance and no product: a number behind them is a figure.
METRICS = frozenset(
    "per nps asp aisc pmi npl gm cir casa lcr rop roce rotce fcf cfo arr mrr cac nta nii nim "
    "eps dps pe pb ps pcf peg roe roa roic nav bvps arpu arppu mau dau gmv pmi cpi "
    "ppi gdp irr npv wacc hr or rr ci sd se sem iqr auc"
    " ebitda ebit ev p/e p/b car cet1 ltv ltd nim npl roi cagr ctr cvr bps capex "
    "opex dcf sotp gpm npm etr aum"
    " revenue revenues sales profit margin users stores customers employees orders downloads total"
    " about above across after all almost already among and another approximately "
    "around as at before below between but by circa"
    " every exactly few fewer first for from fully half has have in is its just "
    "last least less like more most nearly new next no not of"
    " on only or our out over past per roughly since so some than that the their "
    "these they this to top under until up upwards we with"
    " within rose fell grew down was were mr ms dr fy it he she an a are be been "
    "had will would may might can could should must did do"
    " does if when while where which who whose what how why there here also both "
    "each either neither other such only own same too very"
    " now then still even ever never once twice yet again against during through "
    "throughout without upon toward towards via versus vs"
    " because although though unless whether because plus minus times including "
    "excluding around beyond despite inside outside near"
    " cost costs price prices income earnings cash debt output volume volumes "
    "growth share shares yield yields rate rates ratio ratios"
    " net gross operating adjusted diluted basic annual quarterly monthly weekly "
    "daily headcount staff subscribers members units cars"
    " deliveries shipments production capacity inventory stock stocks exports "
    "imports inflation unemployment payrolls claims index"
    " buy sell hold overweight underweight neutral outperform underperform january "
    "february march april may june july august september"
    " october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday"
    " beds rooms seats flights trains ships flats houses homes jobs posts people "
    "patients doctors nurses students pupils"
    " of-which respectively compared versus".split()
)
# Behind a number, with a capital: 737 MAX, 3 Series.
MODELS = frozenset("max pro ultra series plus lite mini".split())
# A number behind one of these names a thing in a row: Phase 3, Chapter 11, Article 101, hall 6.
LABELS_EN = frozenset(
    "scope figure figures fig fig. table tables exhibit exhibits chart charts note notes "
    "page pages p pp. chapter chapters section sections item"
    " items form appendix annex schedule article articles rule rules regulation "
    "clause paragraph part phase phases stage step"
    " tier level type model mode version release grade class category series gen "
    "generation mark mk hall booth room suite floor gate pier"
    " building unit terminal runway highway route interstate road no nr box "
    "channel line ifrs ias asc asu fas isa iso iec rfc sec cfr usc"
    " basel windows android llama claude gemini qwen web industry schedule annex "
    "sop bs en din gb wl sdg sdgs iatf astm ansi nfpa nda anda bla pma formula imo "
    "wi-fi wifi usb hdmi bluetooth"
    " pcie nvme ddr rtx gtx rx radeon geforce ryzen snapdragon dimensity kirin xeon epyc core "
    "ultra athlon threadripper "
    "iphone ipad macbook galaxy pixel xbox playstation ps switch kindle echo boeing airbus falcon "
    "starship office ext extension passcode password pin id zip postcode suite apt apartment "
    "invoice batch exit isin cusip sedol wkn valor directive passport licence lane tube "
    "ward bus tram train bay dock berth "
    " slide slides plate para paras subsection footnote endnote addendum attachment enclosure "
    "column annexure panel code codes reference ref docket ticker symbol serial barcode "
    " group lot block well train site plant reactor campus day week round session "
    "pillar resolution proposal amendment junction platform motion protocol proposition hangar "
    "studio cabin compartment aisle locker seat zone sector district precinct ordinance agenda "
    "recital question lemma theorem principle condition season episode plot flat courtroom "
    "classroom act title volume vol issue edition bulletin sheet exercise nrs flight apollo".split()
)
# Of these, those that other words are too: "the group 90 days", "note 5 stores".
WEAK_LABELS = frozenset(
    "p pp item items unit level class group site road line week day act notes exit batch core "
    "switch echo office extension suite pin bus tram train ward bay dock tube plant reactor block "
    "building issue release mark form box title exercise channel "
    "slide slides plate panel column reference serial symbol "
    "well campus session round terminal pier gate hall pillar resolution proposal amendment "
    "junction platform motion protocol proposition hangar studio cabin compartment aisle locker "
    "seat zone sector district precinct lot plot flat ordinance agenda "
    "question principle condition season episode".split()
)
# What stands behind one of these may be digits with hyphens: reference 40-7781.
CODE_LABELS = frozenset(
    "code reference ref docket ticker symbol serial barcode file case matter policy claim account "
    "permit licence license registration tracking confirmation invoice passport number no nos "
    "numbered id isin cusip sedol wkn valor passcode password pin".split()
)
# Registers of companies and of taxpayers, in capitals before a number: ACN 107 611 093.
REGISTERS = frozenset(
    "acn abn arbn arsn afsl tfn nzbn gst gstin ein tin ssn siren siret uen brn cin llpin crn duns "
    "cnpj cpf cui cuit rut nit rfc nif cif krs regon nip kvk rsin cvr rcs hrb hrn uid ico orgnr "
    "naics sic nace isic lei cik crd npi ndc cas fca fsp fspr frn afs ucc ean gtin upc issn isbn "
    "doi pmid".split()
)
# Exchanges behind a number, in capitals: (4208 JP).
MARKETS = frozenset(
    "hk jp jt ch cg kq ks tt to in ib is au at ln us un uw uq fp gr gy sp mk tb ij pm sj sw im ni "
    "na bb sm ss no dc fh vn nz cn ct bz ar ab uh qd dh kk om ey sz hb".split()
)
INDEXES = frozenset(
    (
        "s&p fortune ftse nikkei stoxx russell nasdaq cac dax csi msci topix kospi "
        "sensex nifty asx tsx hsi hang euro ibex aex smi omx"
    ).split()
)
# Ticker symbols of exchanges.
EXCHANGES = frozenset(
    "tadawul dfm adx qse bist bmv bovespa b3 moex jse set idx pse hose "
    "hkex sehk hkse nyse nasdaq sse szse hk sh sz tse tyo lse lon krx kosdaq twse "
    "tpe asx tsx bse nse sgx etr fra epa ams xetra euronext bj bse neeq ticker code"
    " otc otcqx otcqb otcmkts otcbb tsxv nzx jpx aqse tpex klse bursa wse gpw"
    " stock".split()
)
STREETS = frozenset(
    (
        "lane street road avenue drive square boulevard way court crescent place "
        "parkway terrace quay row yard yards wharf circus close grove alley passage hill dock "
        "docks heights trail turnpike pike st rd ave blvd plaza highway embankment gardens walk "
        "parade mews esplanade promenade loop"
    ).split()
)
STREETS_BEFORE = frozenset("rue via calle avenida rua strada viale plaza".split())
# States as postcodes have them, in capitals.
STATES = frozenset(
    (
        "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj "
        "nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc nsw vic qld"
    ).split()
)
SUFFIXES = frozenset(
    (
        "sr ae qa is sa mx jo bk jk kl vn nz tw ta hk sh sz ss bj us to l tw ks kq t si ax pa de "
        "as mi"
    ).split()
)

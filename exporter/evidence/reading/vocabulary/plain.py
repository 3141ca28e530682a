"""Words that only look like figures, and what stands before the number of a name."""

from collections.abc import Sequence

from exporter.evidence.reading.vocabulary.numbers import CARDINALS

# Chinese words that only contain the characters of numerals.
IDIOMS_ZH = """
成千上万 成百上千 成千成万 统一 唯一 无一例外 同一 单一 专一 逐一 其一 不一 合一 归一 如一 进一步
新一代 划一 第一时间
这一 那一 每一 某一 任一 任何一 另一 下一 上一 新一  万里挑一 百里挑一 始终如一
举一反三 说三道四 推三阻四 挑三拣四 低三下四 缺一不可 合二为一 以一当十 三缺一 再三
第二曲线 第一性 第三方 第三产业 第二产业 第一产业 第一手 第三者  第一步
大半 多半 上半 下半 五五开 双十一 双十二 双方 美味十足

从零 归零 为零 清零 亚洲四小龙 说一不二 数一数二 接二连三 丢三落四 不三不四 朝三暮四 颠三倒四
九牛二毛 略知一二 有两下子 一而再 乱七八糟 横七竖八 不管三七二十一 陆地 肆意 收拾
首尾两日 首尾两天
单双 一视同仁 一如既往 首屈一指 独一无二 表里如一 始终不一 四位一体 五位一体 三位一体
多元 多样 多模态 多媒体 多维 多端 多家媒体 余额 余下 余款 余地 年底 年初 年内 年度 年报 年级 年轻
年代
数据 数字 数码 数智 数学 数量 数值 数额 数控 数组 数目 数位 数以 次数 人数 指数 函数 系数 参数
总数 多数 少数 分数 倍数
户数 家数 宗数 台数 杯数 天数 件数 个数 级数 基数 奇数 偶数
几乎 几何 几率 几近 半导体 半成品 半径 半自动 半年报 半年度报告 半山 半岛 半决赛 半程 天猫 天然
天气 天津 天使 元素 元宇宙 元老 元旦 周边 周转 周末
周刊 周期 周年庆 秒杀 秒懂 倍增 倍受 倍感 成为 成立 成本 成功 成长 成员 成果 成熟 成交 成就 成分
成套 成品 成都
成绩 成人 年年 人民币 单位 首先 首发 首席 首选 首页 首日 首要 首都 首付
"""
# The same, where they stand after no other numeral: 十万一张 is 十万, and 第一代 a generation.
NUMERAL_IDIOMS_ZH = """
成千上万 成百上千 成千成万 一站式 一次性 一节 一曲 一通 一窝
一起 一些 一般 一体 一定 一直 一方面 一方 一致 一旦 一切
一样 一线 二线 三线 四线 五线
一二线 三四线 一流 一级 二级 三级 四级 五级 一部分 一大批 一批 一大 一系列 一揽子 一对一 一带一路
一度 一道
一面 一把手 一代 一口气 一成不变 一举 一路 一时 一条龙 一条心 一个性 一块儿 一份子 一家人 一心
一味  一向 一律
一贯 一再 一共 一番 一行 一众 一应 一同 一并 一概 一片 一圈 一手 一身 一声 一齐 一概 一瞬 一边
一来 一则 一刀切  一蹴而就 一帆风顺
一家独大 三合一 二合一 一期一会 一氧化 二氧化 三氧 五险一金 一分为二 一看 一望 一笑
二次元 二次开发 二次创业 二手 二维 三维 二胎 三胎 三思 三观 三包 三好
三农 三亚 三星电子 三星集团  三角 三甲 三板 四川 四处 四面 四大皆空 四平 五花八门 五粮液 五金 六安
七匹狼 七牛 七夕 七彩
八方 八卦 八大处 九阳 九龙 九州 九九归一 三伏 三八节 三八妇女 五一 五四 六一 八一 六一八 九一八
二八定律
二八法则 十一黄金 五台山 五角大楼
十足 十三五 十四五 十五五 十全 十堰 三三两两 三言两语 两会 两岸 两者 两翼 两面 两端 两极 两地 两性
两旁 两侧
百度 百炼 百灵 百川 百胜 百联 百货 百科 百家号 百姓 百事 百合 百年 百花 百强 百分比 百分数 百分制
百色 百济 百草 百忙
百万富翁 百亿补贴 千问 千行百业 千家万户 千人千面 千方百计 千禧 千金 千古 千岛 千寻 千牛 千里 千帆
千千万万 千篇一律 千辛万苦
千载难逢 千军万马 千变万化 千差万别 千言万语 千丝万缕 千万别 千万不 千万要
万相 万象 万达 万科 万豪 万物 万能 万国 万众 万里 万千 万户侯 万兴 万家乐 万事 万向 万一  万年青
万维 万得 万年 万通 万泰 万和 万孚
万华 万万没 万万不 亿万 亿欧 亿滋 亿联 亿纬 亿元户 零门槛 零售 零部件 零食 零碳 零星 零基础 零距离
零件
零排放 零容忍 零关税
零工 零散 零库存 十月怀胎 两难 两栖 两用 两小无猜 四通八达 四海 四方 五湖四海 六神 七七八八 八仙
九霄
一步 告一段落 三番两次 三番四次 一波未平 一波又起 一波三折 三天打鱼 两天晒网 一拖再拖
一步一个脚印 十年磨一剑 三番五次 千头万绪 一马当先 一鼓作气 一锤定音 一波三折 一石二鸟 一箭双雕
一举两得 一言难尽 一目了然 一落千丈 一触即发 一应俱全 一席之地 一臂之力 一筹莫展 一诺千金 一劳永逸
一网打尽 一枝独秀 一骑绝尘 一窝蜂 一亩三分地 一哄而上 一脉相承 一丝不苟 一蹶不振 一刀两断 一本万利
一掷千金 一日千里 一夜之间 一朝一夕 一心一意 一模一样 一五一十 一线生机 一概而论 一览 一经 一如
三足鼎立 三驾马车 三顾茅庐 三令五申 三心二意 三缄其口 三五成群 三教九流 三头六臂 三天两头 三更半夜
四面楚歌 四面八方 四两拨千斤 四分五裂 四平八稳 四舍五入 五味杂陈 五光十色 五体投地 五湖四海
六亲不认 七上八下 七嘴八舌 七零八落 八面玲珑 八仙过海 九死一生 九牛一毛 九九八十一难
十拿九稳 十全十美 十万火急 十指连心 十有八九 十之八九 十字路口 十八般 十面埋伏
百尺竿头 百花齐放 百家争鸣 百折不挠 百废待兴 百废待举 百感交集 百无一失 百发百中 百战百胜
百年大计 百年老店 百业待兴 百思不 百态 百闻不如一见 百密一疏
千锤百炼 千钧一发 千秋 千山万水 千呼万唤 千真万确 千姿百态 千帆竞发
万事俱备 万无一失 万变不离 万众一心 万众瞩目 万人空巷 万象更新 万全 万水千山 万马奔腾
两全其美 两面三刀 两败俱伤 两手抓 两步走 二话不说 二次分配 三次分配 三步走 三通一平 七通一平
六稳六保 六稳 六保 三去一降一补 三重一大 三公经费 四个全面 四个自信 八项规定 九二共识
一村一品 一户一策 一企一策 一行一策 一城一策 一省一策 一事一议 一国两制 一岗双责 一盘棋 一竿子
百分位 百般  千卡    一丝  一辈  一世 一天到晚 一年一度 一年四季
一头雾水 一马平川 一往无前 一往情深 一气呵成 一文不值 一无所有 一无所知 一无是处 一无所获
一无所长 一事无成 一日三秋 一叶知秋 一叶障目 一丘之貉 一刻千金 一步登天 一步到位 一心二用
一反常态 一团和气 一团乱麻 一年之计 一尘不染 一字千金 一字不漏 一如所料 一年到头 一衣带水
一见如故 一见钟情 一言为定 一言九鼎 一言不发 一言既出 一言堂 一技之长 一呼百应 一毛不拔
一毛钱关系 一知半解 一拍即合 一板一眼 一拥而上 一鸣惊人 一针见血 一隅之地 一败涂地 一贫如洗
一面之词 一面之缘 一挥而就 一星半点 一语中的 一语成谶 一语道破 一泻千里 一盘散沙 一笔勾销
一笔带过 一厢情愿 一清二楚 一清二白 一望无际 一望而知 一意孤行 一路顺风 一路高歌 一路领先
一穷二白 一潭死水 一蹴即至 一劳久逸 一决高下 一决雌雄 一较高下 一争高下 一争长短 一扫而空
一扫而光 一扫阴霾 一改往日 一改往常 一改以往 一票否决 一票难求 一房难求 一床难求 一车难求
一箱难求 一舱难求 一芯难求 一证通 一码通 一网通 一卡通 一户一宅 一人一档 一物一码 一机一码
一车一桩 一企一档 一县一业 一镇一特 一校一策 一厂一策 一人公司 一手房 一手货 一手资料
一级市场 一轮又一轮 一波又一波 一批又一批 一步步 一项项 一天天 一点点 一层层 一件件
一家家 一座座 一步之遥 一步一步 一点一滴 一举一动 一草一木 一砖一瓦 一分一毫 一丝一毫
一针一线 一问一答 一唱一和 一进一出 一增一减 一升一降 一来一回 一来二去 一正一负 一长一短
一快一慢 一内一外 一老一小 两情相悦 两相情愿 两难境地 两袖清风 两虎相争 两肋插刀 两头受气
两头在外 两头落空 两端发力 两手准备 两手空空 两点一线 两化融合 两山理论 两免三减 两票制
两高一剩 两高一低 两新一重 两重两新 两客一危 两会一层 三长两短 三言二拍 三生有幸 三位一体
三分天下 三足而立 三思而行 三思而后 三六九等 三人成虎 三国演义 三从四德 三亲六故 三个臭皮匠
三去一补 三线建设 三农问题 三旧改造 三権分立 三权分置 三好学生 三无产品 三保人员 三板斧
三叉戟 三明治 三文鱼 三角洲 三角债 三聚氰胺 三元锂 三元电池 三元材料 三元正极 三氯 三峡
三元黑粉 三元前驱 三元体系 三元电芯 三元路线 三元动力 三元聚合 三元催化 三元乙丙 三元共聚 三元高镍
三元中镍 三元软包 三元圆柱 三元方形 三元废 三元极片 三元粉 三元料 三元铁锂 三元装车 三元占比
三元复合 三元合金 三元悖论 三元组 三元股份 三元食品 三元牛奶 三元乳业 三元桥 三元里
二元期权 二元结构 二元论 四元材料 四元电池 四元正极
三沙 三门峡 三明 三水 三桶油 三峡集团 三一重工 四两千斤 四分五落 四书五经 四世同堂
四季如春 四联单 四维图新 五彩缤纷 五颜六色 五谷杂粮 五谷丰登 五味俱全 五福临门
五常大米 五指山 五菱 五矿 五一黄金周 五四青年 六朝古都 六畜兴旺 六氟磷酸 六福珠宝 六国化工
七拼八凑 七手八脚 七窍生烟 七荤八素 七情六欲 七嘴八张 七折八扣 七一建党 八仙桌 八竿子
八面来风 八面威风 八斗之才 八拜之交 八达岭 八宝粥 九五之尊 九霄云外 九寨沟 九江 九曲
九号公司 九毛九 九安医疗 九洲 十年寒窗 十年树木 十室九空 十恶不赦 十指不沾 十里洋场
十里长街 十字架 十字军 十二生肖 百折不回 百步穿杨 百川归海 百里挑一 百炼成钢 百年不遇
百年一遇 百年树人 百读不厌 百口莫辩 百依百顺 百叶窗 百叶 百香果 百宝箱 百货店 百货公司
百炼成 百度地图 百度网盘 百世快递 百丽 百雀羚 百济神州 百奥 百润 百隆 百洋 千疮百孔
千奇百怪 千载一时 千里之行 千里迢迢 千金一诺 千斤顶 千夫所指 千年一遇 千里马 千锤百练
千秋万代 千沟万壑 万紫千红 万象集 万念俱灰 万家灯火 万里长征 万里长城 万寿无疆 万籁
万劫不复 万古长青 万达广场 万宝龙 万润 万盛 亿嘉和 亿帆 亿道 亿航 亿玛 亿华通 两面针
二者之一 万中选一 三缺一 二十四节气 二十四史 二次创新 二次增长 二次供水 二话 二把手 二房东
二宝 二孩 三孩 二道贩子 二甲苯 二甲双胍 三百六十行 八百里加急 三十六计 七十二变 四十不惑
三十而立 六十甲子
"""
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
# English ones, by the numeral in them: what stands before it, and what behind.
_IDIOMS_EN = (
    "in two minds|at one point|at one stage|at any one time|at one time|"
    "of two minds|of one mind|back to square one|nine times out of ten|"
    "on cloud nine|one and all|at one with|two sides of the same|one foot in the|on all fours|"
    "to the nines|kill two birds|two birds with one|one for the road|six of one|"
    "half a dozen of the other|put two and two together|in one fell swoop|of one kind or another|"
    "one way or another|one way or the other|one or another|one after another|"
    "one after the other|a thousand words|a million miles|two can play|two wrongs|two heads are|"
    "ten a penny|two a penny|seven seas|three musketeers|two cents worth|two left feet|"
    "nine lives|one too many|one step ahead|one step at a time|two steps forward|one step back|"
    "three cheers|hundred to one|ten to one|million to one|sixty four thousand dollar question|"
    "zero - day|zero - hour|zero - hours|zero hours contract|zero hours contracts|"
    "zero hour contract|zero hour contracts|zero - sum|zero - coupon|zero - tolerance|zero - trust|"
    "zero - based|net - zero|net zero|zero - emission|zero - emissions|zero - carbon|zero - waste|"
    "zero - interest|zero - cost|zero - fee|zero - commission|zero - tariff|near - zero"
).split("|")


def _by_numeral(phrases: Sequence[str]) -> dict[str, list[tuple[list[str], list[str]]]]:
    table: dict[str, list[tuple[list[str], list[str]]]] = {}
    for phrase in phrases:
        words = phrase.split()
        for at, word in enumerate(words):
            if word in CARDINALS:
                table.setdefault(word, []).append((words[:at], words[at + 1 :]))
    return table


IDIOMS_EN = _by_numeral(_IDIOMS_EN)
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
# Business words whose numbers count what follows, so that a capital before is none of a name's.

"""What Chinese text counts with a general classifier, and what English labels call it.

A unit `{en: parcels, zh: 件}` names parcels; that 150件包裹 are such, this table says.
"""

from exporter.engine.regex import regex

_BOTH = """
parcels packages deliveries shipments | 包裹 快件 快递 邮件 邮包 货件 件货
transactions trades deals payments | 交易 支付 付款 业务 成交
orders | 订单 定单 单子
requests queries | 请求 查询 检索
calls | 电话 来电 通话 呼叫
messages texts | 消息 信息 短信
letters mails | 信件 信函 函件
wafers | 晶圆 硅片
panels modules | 面板 组件 模组
chips | 芯片
bottles | 酒 水 饮料
garments clothes | 衣服 服装 成衣
samples specimens swabs | 样本 样品 检样 标本
patients | 患者 病人 病例 伤者
cases | 病例 案件 案例 个案
passengers travellers | 旅客 乘客 客人
visitors guests tourists | 游客 访客 观众 宾客
students pupils | 学生 学员 考生
drivers | 司机 驾驶员
workers staff | 工人 员工 职工 雇员
engineers | 工程师
doctors physicians | 医生 医师
nurses | 护士
vehicles cars | 车 汽车 轿车 整车 新车 乘用车 车辆
trucks lorries | 卡车 货车 重卡
buses coaches | 客车 巴士 大巴
trains | 列车 火车 动车 高铁
flights | 航班
ships vessels boats | 船 轮船 船舶 货轮
aircraft planes jets | 飞机 客机
drones | 无人机
robots | 机器人 机械人
machines | 机器 机床 设备
devices appliances | 设备 装置 终端 电器
phones handsets smartphones | 手机 智能手机
computers pcs laptops servers | 电脑 计算机 笔记本 服务器
boxes cartons cases | 箱 纸箱
containers | 集装箱 货柜
pages documents files | 文件 文档 文书
articles posts stories | 文章 帖子 稿件 报道
videos clips | 视频 短片
images photos pictures | 图片 照片 图像
tickets | 票 门票 机票 车票
seats | 座位 席位
rooms | 客房 房间 房
flats apartments homes houses units | 住宅 公寓 单位 新房 房屋 住房
beds | 床位 病床
tests scans | 检测 检查 扫描
surgeries operations | 手术
eggs | 鸡蛋 蛋
pigs hogs | 生猪 猪 肥猪
shops outlets stores | 门店 店铺 商店 网点
branches | 分行 支行 分支机构 网点
factories plants | 工厂 厂房
patents | 专利
lines | 线 产线 生产线 航线 线路 流水线
wells | 井 油井 气井
turbines | 风机 机组
chargers piles stations | 充电桩 桩
hospitals clinics | 医院 诊所
schools | 学校
hotels | 酒店 饭店
restaurants | 餐厅 餐馆
merchants sellers vendors | 商户 商家 卖家
suppliers | 供应商
distributors dealers | 经销商 分销商
banks | 银行
funds | 基金
exhibitors | 展商 参展商
products goods items | 产品 商品 货品
projects | 项目
contracts | 合同 合约
bills invoices | 发票 账单 票据
loans | 贷款 借款
policies | 保单
complaints | 投诉
accidents incidents | 事故 意外
vaccines doses shots jabs | 疫苗 针剂
motors | 电机 马达 电动机
engines | 发动机 引擎
generators gensets | 发电机 发电机组
compressors | 压缩机
pumps | 水泵 油泵
transformers | 变压器
inverters | 逆变器
excavators diggers | 挖掘机 挖机
loaders | 装载机
cranes | 起重机 吊车
tractors | 拖拉机
lifts elevators | 电梯
televisions tvs | 电视 电视机
refrigerators fridges | 冰箱
washers | 洗衣机
conditioners | 空调
printers | 打印机
cameras | 相机 摄像头 摄像机
screens displays monitors | 屏幕 显示屏 显示器
headphones earphones headsets | 耳机
tablets | 平板 平板电脑
watches | 手表 腕表
bicycles bikes | 自行车 单车
motorcycles motorbikes | 摩托车
sensors | 传感器
valves | 阀门
bearings | 轴承
gears gearboxes | 齿轮 齿轮箱
wheels | 车轮 轮毂
toys | 玩具
shoes | 鞋
satellites | 卫星
batteries cells | 电池 电芯
tyres tires | 轮胎
meals | 餐 饭菜 盒饭
books copies | 书 图书 书籍
""".strip()  # fmt: skip


def _by_noun() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in _BOTH.splitlines():
        english, chinese = row.split("|")
        for noun in chinese.split():
            table.setdefault(noun, set()).update(english.split())
    return {noun: frozenset(words) for noun, words in table.items()}


_ENGLISH = _by_noun()
_NOUN = regex("|".join(sorted(_ENGLISH, key=len, reverse=True)))
_PHRASE = regex("(?:[0-9][0-9.,]*[代英千兆吨米万]?)?[^，。；：、（）的了在和与及并0-9]{1,10}")


def english_for(rest: str) -> frozenset[str]:
    """The English words for the noun that the phrase ends with which Chinese text begins with.

    None where that is not known: 支付请求 are requests.
    """
    phrase = _PHRASE.match(rest)
    nouns = _NOUN.findall(phrase[0]) if phrase else []
    return _ENGLISH[nouns[-1]] if nouns else frozenset()


def is_noun(word: str) -> bool:
    """Whether a Chinese word is one of the nouns that are known here."""
    return word in _ENGLISH

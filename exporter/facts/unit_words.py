"""Other words for units of the registry, spans of time and numbers, as labels have them."""

ALIASES = {
    "percent": "%", "per cent": "%", "pct": "%", "％": "%", "百分比": "%",
    "per mille": "‰", "permille": "‰",
    "percentage points": "pp", "percentage point": "pp", "个百分点": "pp", "百分点": "pp",
    "basis points": "bp", "basis point": "bp", "bps": "bp", "基点": "bp", "个基点": "bp",
    "multiple": "x", "multiples": "x", "fold": "x", "倍": "x",
    "ordinal": "rank", "名次": "rank", "代": "generation",
    "second": "seconds", "秒": "seconds", "minute": "minutes", "min": "minutes",
    "分钟": "minutes",
    "hour": "hours", "小时": "hours", "day": "days", "天": "days", "week": "weeks", "周": "weeks",
    "month": "months", "个月": "months", "year": "years", "年": "years",
    "person": "people", "人": "people", "次": "times", "人次": "visits", "参数": "parameters",
}  # fmt: skip

SPANS = {"second": "seconds", "minute": "minutes", "hour": "hours", "day": "days", "week": "weeks",
          "month": "months", "year": "years", "s": "seconds", "h": "hours", "annum": "years",
          "hr": "hours", "d": "days", "yr": "years",
          "秒": "seconds", "分钟": "minutes", "小时": "hours", "天": "days", "日": "days",
          "周": "weeks", "月": "months", "个月": "months", "年": "years"}  # fmt: skip

# What a label ends with that is a span of time: 个工作日, GPU小时, 人月.
SPANS_ZH = {
    "小时": "hours", "工时": "hours", "机时": "hours", "人时": "hours", "分钟": "minutes",
    "工作日": "days", "交易日": "days", "营业日": "days", "自然日": "days", "人天": "days",
    "人日": "days", "人月": "months", "人年": "years",
}  # fmt: skip

MASSES = {"pound": "lb"}  # per pound, where so many pounds are money

PER_SIZES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8,
}  # fmt: skip

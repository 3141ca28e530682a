#!/usr/bin/env bash
# pycnnum's `cn2num` reads hundreds and thousands before 万 or 亿 only where one word of number stands there: 五百万 is
# 5,000,000, but 一百二十万 is 10,200,000 (1,200,000 is meant), 三千五百万 3,005,000,000 and 三百二十亿 302,000,000,000. These
# are the words that its own `num2cn` makes of the right numbers; nothing is raised. Seen with pycnnum 2.1.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pycnnum==2.1.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

from pycnnum import cn2num, num2cn

meant = (5_000_000, 1_200_000, 35_000_000, 32_000_000_000)
read = {number: cn2num(num2cn(number)) for number in meant}
for number, again in read.items():
    print(f"{number:,} is written {num2cn(number)}, which is read as {again:,}")
sys.exit(list(read.values()) != [5_000_000, 10_200_000, 3_005_000_000, 302_000_000_000])
PYTHON

"""Names in traditional characters, where the report's own names are in these.

What a text says is read in simplified characters, and written so for a report in these.
"""

# What rules add to the words of a text, in traditional characters.
_ADDED = str.maketrans(
    "变动数额价员单户营业务东归净润涨减关亏损销卖产总资计费给设备组装电车机项种类险贷权发门场区内处质转购维"
    "护级长时间钟约现与产项开办标续积亿万个规报占",
    "變動數額價員單戶營業務東歸淨潤漲減關虧損銷賣產總資計費給設備組裝電車機項種類險貸權發門場區內處質轉購維"
    "護級長時間鐘約現與產項開辦標續積億萬個規報佔",
)


def as_spelled(name: str, text: str, plain: str) -> str:
    """A name in the characters of its sentence.

    Args:
        name: In simplified characters.
        text: The sentence, as it is written.
        plain: The same in simplified characters, letter for letter.
    """
    said, at = "", 0
    while at < len(name):
        end = next((end for end in range(len(name), at, -1) if name[at:end] in plain), at)
        if end == at:
            said, at = said + name[at].translate(_ADDED), at + 1
            continue
        begin = plain.index(name[at:end])
        said += text[begin : begin + end - at]
        at = end
    return said

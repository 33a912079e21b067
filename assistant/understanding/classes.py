"""A word before 小学 or 医院 into whether it tells a class of such bodies (寄宿, 公办), and names none."""

import re

_CLASS = re.compile(
    "(?:农村|乡村|乡镇|村镇|城区|城镇|城乡|城市|山区|边远|偏远|基层|[公民][办立]|私[人立]|普惠|非?营利|全?寄宿|住校|走读"
    "|义务教育|阶段|学前|初等|小规模|薄弱|普通|重点|示范|优质|特色|双语|标准化|定点|[新改扩迁在]建|[一二三四]级|级|性|型|制|的)+"
)


def is_class(words: str) -> bool:
    """Tell whether some words are all of them of a kind: 县寄宿小学 is none by name, 县实验小学 is one."""
    return _CLASS.fullmatch(words) is not None

"""A bracket that closes a passage into whether it allots the work: （城管局执法，环境分局监测）."""

import re
from functools import lru_cache

from ingest.facts.brackets import brackets

_BODY = (
    r"(?:部门|机[关构]|单位|企业|公司|政府|街道|乡镇|学校|医院|中心|委员会|小组|指挥部|支部|党委|工会|银行|协会|财政|[两三四五]家"
    r"|[局委厅署股科处办部会院所站队组室馆社园校班镇村])"
)
_PERSON = r"(?:负责人|[教医]师|[老]师|[校村]医|民警|[长员]|主任|主席|书记|干[事部]|领导)"
# Who does it stands first in its clause, what he does behind.
_CLAUSE = rf"(?:由|各)?[\u4e00-\u9fff、“”]{{1,30}}?(?:{_BODY}|{_PERSON})[\u4e00-\u9fff“”、]{{2,24}}"
_ALLOTS = re.compile(rf"^\s*[(（](?:[^()（）]*?[，,；;])?{_CLAUSE}(?:[，,；;][^()（）]*)?[)）][。；;]?\s*$")


@lru_cache(maxsize=4096)
def allots(text: str) -> bool:
    """Tell whether a text is a bracket some clause of which says who does what.

    What is stored as duties is none: A牵头，B配合.
    """
    return _ALLOTS.match(text) is not None and not any(group.units for group in brackets(text))

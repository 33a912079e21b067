"""Who does something together with somebody (与谁共建) and who issued what a text names by its title."""

import re

_WHO = r"(?:谁|哪[^,，。；;?？]{0,8}?)"
_TOGETHER = r"(?:合[作办建编]|共[建办享育]|联[合办]|携手|结对|签[约订署]|协作|对接)"
_ASKED = re.compile(
    rf"(?:[跟与和同]{_WHO}(?:继续|一道)?{_TOGETHER}|(?<!部门)(?:联合|会同|携手){_WHO}(?=[^,，。；;?？负牵承]{{2}}))"
)
_TOLD = re.compile(
    r"(?:[与同跟和]|联合|会同|携手|依托|引[入进])[^。；;]{1,40}?(?:合[作办建编]|共[建办享育]|联[合办]|结对|签|协[作议]|对接|[开举]办)"
    r"|(?:联合|会同|携手)(?:[^，,。；;\d]{2,20}?(?:局|委|办|会|院|校|学|部|厅|司|团|社|所|站|中心|企业|机构|单位|银行|协会))"
)
_ISSUED = r"(?:落款|署名|[印制]发|发布|颁布|下发|出台|发文|制定|起草|编制)"
_ASKED_ISSUER = re.compile(rf"{_ISSUED}(?:单位|机[关构]|部门|主体)?(?:[是为]|的是)(?:谁|哪)")
# A document's name begins with who issued it: 《中共某区委员会关于…的计划》.
_ISSUER = re.compile(
    r"《[^《》]{2,24}?(?:局|委|委员会|政府|办公[室厅]|厅|党组|院|部|学校|公司|联合会)关于[^《》]{4,}》"
)

JOINING = ("合作", "共建", "联合", "签")
ISSUING = ("印发", "发布", "公布", "下发", "出台", "制定", "起草", "编制")


def asks_partner(question: str) -> bool:
    """Tell whether a question asks with whom something is done (跟哪家合办, 联合哪个部门)."""
    return _ASKED.search(question) is not None


def tells_partner(text: str) -> bool:
    """Tell whether a text says with whom something is done: 与乙机关继续开办, 联合区慈善会."""
    return _TOLD.search(text) is not None


def asks_issuer(question: str) -> bool:
    """Tell whether a question asks by its name for who issued something (落款是哪个机构)."""
    return _ASKED_ISSUER.search(question) is not None


def names_issuer(text: str) -> bool:
    """Tell whether a text names a document by a title that says who issued it."""
    return _ISSUER.search(text) is not None

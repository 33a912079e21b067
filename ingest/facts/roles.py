"""The words that say what a unit does for a task into its role."""

from functools import lru_cache

from ingest.records import Role

ROLES = {  # the word that says what units do -> their role
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "主责": Role.LEAD,
    "主抓": Role.LEAD,
    "主管": Role.LEAD,
    "抓总": Role.LEAD,
    "责任": Role.OWNER,
    "负责": Role.OWNER,
    "负总责": Role.OWNER,
    "负主责": Role.OWNER,
    "负全责": Role.OWNER,
    "承担": Role.OWNER,
    "承办": Role.OWNER,
    "落实": Role.OWNER,
    "实施": Role.OWNER,
    "执行": Role.OWNER,
    "分工": Role.OWNER,
    "配合": Role.SUPPORT,
    "协办": Role.SUPPORT,
    "协同": Role.SUPPORT,
    "协作": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "协抓": Role.SUPPORT,
    "参与": Role.PARTICIPANT,
    "参加": Role.PARTICIPANT,
    "监督": Role.PARTICIPANT,
    "督导": Role.PARTICIPANT,
    "督办": Role.PARTICIPANT,
    "指导": Role.PARTICIPANT,
}
WORDS = "|".join(ROLES)
_BODIES = "单位|部门|股室|科室|处室|部室|站室|站所|机构|主体|学校|方"
_IN_LABELS = ROLES | {"支持": Role.SUPPORT, "监管": Role.PARTICIPANT, "成员": Role.PARTICIPANT}
_WATCHES = "监督|督导|督办|指导"
_MORE = rf"(?:[（(、及和与/]?(?:{WORDS})[）)]?){{0,2}}"
# Words of roles and a kind of body: 责任单位, 牵头（责任）单位, 责任科; 督导室 is a unit's name.
_BODY = rf"(?:{WORDS})(?:{_MORE}(?:{_BODIES})|(?<!{_WATCHES.replace('|', ')(?<!')})[科股处室])"
_OTHER_BODY = "(?:组织|支持|监管|成员)(?:单位|部门|科室|股室)"  # of words that are no role elsewhere
BODY = f"{_BODY}|{_OTHER_BODY}"


@lru_cache(maxsize=256)
def role_of(words: str) -> Role:
    """Tell the role that a verb or a label gives: leading wins, else the word that comes first counts.

    `责任牵头单位` leads, `配合落实` supports; words that name no role make responsible.
    """
    found = sorted((words.find(word), role) for word, role in _IN_LABELS.items() if word in words)
    roles = [role for _, role in found]
    return Role.LEAD if Role.LEAD in roles else next(iter(roles), Role.OWNER)

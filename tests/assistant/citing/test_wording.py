import pytest

from assistant.citing.wording import contradicts, mistakes_role, unknown_names

GIVEN = "落实意识形态工作责任制,排查校园安全隐患(责任股室:办公室、政工人事股)"


@pytest.mark.parametrize(
    "statement",
    [
        "由办公室负责",
        "由办公室和政工人事股共同负责",
        "责任股室为政工人事股",
        "云溪县教育局办公室",
        "督促办公室落实",
        "全部干部和教室",
        '"意识形态"',
    ],
)
def test_names_the_source_holds_are_known(statement: str) -> None:
    assert unknown_names(statement, GIVEN, context="云溪县教育局2024年工作要点") == []


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("由安全稳定股负责", "安全稳定股"),
        ("由张伟负责", "张伟"),
        ("责任人为李明", "李明"),
        ("校园安全办公室牵头", "校园安全办公室"),
        ("市委宣传部要求", "市委宣传部"),
        ("成立校园安全领导小组", "成立校园安全领导小组"),
        ("按照《安全条例》", "安全条例"),
        ('落实"一岗双责"', "一岗双责"),
    ],
)
def test_names_the_source_does_not_hold_are_told(statement: str, name: str) -> None:
    assert name in unknown_names(statement, GIVEN)


def test_who_is_responsible_must_be_quoted_and_not_only_be_in_the_title() -> None:
    title = "云溪县教育局2024年工作要点"
    assert unknown_names("云溪县教育局要求排查校园安全隐患", GIVEN, title) == []
    assert unknown_names("云溪县教育局负责排查校园安全隐患", GIVEN, title) == ["云溪县教育局"]


@pytest.mark.parametrize(
    ("statement", "given"),
    [
        ("可以收费", "不得收费"),
        ("不得收费", "可以收费"),
        ("违规收费", "严禁以任何形式违规收费"),
        ("未完成改造", "完成改造"),
        ("已完成改造", "完成改造"),
        ("全部完成改造", "完成改造"),
        ("取消晚自习", "规范晚自习"),
    ],
)
def test_negation_and_stress_must_agree(statement: str, given: str) -> None:
    assert contradicts(statement, given)


@pytest.mark.parametrize(
    ("statement", "given"),
    [
        ("禁止收费", "严禁收费"),
        ("不断完善制度", "完善制度"),
        ("保护未成年人", "加强未成年人保护"),
        ("每年不少于两次", "每年两次"),
        ("严肃处理不履行职责的单位", "对不履行职责的单位严肃处理"),
        ("必须完成改造", "必须按时完成改造"),
    ],
)
def test_words_that_only_look_like_negation_do_not_disagree(statement: str, given: str) -> None:
    assert not contradicts(statement, given)


@pytest.mark.parametrize(
    ("statement", "mistaken"),
    [
        ("校园安全由安全股牵头", False),
        ("由安全股负责", False),
        ("牵头单位为安全股", False),
        ("安全股牵头,基教股、办公室配合", False),
        ("由基教股牵头", True),
        ("基教股负责校园安全", True),
        ("安全股配合", True),
        ("安全股牵头,办公室负责", True),
    ],
)
@pytest.mark.parametrize(
    "given",
    [
        "排查隐患(牵头单位:安全股;配合单位:基教股、办公室)",
        "校园安全由安全股牵头,基教股、办公室配合",
    ],
)
def test_who_leads_and_who_supports_is_kept_apart(statement: str, mistaken: bool, given: str) -> None:
    assert mistakes_role(statement, given) is mistaken


@pytest.mark.parametrize(
    ("statement", "mistaken"),
    [
        ("其中办公室具体负责", False),
        ("责任股室是政工人事股", False),
        ("负责排查校园安全隐患的是办公室", False),
        ("校园安全隐患负责", True),
        ("负责排查的是校园安全", True),
        ("以责任制为主", True),
    ],
)
def test_whoever_is_in_charge_is_named_so_in_the_source(statement: str, mistaken: bool) -> None:
    assert mistakes_role(statement, GIVEN) is mistaken


@pytest.mark.parametrize(
    ("given", "mistaken"),
    [
        ("由水务股会同镇政府制定方案", False),
        ("由镇政府会同水务股制定方案", True),
        ("制定方案(牵头单位:水务股;配合单位:镇政府)", False),
        ("制定方案(牵头单位:镇政府;配合单位:水务股)", True),
    ],
)
def test_whoever_acts_together_with_others_leads_them(given: str, mistaken: bool) -> None:
    assert mistakes_role("由水务股会同镇政府制定方案", given) is mistaken

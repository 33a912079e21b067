import pytest

from assistant.wanted.acts import asked_act


@pytest.mark.parametrize(
    ("question", "tells", "does_not"),
    [
        ("县政府的文件谁签发?", "县政府文件由县长签发", "文件要及时签发"),
        ("校车的油钱谁出?", "油费由承运方负担", "由后勤股负责校车安全"),
        ("教师借调要跟谁说?", "借调教师应向人事股报告", "人事股组织培训"),
        ("台账报给谁?", "台账按月报送县教育局", "台账要规范完整"),
        ("“一校一策”是对谁的要求?", "各中心学校要落实“一校一策”", "“一校一策”成效明显"),
        ("修订防汛预案由哪个股负责?", "防汛办每年修订防汛预案", "防汛预案已经备案"),
        ("校车事故请示哪个部门?", "重大事项及时向县教育局请示", "《县教育局关于校车的请示》已经批准"),
        ("年度考核由哪个股负责?", "考核由人事股组织", "人事股负责聘用"),
        ("水电费由谁承担?", "水电费由租户自理", "租户负责打扫"),
        ("护河队队长由谁担任?", "队长由村党组织书记担任", "组长由镇长担任"),
        ("应急演练由哪些单位配合?", "配合单位：县消防救援大队", "应急局牵头演练"),
        ("台账由谁负责登记?", "（应急站牵头，网格员登记台账）", "（应急站牵头，网格员巡查）"),
        ("防汛演练由哪三个局组织开展?", "水利局、公安局要组织演练", "公安局负责治安"),
        ("方案由哪个部门批准?", "方案报县政府批准后实施，由县政府批准", "方案已经印发"),
    ],
)
def test_a_sentence_says_who_does_the_deed_asked_after(question: str, tells: str, does_not: str) -> None:
    act = asked_act(question)
    assert act is not None
    assert act.is_told(tells)
    assert not act.is_told(does_not)


@pytest.mark.parametrize(
    "question",
    [
        "食堂安全谁负责?",
        "哪个股室牵头控辍保学?",
        "由谁负总责?",
        "怎么减负?",
        "2024年谁负责食堂?",
        "谁管安全教育?",
        "这事交给谁办?",
        "哪个股打头?",
        "防汛这块归谁挂帅?",
        "学业预警以哪个处为主?",
    ],
)
def test_who_is_in_charge_is_no_deed(question: str) -> None:
    assert asked_act(question) is None

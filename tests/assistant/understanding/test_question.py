import pytest

from assistant.followups.conversation import leaned_on, read_question
from assistant.understanding.intent import Intent, asks_tasks, intent_of
from assistant.understanding.named import short_place
from assistant.understanding.question import Facets, Question

FACETS = Facets(
    years=(2022, 2023, 2024), places=("云溪县", "青河省", "白石市"), units=("办公室", "人事股", "政工人事股")
)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("谁负责校园安全?", Intent.DUTY),
        ("县实验小学的校长是谁？", Intent.PERSON),
        ("食堂检查归哪个股室?", Intent.DUTY),
        ("哪几家单位参与控辍保学?", Intent.DUTY),
        ("课后服务的牵头单位?", Intent.DUTY),
        ("新建幼儿园多少所?", Intent.FIGURE),
        ("入园率达到多少?", Intent.FIGURE),
        ("要创建几所示范园?", Intent.FIGURE),
        ("培训机构的年检合格率?", Intent.FIGURE),
        ("两县粮食产量对比", Intent.FIGURE),
        ("两县绿化目标一样吗?", Intent.FIGURE),
        ("怎么提高办事效率?", Intent.TOPIC),
        ("方案什么时候报?", Intent.DEADLINE),
        ("几天内要办完?", Intent.DEADLINE),
        ("验收多长时间完成?", Intent.DEADLINE),
        ("怎么减轻教师负担?", Intent.TOPIC),
        ("要建哪几项制度?", Intent.TOPIC),
        ("见习补贴给谁?", Intent.TOPIC),
        ("台账向谁报送?", Intent.TOPIC),
        ("这件事给谁负责?", Intent.DUTY),
        ("防汛有什么办法?", Intent.TOPIC),
        ("堵路要受什么处罚?", Intent.TOPIC),
        ("考核哪些科目?", Intent.TOPIC),
        ("哪个办公室负责?", Intent.DUTY),
        ("由哪个处负责?", Intent.DUTY),
        ("谁能申请补贴?", Intent.TOPIC),
        ("补贴的对象是谁?", Intent.TOPIC),
        ("有哪些申请材料?", Intent.TOPIC),
        ("食堂啥时开工?", Intent.DEADLINE),
        ("考试那几天噪声归谁管?", Intent.DUTY),
        ("验收要几天?", Intent.DEADLINE),
        ("去年审计了哪些单位?", Intent.TOPIC),
        ("检查过哪些部门?", Intent.TOPIC),
    ],
)
def test_intent_follows_what_is_asked(text: str, intent: Intent) -> None:
    assert read_question(text, FACETS).intent is intent


def test_tasks_of_a_unit_are_asked_with_its_longest_stored_name() -> None:
    question = read_question("政工人事股负责哪些工作?", FACETS)
    assert (question.intent, question.unit) == (Intent.TASKS, "政工人事股")


def test_a_unit_the_library_does_not_know_is_no_tasks_question() -> None:
    assert read_question("航天局负责哪些工作?", FACETS).unit == ""


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年谁负责宣传?", (2024,)),
        ("2023年和2024年有什么变化?", (2023, 2024)),
        ("2022-2024年入园率?", (2022, 2023, 2024)),
        ("2021年到2024年入园率各是多少？", (2021, 2022, 2023, 2024)),
        ("交流比例2022到2024怎么变?", (2022, 2023, 2024)),
        ("到2025年要建多少所?", ()),
        ("今年要建多少所?", (2024,)),
        ("去年建了多少所?", (2023,)),
        ("2022年比上年多建多少所?", (2022,)),
        ("水域多少处，比去年多几处?", ()),
        ("今年比去年多多少?", (2023, 2024)),
        ("编号20240411的文件?", ()),
    ],
)
def test_years_named_narrow_but_target_years_do_not(text: str, years: tuple[int, ...]) -> None:
    assert read_question(text, FACETS, year=2024).years == years


def test_places_are_found_with_and_without_their_suffix() -> None:
    assert read_question("青河和白石市的目标分别是多少?", FACETS).places == ("青河省", "白石市")


def test_short_place_keeps_names_that_would_lose_everything() -> None:
    assert [short_place(p) for p in ("青河省", "某县", "甲乙回族自治区")] == ["青河", "某县", "甲乙"]


def test_compared_places_and_years_become_parts() -> None:
    places = read_question("青河和白石的入园率各是多少?", FACETS).parts
    years = read_question("2023年和2024年入园率各是多少?", FACETS).parts
    assert [part.places for part in places] == [("青河省",), ("白石市",)]
    assert [part.years for part in years] == [(2023,), (2024,)]


def test_how_many_places_are_compared_is_asked_of_none() -> None:
    asked = read_question("云溪、青河两县的粮食产量哪个高?", FACETS)
    assert [part.text for part in asked.parts] == ["云溪的粮食产量是多少？", "青河的粮食产量是多少？"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("那2024年呢?", "2024年食堂监管谁负责?"),
        ("那2024年呢？", "2024年食堂监管谁负责?"),
        ("白石市呢?", "白石市2023年食堂监管谁负责?"),
        ("白石呢？", "白石2023年食堂监管谁负责?"),
    ],
)
def test_follow_up_takes_its_topic_from_the_question_before(text: str, expected: str) -> None:
    assert read_question(text, FACETS, ["2023年食堂监管谁负责?"]).text == expected


def test_follow_up_with_another_intent_keeps_the_topic_only() -> None:
    question = read_question("它的时限呢?", FACETS, ["2023年食堂改造由谁负责?"])
    assert question.intent is Intent.DEADLINE
    assert "食堂改造" in question.text
    assert "谁" not in question.text


@pytest.mark.parametrize("text", ["什么时候完成？", "这项工作什么时候完成？", "时限呢？"])
def test_a_question_that_says_too_little_leans_on_the_one_before(text: str) -> None:
    question = read_question(text, FACETS, ["2023年食堂改造由谁负责?"])
    assert question.intent is Intent.DEADLINE
    assert "食堂改造" in question.text


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("政工人事股负责哪些工作?", "办公室呢?", "办公室负责哪些工作?"),
        ("2023年食堂改造由谁负责?", "怎么收费?", "2023年食堂改造怎么收费"),
        ("食堂改造督导组由谁组成?", "什么时候暗访?", "食堂改造督导组组成什么时候暗访"),
        ("食堂改造什么时候验收?", "有多少个组?", "食堂改造验收有多少个组"),
        ("2024年新建幼儿园多少所?", "比2023年多还是少?", "2023年和2024年新建幼儿园多少所?"),
        ("白石2024年新建幼儿园多少所?", "和青河比呢?", "青河省和白石2024年新建幼儿园多少所?"),
    ],
)
def test_follow_up_keeps_what_it_does_not_name_itself(before: str, text: str, expected: str) -> None:
    assert read_question(text, FACETS, [before]).text == expected


def test_provinces_the_library_does_not_hold_are_places_too() -> None:
    assert read_question("江苏和青河的目标分别是多少?", FACETS).places == ("江苏", "青河省")


def test_the_same_place_in_two_forms_is_one_place() -> None:
    facets = Facets(places=("青河省", "青河"))
    assert read_question("青河的目标是多少?", facets).places == ("青河省",)


@pytest.mark.parametrize("text", ["2023年人事股有哪些任务？", "人事股的工作有哪些？", "人事股承担哪些工作？"])
def test_tasks_of_a_unit_are_asked_in_many_ways(text: str) -> None:
    assert read_question(text, FACETS).unit == "人事股"


def test_a_complete_question_ignores_the_conversation() -> None:
    text = "谁负责校园安全工作的宣传和检查?"
    assert read_question(text, FACETS, ["2023年食堂监管谁负责?"]) == Question(text, Intent.DUTY)


def test_a_question_leans_on_nothing_before_the_last_that_stands_alone() -> None:
    earlier = ["校园安全由谁负责？", "学前教育毛入园率要达到多少？", "那2023年呢？", "其中公办园呢？"]
    assert leaned_on("2024年呢？", earlier) == earlier[1:]
    assert leaned_on("2024年呢？", earlier[2:]) == earlier[2:]
    assert leaned_on("2024年呢？", []) == []
    assert leaned_on("回到刚才的校园安全，由谁检查", earlier) == earlier


def test_what_a_question_leans_on_reads_it_as_the_whole_conversation_does() -> None:
    typed = ["校园安全由谁负责？", "学前教育毛入园率要达到多少？", "那2023年呢？"]
    for few in (typed, leaned_on("2024年呢？", typed)):
        read: list[str] = []
        for text in few:
            read.append(read_question(text, FACETS, read).text)
        assert read_question("2024年呢？", FACETS, read).text == "2024年学前教育毛入园率要达到多少？"


@pytest.mark.parametrize("text", ["谁免收停车费？", "谁不用交停车费？", "停车费谁要交？"])
def test_who_pays_or_need_not_is_no_question_for_a_unit(text: str) -> None:
    assert intent_of(text) is Intent.TOPIC


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区改造，牵头科室叫什么？",
        "食堂招生这些环节的监督，责任落在哪儿",
        "这项任务分给了哪些单位",
        "泊南高速由哪位领导负责",
        "护理工作的责任领导是谁",
        "陪诊的责任领导和科室是哪些",
        "除了牵头单位还有哪几家配合",
        "清淤护岸这一条分给了哪几个科室",
        "清淤护岸打配合的股室有哪些",
        "压缩办证时间是哪些部门的活",
    ],
)
def test_who_answers_for_work_is_asked_in_many_ways(text: str) -> None:
    assert intent_of(text) is Intent.DUTY
    assert not asks_tasks(text)


@pytest.mark.parametrize("text", ["开渔时间是哪个月", "休渔时间是什么时候"])
def test_a_time_is_asked_for_by_its_name(text: str) -> None:
    assert intent_of(text) is Intent.DEADLINE


@pytest.mark.parametrize("text", ["表彰了哪些单位", "压实责任在哪些方面", "把任务落实到哪些方面"])
def test_other_questions_that_name_units_or_duty_ask_for_no_doer(text: str) -> None:
    assert intent_of(text) is not Intent.DUTY


def test_what_somebody_leads_is_no_question_for_a_unit() -> None:
    assert asks_tasks("人事股牵头哪些工作") and asks_tasks("牵头科室有哪些任务")


def test_each_body_is_asked_without_the_other() -> None:
    asked = Question(
        "公开课场次，青禾县教育局与苇渡镇中心校各定多少？", Intent.FIGURE, places=("青禾县", "苇渡镇")
    )
    assert [part.text for part in asked.parts] == [
        "公开课场次，青禾县教育局多少？",
        "公开课场次，苇渡镇中心校多少？",
    ]

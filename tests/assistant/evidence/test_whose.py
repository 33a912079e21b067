"""What is told of another town, school, office, group or matter than a question names answers nothing."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "松河县2025年校车安全整治方案.txt": """松河县2025年校车安全整治方案

一、整治内容
对全县58辆校车逐车检验。第一组检查时间为3月4日。
二、组织领导
成立整治专班，由县交通局局长何远任组长；专班办公室设在运输股，办公室主任由柳青兼任，联系电话：0577-6123456。
""",
    "松河县财政局2025年部门预算说明.txt": """松河县财政局2025年部门预算说明

一、机构设置
财政局设办公室、预算股、国库股。
二、收支情况
2025年支出预算1260万元。
""",
    "松河县教育工会2025年工作要点.txt": """松河县教育工会2025年工作要点

一、帮扶
春节前对教职工每人发放慰问金1500元。
二、证件
办理教职工会员证800张，4月底前完成。
三、道路
打通断头路2条，新增停车位60个。
""",
    "青禾街道办事处2025年工作计划.txt": """青禾街道办事处2025年工作计划

一、老旧小区
加装电梯12部。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("whose"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("全县有多少辆校车？", "58辆"),
        ("专班联系电话是多少？", "6123456"),
        ("运输股电话多少？", "6123456"),
        ("教职工慰问金每人多少钱？", "1500元"),
        ("第一组检查时间是哪天？", "3月4日"),
        ("青禾街道加装电梯多少部？", "12部"),
    ],
)
def test_what_names_it_answers(shelf: Assistant, question: str, told: str) -> None:
    assert told in shelf.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        *("青山镇校车几辆？", "白水乡有几辆校车？", "财政局局长办公电话是多少？", "财政局电话是多少？"),
        *("交通局局长电话是多少？", "教职工体检每人多少钱？", "第二组检查时间是哪天？"),
        *("会员证怎么办？", "会员证怎么办理？", "断头路是哪两条？", "全县加装电梯多少部？"),
    ],
)
def test_what_names_another_does_not(shelf: Assistant, question: str) -> None:
    assert shelf.ask(question).refused

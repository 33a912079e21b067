"""How far two figures lie apart, over plans and reports of a made-up county."""

from collections.abc import Iterator, Sequence

import pytest

from assistant.assistant import Assistant
from assistant.compare.difference import OTHER_SPAN
from assistant.compare.stated import part_of_year
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县教育局2023年工作要点.txt": """白石县教育局2023年工作要点

一、队伍建设
小学、初中科学课专职教师配备率分别提高到70%、88%，新建教师公寓12栋。
二、经费
全年校舍维修投入1.6亿元。
三、招生
白石县技工学校招生820人以上。
四、轮训
开展教师轮训2600人次。
""",
    "白石县教育局2024年工作要点.txt": """白石县教育局2024年工作要点

一、队伍建设
实现初中、普通高中科学课专职教师配备率100%，小学达到82%。新建教师公寓由原计划9栋调整为5栋。
二、经费
全年校舍维修投入9400万元。
三、招生
白石县技工学校招生770人以上。
四、轮训
开展教师轮训2900人次。
""",
    "白石县教育局2023年上半年工作总结.txt": """白石县教育局2023年上半年工作总结

上半年完成校舍维修投入7100万元，占年度计划的44%。
开展教师轮训1300人次。
""",
    "白石县教育局2024年上半年工作总结.txt": """白石县教育局2024年上半年工作总结

开展教师轮训1900人次。
""",
    "白石县交通运输局2023年工作总结.txt": """白石县交通运输局2023年工作总结

全年查处超限货车310辆，培训驾驶员。
""",
    "白石县交通运输局2024年第三季度工作简报.txt": """白石县交通运输局2024年第三季度工作简报

1至8月全县道路运输形势：查处超限货车190辆，比上年同期减少。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("apart"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "previous", "told"),
    [
        ("小学科学课教师配备率2023年和2024年差多少？", (), "2024年比2023年高12个百分点"),
        ("2023年和2024年新建教师公寓差多少栋？", (), "2023年比2024年多7栋"),
        ("比2023年少多少", ("技工学校2024年招生多少人？",), "2023年比2024年多50人"),
        ("提高多少", ("小学科学课教师配备率2023年是多少？", "2024年呢"), "高12个百分点"),
        ("差多少", ("2023年和2024年技工学校招生各多少人？",), "2023年比2024年多50人"),
        ("比2023年多多少", ("2024年全县校舍维修投入多少？",), "2023年比2024年多0.66亿元"),
        ("比2023年多多少", ("2024年开展教师轮训多少人次？",), "2024年比2023年多300人次"),
    ],
)
def test_the_difference_is_of_the_figures_of_the_thing_asked(
    shelf: Assistant, question: str, previous: Sequence[str], told: str
) -> None:
    assert told in shelf.ask(question, previous).text


def test_a_year_and_a_part_of_one_are_not_set_off(shelf: Assistant) -> None:
    told = shelf.ask("查处超限货车2024年比2023年少多少辆？").text
    assert OTHER_SPAN in told and "190辆" in told
    assert "310辆 → 190辆" not in told


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("上半年完成投资", "上半年"),
        ("1—8月全县形势：", "1—8月"),
        ("前三季度查处", "前三季度"),
        ("上半年开工，全年建成", ""),
        ("1—12月", ""),
        ("新建3所", ""),
    ],
)
def test_the_part_of_a_year_is_the_last_that_is_said(text: str, part: str) -> None:
    assert part_of_year(text) == part

"""What is asked of one school, bureau or document is not answered by what stands beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "招生.txt": """云溪市教育局2024年招生工作方案
一、招生计划
第二中学招收高一新生600人。
第三中学招收高一新生450人。
二、寄宿安排
第二中学住宿费每生每学期400元。
云溪市教育局
2024年5月20日
""",
    "绿化.txt": """云溪市2024年国土绿化实施方案
一、重点工作
（一）植树造林。完成人工造林1.5万亩。（责任单位：市林业局）
（二）退化林修复。修复退化林8000亩。（责任单位：市农业农村局）
云溪市人民政府办公室
2024年2月18日
""",
    "养犬.txt": """云溪市城市养犬管理办法
第一条 为了规范养犬行为，制定本办法。
第二条 养犬登记费每只每年100元。
第三条 本办法自2024年5月1日起施行，有效期至2029年4月30日。
云溪市人民政府
2024年3月28日
""",
    "文明养犬.txt": """云溪市2023年文明养犬工作方案
一、主要任务
（一）开展宣传。全年开展文明养犬宣传24场。
云溪市城市管理局
2023年4月10日
""",
}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("neighbours"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("二中招多少高一新生？", "600人", "450人"),
        ("我儿子想读二中，住宿费要多少？", "400元", "450人"),
        ("林业局和农业农村局，林业局负责什么？", "植树造林", "退化林"),
        ("养犬管理办法有效期到什么时候？", "2029年4月30日", "24场"),
    ],
)
def test_what_is_asked_after_answers_alone(city: Assistant, question: str, told: str, other: str) -> None:
    text = city.ask(question).text
    assert told in text
    assert other not in text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("四中招多少高一新生？", "没有写明四中的，写明的是第二中学、第三中学的"),
        ("三中住宿费多少？", ""),
        ("文明养犬工作方案有效期到什么时候？", "没有写明所问的时间"),
        ("林业局的编制有多少？", "没有提到“编制”"),
    ],
)
def test_what_stands_beside_is_no_answer(city: Assistant, question: str, reason: str) -> None:
    answer = city.ask(question)
    assert answer.refused
    assert reason in answer.text


def test_after_an_answer_another_school_is_asked_after(city: Assistant) -> None:
    before = ["三中招多少高一新生？"]
    assert "600人" in city.ask("那二中呢？", before).text
    assert city.ask("四中呢？", before).refused


TWO_COUNTIES = {
    "白石.txt": """白石县教育局2024年工作要点
一、教师队伍
全年公开招聘教师120名，给予研究生安家费3万元。
白石县教育局
2024年2月20日
""",
    "青桥.txt": """青桥市教育局2024年工作要点
一、教师队伍
全年公开招聘教师210名。
青桥市教育局
2024年2月22日
""",
}


def test_of_a_place_the_library_does_not_hold_nothing_is_told(tmp_path: Path) -> None:
    with library_of(tmp_path, TWO_COUNTIES) as assistant:
        assert "120名" in assistant.ask("白石2024年公开招聘教师多少名？").text
        refused = assistant.ask("沄溪2024年公开招聘教师多少名？")
        assert refused.refused and "没有沄溪" in refused.text
        assert assistant.ask("沄溪今年公开招聘教师多少名，研究生安家费给多少？").refused
        assert assistant.ask("柳湾中学公开招聘教师多少名？").refused


def test_of_two_that_are_compared_the_one_not_held_is_named(tmp_path: Path) -> None:
    with library_of(tmp_path, TWO_COUNTIES) as assistant:
        places = assistant.ask("白石县和沄溪县2024年分别公开招聘教师多少名？")
        assert "120名" in places.text and "没有找到沄溪" in places.notice
        bodies = assistant.ask("白石县教育局和柳湾中学2024年公开招聘教师各是多少名？")
        assert "120名" in bodies.text and "没有柳湾中学的文件" in bodies.notice

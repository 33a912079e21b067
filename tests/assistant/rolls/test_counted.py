from pathlib import Path

import pytest

from tests.assistant.library import library_of
from tests.assistant.rolls.conftest import Asked


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("三大筛查中心是哪三个？", "1. 心理；2. 近视；3. 脊柱。[1]"),
        ("白石县教育局2024年三条主线是什么？", "1. 强党建；2. 优队伍；3. 提质量。[1]"),
    ],
)
def test_things_that_a_sentence_announces_by_number_are_told_one_by_one(
    asked: Asked, question: str, things: str
) -> None:
    told = asked(question).text
    assert told.endswith(f"共 3 项，已全部列出：{things}")


def test_things_that_are_parts_of_the_document_are_listed_each_with_its_source(asked: Asked) -> None:
    answer = asked("2024年重点做好哪三件事？")
    assert [c.quote for c in answer.citations][1:] == ["(一)修缮校舍。", "(二)更换课桌。", "(三)铺设跑道。"]
    assert "“三件事”共 3 项，已全部列出" in answer.text


def test_how_many_and_which_is_answered_from_the_heading_that_names_them(asked: Asked) -> None:
    told = asked("局机关有几个内设机构，分别是哪些？").text
    assert "写明“内设机构3个”共 3 项，已全部列出" in told
    assert "党建办[2]" in told


def test_a_wrong_number_in_the_question_is_put_right(asked: Asked) -> None:
    answer = asked("局机关4个内设机构是哪些？")
    assert answer.notice == "文件写明的是 3 项，不是所问的 4 项"


def test_nothing_is_called_complete_where_a_text_gives_a_number_but_names_none(asked: Asked) -> None:
    assert "已全部列出" not in asked("4项重点改革任务是哪些？").text


def test_a_unit_asked_about_a_numbered_name_is_not_answered_by_its_parts(asked: Asked) -> None:
    assert "已全部列出" not in asked("三大筛查中心归哪两个股室管？").text


def test_what_leads_up_to_the_first_thing_is_no_part_of_its_name(asked: Asked) -> None:
    told = asked("“两库”指的是哪两库？").text
    assert told.endswith("：1. 失学儿童名录库；2. 帮扶人员名录库。[1]")


def test_the_words_that_open_a_notice_are_no_part_of_the_first_name(tmp_path: Path) -> None:
    text = "白石县整治通知\n\n为改善环境，现就乱占、乱搭、乱堆（以下简称“三乱”）有关事项通知如下。\n"
    with library_of(tmp_path, {"整治.txt": text}) as assistant:
        told = assistant.ask("“三乱”指的是什么？").text
    assert told.endswith("：1. 乱占；2. 乱搭；3. 乱堆。[1]")


def test_chapters_that_happen_to_be_as_many_are_not_what_is_announced(asked: Asked) -> None:
    assert "已全部列出" not in asked("三支骨干队伍是哪三支？").text

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
    assert "：1. 失学儿童名录库；2. 帮扶人员名录库。[1]" in told


def test_the_words_that_open_a_notice_are_no_part_of_the_first_name(tmp_path: Path) -> None:
    text = "白石县整治通知\n\n为改善环境，现就乱占、乱搭、乱堆（以下简称“三乱”）有关事项通知如下。\n"
    with library_of(tmp_path, {"整治.txt": text}) as assistant:
        told = assistant.ask("“三乱”指的是什么？").text
    assert told.endswith("：1. 乱占；2. 乱搭；3. 乱堆。[1]")


def test_chapters_that_happen_to_be_as_many_are_not_what_is_announced(asked: Asked) -> None:
    assert "已全部列出" not in asked("三支骨干队伍是哪三支？").text


def test_things_that_follow_numbered_are_listed_each_with_its_own_quote(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = (
        "柳湾县2024年政府工作报告\n\n一、2023年回顾\n去年有三个突出亮点：一是水库除险全部完工；二是茶叶产值突破8亿元；"
        "三是十二是村通公交。\n二、2024年安排\n今年再办好4件民生实事，包括：修建灌渠8公里；加装电梯12部；"
        "义诊30场次，覆盖全部乡镇；新建停车场2处。\n落实“三会一课”（党员大会、支委会、党小组会和党课）制度。\n今年办好11件小事。一是修路。二是架桥。\n"
    )
    with library_of(tmp_path_factory.mktemp("numbered"), {"柳湾县2024年政府工作报告.txt": text}) as library:
        answer = library.ask("柳湾县三个突出亮点是什么？")
        assert "共 3 项，已全部列出" in answer.text
        assert [cited.quote for cited in answer.citations[1:]][1] == "二是茶叶产值突破8亿元"
        told = library.ask("柳湾县4件民生实事").text
        assert "共 4 项，已全部列出" in told and "义诊30场次，覆盖全部乡镇" in told
        assert "已全部列出" not in library.ask("柳湾县11件小事是哪些？").text
        named = library.ask("三会一课是哪些？").text
        assert "“三会一课”共 4 项，已全部列出：1. 党员大会；2. 支委会；3. 党小组会；4. 党课" in named


def test_headings_that_each_count_their_own_are_what_is_counted(tmp_path: Path) -> None:
    text = """白石县便民举措通报

现将3类共7项便民举措的典型做法通报如下。
（一）改进审批方面2项：“一照多址”改革、“一网通办”和“一窗受理”改革。
（二）便利出行方面3项：增开夜班、优化线路、更换站牌。
（三）服务老人方面2项：上门办理、陪同办理。
"""
    with library_of(tmp_path, {"通报.txt": text}) as assistant:
        told = assistant.ask("便民举措的典型做法有哪几个方面？").text
    assert "共 3 项，已全部列出" in told
    assert "（二）便利出行方面3项" in told

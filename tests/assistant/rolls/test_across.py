from tests.assistant.rolls.conftest import Asked


def test_a_figure_asked_of_every_place_has_a_row_for_each_from_its_newest_document(asked: Asked) -> None:
    told = asked("各县学前三年毛入园率目标是多少？").text
    assert told.startswith("资料库中查了 2 个地方的 4 份文件，2 个地方写明")
    assert "· 白石县（2024年）：学前三年毛入园率达到93%以上[1]" in told
    assert "· 青河县（2024年）：学前三年毛入园率达到90%[2]" in told


def test_places_that_state_nothing_are_named(asked: Asked) -> None:
    told = asked("各县新建公办幼儿园目标是多少所？").text
    assert "没有找到的：青河县。" in told or "已全部列出" not in told


def test_a_figure_asked_of_every_year_has_a_row_for_each_document(asked: Asked) -> None:
    told = asked("白石县历年学前三年毛入园率目标是多少？").text
    assert told.index("93%以上") < told.index("91%以上")
    assert "90%" not in told


def test_one_year_is_not_every_year(asked: Asked) -> None:
    assert "资料库中查了" not in asked("白石县2023年学前三年毛入园率目标是多少？").text


def test_documents_of_places_that_mention_something_are_listed_with_how_many_were_looked_into(
    asked: Asked,
) -> None:
    told = asked("哪些县提到了集团化办学？").text
    assert told.startswith("资料库中提到“集团化办学”的文件共 2 份，已全部列出（查了 4 份）。")


def test_words_are_mentioned_whatever_stops_stand_between_them(asked: Asked) -> None:
    told = asked("哪些文件提到了强党建优队伍？").text
    assert told.startswith("资料库中提到“强党建优队伍”的文件共 1 份，已全部列出")


def test_documents_that_do_not_mention_something_are_listed(asked: Asked) -> None:
    answer = asked("哪些文件没有提到食堂？")
    assert answer.text.startswith("资料库中没有提到“食堂”的文件共 1 份，已全部列出（查了 4 份）。")
    assert {cited.doc for cited in answer.citations} == {"白石县教育局2023年工作要点.txt"}


def test_documents_a_body_issued_are_those_of_that_body_alone(asked: Asked) -> None:
    answer = asked("青河县教育局发布的文件有哪些？")
    assert "共 1 份，已全部列出" in answer.text
    assert not answer.notice


def test_which_places_is_asked_is_no_figure_of_each(asked: Asked) -> None:
    assert "个地方写明" not in asked("哪几个地区学前三年毛入园率达标？").text

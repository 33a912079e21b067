"""What the library shows of itself is what its documents state."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.explore.glossary import Told
from assistant.explore.holdings import Choice
from assistant.settings import Settings

BODY = "云溪县教育局"


def test_every_document_is_found_under_its_year_type_and_body(samples: Assistant) -> None:
    held = samples.explore.holdings(Choice())
    assert len(held.documents) == len(samples.documents())
    for info in held.documents:
        for year in info.years or (0,):
            chosen = samples.explore.holdings(Choice(year, info.kind, info.organ))
            assert info in chosen.documents


def test_the_number_beside_a_choice_is_what_it_leads_to(samples: Assistant) -> None:
    held = samples.explore.holdings(Choice(year=2023))
    for kind, count in held.kinds:
        assert len(samples.explore.holdings(Choice(2023, kind)).documents) == count
    for organ, count in held.organs:
        assert len(samples.explore.holdings(Choice(2023, organ=organ)).documents) == count


def test_full_text_search_finds_every_document_that_holds_the_words(samples: Assistant) -> None:
    for words in ("课后服务", "意识形态", "家长委员会", "云溪县财政局"):
        holding = {
            info.doc
            for info in samples.documents()
            if words in "".join(samples.document(info.doc).text.split())
        }
        found = samples.explore.find(words)
        assert {places[0].chunk.doc for places in found.documents} == holding, words
        assert not found.more


def test_full_text_search_marks_the_words_it_found(samples: Assistant) -> None:
    found = samples.explore.find("课后服务 90%")
    assert found.places
    for place in (place for places in found.documents for place in places):
        marked = {place.chunk.text[a:b] for a, b in place.spans}
        assert "".join("".join(marked).split()).replace("％", "%") in ("课后服务90%", "90%课后服务")
        document = samples.document(place.chunk.doc)
        assert document.text[slice(*place.quote)] == place.chunk.text[slice(*place.spans[0])]


def test_a_heading_that_holds_the_words_is_found_where_its_text_does_not(samples: Assistant) -> None:
    found = samples.explore.find("坚持和加强党的全面领导")
    headed = [place for places in found.documents for place in places if not place.spans]
    assert any("坚持和加强党的全面领导" in place.chunk.path[0] for place in headed)


def test_words_that_nobody_wrote_are_not_found(samples: Assistant) -> None:
    assert samples.explore.find("量子纠缠").documents == ()


def test_a_cell_of_the_matrix_holds_the_tasks_that_the_assistant_lists_for_the_unit(
    samples: Assistant,
) -> None:
    matrix = samples.explore.matrix(Choice(2024, organ=BODY), by_document=True)
    row = next(row for row in matrix.rows if row.unit == "基础教育股")
    told = samples.ask("2024年基础教育股负责哪些工作？").text
    for doc, tasks in row.cells.items():
        title = next(column.label for column in matrix.columns if column.key == doc)
        assert f"《{title}》（{len(tasks)} 项）" in told


def test_every_task_of_the_matrix_is_cited_verbatim(samples: Assistant) -> None:
    matrix = samples.explore.matrix(Choice())
    tasks = [task for row in matrix.rows for cell in row.cells.values() for task in cell]
    assert len(tasks) == matrix.total > 500
    for task in tasks:
        source = task.citation
        assert samples.document(source.doc).text[source.start : source.end] == source.quote
        assert task.name


def test_units_of_two_bodies_are_two_rows(samples: Assistant) -> None:
    rows = samples.explore.matrix(Choice()).rows
    offices = Counter(row.body for row in rows if row.unit == "办公室")
    assert len(offices) > 1
    assert set(offices.values()) == {1}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A bureau whose office goes by a short name, and has one task under both names."""
    folder = tmp_path_factory.mktemp("renamed")
    plan = """白石县教育局2024年工作要点
政工人事股（以下简称人事股）使用简称。
一、重点工作
1.做好职称评审。9月底前完成。（责任股室：政工人事股、人事股）
2.规范教师招聘。面试全程录像。（责任股室：人事股）
"""
    (folder / "白石县教育局2024年工作要点.txt").write_text(plan, encoding="utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.ingest([folder / "白石县教育局2024年工作要点.txt"])
        yield assistant


def test_names_of_one_unit_make_one_row_and_a_task_under_both_counts_once(renamed: Assistant) -> None:
    [row] = renamed.explore.matrix(Choice()).rows
    assert {row.unit, *row.others} == {"人事股", "政工人事股"}
    assert sorted(task.name for task in row.cells["2024"]) == ["做好职称评审", "规范教师招聘"]


def test_the_yearly_plans_are_one_series_however_they_were_passed_on(samples: Assistant) -> None:
    longest = samples.explore.series()[0]
    assert longest.years == (2021, 2022, 2023, 2024)
    assert [plan.header.title for plan in longest.plans][1] == "2022年全县教育工作要点"
    assert BODY in longest.label


def test_a_trend_gives_each_year_the_figure_its_plan_prints(samples: Assistant) -> None:
    plans = [plan.info for plan in samples.explore.series()[0].plans]
    trends = {trend.measure: trend for trend in samples.explore.years(plans).trends}
    assert [point.printed for point in trends["学前三年毛入园率"].known] == ["89%", "91%", "93%", "94.5%"]
    invested = trends["教育项目投入"]
    assert invested.unit == "万元"
    assert [point.value for point in invested.known] == [12000, 13600, 15800, 9200]
    for trend in trends.values():
        for point in trend.known:
            source = point.citation
            assert point.printed in source.quote
            assert samples.document(source.doc).text[source.start : source.end] == source.quote


def test_a_topic_narrows_what_changed_and_what_is_charted(shelf: Assistant) -> None:
    plans = [plan.info for plan in shelf.explore.series()[0].plans]
    whole, narrowed = shelf.explore.years(plans), shelf.explore.years(plans, "学前教育")
    assert [row.topic for row in narrowed.steps[0].rows if narrowed.steps[0]] == ["扩大学前教育资源"] * 2
    assert len(whole.steps[0].rows if whole.steps[0] else ()) > 2
    assert {trend.heading for trend in narrowed.trends} == {"扩大学前教育资源"}


def test_themes_are_phrases_of_headings_and_no_heading_has_two(samples: Assistant) -> None:
    themes = samples.explore.themes()
    assert {"教师队伍", "意识形态"} <= {theme.phrase for theme in themes}
    headings = [(h.doc, h.path) for theme in themes for h in theme.headings]
    assert len(headings) == len(set(headings))
    assert all(theme.phrase in h.title for theme in themes for h in theme.headings)


def test_the_glossary_says_which_terms_the_library_explains(samples: Assistant) -> None:
    entries = {entry.term: entry for entry in samples.explore.glossary()}
    assert entries["普惠性幼儿园"].told is Told.DEFINED
    assert "以下简称“五项管理”" in entries["五项管理"].passages[0].quote
    assert entries["三会一课"].told is Told.MENTIONED
    for entry in entries.values():
        assert entry.passages
        for source in entry.passages:
            assert samples.document(source.doc).text[source.start : source.end] == source.quote


def test_what_is_remembered_is_forgotten_when_the_library_changes(tmp_path: Path) -> None:
    plan = tmp_path / "青山县教育局2024年工作要点.txt"
    plan.write_text("青山县教育局2024年工作要点\n一、抓好“双减”工作\n巩固成果。\n", encoding="utf-8")
    with Assistant.open(Settings(home=tmp_path / "home")) as assistant:
        assistant.ingest([plan])
        assert [entry.term for entry in assistant.explore.glossary()] == ["双减"]
        assistant.remove(plan.name)
        assert assistant.explore.glossary() == []
        assert assistant.explore.matrix(Choice()).rows == ()

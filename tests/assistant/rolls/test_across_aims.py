"""Which statement is a row: the aim of the year, not last year's result or the goal of five years."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县2025年政府工作报告.txt": """白石县2025年政府工作报告

一、2024年工作回顾
全县城镇调查失业率平均为5.1%，外贸进出口总额增长3.2%，城镇居民人均可支配收入增长4.9%。
二、2025年工作安排
今年经济社会发展主要预期目标是：地区生产总值增长5%；城镇调查失业率控制在5.6%以内；外贸进出口总额增长7%以上；城镇、农村居民人均可支配收入分别增长5%、6%。
扩大开放。培育外贸主体，力争五年内外贸进出口总额翻两番。
""",
    "青河县2025年政府工作报告.txt": """青河县2025年政府工作报告

一、2024年工作回顾
全县外贸进出口总额增长1.2%。
二、2025年工作安排
今年主要目标是：地区生产总值增长4.5%，城镇调查失业率5.5%左右，外贸进出口总额争取实现正增长，居民人均可支配收入与经济增长同步。
新增有外贸进出口总额实绩的企业15家。
""",
    "柳湾县2025年政府工作报告.txt": """柳湾县2025年政府工作报告

一、2025年工作安排
今年主要目标是：地区生产总值增长4%。做好外贸企业帮扶。
""",
    "南塘县2025年政府工作报告.txt": """南塘县2025年政府工作报告

一、2025年工作安排
今年主要目标是：地区生产总值增长4%。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("aims"), DOCUMENTS) as assistant:
        yield assistant


def test_where_an_aim_is_asked_last_years_result_is_no_row(library: Assistant) -> None:
    told = library.ask("各县城镇调查失业率控制在多少？").text
    assert "· 白石县（2025年）：城镇调查失业率控制在5.6%以内[1]" in told
    assert "5.1%" not in told


def test_the_years_own_aim_goes_before_a_goal_of_five_years_and_may_hold_no_figure(
    library: Assistant,
) -> None:
    told = library.ask("各县外贸进出口总额目标是多少？").text
    assert "· 白石县（2025年）：外贸进出口总额增长7%以上" in told
    assert "· 青河县（2025年）：外贸进出口总额争取实现正增长" in told


def test_a_place_that_speaks_of_it_is_not_among_those_that_say_nothing(library: Assistant) -> None:
    told = library.ask("各县外贸进出口总额目标是多少？").text
    assert "没有找到的：南塘县。" in told
    assert "提到但没有找到这项数据的：柳湾县。" in told


def test_figures_shared_by_several_names_are_told_with_all_of_them(library: Assistant) -> None:
    told = library.ask("各县居民人均可支配收入目标是多少？").text
    assert "城镇、农村居民人均可支配收入分别增长5%、6%" in told
    assert "居民人均可支配收入与经济增长同步" in told

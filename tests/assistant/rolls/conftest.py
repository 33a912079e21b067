from collections.abc import Iterator

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县教育局2024年工作要点.txt": """白石县教育局2024年工作要点

围绕“强党建、优队伍、提质量”三条主线，建成心理、近视、脊柱三大筛查中心，2024年确定4项重点改革任务，组建3支骨干队伍。

一、加强党的建设
1.落实意识形态责任制。每季度研判一次意识形态领域情况，3月20日前制定年度清单。(责任股室:党建办)
2.规范食堂管理。6月底前完成全部学校食堂改造，全年培训食堂人员120人。(牵头单位:后勤股;责任单位:人事股)
二、办好各类学校
3.扩大学前教育资源。新建公办幼儿园12所，学前三年毛入园率达到93%以上，9月1日前投入使用。(牵头单位:学前教育股;配合单位:县公安局)
4.推进集团化办学。组建教育集团4个，12月底前挂牌。(牵头单位:后勤股;责任单位:计划财务股)
三、重点做好三件事
(一)修缮校舍。
(二)更换课桌。
(三)铺设跑道。
""",
    "白石县教育局2023年工作要点.txt": """白石县教育局2023年工作要点

一、办好各类学校
1.扩大学前教育资源。新建公办幼儿园8所，学前三年毛入园率达到91%以上，8月底前完成招标。(牵头单位:学前教育股)
2.抓好控辍保学。每学期入户走访一次。建立覆盖各乡镇并定期更新的失学儿童名录库和帮扶人员名录库（统称“两库”）。(牵头单位:基础教育股)
""",
    "青河县教育局2024年工作要点.txt": """青河县教育局2024年工作要点

一、办好各类学校
1.扩大学前教育资源。学前三年毛入园率达到90%，推进集团化办学。(牵头单位:学前股)
2.做好食堂安全。5月底前完成排查。(牵头单位:县公安局)
""",
    "白石县教育局机构职责.txt": """白石县教育局内设机构职责

局机关现有内设机构3个。

一、内设机构
(一)党建办
2023年1月设立。负责党建工作。
(二)后勤股
由原总务室和食堂办整合组建。负责后勤保障。
(三)人事股
负责人事工作。
""",
}


@pytest.fixture(scope="package")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An Assistant over plans of two fictional counties."""
    with library_of(tmp_path_factory.mktemp("rolls"), DOCUMENTS) as assistant:
        yield assistant


class Asked:
    """Asks the library, and holds every quote against its document."""

    def __init__(self, library: Assistant) -> None:
        self._library = library

    def __call__(self, question: str) -> Answer:
        answer = self._library.ask(question)
        for cited in answer.citations:
            text = self._library.document(cited.doc).text
            assert text[cited.start : cited.end] == cited.quote
        return answer


@pytest.fixture(scope="package")
def asked(library: Assistant) -> Asked:
    return Asked(library)

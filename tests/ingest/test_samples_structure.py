"""Every habit of numbering, heading and titling, by the sample that shows it."""

from tests.ingest.samples import (
    DAMAGED,
    FLAT,
    FUNDS,
    HEALTH,
    HOSPITALS,
    MASKED,
    MONEY,
    NEWS,
    REVIEW,
    SHEET,
    headings,
    read,
    styles,
)


@styles(
    "sample, nodes",
    {
        "chapter, article": ("2022/*交流轮岗*", ["  第一章总则", "    第一条为优化"]),
        "chapter, section, article, item": (
            FUNDS,
            [
                "  第二章设立与分配",
                "    第一节专项资金的设立",
                "      第四条设立专项资金",
                "        （一）有明确",
            ],
        ),
        "items below the item of an article": (FUNDS, ["        （二）项目法", "          1.主管部门每年"]),
        "Chinese, bracketed Chinese, Arabic": (
            "2022/*工作要点.html",
            ["  二、全面落实", "    （一）深入推进", "      1.减轻学生"],
        ),
        "Chinese with a full-width stop": (MONEY, ["  一．多措并举", "    （一）依法依规"]),
        "Chinese with a half-width stop": ("2024/*臺港澳*", ["  一.做好服務保障", "    （一）落實同等待遇"]),
        "half-width brackets": (MASKED, ["  二、主要任务", "    (一)强化思想引领"]),
        "Arabic with a full-width stop": (NEWS, ["  一、工作部署", "    1．县安委会召开"]),
        "Arabic with an ideographic comma": ("2022/*优质均衡*", ["      1、"]),
        "Arabic with a closing bracket": (
            MONEY,
            ["    （二）支持乡村全面振兴", "      1）资金分配", "      2）资金下达"],
        ),
        "Arabic in brackets": (
            "2024/*教育工作要点.pdf",
            ["      1.实施学校布局", "        （1）摸清人口底数"],
        ),
        "signs in brackets": ("2024/*防溺水*", ["  一、压实四方责任", "    ⑴学校责任", "    ⑵家长责任"]),
        "attachment": (REVIEW, ["  附件1下一阶段重点任务分工表", "    1.县中医医院"]),
        "unnumbered between numbered": (
            REVIEW,
            ["  三、存在的困难和问题", "    资源总量仍显不足", "    人才结构不够合理", "  四、下一阶段"],
        ),
        "unnumbered throughout": ("2022/*总结.docx", ["  2022年工作完成情况", "    党建引领有力有效"]),
        "Arabic straight below Chinese": ("2023/*教育工作要点.docx", ["  一、以党建铸魂", "    1.深入学习"]),
        "running on across sections": (
            "2021/*工作要点.txt",
            ["    5.做好统战", "  二、坚持立德树人", "    6.加强和改进"],
        ),
        "restarting": ("2023/*教育工作要点.docx", ["    5.加强统战", "  二、以立德树人", "    1.善用"]),
        "a number is missing": (
            HOSPITALS,
            ["    （一）服务量", "    （二）费用控制", "    （四）内部管理", "  二、存在的"],
        ),
        "run in, ended by a stop": (
            "2022/*党建*",
            ["  四、坚持守土有责，抓好意识形态和网络安全", "  五、坚持"],
        ),
        "run in, ended by a colon": (REVIEW, ["    2.两个允许", "    3.全科医生"]),
        "no line breaks": (
            FLAT,
            ["    (二)加强执法和宣传", "      15.规范执法行为", "      16.深化宣传教育"],
        ),
        "few line breaks": (
            "2023/*下半年*",
            ["  一、上半年主要工作情况", "    (一)着力强党建", "      1、理论学习"],
        ),
        "rows of a table": ("2023/*分工表*", ["  14.改造中小学功能室140间", "  15.组建6个学区"]),
        "rows of a sheet": (SHEET, ["  道路交通", "    3.完成农村公路平交路口", "    4.查处货车超限超载"]),
        "glossary": (REVIEW, ["  名词解释", "    1.紧密型县域医共体"]),
        "repaired": (
            DAMAGED,
            ["  二、建设高素质", "    3.优化领导班子", "    4.从严管理监督", "  三、增强基层"],
        ),
    },
)
def test_headings_stand_at_the_level_of_the_document_s_own_nesting(sample: str, nodes: list[str]) -> None:
    """The nodes follow one another as given; each is the beginning of a heading, indented by its level."""
    found = headings(read(sample))
    assert any(
        all(one.startswith(node) for one, node in zip(found[at:], nodes, strict=False))
        for at in range(len(found) - len(nodes) + 1)
    )


@styles(
    "sample, words",
    {
        "figure with its unit": (HOSPITALS, "3.5万名65岁以上老年人"),
        "year": ("2023/*教育工作要点.docx", "2023年是全面贯彻落实党的二十大精神的开局之年"),
        "percentage": ("2021/*五项管理*", "1.5%的学校"),
        "first, secondly": (HOSPITALS, "一是床位使用不均衡"),
        "line of a table of contents": (REVIEW, "总体进展情况 1"),
    },
)
def test_what_only_looks_like_a_heading_is_none(sample: str, words: str) -> None:
    assert not any(heading.strip().startswith(words[:8]) for heading in headings(read(sample)))


@styles(
    "sample, words",
    {
        "signature and date": (HEALTH, "云溪县卫生健康局\n2024年2月28日"),
        "date alone": ("2021/*总结.txt", "2021年12月30日"),
        "list of attachments, signature and date": (REVIEW, "附件：1.下一阶段重点任务分工表"),
    },
)
def test_the_closing_of_a_document_is_a_part_of_its_own(sample: str, words: str) -> None:
    document = read(sample)
    closing = [s for s in document.sections[1:] if not s.heading]
    assert [document.text[s.start :].startswith(words) for s in closing] == [True]


@styles(
    "sample, field, value",
    {
        "title": ("2021/*工作要点.txt", "title", "云溪县教育局2021年工作要点"),
        "title over two lines": ("2022/*党建*", "title", "中共云溪县委教育工作委员会2022年党建工作计划"),
        "title of what a notice passes on": (
            FUNDS,
            "title",
            "云溪县人民政府办公室关于印发《云溪县县级财政专项资金管理办法》的通知",
        ),
        "title run into the text": (FLAT, "title", "XX县应急管理局202x年工作要点"),
        "title of a sheet": (SHEET, "title", "云溪县安全生产治本攻坚三年行动2024年任务分工表"),
        "masked title": (MASKED, "title", "X县教育局202x年师德师风建设工作计划"),
        "issuing body in the title": (HEALTH, "organ", "云溪县卫生健康局"),
        "issuing body as signed": (REVIEW, "organ", "云溪县卫生健康局"),
        "place": (MONEY, "place", "云溪县"),
        "place before other words": (SHEET, "place", "云溪县"),
        "masked place": (DAMAGED, "place", "XX县"),
        "year": (MONEY, "years", (2024,)),
        "range of years": ("2022/*行动计划*", "years", (2022, 2023, 2024, 2025)),
        "date": (HEALTH, "date", "2024-02-28"),
        "document number": (FUNDS, "number", "云政办规〔2023〕2号"),
        "kind: tasks of a year": (HEALTH, "kind", "工作要点"),
        "kind: plan": (MONEY, "kind", "计划"),
        "kind: summary": ("2021/*总结.txt", "kind", "总结"),
        "kind: scheme": ("2023/*校园安全*", "kind", "方案"),
        "kind: notice": ("2021/*五项管理*", "kind", "通知"),
        "kind: opinions": ("2023/*心理健康*", "kind", "意见"),
        "kind: report": (REVIEW, "kind", "报告"),
        "kind: circular": (HOSPITALS, "kind", "通报"),
    },
)
def test_what_a_document_says_about_itself(sample: str, field: str, value: object) -> None:
    assert getattr(read(sample).header, field) == value


@styles(
    "sample, words",
    {
        "year": (MASKED, "制定202x年师德师风建设工作计划"),
        "figure": (MASKED, "较上年下降**%以上"),
        "person": (MASKED, "***同志在全县教师大会上"),
        "place": (DAMAGED, "XX县委组织部"),
    },
)
def test_what_is_masked_is_kept_as_it_stands(sample: str, words: str) -> None:
    assert words in read(sample).text

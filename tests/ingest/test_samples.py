"""Every way a document comes, by the sample that shows it: formats, encodings, tables, websites, damage."""

import codecs
import shutil
from pathlib import Path
from zipfile import ZipFile

from ingest.embed import TextEmbeddings
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.records import DiagnosticKind
from ingest.report import Status
from tests.ingest.samples import (
    DAMAGED,
    FLAT,
    FUNDS,
    HEALTH,
    HOSPITALS,
    MASKED,
    NEWS,
    REPOST,
    REVIEW,
    SAMPLES,
    SHEET,
    SPLIT,
    cleaned,
    path_of,
    read,
    styles,
)


@styles(
    "sample, kind",
    {
        "txt": ("2021/*工作要点.txt", "txt"),
        "md": ("2024/*数字化*", "md"),
        "html": ("2022/*工作要点.html", "html"),
        "docx": ("2023/*教育工作要点.docx", "docx"),
        "pdf": ("2022/*行动计划*", "pdf"),
        "xlsx": (SHEET, "xlsx"),
        "html saved as doc": (HOSPITALS, "html"),
    },
)
def test_the_content_tells_the_format(sample: str, kind: str) -> None:
    assert read(sample).format == kind


@styles(
    "sample, encoding, mark",
    {
        "utf-8": ("2021/*工作要点.txt", "utf-8", b""),
        "utf-8 with BOM": (HEALTH, "utf-8-sig", codecs.BOM_UTF8),
        "GB18030": ("2022/*党建*", "gb18030", b""),
        "GBK as the page declares": (REPOST, "gbk", b""),
        "UTF-16": (FUNDS, "utf-16", codecs.BOM_UTF16_LE),
        "Big5": ("2024/*臺港澳*", "big5", b""),
    },
)
def test_text_of_any_encoding_is_read(sample: str, encoding: str, mark: bytes) -> None:
    data = path_of(sample).read_bytes()
    document = read(sample)
    assert data.startswith(mark)
    assert document.header.title in "".join(data.decode(encoding).split())
    assert not {"\ufeff", "\ufffd"}.intersection(document.text)


@styles(
    "sample, cells",
    {
        "table in docx": (
            "2023/*分工表*",
            ["15.任务：组建6个学区，制定学区化管理实施办法", "牵头单位：基础教育股"],
        ),
        "table in html": (
            "2021/*课后服务*",
            ["6.工作任务：首次课后服务专项督导", "牵头单位：督导室", "责任单位：责任督学"],
        ),
        "table in pdf": ("2022/*行动计划*", ["指标：学前三年毛入园率", "2022年：91%", "2023年：93%"]),
        "xlsx": (SHEET, ["牵头单位：县公安局", "责任单位：县交通运输局", "完成时限：2024年12月底前"]),
        "row right below a title": (
            SHEET,
            [
                "1.任务：组织主要负责人安全教育培训，重点行业企业培训率达到100%",
                "牵头单位：县应急管理局",
                "责任单位：县工业和信息化局、县住房和城乡建设局",
            ],
        ),
        "merged cells": (
            SHEET,
            ["领域：燃气消防\n5.任务：更换老旧燃气管道18.6公里，餐饮场所可燃气体报警器安装率达到100%"],
        ),
        "second sheet": (SHEET, ["指标：重大事故隐患整改率", "2023年实际：96.4%", "2024年目标：98%以上"]),
        "cells one per line": (
            DAMAGED,
            ["任务：软弱涣散村党组织整顿", "责任科室：组织科", "完成时限：11月底前"],
        ),
    },
)
def test_a_table_is_kept_as_rows_with_their_heads(sample: str, cells: list[str]) -> None:
    assert "\u3000".join(cells) in read(sample).text


@styles(
    "sample, number_format, labels",
    {
        "chineseCountingThousand": (
            "2023/*校园安全*",
            "chineseCountingThousand",
            ["一、工作目标", "五、工作要求"],
        ),
        "chineseCounting": (REVIEW, "chineseCounting", ["（一）扩大优质资源供给", "（四）强化规划"]),
        "decimalEnclosedParen": (REVIEW, "decimalEnclosedParen", ["⑴ 县疾病预防控制中心", "⑵ 智慧医疗工程"]),
        "decimalEnclosedCircle": (REVIEW, "decimalEnclosedCircle", ["① 主体工程", "② 实验室设备"]),
        "multi-level": (REVIEW, "decimal", ["1.2 每千人口执业", "2.1 县域内就诊率"]),
        "run on by lvlRestart": (REVIEW, "decimal", ["2.服务体系逐步健全", "3.公共卫生能力"]),
    },
)
def test_numbers_that_only_word_shows_are_written_out(
    sample: str, number_format: str, labels: list[str]
) -> None:
    with ZipFile(path_of(sample)) as package:
        assert f'w:numFmt w:val="{number_format}"' in package.read("word/numbering.xml").decode()
    text = read(sample).text
    places = [text.index("\n" + label) for label in labels]
    assert places == sorted(places)


@styles(
    "part, words",
    {
        "tracked deletion": ("word/document.xml", "初步统计，待核"),
        "comment": ("word/comments.xml", "请规划财务股再核一次"),
    },
)
def test_what_word_does_not_print_is_left_out(part: str, words: str) -> None:
    with ZipFile(path_of(REVIEW)) as package:
        assert words in package.read(part).decode()
    assert words not in read(REVIEW).text
    assert "健全。全县医疗卫生机构床位达到2315张" in read(REVIEW).text


@styles(
    "sample, words",
    {
        "lines of a pdf": (
            "2022/*行动计划*",
            "科学测算2022—2025年学前教育学位需求，编制幼儿园布局专项规划，",
        ),
        "two columns": (NEWS, "新装减速带260条、道口标柱940根，预计10月底前全部完成"),
        "page break": (NEWS, "查封超期未检设备6台。老旧电梯安全评估12月底前全部完成"),
        "last page with one column": (NEWS, "突发情况30分钟内电话报告、1小时内书面报告。各单位值班安排表"),
        "letters spread over a line": (NEWS, "更换老化插线板2100个，免费安装独立式烟感报警器860个"),
        "line breaks of the page source": (HOSPITALS, "住院次均费用低于4900元，药品收入占比不超过30%"),
        "line break beside a figure": (HOSPITALS, "11月30日前完成整改，整改情况每月报告1次"),
        "hard wraps": (DAMAGED, "着力建强干部队伍、夯实基层基础、集聚各类人才,为推动县域高质量发展"),
        "hard wrap in a list of units": (DAMAGED, "公务员科、办公室)"),
        "inner spaces": (DAMAGED, "干部教育科、组织科)"),
        "watermark in mid-paragraph": (DAMAGED, "选派15名优秀年轻干部到乡镇一线任职"),
        "full stop for a decimal point": (DAMAGED, "轮训干部3.2万人次"),
        "numbers inserted by a page splitter": (SPLIT, "对符合条件的困难群众30日内办结审批,做到应保尽保"),
        "page number between halves of a sentence": (DAMAGED, "选派第一书记和驻村工作队员126名"),
    },
)
def test_damage_is_repaired_where_the_meaning_is_certain(sample: str, words: str) -> None:
    assert words in read(sample).text


def test_a_line_given_twice_is_kept_once() -> None:
    assert path_of(DAMAGED).read_text("utf-8").count("从严管理监督干部") == 2
    assert read(DAMAGED).text.count("从严管理监督干部") == 1


@styles(
    "sample, words",
    {
        "running head": (NEWS, "工作简报\u30002024年第3期"),
        "page number": (NEWS, "— 2 —"),
        "page number of a scrape": (DAMAGED, "第 1 页"),
        "table of contents": (REVIEW, "总体进展情况 1"),
        "navigation": (REPOST, "公文写作"),
        "letter size": (REPOST, "字号"),
        "page views": (REPOST, "浏览次数"),
        "sharing": (REPOST, "分享到"),
        "printing": (REPOST, "打印"),
        "previous": (REPOST, "上一篇"),
        "next": (SPLIT, "下一篇"),
        "related articles": (REPOST, "相关文章"),
        "donations": (MASKED, "打赏"),
        "customer service": (MASKED, "客服"),
        "paywall": (DAMAGED, "登录后查看"),
        "disclaimer": (REPOST, "免责声明"),
        "copyright": (REPOST, "版权所有"),
        "contact": ("2021/*课后服务*", "管理员信箱"),
        "markup of an office program": (HOSPITALS, "MsoNormal"),
    },
)
def test_what_surrounds_a_document_goes(sample: str, words: str) -> None:
    assert words not in read(sample).text


@styles(
    "sample, words",
    {"of a website": (MASKED, "联系客服提示"), "of a table of contents": (REVIEW, "总体进展情况 1")},
)
def test_removed_lines_can_be_seen(sample: str, words: str) -> None:
    assert any(words in line for line in read(sample).removed)


@styles(
    "sample, name, value",
    {
        "date and time run together": (DAMAGED, "发布日期", "2024-02-26"),
        "date of publication": ("2022/*工作要点.html", "发布日期", "2022-03-04"),
        "source": ("2023/*招生入学*", "来源", "云溪县教育局招生考试办公室"),
        "document number": ("2023/*招生入学*", "文号", "云教字〔2023〕15号"),
    },
)
def test_the_facts_of_a_page_stay(sample: str, name: str, value: str) -> None:
    assert cleaned(sample).metadata[name] == value


@styles(
    "sample, kind, words",
    {
        "missing number": (HOSPITALS, DiagnosticKind.NUMBERING, "（四）"),
        "cut off at the end": (MASKED, DiagnosticKind.TRUNCATED, ""),
        "cut off by a paywall": (DAMAGED, DiagnosticKind.TRUNCATED, "阅读全文"),
        "dates run together": (DAMAGED, DiagnosticKind.DAMAGE, "日期相连"),
    },
)
def test_what_is_not_certain_is_reported(sample: str, kind: DiagnosticKind, words: str) -> None:
    assert any(told.kind is kind and words in told.message for told in read(sample).diagnostics)


def test_a_repost_with_another_title_and_other_characters_is_told(
    library: Library, model: TextEmbeddings
) -> None:
    original = path_of("2023/*学区化*")
    report = ingest([original, path_of(REPOST)], library, model)
    stored = report.files[1].info
    assert stored is not None
    told = [told for told in stored.diagnostics if told.kind is DiagnosticKind.REPOST]
    assert [original.name in each.message for each in told] == [True]


def test_an_exact_duplicate_is_not_stored_twice(
    library: Library, model: TextEmbeddings, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(path_of(HEALTH), tmp_path / "副本.txt"))
    report = ingest([path_of(HEALTH), copy], library, model)
    assert [file.status for file in report.files] == [Status.ADDED, Status.DUPLICATE]
    assert library.catalog.counts().documents == 1


def test_every_sample_is_stored_and_only_the_repost_is_taken_for_one(
    library: Library, model: TextEmbeddings
) -> None:
    report = ingest([SAMPLES], library, model)
    assert {file.status for file in report.files} == {Status.ADDED}
    reposts = {
        file.doc
        for file in report.files
        if file.info and any(told.kind is DiagnosticKind.REPOST for told in file.info.diagnostics)
    }
    assert reposts == {read(REPOST).doc}


def test_the_list_of_samples_names_every_file() -> None:
    listed = (SAMPLES.parent / "README.md").read_text("utf-8")
    files = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    assert {file for file in files if f"`{file}`" not in listed} == set()


def test_a_document_in_one_line_is_all_of_its_file() -> None:
    assert "\n" not in path_of(FLAT).read_text("utf-8")
    assert len(read(FLAT).sections) > 20

"""What is polite about a question, or spoken, changes nothing about what it asks."""

import json
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.understanding.courtesy import without_courtesy
from assistant.understanding.typed import as_read

QUESTIONS = Path(__file__).parents[3] / "data" / "eval" / "questions.jsonl"
POLITE = (
    "你好，请问一下{}，谢谢",
    "麻烦帮我查一下{}",
    "您好，我想了解一下{}？急，在线等",
    "老师好，想请教个问题，{}呀？",
    "能不能告诉我{}",
    "我是新来的，想问问{}。辛苦了！",
    "按照文件要求，{}，请说明依据",
    "{}，出自哪份文件？",
    "{}!!",
    "嗯，那个，{}？我是教育局办公室的",
    "我在写材料，{}",
    "领导让我查一下{}，开会要用",
    "听说{}",
)


def test_a_polite_question_asks_what_the_bare_one_does() -> None:
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["question"].rstrip("？?。") for line in lines]
    bare = [as_read(text) for text in asked]
    for polite in POLITE:
        assert [as_read(polite.format(text)).rstrip("？") for text in asked] == bare


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("您好，麻烦帮我查一下谁负责防汛呀？谢谢！", "谁负责防汛"),
        ("你能告诉我谁负责防汛吗？", "谁负责防汛？"),
        ("关于防汛，谁负责？", "防汛，谁负责？"),
        ("门诊要排多久，请问归哪个科管？", "门诊要排多久，归哪个科管？"),
        ("请总结一下2024年工作要点", "总结一下2024年工作要点"),
        ("根据规定，防汛谁负责，简单说说", "防汛谁负责"),
        ("“防汛谁负责”", "防汛谁负责"),
        ("麻烦再问一下防汛谁负责", "防汛谁负责"),
        ("我是县医院的医生，防汛谁负责", "防汛谁负责"),
        ("局长问防汛谁负责，要有文件依据", "防汛谁负责"),
        ("单位要报材料，防汛谁负责，越详细越好", "防汛谁负责"),
        ("请说明依据：防汛谁负责", "防汛谁负责"),
        ("根据国务院规定，防汛谁负责", "防汛谁负责"),
        ("防汛谁负责这个问题该怎么回答？", "防汛谁负责"),
    ],
)
def test_courtesy_is_taken_off(typed: str, asked: str) -> None:
    assert without_courtesy(typed) == asked


@pytest.mark.parametrize(
    "text",
    [
        "请示报告怎么写？",
        "请假要谁批？",
        "问责的情形有哪些？",
        "咨询电话是多少？",
        "帮扶对象有哪些？",
        "查处了多少起案件？",
        "我们要查处多少起案件？",
        "要了解民情的活动有哪些？",
        "麻烦的事谁来办？",
        "感谢信由谁写？",
        "关于印发工作要点的通知主要内容是什么？",
        "干嘛要搞年检",
        "文件规定的时限是多久？",
        "政策依据是什么？",
        "我是农村户口，能不能申请低保？",
        "领导问责情形有哪些？",
        "群众来信怎么答复？",
        "按照教师交流办法的规定，年限是多久？",
        "我是县一中的学生，能申请资助吗？",
        "家长问卷什么时候发？",
        "群众问的最多的是什么？",
        "局长办公会多久开一次？",
        "防汛方案出自哪份文件？",
        "哪些校舍鉴定为危房，急需维修",
        "办一件事要跑几趟，麻烦群众",
        "学期末要做什么，写总结",
        "谢谢",
        "您好！",
    ],
)
def test_what_is_part_of_the_question_stays(text: str) -> None:
    assert without_courtesy(text) == text


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("食堂啥时候建好", "食堂什么时候建好"),
        ("多会儿开学", "什么时候开学"),
        ("超时了咋整", "超时了怎么办"),
        ("补贴咋个领", "补贴怎么领"),
        ("都查些啥", "都查些什么"),
    ],
)
def test_spoken_asking_words_are_written_ones(spoken: str, written: str) -> None:
    assert as_read(spoken) == written


def test_a_polite_spoken_question_gets_the_answer_of_the_plain_one(shelf: Assistant) -> None:
    plain = shelf.ask("谁负责意识形态工作？")
    assert not plain.refused
    assert shelf.ask("你好，麻烦帮我查查是谁负责意识形态工作呀，谢谢").citations == plain.citations

"""What a sentence of a model puts together must stand together in its quote; said otherwise it may be."""

import pytest

from assistant.citing.reading import Sentence
from assistant.citing.verify import verify
from tests.assistant.passages import passage

WARDENS = "第四条 镇级林长每旬巡林不少于1次，村级林长每周巡林不少于2次；漏巡一次扣0.5分，最多扣5分。"
GRADES = "第七条 综合得分90分以上为优秀，75分以上不足90分为良好，60分以上不足75分为合格，60分以下为不合格。"
STARS = "餐饮单位量化得分85分以上评为一级、70分以上评为二级、60分以上评为三级。"
PENALTIES = "对违反禁渔规定的，首次批评教育，再次暂停作业15天；情节严重的，取消捕捞资格。"
STEPS = "对沿街违建，坚持先告知、后约谈、再拆除。由社区初审、街道复核，最后报区住建局备案。"
HALVES = "上半年完成旧管网摸底，下半年更换铸铁管30公里。第一季度召开动员会，第二季度开展自查。"
ROUNDS = "连续两年不合格的村，由镇党委书记约谈；连续三年优秀的村，奖励工作经费5万元。"
PENSION = "80周岁以上老年人每月发放高龄津贴100元，90周岁以上老年人每月发放高龄津贴300元。"
TERMS = "逾期不整改的商户，处500元以上2000元以下罚款。部分学校配备校医，60%以上的学校开设心理咨询室。"
SHARES = "小学、初中、高中生均公用经费分别为720元、940元、1100元。"
TEXTS = {
    name: text
    for name, text in globals().items()
    if name.isupper() and isinstance(text, str) and name != "TEXTS"
}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (WARDENS, "村级林长每旬巡林不少于1次，镇级林长每周巡林不少于2次。"),
        (WARDENS, "村级林长每旬巡林不少于1次。"),
        (WARDENS, "镇级林长每周巡林不少于2次。"),
        (WARDENS, "漏巡一次扣5分，最多扣0.5分。"),
        (GRADES, "75分以上为优秀，60分以上为良好。"),
        (GRADES, "75分以上为优秀。"),
        (GRADES, "优秀为75分以上。"),
        (GRADES, "60分以上不足75分为良好。"),
        (GRADES, "60分以下为合格。"),
        (GRADES, "综合得分60分以上的为优秀。"),
        (STARS, "70分以上评为一级。"),
        (STARS, "餐饮单位量化得分60分以上评为二级。"),
        (PENALTIES, "对违反禁渔规定的，首次暂停作业15天，再次批评教育。"),
        (PENALTIES, "首次违反禁渔规定的，暂停作业15天。"),
        (PENALTIES, "对违反禁渔规定的，取消捕捞资格。"),
        (PENALTIES, "情节严重的，批评教育。"),
        (STEPS, "对沿街违建，坚持先约谈、后告知、再拆除。"),
        (STEPS, "对沿街违建坚持先拆除、后约谈、再告知。"),
        (STEPS, "沿街违建先告知、后拆除。"),
        (HALVES, "上半年更换铸铁管30公里。"),
        (HALVES, "下半年完成旧管网摸底。"),
        (HALVES, "第一季度开展自查，第二季度召开动员会。"),
        (ROUNDS, "不合格的村，由镇党委书记约谈。"),
        (ROUNDS, "优秀的村，奖励工作经费5万元。"),
        (ROUNDS, "连续两年优秀的村，奖励工作经费5万元。"),
        (ROUNDS, "连续三年不合格的村，由镇党委书记约谈。"),
        (PENSION, "老年人每月发放高龄津贴100元。"),
        (PENSION, "80周岁以上老年人每月发放高龄津贴300元。"),
        (TERMS, "不整改的商户，处500元以上2000元以下罚款。"),
        (TERMS, "学校配备校医。"),
        (TERMS, "学校开设心理咨询室。"),
        (SHARES, "小学、初中、高中生均公用经费分别为940元、720元、1100元。"),
        (SHARES, "初中、小学、高中生均公用经费分别为720元、940元、1100元。"),
    ],
)
def test_what_stands_apart_in_the_quote_is_not_put_together(text: str, sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": passage(text)})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (WARDENS, "镇级林长每旬巡林不少于1次。"),
        (WARDENS, "村级林长每周巡林不少于2次，镇级林长每旬不少于1次。"),
        (WARDENS, "根据第四条，村级林长每周巡林不少于2次。"),
        (WARDENS, "漏巡一次扣0.5分，最多扣5分。"),
        (GRADES, "综合得分90分以上的为优秀。"),
        (GRADES, "90分以上为优秀，75分以上为良好，60分以上为合格。"),
        (GRADES, "优秀为90分以上。"),
        (GRADES, "其中，60分以上不足75分为合格。"),
        (STARS, "85分以上评为一级，60分以上评为三级。"),
        (PENALTIES, "违反禁渔规定的，首次批评教育，再次暂停作业15天。"),
        (PENALTIES, "再次违反禁渔规定的，暂停作业15天。"),
        (PENALTIES, "情节严重的取消捕捞资格。"),
        (PENALTIES, "对违反禁渔规定的，情节严重的，取消捕捞资格。"),
        (STEPS, "对沿街违建先告知、后约谈、再拆除。"),
        (STEPS, "对沿街违建，坚持先告知，后约谈，再拆除。"),
        (STEPS, "由社区初审、街道复核，最后报区住建局备案。"),
        (HALVES, "旧管网摸底上半年完成。"),
        (HALVES, "下半年更换铸铁管30公里，上半年完成旧管网摸底。"),
        (HALVES, "第二季度开展自查。"),
        (ROUNDS, "连续三年优秀的村，奖励工作经费5万元。"),
        (TERMS, "对逾期不整改的商户，处500元以上2000元以下罚款。"),
        (TERMS, "60%以上的学校开设心理咨询室，部分学校配备校医。"),
    ],
)
def test_what_is_only_worded_otherwise_is_kept(text: str, sentence: str) -> None:
    verdict = verify(Sentence(sentence, ("c1",)), {"c1": passage(text)})
    assert verdict, verdict.reason


def test_a_heading_that_is_the_sentence_itself_excuses_no_exchange() -> None:
    chunk = passage(GRADES, "第三章结果运用", GRADES.rstrip("。"))
    assert not verify(Sentence("75分以上为优秀。", ("c1",)), {"c1": chunk})
    assert verify(Sentence("75分以上不足90分为良好。", ("c1",)), {"c1": chunk})


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_text_supports_its_own_sentences(text: str) -> None:
    for sentence in text.removesuffix("。").split("。"):
        verdict = verify(Sentence(f"{sentence}。", ("c1",)), {"c1": passage(text)})
        assert verdict, f"{sentence}: {verdict.reason}"


DRAWS = (
    "民办幼儿园登记人数超过学位数的，实行电脑摇号。困难家庭子女考上高职院校的，一次性资助2000元。"
    "巡查不到位的，下发提醒函；连续两次巡查不到位的，约谈村支部书记，并扣发当月津贴。单位或者个人占用盲道的，责令限期腾退。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "民办幼儿园实行电脑摇号。",
        "困难家庭子女一次性资助2000元。",
        "巡查不到位的，约谈村支部书记并扣发当月津贴。",
        "巡查不到位的，扣发当月津贴。",
        "个人责令限期腾退。",
    ],
)
def test_a_result_is_not_told_of_all_that_its_case_speaks_of(sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": passage(DRAWS)})


@pytest.mark.parametrize(
    "sentence",
    [
        "登记人数超过学位数的民办幼儿园实行电脑摇号。",
        "实行电脑摇号。",
        "困难家庭子女考上高职院校的一次性资助2000元。",
        "巡查不到位的，下发提醒函。",
        "连续两次巡查不到位的，扣发当月津贴。",
        "个人占用盲道的，责令限期腾退。",
    ],
)
def test_a_result_is_told_of_its_case(sentence: str) -> None:
    verdict = verify(Sentence(sentence, ("c1",)), {"c1": passage(DRAWS)})
    assert verdict, verdict.reason

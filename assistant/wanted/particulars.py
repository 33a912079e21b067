"""What is asked for by its kind (a number to ring, a place, a company, papers) into what matches one."""

import re

_SUBSCRIBER = r"(?<!\d)(?:0\d{2,3}[-—]?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)"
_TELEPHONE = rf"{_SUBSCRIBER}|拨打.{{0,4}}1[12]\d{{3}}(?!\d)"
_HOTLINE = rf"{_SUBSCRIBER}|(?<!\d)1[12]\d{{3}}(?![\d.]*\s*[\d万亿元人名个所册])"
_ASKED_NUMBER = r"电话号码|手机号|联系(?:方式|电话)|电话(?:是|为)?(?:多少|什么|几)|号码是|的电话[呢?？。]*$"
_DONE_SOMEWHERE = "举办|举行|召开|开展|集中|[办开搞]"
# What asks for a particular, and what matches one; the first that asks wins.
_PARTICULARS = tuple(
    (re.compile(asking), re.compile(given))
    for asking, given in (
        (rf"热线.*(?:{_ASKED_NUMBER})|(?:{_ASKED_NUMBER}).*热线", _HOTLINE),
        (_ASKED_NUMBER, _TELEPHONE),
        (
            r"姓名|叫什么名字",
            r"(?:[长任员]|书记|负责人|联系人)[：:\s]+[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])|[\u4e00-\u9fff]{2,3}同志",
        ),
        (
            rf"(?:哪儿|哪里|(?:哪个|什么|啥)地方|[在到去]哪一?个?(?:[省市县区镇乡村州]|盟市|城市|地区))(?:{_DONE_SOMEWHERE})",
            r"地点|地址|位于|设在|[在到于][^，,。；;]{2,16}(?:举办|举行|召开|集中|办理|报到)",
        ),
        (
            r"(?:哪一?家|哪个|什么)(?:公司|企业|厂家|银行|机构(?!承担|负责))(?:承|中标|来?[做投]|建|开发|负责|供)"
            r"|[有是](?:哪[些几]家?|什么)(?:公司|企业|银行)[呢啊?？]*$",
            r"公司|集团(?!化)|银行(?!业)|(?:由|委托|中标)[^，,。；;]{0,24}(?:企业|机构|厂)",
        ),
        (
            r"(?:准备|提交|提供|上传|携带?|带|交|要|需要?|递交)(?:上)?(?:哪些|什么|啥|哪几[样种份])(?:申请|报名|证明)?(?:材料|资料|文件|证件|证明|手续|东西)",
            r"(?:提[交供]|报送|递交|出具|携带?|凭|准备|上传|附|需要?|填[报写])[^，,。；;]{0,24}(?:材料|资料|证明|证件|手续)"
            r"|(?:材料|资料|证件|证明)(?:包括|有|为|清单|目录|[：:]|(?:原件|复印件))"
            r"|申请[表书]|身份证|户口[簿本]|户籍|复印件|证书|执照|登记表|承诺书|房产证|出生证",
        ),
        (
            r"(?:怎么|如何|怎样|咋)(?:来)?(?:计?算|核算|折算)(?!数|话|是|过|了)|计算(?:方法|公式|办法)",
            r"按照?[^，,。；;]{0,30}(?:计|算|收取|缴纳|征收|扣除|折)|[乘除]以|为基数|计[算征发]|等于|[之%‰×÷]|相乘|核[算定]|折算",
        ),
        (
            r"几点(?=钟|[上下开关放起睡到结收打]|前|以前|之前|能|可以|[呢啊?？]|$)",
            r"\d{1,2}[:：]\d{2}|[\d一二三四五六七八九十]{1,3}(?:点(?!建议|意见|要求|措施|做法|体会|工作)|时(?!候|间|期|代|效|段|常|刻))|24小时|全天|昼夜",
        ),
    )
)


def particular_in(question: str) -> re.Pattern[str] | None:
    """Give what matches the particular that a question asks for; None where it asks for none."""
    return next((given for asking, given in _PARTICULARS if asking.search(question)), None)

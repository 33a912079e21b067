"""A question for conditions, sanctions, a place, a way or reasons into what tells a text that states some."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.wanted.counted_out import counted_out
from assistant.wanted.failing import FAILS

_DOES = r"(?:怎么|如何|怎样|咋)(?:样)?(?:才能?|去|来|能|可以)?"
_WHICH = r"(?:什么|哪些|哪[一几]?[种个类]|何种|啥)样?的?"

_FORBIDS = "禁止|不准|不许|不让|严禁|不得|不允许"
_FORBIDDEN = "禁止|不[准许得可能让]|严禁|杜绝|不允许|禁令|负面清单|红线"
_SANCTION = (
    r"处[^，,。；;理置罚]{0,14}(?:罚款|罚金|拘留)|的罚款|给予[^，,。；;]{0,14}(?:处分|警告|约谈|通报|处罚|批评)|处分|警告|责令|吊销|撤销"
    r"|取消[^，,。；;]{0,12}(?:资格|称号|评[优先]|奖)|追[究回缴责]|收回(?!率)|问责|约谈|通报批评|在[^，,。；;]{0,6}通报|一票否决|没收|停[业职用运产工招]|暂停"
    r"|零分|成绩(?:无效|作废)|强制(?:执行|拆除|措施)|移送|拘留|不再[^，,。；;]{0,4}(?:安排|享受|列入|聘)|解[聘除约]|开除|辞退|清退|核减|扣[减除发罚分]|扣[^，,。；;]{0,6}(?:绩效|工资|奖金|补贴|津贴|\d)"
    r"|视[为同]|论处|[离待]岗|书面说明|限期[^，,。；;]{0,10}(?:整[改治顿]|改[正进])|调离|降级|降职|免职|撤换|摘牌|不予|失信|黑名单|限批|关停|取缔|查封|[定评]为不合格|一律(?:取消|关|停|不)"
    r"|不[得予能][^，,。；;]{0,8}(?:晋升|申报|参加|评|办理|享受|通过|批准|验收|拨付|上岗|入学|录取|新增|新[建设开]|扩大?|承[担接揽]|投标|入库)"
    r"|(?:依[法规纪]|从[严重]|严肃|按[^，,。；;]{2,16})[^，,。；;]{0,8}(?:处理|查处|处罚|追究|问责|惩处|处置)|严惩"
)
# What follows where something falls short, whatever it is: 不合格的及时调整, 低于75分的单位须重新组织.
_FOLLOWS = (
    rf"(?:{FAILS}|低于|少于|不足|超过|高于|逾期|超期|违反|违规|擅自|后[一二三四五六七八九十\d]+[位名]|末位|倒数)[^，,。；;]{{0,14}}的(?!可)[^，,。；;]{{0,10}}?"
    r"[，,]?(?:[必仍]?须|应|要|将|由|限|予以|一律|不[得予再]|停|退(?!休|役|耕)|调[整离]|重新|及时|约谈|通报|追)"
    rf"|{FAILS}[^，,。；;的]{{0,6}}(?:一律|全部|必须|要?立即|要?及时)"
)
# How many were punished, and rules on punishing, tell no sanction.
_NO_SANCTION = r"(?!\D{0,12}\d[\d.]*\s*[起件人名家次所万亿]|制度|机制|办法|工作)"
_SITED = (
    r"地[点址](?:[：:]|[在是为])|位于|地处|坐落|设[在于]|选址|建在|落户|入驻|\d室|[三四五六七八九十一二\d]楼"
    r"|依托[^，,。；;]{2,16}建|在[^，,。；;]{2,16}(?:新?建|建[成设立]|设立|办公|挂牌)"
)
_HOUSED = (
    r"地[点址](?:[：:]|[在是为])|位于|坐落|\d+(?:室|号)|在[^，,。；;]{2,16}办公(?!室|会)"
    r"|(?:迁|搬|驻|设|租)[^，,。；;]{0,12}(?:楼|路|街|大院|大厅|号)"
)
_PLACED = (
    r"地[点址](?:[：:]|[在是为])|所在地|地是?指|位于|设[在于]|登录|公众号|客户端|小程序|窗口|大厅|\d室|[三四五六七八九十一二\d]楼"
    r"|依托[^，,。；;]{2,16}|(?:[存缴划转打汇]入|移[交送]|送交|上缴)[^，,。；;]{2,}|从[^，,。；;]{2,20}[选聘招抽购调]|[在到于向赴往](?!线|[园校]生|职|编|籍|读|建|岗|此|本|全[省市县])[^，,。；;]{1,20}?"
    r"(?:[镇乡村市县区省州盟园校院馆室厅楼路街口站网点场]|[小中大]学|平台|系统|网站|中心|机构|基地|窗口|大厅|社区|境内)"
    r"|[为是][^，,。；;\d]{2,16}(?:以[内外东南西北]|之[内外间]|沿线|两侧|周边|路段|范围内|一带|辖区)"
)
_SPENT_FROM = (
    r"从[^，,。；;]{2,20}(?:列支|安排|支付|解决|支出|列)|列支"
    r"|由[^，,。；;]{2,20}(?:承担|安排|负担|解决|支付)|自筹|筹[措集]|来源|专项债|预算|统筹"
)
_IN_FORM = (
    r"通过|采[取用]|[实推]行|挂牌|随机|按[“\"]|运用|利用|依托|借助|[以按用][^，,。；;]{1,20}(?:方式|形式|办法|方法|手段)"
    r"|方[式法]|形式|渠道|途径|手段|按照?[^，,。；;]{2,16}(?:原则|标准|顺序)"
)
_IN_STEPS = (
    r"程序[：:]|流程[：:]|步骤[：:]|下列|以下|申[请报]|登录|填[报写]|提[交出]|凭|公示|审[核批查定]|批准|备案|同意|核[准定发]"
    r"|报[^，,。；;]{1,16}(?:批准|备案|审|核|局|股|委|政府)|先[^，,。；;]+[后再]|由[^，,。；;]{2,16}(?:受理|审|批|报|提)"
)
_NOT_SO_MANY = r"(?![^，,。；;]{0,14}\d+[张本份件个证])"  # 办理优待证300张 tells no way
# What somebody can do, and the words in which a text tells how.
_DEEDS = (
    ("申[请报领]|报名|报考", "申[请报领]|报名|登录|填报|提[交出]|报考"),
    ("查询|查看|查(?!处|办|[明清])", "查询|查看|登录|检索|公示|公开|拨打"),
    ("投诉|举报|反映|告", "投诉|举报|热线|信箱|邮箱|拨打|反映|信访"),
    ("领取?(?!导)", "领取|发放|申领|申请|拨付|打[入卡]|兑现"),
    ("缴[费纳]?|交费|付款", "缴[费纳]?|交费|支付|收取"),
    ("[收交缴](?=[呢啊?？。]*$)", "缴|交[费纳]|支付|收[费取缴]|[0-9]元|免[费收交]|移交|提交|报送|上[缴交]"),
    (
        "办理|办(?=[\u4e00-\u9fff]{1,4}[证卡])|登记|注册",
        rf"办理{_NOT_SO_MANY}|受理|登记|注册|申请|提交|报|审|凭|只需|窗口|网上",
    ),
    ("预约", "预约|拨打|登录"),
    ("开具|开(?=[呢啊?？。]*$)", "开具|申[请领]|登录|开票|领取"),
    ("兑换|兑付|换", "兑换|兑付|换"),
    ("联系|咨询", "联系|咨询|电话|拨打|邮箱|地址"),
    ("认证|验证", "认证|验证|识别"),
    ("备案", "备案"),
)
# How a card or a licence is got is not told by how many are given out.
_APPLIED_FOR = (
    "受理|申[请领]|提交|凭|只需|窗口|网[上站]|携带?|登录|材料|登记|注册|拨打|咨询"
    "|[到向在][^，,。；;]{2,16}(?:办|领)"
)
_CAUSED = (
    r"因(?![素材地时人]|此外|地制宜)|由于|原因(?:[是为有在：:]|$)|为了|造成|导致|引[起发]|影响|所致|使得?|考虑到|具有[^，,。；;]{0,8}意义|受[^，,。；;]{2,16}(?:影响|制约|限制)|缘于|源于|来自|鉴于"
    r"|旨在|目的|以便|从而|所以|以免|防止|避免|有利于|出于|为(?:进一步|深入|贯彻|落实|加[快强]|推进|适应|解决|切实|规范|保[障证护]|促进|提[高升]|做好|确保)"
    r"|不(?:足|合理|成熟|统一|平衡|够|高|强|完善|适应|到位|充分|健全|具备|利于|符合)|缺[乏口少]|薄弱|短缺|困难|尚未|难以|仍[较然]"
)
_REQUIRED = (
    r"(?:应当?|须|必须|需要?)(?:依法)?(?:具备|具有|符合|满足|取得|达到|持有|有)|(?:具备|具有|符合|满足|达到|持有|取得)[^，,。；;]{2,30}(?:的|条件|要求|标准|者)|属于|年满|未满|对[^，,。；;]{4,30}的(?:[学考]生|人员|单位|企业|对象|家庭|[农住]?户|项目)"
    r"|方可|才[能可]|除外|之一|下列|(?:以[上下内]|不[足满少超][^，,。；;]{1,10}|超过[^，,。；;]{1,10})的|[^，,。；;]{3,}的[，,]|(?:未|不|逾期|超)[^，,。；;]{2,16}的(?:一律|全部|立即)?(?:停|取消|收回|不[得予]|退|暂|责令|通报|约谈)"
    r"|以[上下][^，,。；;]{0,6}(?:应当|须|必须)|情形|条件[：:]"
    r"|[^，,。；;]{6,}[，,](?:可以?|方可|给予|予以)|只有|如果|凡|时[，,]|后[，,]|^[\d.\s]*[^：:\u3000]{2,24}[：:][^，,。；;\u3000]{4,}(?!.*\u3000)"
)
# What only says that there are conditions states none.
_BARE = re.compile(
    r"(?:符合|具备|有|按|满足|不具备|达到)(?:相关|规定|相应|基本|入学|享受|创建|申请)?条件的?|条件(?:成熟|改善)|(?:改善|优化)?(?:办学|生活|工作|居住|医疗|生产|安全)条件"
)

# What is asked to follow only where something wrong was done: 造假怎么处理.
_WRONG = (
    r"造假|作弊|[乱超]收|违[反规法纪]|不肯|拒[不绝]|不按|擅自|逾期"
    rf"|骗|挪用|截留|瞒报|超[标载员]|弄虚|(?:不足|低于|少于|超过)\d|过期|{FAILS}|没过(?:关|$|[，,的])|不履|走过场"
)


_NOTHING = re.compile("")
_HEADED = {
    "处理办法": re.compile("问责|追责|责任追究|惩[戒处]|处[罚分]|罚则|法律责任|奖惩"),
    "条件": re.compile("条件|资格|对象|范围"),
    "程序": re.compile("程序|流程|步骤"),
    "资金来源": re.compile("资金(?:来源|筹[集措])|经费(?:来源|保障)"),
}
# A line that says where somebody is found need not say who that is: it stands under the name.
_LABELLED = re.compile(r"^\W*(?:办公|联系)?(?:地[点址]|方式)\s*[:：]")


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of thing that a topic is asked for, and how a text states it.

    :param name: what a reader calls it.
    :param of: what a question must speak of to ask for it, "" for anything.
    """

    name: str
    asked: re.Pattern[str]
    stated: re.Pattern[str]
    of: re.Pattern[str]

    def is_asked(self, question: str) -> bool:
        """Tell whether a question asks for one."""
        return self.asked.search(question) is not None and self.of.search(question) is not None

    def is_headed(self, heading: str) -> bool:
        """Tell whether a heading announces such statements: 三、严格督导问责."""
        headed = _HEADED.get(self.name)
        return headed is not None and headed.search(heading) is not None

    def is_in(self, text: str) -> bool:
        """Tell whether a text states one."""
        return self.stated.search(_BARE.sub(" ", text)) is not None


_SHAPES = tuple(
    Shape(name, re.compile(asked), re.compile(stated), re.compile(of[0] if of else ""))
    for name, asked, stated, *of in (
        (
            "禁止事项",
            rf"(?:{_FORBIDS})[^，,。?？]{{0,6}}(?:是|有|包括){_WHICH}|{_WHICH}(?:情况|情形|行为|做法|事情?)[^，,。?？]{{0,3}}(?:是|属于)?(?:明令|坚决|一律)?(?:被|要)?(?:{_FORBIDS})的?[?？。]*$",
            _FORBIDDEN,
        ),
        (
            "条件",
            rf"(?:符合|满足|具备|达到)?{_WHICH}(?:基本|申[报请])?条件|(?:符合|满足|具备|达到){_WHICH}(?!程度|水平|目标|规模|成效|效果|指标|地步|要求)|{_WHICH}(?:情况|情形)下?|{_WHICH}资[格质]"
            r"|什么样的[^，,?？]{1,10}(?:能|可以|才|会|算)|条件(?:是什么|有哪些|是啥)|哪些人(?:能|可以|才)",
            _REQUIRED,
        ),
        (
            "处理办法",
            rf"(?:{_DOES}|[受有]?到?{_WHICH})(?:被|来)?(?:处?罚(?!款)|处分|惩[处罚戒]|追究?责|问责|后果|下场)|会(?:被|受到?)(?:什么|啥)"
            rf"|会(?:被|受到?)?{_DOES}(?:处[理置]|样)?[呢啊?？。]*$",
            rf"(?:{_SANCTION}){_NO_SANCTION}|{_FOLLOWS}",
        ),
        (
            "处理办法",
            rf"{_DOES}(?:被|来)?(?:处[理置]|办)[呢啊?？。]*$",
            rf"(?:{_SANCTION}){_NO_SANCTION}|{_FOLLOWS}",
            _WRONG,
        ),
        (
            "资金来源",
            r"从(?:哪[里儿]?|什么地方)[^，,。]{0,6}(?:[出来支]|列)|资金(?:从哪|来源)|[钱费]从哪",
            _SPENT_FROM,
        ),
        (
            "地点",
            r"地[址点](?:是|在|[呢?？]|$)|什么位置|位于哪|[设建]在?于?(?:哪(?![些几](?!个?地[方点]))|什么地方|何处)",
            _SITED,
        ),
        ("办公地点", r"在(?:哪[里儿]?|什么地方|何处)(?:办公|上班)", _HOUSED),
        (
            "地点",
            r"在哪(?:[里儿]|$|[?？]|[条座栋层]|个(?:平台|网站|系统|窗口|地方|地点|[乡镇村市县区省])|一?家)|[去到于向从]哪[里儿]|(?<!如)何处(?![理置罚分])|什么(?:地方|地点)|[去到]哪个窗口",
            _PLACED,
        ),
        (
            "免收对象",
            r"(?:收?费用?的?)?谁(?:可以?|能|也)?(?:[不减]?免[收缴交除费]|减免|不[用需]?[收缴交])|哪些[^，,。?？]{0,6}(?:[不减]?免[收缴交除费]|减免)"
            r"|(?:免[收缴交除费]|减免)的?(?:对象|范围|人员)",
            r"免[收缴交除费]|减免|免于|不[再予]?[收缴交]",
        ),
        (
            "方式",
            rf"(?:通过|用|采[取用]|[按以]|借助){_WHICH}(?:渠道|方式|途径|形式|手段|方法)|(?:渠道|途径|方式)(?:是什么|有哪些|是啥)",
            _IN_FORM,
        ),
        (
            "程序",
            rf"(?:走|经过?|履行|办|要){_WHICH}(?:审批|申[请报]|报批)?(?:流程|程序|手续|步骤)|(?:流程|程序|步骤|手续)(?:是什么|有哪些|是啥|怎么走)",
            _IN_STEPS,
        ),
        *(("办理方法", f"{_DOES}(?:{deed})", told) for deed, told in _DEEDS),
        ("办理方法", rf"{_DOES}(?:办|补办)[呢啊?？。]*$", _APPLIED_FOR, f"[证照卡]{_DOES}(?:办|补办)"),
        ("名单", r"名单(?:是|有|在|[?？]|$)", r"名单|附件|(?:[^、，。；：:\d]{2,12}、){2}"),
        ("原因", r"为(?:什么|何|啥)|(?:什么|啥|何种|哪些)原因|原因(?:是|有|[?？]|$)|何以", _CAUSED),
    )
)


@lru_cache(maxsize=256)
def shape_asked(question: str) -> Shape | None:
    """Find the kind of thing a question asks for; None where it asks for none of these."""
    if named := counted_out(question):
        return Shape("具体名单", _NOTHING, named, _NOTHING)
    return next((shape for shape in _SHAPES if shape.is_asked(question)), None)


def is_labelled_place(text: str) -> bool:
    """Tell whether a line gives the place of what it stands under: 办公地点：一号楼二楼."""
    return _LABELLED.search(text) is not None


@lru_cache(maxsize=256)
def without_shape(question: str) -> str:
    """Leave out of a question what asks for the kind of thing: of what it is asked is left."""
    shape = shape_asked(question)
    rest = shape.asked.sub(" ", question, count=1) if shape else question
    return rest if any(map(str.isalnum, rest)) else question

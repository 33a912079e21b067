"""The furniture of web pages as tables of patterns: which line of a page is not part of its document."""

import re

_WORDS = (
    r"打印(?:本页|此页|文章)?|关闭(?:窗口|本页)?|收藏(?:本页|本站)?|返回(?:顶部|首页|上一页|列表)?|复制(?:链接|全文)?|纠错|"
    r"分享(?:到|至)?|转发|下载(?:文字版|原文|全文|附件|本文)?|点赞|评论|举报|大|中|小|字号|字体|默认|超大|特大|"
    r"微信(?:扫一扫)?|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|朋友圈|扫一扫|扫码|手机(?:版|阅读)|无障碍(?:浏览|阅读)?|长者(?:版|模式|助手)|"
    r"适老化?|繁体(?:版)?|简体(?:版)?|English|登[录陆]|注册|会员中心|网站(?:首页|导航|地图)|首页|设为首页|加入收藏|保存|听全文|朗读|语音播报|播放|暂停|"
    r"导航|菜单|搜索|站内搜索|更多|A[+-]?|T\s*[+-]?|二维码|微信订阅号|微信公众号|赏赞|赞赏|打赏|赞|踩|收起|展开(?:全文)?"
)
# A line that consists of nothing but such words is furniture wherever it stands.
_MARKS = r"[\s【】\[\]()（）<>《》|｜/·•:：、，,。+＞»-]*"
_BUTTONS = rf"(?:{_MARKS}(?:{_WORDS}))+{_MARKS}"

_DAY = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"

# Whole lines that never belong to a document.
_ANYWHERE = (
    _BUTTONS,
    r"(?:您|你)?(?:(?:当前|现在|所在)的?){1,3}位置(?:是)?\s*[:：].*|(?:您|你)的位置\s*[:：].*",
    r"(?:网站)?首页\s*[>＞»/|→-].{0,80}",
    r".{0,16}首页.{0,80}(?:登[录陆]|注册|搜索|导航|关于我们|联系我们).{0,10}",
    r"\S{2,16}(?:网|文库|门户)\s*导航",
    r"(?:\S{2,20}\s+)?(?:(?:发布|更新|发表|录入|成文)?(?:时间|日期)\s*[:：]?\s*)?"
    + _DAY
    + r"\s+"
    + _CLOCK
    + r"(?:\s+\d{1,8})?(?:\s*次)?",
    r"[^。；，]{0,60}(?:浏览|阅读|点击|访问)(?:次数|人次|量|数)?\s*[:：]?\s*\d+\s*次?(?:[\s】）)].{0,40})?",
    r"[^。；，]{0,40}(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[:：]\s*次?(?:[\s】）)].{0,40})?",
    r"(?:一键)?分享(?:到|至)?\s*[:：].{0,30}",
    r"【?字[号体]\s*[:：]?.{0,20}[大中小].{0,20}",
    r"[<«‹【\[]?\s*(?:上|下)一(?:篇|条|页)\s*[:：】\]>]?.{0,80}",
    r"[¥￥]\s*[\d.]+\s*元?",
    r"(?:请选择)?(?:打赏|赞赏|支付)(?:类型|金额|方式|作者)?",
    r"如果(?:您)?(?:喜欢|觉得).{0,20}(?:赞赏|打赏|点赞|收藏).{0,20}",
    r"尚未有人赏赞.{0,20}",
    r"查看更多.{0,6}|阅读(?:全文|更多|原文).{0,6}|展开(?:全文|阅读).{0,6}|点击(?:查看|展开|阅读|下载).{0,12}",
    r"[（(]?\s*想?(?:要)?阅读.{0,20}(?:登[录陆]|会员|付费).{0,12}[）)]?",
    r".{0,30}(?:登[录陆]|注册|开通会员|付费|充值|购买)后?.{0,8}(?:阅读|查看|下载|复制)(?:全文|更多|全部|完整|本文|文档|原文).{0,12}",
    r".{0,20}(?:剩余|还有)\s*\d+%?.{0,12}(?:未读|内容).{0,20}",
    r"(?:联系|在线)?客服.{0,24}|联系客服.{0,40}",
    r"(?:微信|手机)?扫一扫.{0,30}",
    r"(?:相关|推荐|热门|最新|精彩|猜你喜欢|本周|本月|今日|点击)(?:文章|内容|阅读|推荐|热门|排行|资讯|新闻|下载|范文|文档|标签|专题|信息)s?\s*[:：]?",
    r"(?:本周|本月|今日|一周)(?:热门|排行|推荐)",
    r"猜你(?:喜欢|感兴趣).{0,10}",
    r"(?:[•●·▪■]\s*)?(?:本周|本月)热门",
    r"关于本文|本文(?:标题|链接|地址|网址|来源|作者|关键词)\s*[:：].{0,120}",
    r"(?:原文)?链接(?:地址)?\s*[:：]\s*http.{0,200}",
    r".{0,60}转载请(?:保留|注明|联系).{0,80}|如若?需?转载.{0,120}",
    r".{0,120}由互联网用户(?:分享|自发|整理|投稿|上传).{0,300}",
    r".{0,30}(?:如发现|若发现)?本站有?涉嫌(?:抄袭|侵权).{0,120}",
    r"(?:免责|版权)(?:声明|所有|申明).{0,300}",
    r"(?:©|ⓒ|Copyright\b|\(c\)|（c）).{0,200}",
    r".{0,80}(?:ICP备|公网安备|网站标识码|网安备).{0,120}",
    r"友情链接.{0,200}|网站(?:地图|声明|帮助|管理)(?:[\s|｜].{0,60})?",
    r"(?:关于我们|联系我们|法律声明|隐私(?:政策|条款)|使用帮助)(?:[\s|｜].{0,80})?",
    r"(?:责任编辑|责编|编辑|校对|审核|初审|复审|终审|监制|录入|信息员|值班编委|发布人)\s*[:：]\s*\S{2,4}(?:\s.{0,40})?",
    r"[（(【\[]\s*(?:责任编辑|责编|编辑|来源)\s*[:：].{0,30}[)）\]】]",
    r"(?:您|你)可能(?:还)?(?:喜欢|感兴趣).{0,20}",
    r"(?!.*(?:\.gov\.cn|\.edu\.cn|报名|网址|平台|官网|邮箱))(?:[\u4e00-\u9fff\w]{2,24}\s*[:：]?)?\s*(?:https?://|www\.)[\w./?=&%#~:-]+",
    r"标签\s*[:：].{0,60}|关键[词字]\s*[:：].{0,80}",
    r"文章(?:导读|摘要)|内容(?:摘要|提要|导读)",
    r"您?的?浏览器.{0,60}",
    r"\S{1,12}(?:微信公众号|官方微博|客户端|二维码)",
)
# Facts of the page: the line goes, its value stays as metadata.
_FACTS = (
    ("发布日期", rf"(?:发布|发文|成文|公开|生成)?(?:日期|时间)\s*[:：]\s*({_DAY}|\d{{4}}-\d{{2}}-\d{{2}})"),
    ("发布日期", rf"^({_DAY})(?=\s+(?:来源|作者|点击|浏览|阅读|字[体号]))"),
    ("来源", r"(?:信息)?来\s*源\s*[:：]\s*([^\s|｜]{2,30})"),
    ("索引号", r"索\s*引\s*号\s*[:：]?\s*([\w/－-]{6,40})"),
    ("文号", r"(?:发文字号|发布文号|文件?\s*号)\s*[:：]\s*(\S{4,30}号)"),
)
# A stamp anywhere: date and time without a name.
_STAMP = re.compile(rf"(?:^|\s)({_DAY})\s+{_CLOCK}")
# Watermarks set into a line.
WATERMARK = re.compile(
    r"(?![^。，]*\.(?:gov|edu)\.cn)[\u4e00-\u9fff\w]{2,24}[:：]\s*(?:https?://)?www\.[a-z0-9.-]+\.(?:com|cn|net|org)(?:\.cn)?(?:/[\w./-]*)?"
    r"|(?:更多|本文|资料|范文)[^。，]{0,16}(?:请访问|来自|来源于|尽在)\s*(?:https?://)?(?:www\.)?[a-z0-9-]+\.(?:com|cn|net)",
    re.IGNORECASE,
)
_FURNITURE = re.compile("|".join(f"(?:{pattern})" for pattern in _ANYWHERE), re.IGNORECASE)
_FACT = [(name, re.compile(pattern)) for name, pattern in _FACTS]
# From such a line on, a page speaks of other pages.
_ENDING = re.compile(
    r"(?:相关|推荐|热门|最新)(?:文章|内容|阅读|推荐|链接|新闻|资讯|文档|范文)\s*[:：]?|猜你喜欢|友情链接|"
    r"(?:版权|免责)声明|本文(?:标题|链接|地址|网址)|关于本文|(?:上|下)一篇|"
    r"阅读全文|[（(]?想阅读|(?:©|Copyright)|.{0,60}转载请|如若?转载|.{0,80}由互联网用户|网站(?:地图|标识码)|分享\s*[:：到]"
)
_LONGEST = 400
_LONGEST_PLAIN = 160
_LEGAL = re.compile(r"互联网用户|版权|声明|转载|本站|备案|ICP|Copyright|©", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line is navigation, sharing, payment, advertising or the like."""
    if len(line) > _LONGEST or (len(line) > _LONGEST_PLAIN and _LEGAL.search(line) is None):
        return False
    return _FURNITURE.fullmatch(line) is not None


def is_ending(line: str) -> bool:
    """Tell whether a line opens the part of a page that follows its document."""
    return len(line) <= _LONGEST and _ENDING.match(line) is not None


def facts_in(line: str) -> dict[str, str]:
    """The facts a page states about its document in a line of its own: 发布日期, 来源, 索引号, 文号."""
    if len(line) > 160:
        return {}
    facts = {name: found[1] for name, pattern in _FACT if (found := pattern.search(line)) is not None}
    stamp = _STAMP.search(line)
    if stamp is not None:
        facts.setdefault("发布日期", stamp[1])
    return facts

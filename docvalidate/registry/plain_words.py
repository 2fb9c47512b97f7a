"""A yes is plain where every word of its sentence is known: one word too many, and it may be a yes to something else.

"Go ahead with 2016-08" is plain, "go ahead with 2016-08 at your own risk" is not. Names are let pass, ports are not.
"""

import re

from docvalidate.reference.ports.parse import ports_told

_KNOWN = frozenset(
    """
    a about above absolutely accept accepted accord according accordingly add advise advised affirmative again agree
    agreed agreement ahead all also always am an and answer
    any anymore applicable applied applies apply approval attached enclosed answer
    approve approved are as asking at august basis be been before being below best bill binding booking both by can
    carry change changed changes checked checking clear close confirm confirmation confirmed confirming confirms
    consider continue correct counts course current currently customs date day
    dear department described doubt avoidance start begin discussed do document
    documentation documents does done double each edition effect effective else email end everything exactly exporter
    fine first follow followed following follows for force forward forwarder from further fully general given glad go
    goes going good goods governs great guide guideline guidelines handle handled happy has have hello help hereby
    herewith hi i import imports in included including indeed inform informed instruction instructions into is issue
    issued it its it's i'm july june just kind kindly know lading latest let like line lily logistics look lot mail
    manual many march matter may me more morning most much must my named need new newest next no not note noted nothing
    notice now objections of office ok okay old on once one only or order ordered orders other our out outdated over
    page parties party patience per perfect phone please
    pleased pls points prepare previous problem procedure proceed process
    question questions reach receipt received reference regarding
    regards release remain remains replace replaced replaces reply
    request respect reviewed right routing rules same see sent shall sheet ship shipment shipments shipped shipping
    should side since sop stand standing stands still such sure superseded supersedes supplier surely take team thank
    thanks that that's the their them then there these they thing this those three thx to today too traffic treat under
    understanding until up us use used using usual valid vendor version versions very via void want was way we welcome
    well we'll we're we've what when which will wish with withdrawn within without word work working would yep yes yet
    yesterday you you're your yours
    bl b/l cc dc eta fyi pos po rev rgds br v ver x attn mr mrs ms dr re
    """.split()
)
_KNOWN_SIGNS = frozenset(
    "不再使用有效为准現现行版本以作废廢依其他变變出货貨即可按照这這个個的同意嗯好对對就是已失确確认認您你好我司方执執操"
    "来來收到无無误誤最新正没沒化异異议議错錯问題题做辦办理指引特此经經与與美国國总總部核完毕畢而訂订單单請请安排放心"
    "谢謝适適用走麻烦煩尽盡快行们們公更改任何内容所全贵貴当當前目该該项項各位都也了吧啦哦呢于於在及和跟给給将將会會"
    "要这就那程序手册冊第三一二两兩条條点點均皆并並继續续下去采採纳納批可以沿遵守遵照了解明白知悉回复覆信邮郵件上述"
    "以下如述所列方案清楚完全当然當然生效期日月年起"
)
_TOGETHER = re.compile("这样|這樣|那样|那樣|一样|一樣|提单|提單|出口|进口|進口|船务|船務|仓库|倉庫")
"""Signs that are known together, and not each by itself."""
_WORD = re.compile(r"(?<![A-Za-z'])[a-z][a-z'’/]*")
_FIGURES = re.compile(r"(?<!\w)\d{2,}\w*")


def is_plain(sentence: str) -> bool:
    """Every word of a sentence is known. What it names of versions and orders is to be taken out before.

    >>> is_plain("Yes, please go ahead."), is_plain("Go ahead at your own risk."), is_plain("Yes, via Norfolk.")
    (True, False, False)
    >>> is_plain("确认，请按此执行。"), is_plain("先做样单")
    (True, False)
    """
    begins = re.sub(r"^\W*[A-Z](?=[a-z' ])", lambda said: said[0].lower(), sentence)
    words = {word.strip("'’/").replace("’", "'") for word in _WORD.findall(begins)} - {""}
    signs = set(re.findall(r"[\u3400-\u9fff]", _TOGETHER.sub("", sentence)))
    first = re.match(r"\W*([a-z][\w'’]*)", begins)
    # A sentence may begin with a name: "Lily, confirmed."
    if first is not None and re.match(rf"\W*{re.escape(first[1])}\W*[,:\-–—]", begins):
        words.discard(first[1])
    unknown = bool(words - _KNOWN) or bool(signs - _KNOWN_SIGNS) or _FIGURES.search(sentence) is not None
    names = re.findall(r"\b[A-Z][^\W\d_]+", begins)
    pairs = (" ".join(names[at : at + size]) for size in (1, 2) for at in range(len(names) - size + 1))
    return not unknown and not any(map(ports_told, pairs))

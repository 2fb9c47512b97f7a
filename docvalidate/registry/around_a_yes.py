"""The words around a yes: courtesies and small print that say nothing of it, and those that leave it open.

Each pattern is looked for in one sentence or clause; what a hit amounts to is decided in `doubts` and `assent`.
"""

import re

NOTICE = re.compile(
    r"\b(?:this|the|diese) (?:e-?mail|message|communication|transmission|electronic)\b.{0,200}\b(?:confidential\w*"
    r"|privileged|intended|addressee|disclos\w+|vertraulich\w*|acceptance|offer)\b"
    r"|\bconfidential\w*\b.{0,40}\bnotice\b|\bviews (?:or opinions )?(?:expressed|in this)"
    r"|\bintended (?:recipient|solely|only)\b|\bconsider the environment\b|\bbinding\b.{0,40}\b(?:until|unless"
    r"|only if)\b.{0,40}\bin writing\b"
    r"|本邮件.{0,40}(?:保密|机密)|本郵件.{0,40}(?:保密|機密)",
    re.IGNORECASE | re.DOTALL,
)
"""What a company's mail program puts below every message."""
SMALL_PRINT = re.compile(
    r"\b(?:confidential\w*|intended (?:recipient|solely)|disclaimer|privileged|virus\w*|unauthori[sz]ed)\b"
    r"|机密|機密|保密",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:(?:see|find|read|check)\b.{0,30}\b)?(?:my|our|the)? ?(?:answers?|comments?|repl(?:y|ies)|remarks?|notes?"
    r"|response)\b.{0,20}\b(?:below|inline|in-?line|in (?:red|blue|green|bold|capitals|color|colour)|attached"
    r"|between)\b"
    r"|\b(?:below|inline) in (?:red|blue|green|bold)\b|\bsee (?:in )?(?:red|blue|inline|below|attached|attachment)\b"
    r"|(?:见|見|看|如)(?:下面|下方|以下|附件|下)|(?:红|紅|蓝|藍)(?:字|色)",
    re.IGNORECASE,
)
"""The answer stands somewhere else: between the lines of the question, or in an enclosed paper."""
HEED = re.compile(
    r"\b(?:mind|note|make sure|ensure|take care|pay attention|remember|be aware|be careful)\b|注意|留意|务必|務必",
    re.IGNORECASE,
)
"""What a sentence asks to be heeded is in the instruction, and puts nothing of it in doubt."""
LOOSE = re.compile(
    r"\b(?:might|could|depend\w*|decisions?|prefer\w*|separate(?:ly)?|switch\w*|changing|formally|personally|officially"
    r"|(?:may|will|would|to) (?:still )?(?:change|differ|be (?:changed|updated|amended|revised|replaced))"
    r"|(?<!for )asking|looking into|look (?:at|into) (?:it|this)|have a look|cross-?check\w*|not (?:yet |quite "
    r"|entirely )?(?:sure|clear)"
    r"|in charge|responsible|annex|appendix|addendum|supplement|correction|mixed|mix-?up|confus\w+"
    r"|on second thoughts?|actually|oops|likely|who knows|forwarded|passed (?:it |this )?on|will (?:answer|reply"
    r"|respond))\b"
    r"|负责|負責|转给|轉給|可能|或许|或許|打算|准备改|準備改|要改|会改|會改|改为|改為|改成",
    re.IGNORECASE,
)
"""What leaves open in another sentence what was said yes to in one."""
OTHER_ORDERS = re.compile(
    r"\b(?:last|next|other|later|future|previous|earlier|new|upcoming|following|coming|subsequent) (?:[\w']+ ){0,2}"
    r"(?:orders?|shipments?|pos?|ones?|seasons?|months?|bookings?)\b|\bfrom (?:the )?next\b"
    r"|(?:下一?|上一?|其他|其它|以后|以後|之后|之後|今后|今後|新)的?(?:订单|訂單|单|單|批|票)",
    re.IGNORECASE,
)
"""Orders that are not the one asked about, though none is named."""
RECEIVED = re.compile(
    r"\b(?:recei(?:ved?|pt)|got|samples?|quotations?|quotes?|offers?|colou?rs?|designs?)\b|收到|样品|樣品|报价|報價",
    re.IGNORECASE,
)
"""What a question may be about that names the order and the version by the way."""
REQUEST = re.compile(
    r"\b(?:please|kindly|pls|need|could you|can you)\b.{0,40}\b(?:confirm|approve|advise|check|tell)\w*|(?:请|請"
    r"|烦请|麻烦|盼)[^，。；,]{0,8}(?:确认|確認|批准|回复)",
    re.IGNORECASE,
)
"""A request for an answer, which is a question without its mark."""
NEGATION = re.compile(
    r"\b(?:not(?! (?:at|via|through)\b)|never|nobody|none|neither|nor|cannot|without(?! (?:any |further )?(?:change"
    r"|delay|exception)s?\b)|lacks?|missing|though|although|rather)\b(?! hesitate)|n't\b(?! hesitate)"
    r"|[不没沒未勿别別无無](?!有?变|有?變|误|誤|问题|問題|[异異]|用谢|客气|客氣|好意思|论|論|锡|錫)",
    re.IGNORECASE,
)
"""Something is denied, of which it is not clear what it is to the yes beside it."""
INCLUDED = re.compile(
    r"\b(?:included|including|as well|too|no (?:newer|other|further|more) \w+)\b|包括|在内|在內", re.IGNORECASE
)
FRIENDLY = re.compile(
    r"\b(?:hope|thanks?|thx|thank|regards|wish\w*|welcome|greetings|dear|hi|hello|morning|good day|sent from"
    r"|get outlook"
    r"|questions?|anything|hesitate|feel free|let (?:me|us) know|call me|ring me|contact|talk|speak|have a (?:great"
    r"|good|nice)"
    r"|out (?:of (?:the )?office|next|this|on|until)|i'll be out|will be out|(?:be|is|are) closed|holidays?|weekend"
    r"|on (?:vacation|leave)"
    r"|asap|urgent\w*|look(?:ing)? forward|sorry|apolog\w+|takes over|before you print|printing|discussed"
    r"|all (?:parties|changes|of it))\b"
    r"|^\W*(?:please|pls|kindly) (?:\w+ )?(?:issue|send|ship|arrange|continue|book|forward|prepare|print|share|carry"
    r"|mind|note)\b"
    r"|谢|謝|您好|你好|麻烦|麻煩|请(?:安排|执行|放心|尽快|发)|請(?:安排|執行|放心|儘快|發)|如有|顺祝|順祝|祝|辛苦"
    r"|电话|電話|发自|發自",
    re.IGNORECASE,
)
"""What people write around a yes without saying anything of it."""
SAYS_MORE = re.compile(
    r"\b(?:i|we|you|he|she|they|it|this|that|there|who|us|is|are|was|were|be|will|would|can|could|should|must|has"
    r"|have|had|need\w*"
    r"|want\w*|goes|go|ships?)\b|[\u3400-\u9fff]{6}(?!.{0,6}(?:公司|代表处|代表處|办事处|辦事處|部|路|号|號)\W*$)",
    re.IGNORECASE,
)
"""A sentence, and no line of a signature."""
ALL_OF_IT = re.compile(r"\ball of it\b|全部内容|全部內容", re.IGNORECASE)
"""What comes after it explains, and limits nothing."""

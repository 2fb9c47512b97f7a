"""The words by which people say yes, no, perhaps and something else, in English and in Chinese.

Each pattern is looked for in one sentence or clause; what a hit amounts to is decided in `assent`.
"""

import re

YES = re.compile(
    r"^\W*(?:yes|yep|yeah|agreed|approved|accepted|confirmed|confirming|correct|affirmative|sure|absolutely|ok"
    r"|okay)\b"
    r"|^\W*confirm\b"
    r"|\b(?:(?:i|we)(?: \w+)?(?: \w+)?|hereby|herewith|this is to|(?:happy|glad|pleased) to)"
    r" (?:confirm|agree|approve|accept)\b"
    r"|\b(?:confirms|agrees|approves)\b"
    r"|\b(?:confirmed|agreed|approved|in force|valid|applies|applicable|replaces|supersedes|good to go)\b"
    r"|\b(?:is|are|was|that's|it's) (?:\w+ )?(?:correct|right|fine|ok|okay|accepted|acceptable|in order)\b"
    r"|\b(?:go ahead|ok to (?:use|proceed|ship)|no objections?)\b"
    r"|\b(?:please|kindly|you (?:can|may)|(?:can|may) be) (?:now |continue to |still )?"
    r"(?:use|used|using|follow|apply|proceed|start|begin|go by|work (?:with|to|by)|ship (?:under|with|per|as per))\b"
    r"|(?:\b(?:is|remains|stays)|'s) (?:still )?(?:the |our )?(?:\w+ )?(?:current|latest|newest|effective)\b"
    r"|\b(?:our|the) (?:current|latest|newest|valid|applicable) (?:\w+ ){1,3}is\b|^\W*(?:use|follow|apply)\b"
    r"|\bit (?:still )?is\W*$|^\W*(?:right|exactly|indeed|fine (?:with|by) (?:us|me)"
    r"|all (?:correct|fine|clear|in order))\b"
    r"|\bin agreement\b|\ball good\b|\bto be (?:used|followed|applied)\b|\bas (?:the |our )?(?:binding|valid|current"
    r"|confirmed)\b|\bis good(?= for|\W*$)|\b(?:answer is|it'?s a|a clear) yes\b|照做|\b(?:have|as"
    r"|is) our confirmation\b|\bconfirmation (?:is )?(?:given|granted)\b"
    r"|\b(?:shall|must|will|is to|has to) (?:follow|use|apply)\b"
    r"|(?<![请請您待需要否再将將会會未没沒不法能忙烦煩快先等行的])(?:确认|確認)"
    r"|同意|批准|可以|认可|認可|适用|適用|[就]?是(?:这个|這個|该|該)版本|有效(?!期)|生效|无误|無誤"
    r"|[是为為](?:我们的?|我司的?|目前的?|当前的?|當前的?)*(?:最新|现行|現行)"
    r"|(?:请|請)(?:继续|繼續|就)?(?:按|用|使用|采用|採用|遵照|参照|依照)|(?:请|請)(?:继续"
    r"|繼續)(?![^，。；,]{0,4}(?:等|待|确认|確認))|照此|按此|为准|為準"
    r"|没问题|沒問題|没有问题|沒有問題|無問題|无问题|[无無没沒]有?[异異][议議]"
    r"|^\W*(?:是的|对的|對的|正确|正確|没错|沒錯|(?:对|對|是|嗯|行)\W*$)"
    r"|就[按用依]|[按用依](?:这|這|此|该|該)|[按用依][^，。；,]{0,16}(?:即可|就行|就可以|执行|執行|操作|办理|辦理)",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:please|kindly|pls|to|must|should|shall|need(?:s|ed)? to|have to|let (?:me|us)|could|would|asked|ask)"
    r" (?:\w+ )?(?:be )?(?:re-?)?(?:confirm|approve|agree|accept)(?:ed)?\b(?<!happy to confirm)(?<!is to confirm)"
    r"|\b(?:whether|unless|once|until(?! further notice)|as soon as|provided|providing|subject to|pending"
    r"|tb[ca]|might"
    r"|tomorrow|provisional\w*|tentative\w*|verbal\w*|preliminar\w*|in principle"
    r"|(?:word|confirmation|approval) (?:to )?follows?|(?:and|or) no|maybe|perhaps|probably|presumably|not sure"
    r"|unsure|assum\w+|(?:i|we) (?:think|guess|believe|suppose)"
    r"|should be(?! (?:shipped|handled|done|used|followed)\b)"
    r"|supposed to|on condition|as long as|only if|awaiting|waiting)\b"
    r"|\bonly (?:when|if|after|from|as of)\b|\bfrom\b.*\bonly\b|\b(?:(?<!no )problems?"
    r"|unclear"
    r"|let us|let me|(?:to|will|still|must|should) discuss|discussing|whatever|same as|cancellation)\b"
    r"|\b(?:i|we)(?:'ll| will|'m going to| am going to) (?!use|follow|apply|ship|proceed|work)"
    r"|\b(?:need|want|requir\w+|expect)\b.{0,60}\bconfirm\w*|\bconfirmed by you\b|\bconfirm (?:that )?you\b"
    r"|\byour (?:confirmation|approval)\b"
    r"|^\W*(?:please|kindly|pls)\b[^.;,]{0,60}\bconfirm\b|由[^，。；,]{0,8}(?:确认|確認|批准)"
    r"|(?:确认|確認|批准|同意)了?(?:再|才|之后|之後|以后|以後)"
    r"|\bagree to (?!use|the\b|this|it\b|proceed|apply|follow|ship|version)"
    r"|\bif (?!(?:you (?:have|need|require)|there (?:is|are)|any|anything|not mistaken)\b)"
    r"|(?:请|請|麻烦|麻煩|烦请|煩請|帮忙|幫忙|盼|望)[^，。；,]{0,6}(?:确认|確認|批准|同意)"
    r"|(?:待|等|需|须|須)[^，。；,]{0,10}(?:确认|確認|批准|同意)|是否|可否|能否|如果|假如|(?<![a-z])若|除非"
    r"|前提|条件是|條件是|最终|最終|以[^，。；,]{0,12}(?:通知|回复|回覆|答复|答復|决定|決定|意见|意見|批复"
    r"|批復)[^，。；,]{0,3}(?:为准|為準)"
    r"|\bask (?!(?:me|us|if|for)\b)\w|\bfinal (?:ok|okay|word|say|approval|confirmation|decision|go|release|answer)\b"
    r"|\b(?:check|speak|talk|confirm|align) (?:it |this )?(?:to|with) (?-i:[A-Z][a-z])|\b(?:over to|cc'?(?:ing|ed)?"
    r"|copying) (?-i:[A-Z][a-z])"
    r"|\bconfirm\b(?: \w+){0,3} (?:that )?you\b|\bas far as\b"
    r"|\b(?:in ?so ?far as|to the extent|in general|generally|basically|normally|theoretically|more or less|as a rule"
    r"|in (?:my|our) (?:opinion|view))\b"
    r"|(?:转|轉|交由?|让|讓|叫|找)[^，。；,]{0,10}(?:确认|確認)|(?:确认|確認)(?:的?(?:邮件|郵件|函|书|書|信|件)|什么"
    r"|什麼|哪)"
    r"|\bfor (?:now|the time being|the moment|the present)\b|\bat this (?:stage|point|time)\b|\bhopefully\b|暂时"
    r"|暫時|暂且|暫且"
    r"|(?:总部|總部|总公司|總公司|领导|領導|上级|上級|老板|老闆)[^，。；,]{0,6}(?:决定|決定|确定|確定|定|说了算|拍板"
    r"|点头|點頭)"
    r"|如(?:能|无|無|有|需)|可能|应该|應該|大概|也许|也許|(?:确认|確認)(?:一下|[后後]|收到)"
    r"|的话|的話|与否|與否|[去先再][^，。；,]{0,3}(?:确认|確認|问|問)|[问問]+一?[问問]"
    r"|(?:明天|后天|後天|下周|晚点|晚點|回头|回頭|给[你您]|給[你您])[^，。；,]{0,6}(?:确认|確認)",
    re.IGNORECASE,
)
HEARSAY = re.compile(
    r"\bthank(?:s| you)(?: \w+)? for (?:confirming|agreeing|approving|(?:your|the) (?:confirmation|approval))\b|"
    r"\b(?:nobody|no one|you (?:wrote|said|asked|told|say|write|mention)\w*|(?<!we )(?<!i )(?:says|said|claims?|told)"
    r"|verify|double-?check)\b|^\W*who\b|\bget\b.{0,40}\bconfirmed\b|(?:核实|核實|核对|核對)(?!完|过|過|无误|無誤)",
    re.IGNORECASE,
)
GOES_BY = re.compile(
    r"\b(?:ship|shipped|handled|done|work|book|booked|go|goes) (?:under|according to|as per|to|with|by"
    r"|in line with)\b"
    r"|\b(?:governs|stands|prevails|is (?:on|under)(?! (?:revision|review|hold|discussion)))\b|(?:正确|正確)\W*$",
    re.IGNORECASE,
)
"""A yes where the version is named."""
SOMETHING_NEW = re.compile(
    r"(?-i:\b[Nn]ew\b(?! [A-Z]))|\b(?:newer|revised|amended|updated|another|annex|appendix|addendum|supplement)\b"
    r"|(?<!最)新(?:版|的)",
    re.IGNORECASE,
)
RECEIPT = re.compile(
    r"\b(?:i|we)(?: have|'ve| had| also| already| do| did| am| are|'m|'re)* (?:got|received?|saw|seen|know|knew"
    r"|notice[d]?"
    r"|read|heard|aware|remember|understand)\b|\bconfirm(?:ed|ing)? (?:the |safe )?receipt|[我们們方司也已]+(?:收到"
    r"|看到|知道|见过|見過)",
    re.IGNORECASE,
)
WORD_OF_YES = re.compile(
    r"^\W*(?:yes|yep|yeah|agreed|approved|accepted|confirmed|confirm|correct|affirmative|sure|absolutely|ok"
    r"|okay|right"
    r"|exactly|indeed|fine|是的?|对的?|對的?|好的?|嗯+|行|可以的?|同意|没错|沒錯|确认|確認)\W*$",
    re.IGNORECASE,
)
RUNS_ON = re.compile(
    r"^(\W*(?:yes|yep|yeah|ok|okay|sure|right|indeed|correct|agreed))\s+(?!(?:to|with|for|on|by|from|as"
    r"|version)\b)(?=[a-z])",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"^\W*(?:$|please\W*$|pls\W*$|收到|[A-Z]{0,5}[-\s]?\d[\w./-]*\W*$|(?:many )?thanks?\b|thank you|regards"
    r"|best|kind regards|cheers|as (?:discussed|usual|always|agreed|before|per)|all (?:parties|of it)"
    r"|without (?:any )?changes?|no (?:other |further )?changes?|(?:i|we) do\b"
    r"|(?:please|pls|kindly) (?:issue|send|ship|arrange|note|carry|continue|go|forward|book|let (?:me|us) have)\b"
    r"|谢谢|謝謝|请(?:安排|执行|放心|尽快|发)|請(?:安排|執行|放心|儘快|發)|如有|麻烦|其他不变|其他不變)"
    r"|^\W*(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)\W*$",
    re.IGNORECASE,
)
"""What may stand beside a bare yes without telling what the yes is to."""
USE_OF = re.compile(
    r"\b(?:attached|enclosed)\b|附件"
    r"|\b(?:use|follow|apply) (?!(?:it|this|that|these|them|the (?:above|latest|current|same|version|one)"
    r"|accordingly)\b)\w"
    r"|\bgo ahead (?:and|to) (?!(?:use|ship|follow|apply|proceed)\b)\w"
    r"|\bproceed with (?!(?:it|this|that|the (?:order|shipment|above|version)|our order|order|po)\b)"
    r"|(?:请|請)(?:继续|繼續|就)?(?:按|用|使用|采用|採用|遵照|参照|依照)(?![^，。；,]{0,6}(?:这|這|此|该|該"
    r"|上述|最新|现行|現行))",
    re.IGNORECASE,
)
"""What is to be used is named, and is not what was asked about."""
GLAD = re.compile(
    r"\b(?:(?:happy|glad|pleased|is|like|wish) to|please note that (?:i|we)) (?:confirm|agree)\b", re.IGNORECASE
)
QUESTION = re.compile(
    r"[?？]\W*$|[吗嗎呢](?:[。.！!]|$)"
    r"|^\W*(?:can|could|would|will|do|does|did|is|are|was|were|has|have|had|should|shall|may) (?!not\b)\w"
    r"|^\W*(?:which|what|when|why|how|who) (?:\w+ ){0,4}"
    r"(?:confirm|valid|in force)\b",
    re.IGNORECASE,
)
ANOTHER_MATTER = re.compile(
    r"\b(?:draft|b/?l|bills? of lading|waybill|booking|payment|invoice|receipt|quantit\w+|price|rate|vessel"
    r"|sailing|etd"
    r"|eta|cut-?off|appointment|meeting|call|delivery date|cargo|goods|packing|samples?|e-?mail|message|attendance)\b"
    r"|草稿|提单|提單|付款|发票|發票|订舱|訂艙|船期|数量|數量|价格|價格|交期|会议|會議|货物|貨物|船名",
    re.IGNORECASE,
)
THE_MATTER = re.compile(
    r"\b(?:versions?|instructions?|routing|guide|procedure|sop|manual)\b|版本|指示|指引|指令|手册|手冊|程序",
    re.IGNORECASE,
)
NO = re.compile(
    r"[:;–—]\s*no\b\s*[,.!]|"
    r"\b(?:have|has|had|got|is|'s|was) no (?!object|problem|issue|further|other|more|change|comment|newer|question"
    r"|doubt|concern|remark|trans-?ship|difference|need|later|reason)\w+|\bno \w+ yet\b|"
    r"\bno (?:to|for|on)\b|[,;:/–—-]\s*(?:no|nein|nope)\W*$|\b(?:no|not)\W*$|\bnothing\b.{0,20}\b(?:confirmed"
    r"|approved|agreed)\b|不用了|不需要|不必"
    r"|\bneither\b.{0,60}\bnor\b|^\W*(?:no(?!\s*\.?\s*\d)|nope)\b"
    r"(?!\s*(?:changes?|problems?|objections?|further|others?|newer|need|worries|issues?|comments?)\b)"
    r"|\b(?:not|never|cannot|can't|won't|don't|doesn't|isn't|aren't|hasn't|haven't|wasn't|unable to"
    r"|refuse to|decline to|neither)\s+(?!hesitate\b|only\b)(?:\w+\s+){0,3}?"
    r"(?:confirm|agree|approv|accept|us(?:e|ed|ing)\b|appl|follow|proceed|go ahead|ship|in force|valid|correct"
    r"|right\b"
    r"|current|latest|the latest|ok\b|okay|effective|authori[sz]ed)"
    r"|\b(?:(?:is|are|was|does|do|has|have) not|isn't|aren't|doesn't)(?=\W*(?:$|[,;]))"
    r"|\bno longer\b|\b(?:obsolete|superseded|outdated|withdrawn|void|invalid|revoked|rejected?|cancell?ed"
    r"|replaced by"
    r"|unconfirmed|disagree|declined?|incorrect)\b"
    r"|\b(?:please |kindly )(?:wait|hold)\b|\b(?:wait (?:for|until)|hold (?:on|off)|not yet|on hold|pending"
    r"|to be confirmed|tbc|under review|being reviewed|still (?:checking|reviewing|open))\b"
    r"|\b(?:will|'ll|shall|let (?:me|us)|need to|have to|must|going to|want to|would like to) (?:\w+ )?"
    r"(?:confirm|revert|come back|get back|check|verify|discuss|review)\b"
    r"|[不未没沒勿别別](?:能|予|可|要|再|有|是|会|會|用|得|应|應|被|曾|经|經)?"
    r"(?:确认|確認|同意|使用|采用|採用|有效|批准|接受|认可|認可|适用|適用|正确|正確|可以|最新|现行|現行|生效|按"
    r"|执行|執行)"
    r"|(?:确认|確認)不|不是[这這该該]|不可以?(?!或缺)|不行|不对|不對|尚未|还没|還沒|无法|無法|作废|作廢|停用"
    r"|失效|取消|拒绝|拒絕"
    r"|暂缓|暫緩|暂停|暫停|暂不|暫不|稍后|稍後|待(?:定|确认|確認|核)|(?:将|將|会|會|再)[^，。；,]{0,4}(?:确认"
    r"|確認|回复|回復|答复|答復)"
    r"|(?:旧|舊)版|撤回|撤销|撤銷|收回|核对后|核對後|(?:核实|核實)(?!完|过|過|无误|無誤)|审核|審核|先不|等通知"
    r"|问一下|問一下|再说|再說"
    r"|有误|有誤|错误|錯誤",
    re.IGNORECASE,
)
DOUBT = re.compile(
    r"\b(?:cancel|(?:hold|change|cancel) (?:it|this|that)|it (?:has |was |is )?(?:been )?(?:replaced|changed)"
    r"|an?(?:other)? newer? (?:one|version|guide|procedure)|by mistake|mistaken(?:ly)?|in error|disregard"
    r"|ignore|withdraw\w*|revoke\w*|retract\w*|recall|wrong"
    r"|stop (?:using|work)|object(?:s|ed)? to|expired?|another customer|other customers|different|decide[ds]?"
    r"|let you know|ask my)\b"
    r"|(?:will|to|shall) be (?:advised|announced|informed|clarified|decided|communicated)\b|\bwill advise\b"
    r"|(?<!one )\b(?:to|will) follow\W*$|\b(?:stand ?by|tb[acd]|(?:under|in) (?:discussion|consideration"
    r"|investigation|clarification|negotiation|process))\b"
    r"|\b(?:leave|left|up) (?:\w+ ){0,2}to (?-i:[A-Z][a-z])"
    r"|讨论|討論|研究|商量|商议|商議|考虑|考慮|再议|再議|尚在|还在|還在|仍在|另行|再通知|随后|隨後|稍后|稍後",
    re.IGNORECASE,
)
"""Said of a draft or a vessel, it says nothing of the version; nor does what is next."""
OPEN_YET = re.compile(r"not yet|pending|tbc|to be|review", re.IGNORECASE)
OF_PORTS = re.compile(
    r"\W*(?:any |the |a |further |other )*(?:trans-?shipments?|t/s|via|routing via|ports?\b|calls? at"
    r"|surcharges?|charges|liability|delays?|partial|substitut\w+|costs?)"
    r"|\W*(?:任何)?(?:在|经|經|于|於)?[^，。；,]{0,8}(?:中转|中轉|转运|轉運|费用|費用|延误)",
    re.IGNORECASE,
)
NOTED = re.compile(r"\b(?:noted|received|acknowledged?|understood|got it)\b|收到|知悉|了解|明白", re.IGNORECASE)
BUT = re.compile(
    r"\b(?:but|except|however|apart from|other than"
    r"|with the (?:following )?(?:exception|change|correction|amendment)s?"
    r"|with (?:one|two|some|a few) (?:change|correction|amendment)s?|with (?:comment|remark|reservation"
    r"|condition)s?)\b"
    r"|(?<!不)但是?|不过|不過|除了|只是(?!要)",
    re.IGNORECASE,
)
AUTOMATIC = re.compile(
    r"\b(?:out of (?:the )?office|automatic reply|auto-?reply|autoreply|undeliverable|delivery (?:has )?failed"
    r"|delivery status notification|read receipt|annual leave|on (?:vacation|holiday|leave))\b"
    r"|\bthis is an auto(?:matic|mated|-generated)|\bdo not reply to this|\bticket (?:no\.? ?|number )?\W{0,2}\w*\d{3}"
    r"|^(?:read|accepted|declined|tentative|gelesen|undelivered)\s*:|abwesenheit|nicht im (?:b(?:ü|ue)ro|haus)"
    r"|自动回复|自動回覆|自動回復|休假|不在办公室|不在辦公室|已读回执|退信",
    re.IGNORECASE,
)

"""A message is taken at its word: what does not confirm is never stored as such, and a plain yes is not refused."""

from datetime import date

import pytest

from docvalidate.model import Evidence, Policy, WordRefused
from docvalidate.readers._testimony import evidence_of
from docvalidate.registry.mentions import Asked, label_in
from docvalidate.registry.testimony import testimony as taken
from docvalidate.registry.weighing import weighed
from docvalidate.wording import phrase
from tests.registries import BY, FOUNDING, a_mail
from tests.versions_builders import a_version

VERSION = a_version("2016-08", "2016-08-20", supersedes="2014-03")
OTHERS = ("2014-03", "2017-01")
FOR_ORDER, STANDING = Asked(VERSION, "PO-44718", OTHERS), Asked(VERSION, None, OTHERS)
QUESTION = "For PO-44718 we work by version 2016-08 of your shipping procedure. Please confirm."
POLICY = Policy(customer="HARBORLINE", domains=("harborline.example",))


def grade(mail: Evidence, asked: Asked = FOR_ORDER) -> str:
    """How plainly a message confirms."""
    return weighed(asked, mail)[0]


NAMED = [
    "PO-44718: version 2016-08 is confirmed.",
    "We confirm that version 2016-08 is in force for PO-44718.",
    "We hereby confirm PO-44718 under version 2016-08.",
    "This is to confirm that 2016-08 applies to PO 44718.",
    "Please use version 2016-08 for PO-44718.",
    "Please use 2016-08, not 2014-03, for PO-44718.",
    "Please use 2016-08 for PO-44718 and do not use 2014-03 any more.",
    "Please do not use the old version any more. For PO-44718 use 2016-08, it is the current version.",
    "PO-44718 and PO-44719 are confirmed with 2016-08.",
    "PO-44717, PO-44718, PO-44719 are confirmed: 2016-08.",
    "PO-44718、PO-44719确认按2016-08执行。",
    "Please ship the goods of PO-44718, you can use 2016-08 for the booking.",
    "2014-03 is obsolete. PO-44718: 2016-08 is valid.",
    "2014-03 is superseded by 2016-08, which is in force. This goes for PO-44718 too.",
    "Version 2016-08 replaces 2014-03 and applies to PO-44718.",
    "Yes, PO-44718 is on version 2016-08. Please do not hesitate to contact us.",
    "Yes. PO-44718, 2016-08.\n\nIf you have any questions, call me.\n\nBest regards\nJo",
    "PO-44718 confirmed, 2016-08.\nThanks\nJo Doe\nHarborline Imports LLC",
    "Dear team,\nfor our order PO-44718 the vendor shipping procedure of version\n2016-08 is the latest one.\nRegards",
    "We confirm version 2016-08 for PO-44718. We do not accept transshipment via New York.",
    "I can confirm that PO-44718 goes by version 2016-08.",
    "Happy to confirm 2016-08 for PO-44718!",
    "No objections, PO-44718 may be shipped as per 2016-08.",
    "No problem: PO-44718 is confirmed with version 2016-08.",
    "Do not ship PO-44720 yet. PO-44718 with 2016-08 is confirmed.",
    "The draft for PO-44718 is wrong, please correct it. Version 2016-08 is in force.",
    "Confirmed until further notice: 2016-08, for PO-44718 as well.",
    "Approved: 2016-08 for PO-44718.\n\nThis e-mail is confidential. Unauthorised use is not valid.",
    "PO-44718 确认按2016-08版本执行。",
    "PO-44718：2016-08版本有效，请按此安排。",
    "我司确认 PO-44718 使用 2016-08 版本。",
    "PO-44718 请按2016-08执行，谢谢。",
    "是的，PO-44718以2016-08为准。",
    "旧版作废，PO-44718请用2016-08。",
    "2014-03已失效，PO-44718请使用2016-08版本。",
    "PO-44718 可以，2016-08是最新版本，没问题。",
    "确认PO-44718用2016-08，而不是2014-03。",
    "PO-44718：2016-08，確認無誤。",
    "特此确认：2016-08为现行版本，PO-44718适用。不接受在纽约中转。",
]
ANSWERED = [
    "Yes.",
    "Yes, confirmed.",
    "Confirmed, thanks!",
    "Ok to proceed.",
    "Agreed. Regards, Jo",
    "We confirm.",
    "Yes, please issue the bill of lading accordingly.",
    "That is correct.",
    "Please proceed.",
    "Yes that's fine",
    "Confirm.",
    "确认。",
    "同意，谢谢",
    "可以的",
    "没问题",
    "好的，确认",
    "是的",
    "无误，请安排",
]
IN_ANSWER = [
    "Hi Li,\nYes - please go with 2016-08 for PO-44718.\nBr, Jo",
    "Dear all, PO-44718 will ship under 2016-08, this is confirmed from our side.",
    "Confirmed: 2016-08.\n\nSent from my iPhone",
    "Yes we do confirm.",
    "Yes, that is right.",
    "You may proceed with 2016-08 on PO-44718.",
    "We are fine with 2016-08 for PO-44718.",
    "2016-08 is ok for PO-44718.",
    "2016-08 it is.",
    "All good, please go ahead.",
    "Yes 2016-08",
    "Correct, 2016-08",
    "yes pls",
    "Approved!",
    "OK confirmed",
    "ok, 2016-08 for po 44718",
    "We hereby approve use of version 2016-08 for PO-44718.",
    "I confirm version 2016-08 is the one to follow for PO-44718.",
    "Kindly proceed as per version 2016-08 for PO-44718.",
    "The latest version is 2016-08, please follow it for PO-44718.",
    "Our current procedure is 2016-08. Use it for PO-44718 please.",
    "您好，PO-44718按2016-08版本操作，确认。",
    "可以，按2016-08来",
    "确认，按这个版本走",
    "已确认",
    "我方确认2016-08有效",
    "OK，没问题",
    "对，用2016-08",
    "确认无误，请按此出提单",
    "好的，同意",
    "PO-44718 用最新版2016-08即可",
    "嗯，按2016-08。",
    "是，2016-08。",
    "Confirmed. Please send the draft B/L when ready.",
    "Yes, confirmed. The vessel is not yet fixed.",
    "Yes, this remains valid.",
    "We confirm, no changes.",
    "Yes, no change to the procedure.",
    "Hello Li Na,\n\nthank you for asking. Yes, PO-44718 follows our August procedure (2016-08).\n\nKind regards\nAnn",
    "Yes, 2016-08 is what we want.",
    "That's right, thanks.",
    "Version confirmed.",
    "2016-08 confirmed, many thanks for checking.",
    "Right.",
    "Exactly.",
    "Indeed, PO-44718 is under 2016-08.",
    "Perfect, go ahead.",
    "We accept.",
    "We are in agreement.",
    "Fine with us.",
    "OK for 2016-08.",
    "Affirmative",
    "All correct.",
    "Everything is in order, please proceed with PO-44718.",
    "Confirmation given for PO-44718, version 2016-08.",
    "Please treat this as our confirmation that 2016-08 applies to PO-44718.",
    "You have our confirmation for 2016-08.",
    "Yes. I'll be out of the office next week, Ann takes over.",
    "Our order PO-44718 shall follow version 2016-08.",
    "I confirm",
    "confirmed by Harborline: PO-44718 / 2016-08",
    "PO-44718 -> 2016-08, ok",
    "Yes, please use 2016-08. The old procedure of 2014 is not valid any more.",
    "We confirm that the 2014-03 procedure is withdrawn and 2016-08 applies to PO-44718.",
    "Yes, without any changes.",
    "请按2016-08版做",
    "嗯嗯，可以",
    "没错，就是2016-08",
    "是这个版本",
    "收到，同意",
    "确认有效，请执行",
    "以2016-08为准，2014-03不再使用",
    "对的，请按新版2016-08操作",
    "PO-44718适用2016-08",
    "我司同意PO-44718按2016-08执行，之前的版本不再有效。",
    "Good day Lin,\nPlease go ahead using 2016-08 on PO-44718.\nDana",
    "PO-44718 should be shipped according to procedure 2016-08, which replaced 2014-03.",
    "Hi, that's the right version.",
    "Yes it is still in force.",
    "Thanks for checking, 2016-08 is the right one for PO-44718.",
    "For PO-44718 work to 2016-08.",
    "We want PO-44718 handled under the 2016-08 procedure. Thank you.",
    "The 2016-08 procedure governs PO-44718.",
    "Hello, correct.",
    "Confirmed! Talk soon",
    "Yes, kindly proceed on that basis.",
    "I approve.",
    "PO-44718 – 2016-08 – approved. If anything is unclear, ring me.",
    "Confirmed as discussed on the phone.",
    "Yes, all parties as per 2016-08.",
    "No changes on our side, 2016-08 stands for PO-44718.",
    "请放心，PO-44718就按2016-08",
    "就按2016-08执行",
    "PO-44718 版本2016-08正确",
    "是最新的，请执行",
    "好的，就用2016-08",
    "确认，谢谢！如有问题请联系我。",
    "同意按2016-08出货",
    "yes confirmed. pls send draft asap",
    "This version is valid, please go on.",
    "Morning Lin, all good from our end - 2016-08 is the version to be used on PO-44718.",
    "Hi, I can confirm that. Best, Dana",
    "Dear Lin, we confirm receipt of your mail and confirm version 2016-08 for PO-44718.",
    "The version in force is 2016-08. Thank you for checking first.",
    "Your understanding is correct.",
    "Confirmed.\n\nLi Na\nHarborline (Ningbo) Co., Ltd.\nNo. 88 Renmin Road, Ningbo",
    "Yes, 2016-08.\n-- \nHold & Wait Ltd\nNot a printer? No!",
    "Confirmed, Rev. 2016-08 for PO. 44718.",
    "You are right, please carry on.",
    "2016-08 is what applies.",
    "It's the 2016-08 procedure, yes.",
    "Yes indeed! 2016-08.",
    "Hereby approved. D. Whitlock",
    "Please treat 2016-08 as binding for PO-44718.",
    "ok with 2016-08",
    "Agreed on 2016-08 for PO-44718.",
    "Lin,\n\nconfirmed.\n\nDana Whitlock\nTel +1 410 555 0134\n\nThis e-mail is confidential.",
    "版本2016-08没有变化，PO-44718照做",
    "对，2016-08是现行版本",
    "确认使用2016-08，其他不变",
    "没有异议，按2016-08",
    "可以按2016-08走货",
    "收到，确认PO-44718按2016-08",
    "PO-44718按2016-08，谢谢确认",
]
"""In answer to our question they are plain."""
NOTED = [
    "Noted, thanks.",
    "Ok.",
    "Received with thanks.",
    "Well noted",
    "收到，谢谢。",
    "知悉",
    "好的。",
    "We acknowledged.",
    "Yes we have received your request.",
]
NO = [
    "No.",
    "No, PO-44718 is not under 2016-08.",
    "We do not confirm version 2016-08.",
    "We cannot confirm PO-44718.",
    "We can't yet confirm 2016-08 for PO-44718.",
    "Please do not use version 2016-08 for PO-44718.",
    "Please use 2014-03, not 2016-08, for PO-44718.",
    "Use 2014-03 instead of 2016-08 for PO-44718, confirmed.",
    "Please use 2014-03 for PO-44718 and 2016-08 for PO-44719.",
    "2016-08 was replaced by 2017-01. PO-44718 is confirmed.",
    "2016-08 is superseded by 2017-01, please use it for PO-44718.",
    "2016-08 is no longer valid. Yes, PO-44718.",
    "2017-01 replaces 2016-08 and applies to PO-44718.",
    "Thanks. We will confirm PO-44718 tomorrow.",
    "Thank you, I'll check with my team and revert.",
    "Let me check. PO-44718, 2016-08, noted.",
    "PO-44718 is pending. 2016-08 is noted.",
    "PO-44718: version 2016-08 to be confirmed.",
    "Please hold PO-44718. 2016-08 is in force.",
    "We confirm PO-44718 with 2016-08, but the notify party has to be changed to Marsh Co.",
    "We confirm 2016-08 for PO-44718. However, the consignee is another one.",
    "Confirmed with the following changes: PO-44718 goes to Boston, 2016-08.",
    "Yes, PO-44718 by 2016-08 except for the consignee.",
    "If the consignee is updated we confirm 2016-08 for PO-44718.",
    "Subject to our buyer's approval, 2016-08 is confirmed for PO-44718.",
    "2016-08 should be valid for PO-44718, I think.",
    "Please confirm that PO-44718 goes by version 2016-08.",
    "Could you confirm 2016-08 for PO-44718?",
    "Is version 2016-08 in force for PO-44718?",
    "Which version is it for PO-44718, 2016-08 or 2014-03?",
    "Thanks. Which version do you mean?",
    "Noted. Do you have 2016-08 for PO-44718?",
    "Kindly let us have your confirmation.",
    "PO-44719 is confirmed with version 2016-08.",
    "Please use version 2014-03 for PO-44718.",
    "PO-44718: 2014-03 is in force.",
    "Thank you for your message.",
    "Thanks!",
    "See attached.",
    "",
    "We confirm receipt of your e-mail.",
    "The booking of PO-44718 is confirmed.",
    "The draft of PO-44718 is approved.",
    "Payment for PO-44718 is confirmed.",
    "We do not\nconfirm.",
    "We will\nconfirm.",
    "Please\nconfirm.",
    "I am out of office until Monday. Thank you, received.",
    "We have not received 2016-08 and cannot accept PO-44718.",
    "PO-44719 is confirmed, PO-44718 is not. 2016-08",
    "PO-44718 on hold\nPO-44719 confirmed\n2016-08",
    "PO-44719 ok 2016-08, please hold PO-44718",
    "PO-44719已确认2016-08，不确认PO-44718。",
    "PO-44718: 2014-03, PO-44719: 2016-08, confirmed",
    "Never agreed to 2016-08 for PO-44718.",
    "Version 2016-08 for PO-44718 is incorrect.",
    "PO-44718 under 2016-08 is cancelled.",
    "请确认PO-44718是否使用2016-08。",
    "请确认。",
    "麻烦确认一下PO-44718的版本2016-08",
    "PO-44718不确认。",
    "2016-08不能用于PO-44718，暂不确认。",
    "PO-44718 待确认，2016-08收到。",
    "我们会尽快确认2016-08。",
    "稍后回复。",
    "等客户确认后再通知，PO-44718，2016-08。",
    "PO-44718请按2014-03执行。",
    "PO-44718请用2014-03，不要用2016-08。",
    "2016-08已作废。",
    "2016-08可以用于PO-44718吗？",
    "PO-44718确认，但是收货人要改，2016-08。",
    "如果收货人更新了，我们确认2016-08用于PO-44718。",
    "不同意。",
    "不可以。",
    "PO-44718已被取消。",
    "谢谢！",
    "请提供最新的版本。",
    "2016-08 无效，PO-44718。",
    "PO-44719 确认，2016-08。",
    "We have not decided yet about PO-44718 and 2016-08.",
    "PO-44718: I need to ask my boss.",
    "Will let you know on PO-44718.",
    "Not confirmed.",
    "Nope",
    "I disagree with 2016-08 for PO-44718.",
    "We object to 2016-08 on PO-44718.",
    "Please use the attached new version for PO-44718.",
    "Please use 2017-01.",
    "The consignee in 2016-08 is wrong for PO-44718.",
    "Version 2016-08 for PO-44718 is under revision.",
    "Please stop using 2016-08.",
    "Hold PO-44718.",
    "PO-44718 was not confirmed by us.",
    "Please wait with PO-44718.",
    "It was confirmed by mistake: PO-44718, 2016-08.",
    "Please disregard 2016-08 for PO-44718, confirmed in error.",
    "Please ignore my earlier confirmation of PO-44718.",
    "We withdraw our confirmation of 2016-08 for PO-44718.",
    "We revoke our approval for PO-44718.",
    "2016-08 expired, PO-44718.",
    "Did you get our confirmation for PO-44718 2016-08?",
    "You asked whether 2016-08 is valid for PO-44718.",
    "We have been asked to confirm 2016-08 for PO-44718.",
    "Our agent says 2016-08 applies to PO-44718, please verify.",
    "I cannot say whether 2016-08 applies to PO-44718.",
    "You wrote that PO-44718 is confirmed under 2016-08. That is wrong.",
    "2016-08 applies to other customers, PO-44718 is different.",
    "This does not apply to PO-44718. 2016-08",
    "Nobody confirmed 2016-08 for PO-44718.",
    "Who confirmed 2016-08 for PO-44718",
    "We never approved PO-44718",
    "PO-44718: awaiting confirmation from buyer 2016-08",
    "Without our confirmation do not ship PO-44718 2016-08.",
    "Please get 2016-08 confirmed for PO-44718.",
    "PO-44718先不要做，等通知",
    "2016-08还在审核，PO-44718",
    "PO-44718请暂停",
    "这个版本有误，2016-08",
    "2016-08不对",
    "不",
    "不是2016-08",
    "请核实PO-44718",
    "还没定",
    "我问一下再说",
    "收到，我核对后回复",
    "请按新版执行",
    "PO-44718以附件为准",
    "2016-08版本已被2017-01取代",
    "之前确认的2016-08有误，PO-44718请勿使用",
    "尚待确认",
    "PO-44718 无需按2016-08",
    "谁确认的2016-08？",
    "请撤回PO-44718的确认",
    "我没有确认过2016-08",
    "客户还没有同意2016-08",
    "能不能用2016-08",
    "We're still discussing 2016-08 for PO-44718.",
    "Who is your contact for PO-44718?",
    "Please send me 2016-08 for PO-44718.",
    "Please find attached 2016-08 for PO-44718.",
    "FYI 2016-08 / PO-44718",
    "Version 2016-08 for PO-44718 looks strange.",
    "Sorry, PO-44718 belongs to another entity. 2016-08",
    "I don't know about 2016-08 and PO-44718.",
    "This is Ann's order, PO-44718. She will answer.",
    "Please call me about PO-44718 and 2016-08, confirmed?",
    "We would confirm 2016-08 for PO-44718 only when the fee is waived.",
    "Confirm you have received 2016-08 for PO-44718.",
    "Once you send the draft, PO-44718 2016-08 is approved.",
    "PO-44718: please do NOT follow 2016-08!",
    "2016-08 isn't applicable to PO-44718.",
    "2016-08 doesn't apply to PO-44718.",
    "Neither 2014-03 nor 2016-08 is valid for PO-44718.",
    "We are not able to confirm PO-44718.",
    "We're unable to agree.",
    "Don't use it.",
    "We did not approve this.",
    "We haven't approved 2016-08.",
    "Approval is missing for 2016-08 PO-44718.",
    "Your request is rejected.",
    "2016-08 is valid from 2017 only. PO-44718 no.",
    "Please correct: PO-44718 is not 2016-08.",
    "PO-44718 is 2014-03 not 2016-08, confirmed.",
    "I will not confirm.",
    "Yes to PO-44719, no to PO-44718. 2016-08",
    "Yes but not for PO-44718.",
    "Yes for all orders other than PO-44718: 2016-08.",
    "All orders except PO-44718 are confirmed under 2016-08.",
    "Please use whatever you used before for PO-44718.",
    "Please follow the same as last order for PO-44718.",
    "Please use the 2014 procedure for PO-44718.",
    "Approved by whom? PO-44718 2016-08",
    "Please proceed with cancellation of PO-44718.",
    "We agree to discuss 2016-08 for PO-44718.",
    "I agree it is unclear, PO-44718 2016-08.",
    "Yes, there is a problem with 2016-08 on PO-44718.",
    "Yes, I got your mail about PO-44718.",
    "Yes, let us talk about 2016-08.",
    "OK, I will ask.",
    "Ok, I'll look into it.",
    "Sure, I will check.",
    "Correct me if I am wrong, is PO-44718 2016-08",
    "It is not correct to use 2016-08.",
    "不确定",
    "不清楚",
    "2016-08好像有问题",
    "这单不用2016-08",
    "好的，我去确认",
    "好的，我问问",
    "PO-44718取消了",
    "PO-44718还是用老版本",
    "不是这个版本",
    "可以的话请提供2016-08",
    "同意与否明天答复",
    "请不要按2016-08执行",
    "勿用2016-08",
    "此单暂不适用2016-08",
    "PO-44718除外，其他订单确认2016-08",
    "除PO-44718外均确认",
    "2016-08是错的",
    "PO-44718 is not affected by 2016-08.",
    "I'm afraid 2016-08 came too late for PO-44718.",
    "2016-08 came after PO-44718 was placed, so 2014-03.",
    "PO-44718 goes by the 2014 edition.",
    "PO-44718 stays on 2014-03 although 2016-08 is in force.",
    "2016-08 is in force, but PO-44718 stays on 2014-03.",
    "2016-08 starts with the next order, not with PO-44718.",
    "Use 2014-03 for this one. 2016-08 is valid for later orders.",
    "Please change the notify party of PO-44718 in 2016-08.",
    "Please cancel PO-44718.",
    "PO-44718 has been moved to another supplier.",
    "We reject.",
    "Stop PO-44718.",
    "Not valid!",
    "No longer in use.",
    "I have no idea.",
    "Maybe.",
    "Probably yes.",
    "I guess so.",
    "Yes?",
    "Why do you ask? 2016-08 PO-44718",
    "Ask Dana about PO-44718.",
    "Dana will confirm PO-44718.",
    "Dana has to approve 2016-08 first, PO-44718.",
    "Waiting for Dana on PO-44718 / 2016-08.",
    "Confirmation follows for PO-44718, 2016-08.",
    "You will get the confirmation for PO-44718 tomorrow.",
    "To be on the safe side please do not ship PO-44718 yet.",
    "The 2016-08 procedure has an error in the consignee.",
    "2016-08 needs to be revised.",
    "We'll send a new version for PO-44718.",
    "A newer version than 2016-08 follows.",
    "2016-08 confirmed for PO-44719 and PO-44720 only.",
    "Everything confirmed other than the routing of 2016-08 for PO-44718.",
    "Please see my comments on 2016-08 for PO-44718: the consignee is to be amended.",
    "Approved, with comments: consignee changes. PO-44718",
    "Delivered: PO-44718 2016-08",
    "Message read: PO-44718",
    "PO-44718按旧的做",
    "2016-08从下一单开始用，PO-44718还是2014-03",
    "这单除外",
    "2016-08需要修改",
    "收货人错了",
    "我不确定是不是2016-08",
    "应该是2016-08吧",
    "大概可以",
    "等我消息",
    "明天给你确认",
    "PO-44718不在2016-08范围内",
    "确认不了",
    "没法确认",
    "PO-44718先按2014-03，2016-08以后再用",
    "暂时不要用2016-08",
    "2016-08已经过期",
    "请用新的版本",
    "是2014-03",
    "PO-44718停止执行2016-08",
    "I have forwarded your question on PO-44718 / 2016-08 to purchasing.",
    "Purchasing must sign off 2016-08 before PO-44718.",
    "PO-44718: see my mail of yesterday, not 2016-08.",
    "Nothing is confirmed for PO-44718.",
    "We have yet to confirm 2016-08 for PO-44718.",
    "2016-08 may be applied to PO-44718 once approved.",
    "Can't say yes to 2016-08 on PO-44718.",
    "Please advise if 2016-08 is valid for PO-44718.",
    "Please let me know whether PO-44718 can use 2016-08.",
    "Would 2016-08 be applicable to PO-44718",
    "I need 2016-08 for PO-44718 confirmed by you.",
    "Has PO-44718 been confirmed with 2016-08",
    "Your confirmation of 2016-08 for PO-44718 is required.",
    "Kindly acknowledge and confirm 2016-08.",
    "Do confirm 2016-08 for PO-44718.",
    "It seems 2016-08 is valid for PO-44718, but let Dana say so.",
    "Unless I hear otherwise by Friday, 2016-08 is ok for PO-44718.",
    "Is it ok to use 2016-08 for PO-44718",
    "No one here knows 2016-08; PO-44718 is new to me.",
    "Except for PO-44718 all orders are on 2016-08.",
    "We are revising 2016-08; PO-44718 must wait.",
    "Delay PO-44718.",
    "2016-08 was never issued by us. PO-44718?",
    "This is not our document: 2016-08, PO-44718.",
    "That version is fake.",
    "We don't recognise 2016-08.",
    "2016-08 does not exist.",
    "I confirm that 2016-08 is wrong for PO-44718.",
    "We confirm that 2016-08 is not to be applied to PO-44718.",
    "I confirm PO-44718 is cancelled.",
    "We confirm the cancellation of PO-44718, 2016-08.",
    "Yes, cancel it.",
    "Yes, hold it.",
    "Yes, it is obsolete.",
    "Yes, it was replaced.",
    "Yes, it changed.",
    "Yes, there is a newer one.",
    "Yes, we have a new version.",
    "Yes, but wait.",
    "Right, that is the old one.",
    "Correct, it's outdated.",
    "Correct - not valid any more.",
    "Agreed, let's change it.",
    "Ok, then use the 2014 one.",
    "Fine, but 2017-01 is coming.",
    "Sure, when the new guide is out.",
    "Absolutely not.",
    "Confirmed: do not use 2016-08.",
    "Approved is only 2014-03.",
    "是的，已经作废",
    "对，不用了",
    "好的，改用2017-01",
    "是旧的",
    "确认作废",
    "确认取消",
    "已确认不适用",
    "PO-44718由采购确认",
    "请采购确认2016-08",
    "还需要领导批准2016-08",
    "领导批准了再用2016-08",
    "可以不用2016-08",
    "2016-08可以，但PO-44718不行",
    "不一定",
    "看情况",
    "以后再说",
    "2016-08不是我们的",
    "没有这个版本",
    "我不同意PO-44718",
    "请以2017-01为准",
    "确认收到您的邮件",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_plain_yes_that_names_the_order_and_the_version_counts(text: str) -> None:
    assert grade(a_mail(text)) == "named"


@pytest.mark.parametrize(
    "text", ["PO-44718 confirmed.", "Yes. PO-44718.\n\nIf you have any questions, call me.", "Yes"]
)
def test_a_yes_to_an_order_is_one_to_the_version_only_if_that_was_asked(text: str) -> None:
    assert grade(a_mail(text, subject="RE: PO-44718")) == "noted"
    assert grade(a_mail(text, quoted="PO-44718: may we book the vessel?")) == "noted"
    assert grade(a_mail(text, quoted=QUESTION)) == "answered"


def test_a_waiver_names_its_order_and_no_version() -> None:
    asked = Asked(VERSION, "PO-44718", waiver=True)
    assert grade(a_mail("We accept New York as the transshipment port of PO-44718."), asked) == "named"
    assert grade(a_mail("Accepted.", quoted="PO-44718: may the goods pass through New York?"), asked) == "answered"
    with pytest.raises(WordRefused):
        grade(a_mail("We accept New York as the transshipment port of PO-44719."), asked)


@pytest.mark.parametrize("text", [text for text in NAMED if "PO-44720" not in text])
def test_a_plain_yes_for_a_version_counts_as_standing(text: str) -> None:
    assert grade(a_mail(text), STANDING) in ("named", "noted")


@pytest.mark.parametrize("text", ANSWERED)
def test_a_short_yes_below_our_question_answers_it(text: str) -> None:
    assert grade(a_mail(text, quoted=QUESTION)) == "answered"
    assert grade(a_mail(text, quoted=QUESTION), STANDING) == "answered"
    assert grade(a_mail(text, subject="RE: PO-44718, version 2016-08")) == "answered"


@pytest.mark.parametrize("text", IN_ANSWER)
def test_a_plain_yes_in_whatever_words_is_one(text: str) -> None:
    assert grade(a_mail(text, quoted=QUESTION)) in ("named", "answered")


@pytest.mark.parametrize("text", ANSWERED)
def test_a_short_yes_to_nobody_knows_what_is_stored_as_that(text: str) -> None:
    assert grade(a_mail(text)) == "noted"


@pytest.mark.parametrize("text", NOTED)
def test_a_message_that_only_takes_note_is_stored_as_that(text: str) -> None:
    assert grade(a_mail(text, quoted="")) == "noted"


@pytest.mark.parametrize("text", NO)
def test_what_does_not_confirm_is_refused(text: str) -> None:
    with pytest.raises(WordRefused):
        grade(a_mail(text, quoted=QUESTION))
    with pytest.raises(WordRefused):
        grade(a_mail(text))


REV_C = Asked(a_version("Rev C"), "4500123", ("Rev B", "Rev D"))
OF_REV_C = "For order 4500123 we work by version Rev C of your routing guide. Please confirm."
YES_TO_REV_C = [
    "Yes, Rev C.",
    "4500123 is Rev C, confirmed.",
    "Rev. C applies to 4500123.",
    "We confirm Rev C. Rev B is void.",
    "Please use rev C (not rev B).",
    "Hello, this is confirmed. Kind regards, Tom",
    "4500123: go ahead with Rev C",
    "Rev C is the valid one.",
    "Confirm Rev C for 4500123",
    "4500123 用 Rev C，确认",
    "确认 Rev C 版本有效",
    "OK to use Rev C for 4500123.",
    "Thank you. Rev C is correct.",
    "Yes, that's the current guide.",
    "We approve Rev C for order 4500123.",
    "Please proceed with Rev C.",
]
NO_TO_REV_C = [
    "Rev D applies to 4500123.",
    "4500124: Rev C confirmed.",
    "Rev C is not for 4500123.",
    "Please skip Rev C for 4500123.",
    "4500123 needs Rev D.",
    "Do you mean Rev C for 4500123?",
    "Rev C superseded, see Rev D. 4500123 confirmed.",
    "We are changing to Rev D, so 4500123 too.",
    "4500123 is with our legal team.",
    "Rev C was sent to you in error; 4500123.",
    "Rev C confirmed for everything but 4500123.",
    "Let's stick with Rev B on 4500123.",
    "Kindly revert to Rev B for 4500123.",
    "4500123 - rev C - NOT APPROVED",
    "4500123 Rev C rejected",
    "Tom said Rev C is ok for 4500123, ask him.",
    "I'd rather use Rev B.",
    "Yes, Rev B.",
    "OK Rev B",
    "4500123 用 Rev B",
    "4500123 Rev C 驳回",
    "Rev C 不用",
    "4500123 等 Rev D",
    "好的，按 Rev D",
    "请改用 Rev D",
    "Yes and no.",
    "Yes... no. Wait.",
    "We hope to confirm Rev C.",
    "Confirming tomorrow. 4500123 Rev C",
    "4500123 Rev C confirmation to follow",
    "Under no circumstances use Rev C for 4500123.",
    "Rev C is approved in principle for 4500123; final word follows.",
    "Provisionally confirmed: 4500123 Rev C.",
    "Tentatively yes, Rev C.",
    "Verbally confirmed by Tom only, Rev C 4500123.",
    "I personally agree with Rev C but Tom decides.",
]


@pytest.mark.parametrize("text", YES_TO_REV_C)
def test_orders_and_versions_of_another_make_are_told_apart_as_well(text: str) -> None:
    assert grade(a_mail(text, quoted=OF_REV_C), REV_C) in ("named", "answered")


@pytest.mark.parametrize("text", NO_TO_REV_C)
def test_what_does_not_confirm_is_refused_for_another_make_as_well(text: str) -> None:
    with pytest.raises(WordRefused):
        grade(a_mail(text, quoted=OF_REV_C), REV_C)
    with pytest.raises(WordRefused):
        grade(a_mail(text), REV_C)


@pytest.mark.parametrize(
    "quoted",
    [
        "For PO-44719 we work by version 2016-08. Please confirm.",
        "For PO-44718 we work by version 2014-03. Please confirm.",
        "请确认PO-44718是否按2014-03执行。",
    ],
)
def test_a_yes_to_a_question_about_something_else_is_refused(quoted: str) -> None:
    with pytest.raises(WordRefused, match="speaks of"):
        grade(a_mail("Yes, confirmed.", quoted=quoted))


@pytest.mark.parametrize(
    ("name", "version", "received", "order", "others"),
    [
        ("mail-2014-03-12.eml", "2014-03", "2014-03-10", None, ()),
        ("mail-2016-05-02.eml", "2014-03", "2014-03-10", "PO-44001", ()),
        ("mail-2016-08-22.eml", "2016-08", "2016-08-20", None, ("2014-03",)),
        ("mail-2016-08-29.eml", "2016-08", "2016-08-20", "PO-44001", ("2014-03",)),
        ("mail-2016-09-02.eml", "2016-08", "2016-08-20", "PO-44718", ("2014-03",)),
    ],
)
def test_the_mails_of_the_founding_case_are_taken_at_their_word(
    name: str, version: str, received: str, order: str | None, others: tuple[str, ...]
) -> None:
    mail = evidence_of((FOUNDING / name).read_bytes(), name)
    waiver = name == "mail-2016-08-29.eml"
    assert grade(mail, Asked(a_version(version, received), order, others, waiver)) == "named"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_answer_that_our_letter_suggests_counts(language: str) -> None:
    words = {"version": "2016-08", "order": "PO-44718"}
    assert grade(a_mail(phrase("question", "sample", language, words))) == "named"


LETTER = """\
Before we go on with order PO-44718, please tell us which version of your shipping instructions is in force for it.
We also hold version 2016-08, received 2016-08-20. Does it replace version 2014-03?
What version 2016-08 says otherwise than version 2014-03: the notify party is another one.
Is version 2016-08 in force for order PO-44718, all of it?
Is there a newer version, or a change that is not in version 2016-08?
"""


@pytest.mark.parametrize(
    "text",
    [
        "Version 2016-08 is in force for PO-44718, all of it. There is no newer version.",
        "Yes to the first question, 2016-08. No newer version. It replaces 2014-03.",
        "2016-08 is in force, it does replace 2014-03. All changes are meant as they stand.",
        "Yes, it is in force.",
        "Yes, all of it.",
    ],
)
def test_an_answer_to_our_letter_counts(text: str) -> None:
    assert grade(a_mail(text, quoted=LETTER)) in ("named", "answered")


@pytest.mark.parametrize(
    "text",
    [
        "There is a newer version, 2017-01.",
        "No, 2014-03 is still in force for PO-44718.",
        "Yes, there is a newer version.",
        "It does not replace 2014-03.",
        "Only partly.",
        "Yes, but not all of it.",
    ],
)
def test_an_answer_to_our_letter_that_says_otherwise_is_refused(text: str) -> None:
    with pytest.raises(WordRefused):
        grade(a_mail(text, quoted=LETTER))


def test_what_others_wrote_below_confirms_nothing() -> None:
    with pytest.raises(WordRefused):
        grade(a_mail("See below.", quoted="PO-44718: version 2016-08 is confirmed."))


@pytest.mark.parametrize("subject", ["Automatic reply: PO-44718", "Out of Office: Re: 2016-08", "自动回复：PO-44718"])
def test_an_answer_of_a_program_is_refused(subject: str) -> None:
    with pytest.raises(WordRefused, match="a program"):
        grade(a_mail("Thank you, your message was received and confirmed.", subject=subject))


def test_the_sentence_that_confirms_is_quoted() -> None:
    mail = a_mail("Good morning,\nnice weather here. We confirm 2016-08 for\nPO-44718. Regards\nJo")
    assert weighed(FOR_ORDER, mail) == ("named", "We confirm 2016-08 for PO-44718.")


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        ("请按2016-08执行", "2016-08", True),
        ("按第三版执行", "第三版", True),
        ("use v2 please", "v2", True),
        ("use v21 please", "v2", False),
        ("Rev. C is in force", "Rev C", True),
        ("on 2016-08-22", "2016-08", False),
        ("2016年08月22日", "2016-08", False),
        ("1.0.1", "1.0", False),
        ("as per 2016/08", "2016-08", True),
        ("version 3", "3", True),
        ("3 pallets", "3", False),
        ("anything", "--", False),
    ],
)
def test_a_label_is_found_as_a_whole(text: str, label: str, found: bool) -> None:
    assert label_in(text, label) is found


def test_a_label_within_a_longer_one_is_not_another_version() -> None:
    longer = Asked(a_version("2016-08 rev 2"), "PO-44718", ("2016-08",))
    assert grade(a_mail("PO-44718: please use 2016-08 rev 2."), longer) == "named"
    with pytest.raises(WordRefused, match="speaks of 2016-08"):
        grade(a_mail("PO-44718: please use 2016-08."), longer)


# Whose word, and of which day


def word(mail: Evidence | None, **others: object) -> str:
    known = {"by": None, "on": None, "today": date(2016, 9, 5), "own_domains": ("docvalidate.example",)}
    return taken(FOR_ORDER, mail, POLICY, **{**known, **others}).grade  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sender",
    [
        "clerk@forwarder.example",
        "clerk@docvalidate.example",
        "Clerk <clerk@DocValidate.example>",
        "clerk@mail.docvalidate.example",
        "imports@harborline.example <x@forwarder.example>",
        "imports@harborline.example.forwarder.example",
        "imports@notharborline.example",
        "Harborline",
    ],
)
def test_a_word_of_anybody_else_is_refused(sender: str) -> None:
    with pytest.raises(WordRefused):
        word(a_mail(sender=sender))


@pytest.mark.parametrize("sender", [BY, f"Jo Doe <{BY}>", "JO@HARBORLINE.EXAMPLE", '"Doe, Jo" <jo@harborline.example>'])
def test_a_word_of_the_customer_counts(sender: str) -> None:
    assert word(a_mail(sender=sender)) == "named"


def test_ourselves_are_refused_even_where_everybody_is_trusted() -> None:
    nobody = Policy(customer="HARBORLINE")
    with pytest.raises(WordRefused, match="ourselves"):
        taken(
            FOR_ORDER,
            a_mail(sender="clerk@docvalidate.example"),
            nobody,
            by=None,
            on=None,
            today=date(2016, 9, 5),
            own_domains=(" @DOCVALIDATE.example", ""),
        )


@pytest.mark.parametrize("sent", ["2016-08-19T23:00:00+00:00", "2016-09-06T00:10:00+00:00"])
def test_a_word_of_before_the_version_or_of_after_today_is_refused(sent: str) -> None:
    with pytest.raises(WordRefused, match="the word is of"):
        word(a_mail(date=sent))


@pytest.mark.parametrize("sent", ["2016-08-20T00:10:00+00:00", "2016-09-05T23:00:00+00:00"])
def test_the_day_of_receipt_and_today_count(sent: str) -> None:
    assert word(a_mail(date=sent)) == "named"


def test_what_is_given_must_be_what_the_message_says() -> None:
    with pytest.raises(WordRefused, match="not from"):
        word(a_mail(), by="exports@harborline.example")
    with pytest.raises(WordRefused, match="not of"):
        word(a_mail(), on=date(2016, 9, 4))
    assert word(a_mail(), by=BY.upper(), on=date(2016, 9, 3)) == "named"


@pytest.mark.parametrize("sent", [None, "yesterday"])
def test_a_message_without_a_date_needs_one(sent: str | None) -> None:
    with pytest.raises(WordRefused, match="when"):
        word(a_mail(date=sent))
    assert word(a_mail(date=sent), on=date(2016, 9, 3)) == "named"


def test_a_word_without_a_message_is_somebodys_report() -> None:
    with pytest.raises(WordRefused, match="who"):
        word(None)
    fax = Evidence(name="fax.png", content=b"\x89PNG")
    assert word(None, by=BY, on=date(2016, 9, 3)) == word(fax, by=BY, on=date(2016, 9, 3)) == "reported"

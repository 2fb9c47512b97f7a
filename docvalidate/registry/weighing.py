"""A message is weighed by what its sender wrote: it names what it confirms, answers a question, or only takes note."""

from docvalidate.model import Evidence, WordRefused
from docvalidate.model.ledger import Grade

from .around_a_yes import ELSEWHERE
from .assent import asks, qualified, sentences, shortened, takes_note
from .consent import denies, says_yes, to_the_whole
from .doubts import answers_each, asked_of_another, leaves_doubt, says_more
from .mentions import Asked, mentions, names, of_others, sets_aside
from .own_words import answers, asked_by_their_own, by_a_program, parted, struck
from .yes_and_no import AUTOMATIC


def weighed(asked: Asked, evidence: Evidence) -> tuple[Grade, str | None]:
    """How plainly the message confirms, and the sentence that does. Raises WordRefused where it says otherwise.

    Only what the sender wrote counts; what is quoted below may show which question is answered.
    """
    subject = (evidence.message.subject if evidence.message else None) or ""
    own, below = parted(evidence)
    if AUTOMATIC.search(subject) or by_a_program(evidence):
        raise WordRefused(f"a program answered, and nobody: “{shortened(subject)}”")
    _speaks_of_this(asked, (own, *below, f"{subject}\n{evidence.quoted}"))
    said = sentences(own)
    _says_no(asked, said)
    yes = [sentence for sentence in said if says_yes(asked, sentence)]
    for sentence in said:
        but = qualified(sentence)
        if yes and but is not None and not of_others(asked, sentence, but):
            raise WordRefused(f"the message says yes, and takes a part of it back: “{shortened(sentence)}”")
    between = answers(evidence)
    if between or any(map(ELSEWHERE.search, said)):
        answers_each(asked, between, said)
    whole = [sentence for sentence in yes if to_the_whole(asked, sentence)]
    more = any(says_more(asked, sentence) for sentence in said)
    if whole and not (more or leaves_doubt(asked, own, below, said) or struck(evidence)):
        named = [sentence for sentence in whole if names(asked, sentence)]
        if named or names(asked, own):
            return "named", shortened((named or whole)[0])
        if (
            names(asked, "\n".join((own, subject, *below, evidence.quoted)))
            and not asked_of_another(asked, below)
            and not asked_by_their_own(evidence)
        ):
            return "answered", shortened(whole[0])
    noted = [sentence for sentence in said if takes_note(sentence)]
    if yes or (noted and not AUTOMATIC.search(own) and not any(map(asks, said))):
        return "noted", shortened((whole or yes or noted)[0])
    raise WordRefused("the message says nothing that confirms; is it the right one?")


def _says_no(asked: Asked, said: tuple[str, ...]) -> None:
    for sentence in said:
        if denies(asked, sentence) or sets_aside(asked, sentence):
            raise WordRefused(f"the message does not say yes: “{shortened(sentence)}”")


def _speaks_of_this(asked: Asked, texts: tuple[str, ...]) -> None:
    """No other order or version is named in place of the one asked for: the first text that names one decides.

    The sender's own words go before the question that they answer, and that before the subject line, which may be
    that of another talk.
    """
    for kind, this in (("order", asked.order), ("version", asked.instruction.version)):
        for text in texts:
            named = [mention for mention in mentions(asked, text) if mention.kind == kind]
            if any(mention.this for mention in named):
                break
            if named:
                others = ", ".join(sorted({mention.text for mention in named}))
                raise WordRefused(f"the message speaks of {others}, not of {this}")

"""How late it is, in sentences: the stage, the deadline and the hours left, what can be done, what was assumed."""

from collections.abc import Iterator

from docvalidate.model.urgency import Deadline, Urgency
from docvalidate.wording import phrase, word


def lateness(urgency: Urgency, language: str, *, to_correct: bool = True) -> Iterator[str]:
    """The sentences, each for a line of its own; the first one is the stage.

    Where nothing is to be corrected, what a correction would take is left out.
    """

    def say(key: str, **words: str) -> str:
        return phrase("urgency", key, language, words)

    yield say("line", stage=say(f"stage_{urgency.stage}"))
    if urgency.missed is not None:
        yield say("missed", **told(urgency.missed, language))
    if urgency.deadline is not None:
        yield deadline(urgency, language)
    comma = "、" if language == "zh" else ", "
    if to_correct:
        yield say(
            "able",
            parties=say(f"possible_{urgency.correctable.parties}"),
            routing=say(f"possible_{urgency.correctable.routing}"),
            cost=say(f"cost_{urgency.cost}"),
            who=comma.join(say(f"who_{who}") for who in urgency.who_acts),
        )
    if urgency.assumed:
        listed = comma.join(say(f"assumed_{what}") for what in urgency.assumed)
        yield say("taken", what=listed)


def deadline(urgency: Urgency, language: str) -> str:
    """The next deadline and the working hours up to it; empty where there is none."""
    if urgency.deadline is None:
        return ""
    words = told(urgency.deadline, language)
    if urgency.working_hours_left is None:
        return phrase("urgency", "deadline_day", language, words)
    return phrase("urgency", "deadline", language, {**words, "hours": f"{urgency.working_hours_left:g}"})


def told(deadline: Deadline, language: str) -> dict[str, str]:
    """What happens when, in words: the moment as a clock at the port of loading shows it, and its zone."""
    kind = word(deadline.kind, language)
    zone = deadline.time_zone or deadline.at.strftime("UTC%z")
    return {"kind": kind[:1].upper() + kind[1:], "at": at_clock(deadline), "zone": zone}


def at_clock(deadline: Deadline) -> str:
    """The moment as a clock at the port shows it, or the day where no more is known."""
    return deadline.at.strftime("%Y-%m-%d" if deadline.whole_day else "%Y-%m-%d %H:%M")

"""An instruction version as text: what it is, who confirmed it, and what each lane asks for."""

from collections.abc import Iterator

from docvalidate.model import Instruction, Lane, PortRule, When
from docvalidate.wording import phrase, word

from .typesetting import visible, wrap
from .word_given import confirmed

_RULES = {
    "transshipment": "transshipment_port",
    "loading": "port_of_loading",
    "discharge": "port_of_discharge",
    "delivery": "place_of_delivery",
}


def summary(version: Instruction, language: str, width: int) -> Iterator[str]:
    """Customer, label and dates in the first line, then a line for each word that the customer gave."""

    def say(key: str, **words: str) -> str:
        return phrase("instructions", key, language, words)

    facts = [say("version", version=version.version)]
    if version.title is not None:
        facts.append(version.title)
    facts.append(say("first") if version.supersedes is None else say("supersedes", version=version.supersedes))
    facts.append(say("received", date=version.received.isoformat()))
    if version.effective_from is not None:
        facts.append(say("effective_from", date=version.effective_from.isoformat()))
    if version.effective_until is not None:
        facts.append(say("effective_until", date=version.effective_until.isoformat()))
    yield from wrap(visible(", ".join(facts)), width, f"{visible(version.customer)}  ", "    ")
    for given in version.confirmations:
        said = ", ".join(filter(None, (confirmed(given, language), given.evidence)))
        yield from wrap(visible(said), width, "    ")
    if not version.confirmations:
        yield "    " + say("unconfirmed")
    for waiver in version.waivers:
        accepted = " / ".join(waiver.accepted.splitlines())
        day = waiver.date.isoformat()
        said = say("waiver", order=waiver.order, field=waiver.field, accepted=accepted, by=waiver.by, date=day)
        yield from wrap(visible(said), width, "    ")


def lanes(version: Instruction, language: str, width: int) -> Iterator[str]:
    """Every lane: when it applies, the parties as the customer wrote them, the ports."""
    for lane in version.lanes:
        yield ""
        name = phrase(
            "instructions", "lane", language, {"name": lane.name or phrase("report", "lane_unnamed", language, {})}
        )
        yield from wrap(visible(f"{name}: {_when(lane.when, language)}"), width)
        for title, text in _asks(lane, language):
            yield f"  {title}"
            for line in text.splitlines():
                yield from wrap(line, width, "    ")


def _when(when: When | None, language: str) -> str:
    given = [] if when is None else [(key, values) for key, values in when if values is not None]
    told = [phrase("instructions", f"when_{key}", language, {"values": ", ".join(values)}) for key, values in given]
    return ", ".join(told) or phrase("instructions", "otherwise", language, {})


def _asks(lane: Lane, language: str) -> Iterator[tuple[str, str]]:
    if lane.consignee is not None:
        yield word("consignee", language), lane.consignee
    for party in lane.notify_parties or ():
        yield word("notify_party", language), party
    if lane.notify_parties == ():
        yield word("notify_party", language), phrase("instructions", "no_notify_parties", language, {})
    for key, field in _RULES.items():
        rule: PortRule | None = getattr(lane, key)
        if rule is not None:
            yield word(field, language), "\n".join(_ports(rule, language))
    if lane.match == "strict" or lane.binds != "any":
        bill = phrase("instructions", "binds", language, {"bill": lane.binds}) if lane.binds != "any" else ""
        strict = phrase("instructions", "strict", language, {}) if lane.match == "strict" else ""
        yield word("document", language), "\n".join(filter(None, (bill, strict)))


def _ports(rule: PortRule, language: str) -> Iterator[str]:
    for key, ports in (("required", rule.required), ("allowed", rule.allowed), ("forbidden", rule.forbidden)):
        if ports:
            yield phrase("instructions", key, language, {"ports": ", ".join(ports)})
    if rule.allowed == ():
        yield phrase("instructions", "direct", language, {})

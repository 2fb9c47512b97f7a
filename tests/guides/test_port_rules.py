"""A sentence, a label or a cell is a port rule where role, port and force are plain, and nothing else is said."""

import pytest

from docvalidate.model.instruction import PortRule

from .builders import ACME, BROKER, OTHER, a_page, a_table, a_text, marked, ports, rules


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Transshipment via New York is not permitted.", PortRule(forbidden=("USNYC",))),
        ("All shipments must be routed via Baltimore.", PortRule(required=("USBAL",))),
        ("Containers are to change over at the Port of Baltimore and at no other port.",
         PortRule(required=("USBAL",), allowed=("USBAL",))),
        ("Transhipment only at Singapore or Port Klang.", PortRule(allowed=("SGSIN", "MYPKG"))),
        ("Direct service only.", PortRule(allowed=())),
        ("No transshipment.", PortRule(allowed=())),
        ("不得在纽约中转。", PortRule(forbidden=("USNYC",))),
        ("所有货物必须经巴尔的摩中转。", PortRule(required=("USBAL",), allowed=("USBAL",))),
        ("不允许中转", PortRule(allowed=())),
    ],
)  # fmt: skip
def test_a_sentence_that_is_a_rule_for_transshipment(sentence: str, rule: PortRule) -> None:
    assert ports(a_text(sentence)) == {"transshipment": rule}


def test_sentences_and_labels_for_other_ports() -> None:
    assert ports(a_text("Port of discharge must be Baltimore, MD.")) == {"discharge": PortRule(allowed=("USBAL",))}
    assert ports(a_text("Port of loading: Ningbo or Shanghai")) == {"loading": PortRule(allowed=("CNNGB", "CNSHA"))}
    assert ports(a_text("卸货港必须为青岛。")) == {"discharge": PortRule(allowed=("CNTAO",))}
    assert ports(a_text("Transshipment port\nBusan")) == {"transshipment": PortRule(allowed=("KRPUS",))}


@pytest.mark.parametrize(
    "sentence",
    [
        "Transshipment via New York is not permitted unless we agree in writing.",
        "Transshipment via Colombo is preferred.",
        "If the cargo goes to Canada, it must be routed via Halifax.",
        "Transshipment must take place at Busan and Kaohsiung.",
        "All shipments must be routed via Busan or Singapore.",
        "Shipments for Columbus must be routed via Baltimore.",
        "Transshipment via our usual hub is not permitted.",
        "No transshipment via Colombo please, we had losses there.",
        "All shipments should be routed via Baltimore.",
        "Transshipment via New York is not permitted. However, this does not apply to reefers.",
        "Transshipment port: as advised",
        "Port of discharge: Seattle, WA (or Tacoma if congested)",
        "Transshipment port: N/A",
        "Transshipment restrictions: Colombo",
        "T/S ports not allowed: Busan",
        "Preferred port of discharge: Savannah, GA",
        "Port of discharge agent: Baltimore, MD",
        "Ports of discharge that are not to be used by anybody: New York",
        "如遇旺季可经上海中转。",
    ],
)
def test_a_sentence_with_a_condition_or_an_open_word_stays_text(sentence: str) -> None:
    guide = a_text(sentence)
    assert ports(guide) == {}
    assert marked(guide, sentence[:30])


def test_the_next_line_may_take_a_rule_back() -> None:
    guide = a_text("Transshipment via New York is not permitted.\nUnless it is a reefer, of course.")
    assert ports(guide) == {}
    guide = a_text("Port of discharge: Seattle, WA\n(for DCs in the north west only)")
    assert ports(guide) == {}
    assert marked(guide, "Port of discharge: Seattle, WA")


@pytest.mark.parametrize("above", ["LCL", "3. Shipments to Canada", "Exceptions", "West Coast"])
def test_a_rule_under_a_heading_that_limits_it_is_not_taken_for_all(above: str) -> None:
    guide = a_text(f"{above}:", "All shipments must be routed via Baltimore.")
    assert ports(guide) == {}
    assert marked(guide, "All shipments must be routed via Baltimore.")


def test_rules_that_contradict_each_other_are_withdrawn() -> None:
    guide = a_text("Transshipment via Busan is not permitted.", "All shipments must be routed via Busan.")
    assert ports(guide) == {}
    assert marked(guide, "Transshipment via Busan is not permitted.") and marked(guide, "All shipments must be routed")


def test_what_a_sentence_leaves_of_its_paragraph_stays_text() -> None:
    guide = a_text("Transshipment via New York is not permitted. Direct sailings are preferred.")
    assert ports(guide) == {"transshipment": PortRule(forbidden=("USNYC",))}
    assert [passage.text for passage in guide.passages] == ["Direct sailings are preferred."]


class TestRoutingTable:
    HEADS = ("Destination", "Port of loading", "Discharge port", "T/S", "Consignee", "Notify")

    def test_a_row_is_a_lane(self) -> None:
        row = ("Columbus, OH", "Ningbo or Shanghai", "Baltimore, MD only", "Busan (not Singapore)", ACME, BROKER)
        lane = a_page(a_table(self.HEADS, row, ("Reno, NV", "Any", "Oakland, CA", "Direct only", OTHER, BROKER))).lanes[
            0
        ]
        assert lane.when is not None and lane.when.destination == ("USCMH",)
        assert lane.consignee is not None and lane.consignee.text == ACME
        assert [said.text for said in lane.notify_parties or ()] == [BROKER]
        assert rules(lane) == {
            "transshipment": PortRule(allowed=("KRPUS",), forbidden=("SGSIN",)),
            "loading": PortRule(allowed=("CNNGB", "CNSHA")),
            "discharge": PortRule(allowed=("USBAL",)),
        }

    def test_a_cell_that_is_not_understood_leaves_its_field_open(self) -> None:
        guide = a_page(a_table(self.HEADS, ("Reno, NV", "Any", "LA/LB", "Busan preferred", "see order", BROKER)))
        assert set(guide.lanes[0].open) == {"consignee", "discharge", "transshipment"}
        assert (guide.lanes[0].consignee, rules(guide.lanes[0])) == (None, {})
        assert all(marked(guide, words) for words in ("LA/LB", "Busan preferred", "see order"))

    def test_a_name_that_several_ports_bear_is_kept_as_printed(self) -> None:
        lane = a_page(a_table(("Destination", "POD"), ("Portland", "Portland"), ("Reno, NV", "Oakland, CA"))).lanes[0]
        assert lane.when is not None and lane.when.destination == ("Portland",)
        assert (lane.as_printed, rules(lane)["discharge"]) == (("Portland",), PortRule(allowed=("Portland",)))

    @pytest.mark.parametrize("key", ["All other DCs", "Dallas, TX*", "Various", "USA", "except Texas"])
    def test_a_row_whose_key_is_not_a_place_is_no_lane(self, key: str) -> None:
        guide = a_page(a_table(("Destination", "POD"), (key, "Houston, TX"), ("Reno, NV", "Oakland, CA")))
        assert [lane.name for lane in guide.lanes] == ["Reno, NV"]
        assert marked(guide, key)

    @pytest.mark.parametrize("head", ["Brand", "Mode", "Valid until", "Wombats", "Incoterm"])
    def test_a_column_that_may_limit_its_rows_makes_them_text(self, head: str) -> None:
        guide = a_page(a_table(("Destination", "POD", head), ("Reno, NV", "Oakland, CA", "Alpha")))
        assert guide.lanes == ()
        assert marked(guide, "Reno, NV")

    def test_a_row_without_a_key_makes_the_one_above_open(self) -> None:
        guide = a_page(
            "<table><tr><td>Destination</td><td>POD</td><td>Via</td></tr><tr><td>Reno, NV</td><td>Oakland, CA</td>"
            "<td>Busan</td></tr><tr><td></td><td>Seattle, WA</td><td>Direct</td></tr></table>"
        )
        assert guide.lanes == ()
        assert marked(guide, "Reno, NV") and marked(guide, "Seattle, WA")

    def test_two_rows_for_one_shipment_are_no_lanes(self) -> None:
        guide = a_page(a_table(("Destination", "POD"), ("Reno, NV", "Oakland, CA"), ("Reno, NV", "Seattle, WA")))
        assert guide.lanes == ()
        assert marked(guide, "Oakland, CA") and marked(guide, "Seattle, WA")

    def test_the_port_of_loading_tells_rows_of_one_destination_apart(self) -> None:
        guide = a_page(
            a_table(
                ("Destination", "POL", "POD"),
                ("Reno, NV", "Ningbo", "Oakland, CA"),
                ("Reno, NV", "Yantian", "Seattle, WA"),
            )
        )
        assert [lane.when and lane.when.origin for lane in guide.lanes] == [("CNNGB",), ("CNYTN",)]

    def test_a_terminal_is_told_beside_the_rule_for_its_port(self) -> None:
        guide = a_page(a_table(("Destination", "POD"), ("Dallas, TX", "Houston, TX (Barbours Cut Terminal)")))
        assert rules(guide.lanes[0]) == {"discharge": PortRule(allowed=("USHOU",))}
        assert marked(guide, "Barbours Cut Terminal")

    @pytest.mark.parametrize("head", ["T/S not allowed", "No transshipment at", "Forbidden ports", "Preferred POD"])
    def test_a_head_with_a_word_too_many_is_not_the_column_of_that_port(self, head: str) -> None:
        guide = a_page(a_table(("Destination", head), ("Columbus, OH", "Busan")))
        assert guide.lanes == ()

    def test_a_remark_between_rows_makes_them_text(self) -> None:
        guide = a_page(
            "<table><tr><td>Destination</td><td>POD</td><td>Via</td></tr><tr><td>Reno, NV</td><td>Oakland, CA</td>"
            '<td>Busan</td></tr><tr><td colspan="3">The above holds for full containers</td></tr></table>'
        )
        assert guide.lanes == ()
        assert marked(guide, "Reno, NV")

    def test_a_table_under_a_heading_that_limits_it_is_text(self) -> None:
        guide = a_page("<h2>Air freight</h2>", a_table(("Destination", "POD"), ("Reno, NV", "Oakland, CA")))
        assert guide.lanes == ()
        assert marked(guide, "Reno, NV")

    def test_what_holds_for_all_holds_in_every_row(self) -> None:
        table = a_table(("Destination", "Via"), ("Reno, NV", "Busan"), ("Denver, CO", "any"))
        guide = a_page(
            f"<p>Consignee:<br>{ACME.replace(chr(10), '<br>')}</p><p>Transshipment via Colombo is prohibited.</p>",
            table,
        )
        assert [lane.consignee and lane.consignee.text for lane in guide.lanes] == [ACME, ACME]
        assert [rules(lane) for lane in guide.lanes] == [
            {"transshipment": PortRule(allowed=("KRPUS",), forbidden=("LKCMB",))},
            {"transshipment": PortRule(forbidden=("LKCMB",))},
        ]

    def test_text_and_table_that_contradict_each_other_are_open(self) -> None:
        guide = a_page(
            "<p>Transshipment via Busan is prohibited.</p>", a_table(("Destination", "Via"), ("Reno, NV", "Busan"))
        )
        assert [(rules(lane), lane.open) for lane in guide.lanes] == [({}, ("transshipment",))]
        assert marked(guide, "Via: Busan") and marked(guide, "Transshipment via Busan is prohibited.")


@pytest.mark.parametrize(
    ("sentence", "field", "rule"),
    [
        ("Under no circumstances route via Halifax.", "transshipment", PortRule(forbidden=("CAHAL",))),
        ("Colombo may not be used as a relay port.", "transshipment", PortRule(forbidden=("LKCMB",))),
        ("No t/s in New York or Norfolk please.", "transshipment", PortRule(forbidden=("USNYC", "USORF"))),
        (
            "Busan and Kaohsiung are the only permitted transshipment ports.",
            "transshipment",
            PortRule(allowed=("KRPUS", "TWKHH")),
        ),
        ("Discharge in Rotterdam or Antwerp is not allowed.", "discharge", PortRule(forbidden=("NLRTM", "BEANR"))),
        ("Port of destination is Hamburg.", "discharge", PortRule(allowed=("DEHAM",))),
        (
            "不得在纽约中转;只允许在釜山中转。",
            "transshipment",
            PortRule(allowed=("KRPUS",), forbidden=("USNYC",)),
        ),
        ("卸货港:釜山(Busan)", "discharge", PortRule(allowed=("KRPUS",))),
    ],
)
def test_a_rule_in_other_words_is_one(sentence: str, field: str, rule: PortRule) -> None:
    assert ports(a_text(sentence)) == {field: rule}


@pytest.mark.parametrize(
    "more",
    [
        "Goods of Lumenar Nordic AB are consigned to LUMENAR NORDIC AB and discharged at Gothenburg.",
        "For orders of the outdoor division it is Rotterdam.",
    ],
)
def test_a_rule_beside_a_sentence_that_names_another_port_stays_text(more: str) -> None:
    guide = a_text(f"Port of destination is Hamburg. {more}")
    assert ports(guide) == {}
    assert marked(guide, "Port of destination is Hamburg.")


def test_what_a_line_below_excepts_is_not_taken_for_all() -> None:
    guide = a_text("不得在纽约中转。\nR类订单除外,R类订单可经洛杉矶转运。")
    assert ports(guide) == {}
    assert marked(guide, "不得在纽约中转")


def test_that_a_guide_is_superseded_is_not_overlooked() -> None:
    guide = a_text("SUPERSEDED - do not use after 30 April 2024", "Port of destination is Hamburg.")
    assert marked(guide, "SUPERSEDED")

"""A party written as a mapping is printed as a bill would print it."""

import pytest

from docvalidate.registry.party_block import party_block
from docvalidate.registry.spot import Spot
from docvalidate.registry.written import read_written


def block(text: str) -> str:
    return party_block(Spot("a.yaml", 1, "consignee", read_written(text.encode(), "a.yaml")))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("|\n  ACME LLC  \n  1 MAIN ST\n\n", "ACME LLC\n1 MAIN ST"),
        ("name: ACME LLC", "ACME LLC"),
        (
            "{name: ACME LLC, street: [2401 BROENING HWY, SUITE 210], city: BALTIMORE, region: MD, postal_code: 21224,"
            " country: USA, phones: +1 410 555 0134, emails: [a@acme.example], tax_ids: EIN 1, contacts: ATTN JO}",
            "ACME LLC\n2401 BROENING HWY\nSUITE 210\nBALTIMORE, MD 21224, USA\nEIN 1\nTEL +1 410 555 0134\n"
            "EMAIL a@acme.example\nATTN JO",
        ),
        (
            "{name: ACME GMBH, address: HAFENWEG 1, postal_code: 20457, city: HAMBURG, country: GERMANY}",
            "ACME GMBH\nHAFENWEG 1\nHAMBURG 20457, GERMANY",
        ),
        ("{name: ACME, city: SINGAPORE}", "ACME\nSINGAPORE"),
        (
            '{name: ACME LLC, address: [1 MAIN ST, "BALTIMORE, MD 21202, USA"], country: US, postal_code: 21202}',
            "ACME LLC\n1 MAIN ST\nBALTIMORE, MD 21202, USA",
        ),
        (
            '{name: ACME LTD, address: "1 QUAY ST\\nBELFAST, UNITED KINGDOM", country: United Kingdom}',
            "ACME LTD\n1 QUAY ST\nBELFAST, UNITED KINGDOM",
        ),
        (
            "{name: ACME LTD, address: 1 QUAY ST, postal_code: BT1 3LG, country: UNITED KINGDOM}",
            "ACME LTD\n1 QUAY ST\nBT1 3LG, UNITED KINGDOM",
        ),
        ("{name: ACME LTD, country: SG}", "ACME LTD\nSG"),
    ],
)
def test_prints_name_street_city_country_and_contacts(written: str, printed: str) -> None:
    assert block(written) == printed

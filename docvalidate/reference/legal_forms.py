"""Legal forms by their spellings, as company registers and trade papers write them; curated by hand.

One line is one legal form, so that two lines never mean the same legal person: LLC is not Inc, SA is not SAS. Spellings
are in capitals without accents and stops. Elements such as LTD and CO stand alone, since `CO LTD` is made of both.
"""

from functools import cache

_FORMS = """
LTD|LIMITED
CO|COMPANY|COMP
CORP|CORPORATION
INC|INCORPORATED
LLC|LIMITED LIABILITY COMPANY|LIMITED LIABILITY CO
LLP|LIMITED LIABILITY PARTNERSHIP
LP|LIMITED PARTNERSHIP
PLC|PUBLIC LIMITED COMPANY
PVT|PRIVATE
PTY|PROPRIETARY
PTE
PC|PROFESSIONAL CORPORATION
NA|NATIONAL ASSOCIATION
ULC|UNLIMITED LIABILITY COMPANY
LTEE|LIMITEE
GMBH|GESELLSCHAFT MIT BESCHRANKTER HAFTUNG|GES MBH|GESMBH
AG|AKTIENGESELLSCHAFT
KG|KOMMANDITGESELLSCHAFT
KGAA
OHG|OFFENE HANDELSGESELLSCHAFT
EK|EINGETRAGENER KAUFMANN
UG
SA|SOCIEDAD ANONIMA|SOCIETE ANONYME|SOCIEDADE ANONIMA|S A
SAS|SOCIETE PAR ACTIONS SIMPLIFIEE|SOCIEDAD POR ACCIONES SIMPLIFICADA
SASU
SARL|SOCIETE A RESPONSABILITE LIMITEE
EURL
SNC
SCI
SL|SOCIEDAD LIMITADA
SLU|SOCIEDAD LIMITADA UNIPERSONAL
SAU|SOCIEDAD ANONIMA UNIPERSONAL
SC|SOCIEDAD CIVIL
DE CV|DE CAPITAL VARIABLE
SAPI|SOCIEDAD ANONIMA PROMOTORA DE INVERSION
S DE RL|SOCIEDAD DE RESPONSABILIDAD LIMITADA
SRL|SOCIETA A RESPONSABILITA LIMITATA
SPA|SOCIETA PER AZIONI
SAIC
SCA
LTDA|LIMITADA
EIRELI
EIRL
ME
EPP
LDA
CA|COMPANIA ANONIMA
CIA|COMPANIA|COMPANHIA
BV|BESLOTEN VENNOOTSCHAP
NV|NAAMLOZE VENNOOTSCHAP
VOF
CV
BVBA
SRO
AS|A S|ANONIM SIRKETI|ANONIM SIRKET|AKSJESELSKAP|AKTIESELSKAB
STI|SIRKETI
APS|ANPARTSSELSKAB
AB|AKTIEBOLAG
OY|OSAKEYHTIO
OYJ
SP Z OO|SP Z O O|SP ZOO|SPOLKA Z OGRANICZONA ODPOWIEDZIALNOSCIA
SP K|SPK|SPOLKA KOMANDYTOWA
SP J|SPJ|SPOLKA JAWNA
KFT
DOO|D O O
EOOD
OOD
OOO
ZAO
OAO
KK|KABUSHIKI KAISHA
GK|GODO KAISHA
PT|PERSEROAN TERBATAS
TBK
CV
BHD|BERHAD
SDN|SENDIRIAN
JSC|JOINT STOCK COMPANY
FZE
FZCO
FZ LLC|FZLLC
DMCC
WLL
SAOG
SAE
PJSC
EST|ESTABLISHMENT
SE
SPRL
SCOP
COOP
"""
CONTINUING = frozenset({"&", "AND", "UND", "ET", "Y", "E", "VE"})
"""Words that join two elements of one legal form, as in GmbH & Co. KG."""


@cache
def legal_forms() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By the first word of a spelling: (all its words, the form it stands for), the longest first.

    >>> legal_forms()["CORPORATION"]
    ((('CORPORATION',), 'CORP'),)
    """
    return by_first_word(_FORMS)


def by_first_word(table: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """A table of lines `spelling|spelling…` by the first word of each spelling; a line goes by its first spelling.

    >>> by_first_word("AVE|AVENUE")["AVENUE"]
    ((('AVENUE',), 'AVE'),)
    """
    found: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for line in filter(None, table.splitlines()):
        names = line.split("|")
        for name in names:
            words = tuple(name.split())
            found.setdefault(words[0], set()).add((words, names[0]))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e))) for first, entries in found.items()}

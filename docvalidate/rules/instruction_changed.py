"""The customer's own file, and the stored content, still have the hash that was confirmed.

A confirmation binds the content, not the label: who edits the file afterwards, needs a new word.

    PASS  the SHA-256 of vendor-procedure-2016.pdf is the one on record, or none is on record
    FAIL  the SHA-256 of vendor-procedure-2016.pdf is another
    FAIL  the file is named and does not lie beside the instruction file (`source-missing`, a warning)
"""

from docvalidate.model import Instruction
from docvalidate.model.case import Case, Kind, Observation, Observations
from docvalidate.model.validity import void_because

FINDINGS = (Kind("DV310", "instruction-changed", "error"), Kind("DV311", "source-missing", "warning"))


def judge(case: Case) -> Observations:
    """Look at the version in use and at those newer ones whose word may have been lost with the old content."""
    choice = case.choice
    if choice.instruction is None:
        return
    yield from _source(choice.instruction)
    for instruction in (choice.instruction, *choice.newer):
        if any(void_because(said, instruction, choice.policy) == "other_content" for said in instruction.confirmations):
            file = instruction.file or instruction.version
            yield Observation("instruction-changed", version=instruction.version, details={"file": file})


def _source(instruction: Instruction) -> Observations:
    names = {"changed": "instruction-changed", "missing": "source-missing"}
    if instruction.source is not None and instruction.source_state in names:
        file = instruction.source.file
        yield Observation(names[instruction.source_state], version=instruction.version, details={"file": file})

"""The shelf of guides: a customer's own routing guide becomes the draft of an instruction file, for a person to read.

Nothing here decides: what is plain becomes a value with its source, and everything else stays as text. A heading, a
cell or a sentence with one word too many is not understood, for a wrong consignee that looks right costs a cargo.
"""

from .reading import read_guide
from .writing import written

__all__ = ["read_guide", "written"]

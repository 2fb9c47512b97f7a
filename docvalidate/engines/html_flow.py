"""The words of a web page run on until something ends the line; blanks beside blanks are not shown."""

from dataclasses import dataclass, field

from .blocks import Block, Line, Piece, Table
from .struck import with_struck_words


@dataclass
class Flow:
    """Words run on until a line ends; a blank beside another blank, or at either end of a line, is not shown."""

    path: str
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    line: int = 0
    ended: bool = True

    def add(self, piece: Piece, line: int) -> None:
        """Add words to the line."""
        text = piece.text
        before = self.pieces[-1].text if self.pieces else " "
        if before.endswith(" ") and text.startswith(" ") and not text.startswith("  "):
            text = text[1:]
        if text:
            if not self.pieces:
                self.line = line
                text = text.lstrip("\t") if not piece.text.strip() else text
            self.pieces.append(piece._replace(text=text.replace("\u00a0", " ")))

    def end(self, *, opened: bool = False) -> None:
        """End the line; an empty one counts, unless a block only opens or closes there."""
        shown = any(piece.text.strip() for piece in self.pieces)
        if shown or not opened:
            pieces = tuple(with_struck_words(self.pieces)) if shown else ()
            self.blocks.append(Line(pieces, self.path or f"line {self.line}"))
        self.pieces = []

    def put(self, table: Table) -> None:
        """Put a table under what is there."""
        self.end(opened=True)
        self.blocks.append(table)

    def done(self) -> list[Block]:
        """All blocks."""
        self.end(opened=True)
        while self.blocks and isinstance(self.blocks[-1], Line) and not self.blocks[-1].pieces:
            self.blocks.pop()
        return self.blocks

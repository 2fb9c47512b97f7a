"""Scripts that are written without spaces between the words; blocks of the Unicode standard."""

# Few wide ranges: the more there are, and wherever case is ignored, the longer each pattern takes to compile.
EAST_ASIAN = r"\u3040-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
"""The signs of Chinese, Japanese and Korean, for use inside the brackets of a regular expression."""
EAST_ASIAN_SIGN = rf"(?-i:[{EAST_ASIAN}])"
"""One such sign; it has no case, and is looked for without."""

"""Scripts that are written without spaces between the words; blocks of the Unicode standard."""

EAST_ASIAN = r"\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
"""The signs of Chinese, Japanese and Korean, for use inside the brackets of a regular expression."""

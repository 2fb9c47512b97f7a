"""An engine turns the bytes of a file into pages of words and rulings; each foreign parser lives behind one of them."""

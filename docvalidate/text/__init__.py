"""String work: what is printed is taken apart and folded, and nothing is looked up in the draft or the instruction."""

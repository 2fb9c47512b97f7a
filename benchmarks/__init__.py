"""What is measured: the party comparison against single edits, the reading of a draft against pdfplumber."""

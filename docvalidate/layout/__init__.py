"""Pages of words and rulings become a document: captions find their values, whatever the form."""

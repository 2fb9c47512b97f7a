"""The page of the HTML report: what stands on it, and beside it the files that say what it looks like."""

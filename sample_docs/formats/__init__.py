"""One shipment in every format: a writer a format, each with NAME, the file's name, and write(), its bytes."""

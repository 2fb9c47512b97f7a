"""Customers' own routing guides, as they come: one guide, one module, with NAME (its folder and file) and write()."""

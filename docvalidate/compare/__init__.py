"""A value of the draft is held against a value of the instruction: equal unless every difference is proven harmless."""

"""Structured files say what each value is; here they are taken apart, and values written as a bill prints them."""

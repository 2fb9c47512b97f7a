"""Facts about the world: each table says where its facts come from, and none of it knows the draft or the customer."""

"""The aspects of a pack, one short Protocol in each file, with the values that its readers return."""

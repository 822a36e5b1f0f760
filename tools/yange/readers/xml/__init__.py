"""Read the XML vocabularies of law: what a file says about the parts of a text is passed on, not found again."""

"""Read documents: from bytes to text, with a way back from the text to the place in the document."""

"""From the bytes of a document to its text, with a way back to the place in the document."""

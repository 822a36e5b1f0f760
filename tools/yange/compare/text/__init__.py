"""What is compared: the units of a text, and the words, numbers and defined terms inside them."""

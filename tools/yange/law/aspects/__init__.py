"""What a pack says, one Protocol a file: each under a screen, with the values that its readers return."""

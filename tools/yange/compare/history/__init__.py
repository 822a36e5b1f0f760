"""A clause through several texts: who last changed it, its whole line, and the check of one way against another."""

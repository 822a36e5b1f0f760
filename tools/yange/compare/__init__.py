"""Clause comparison: what changed between two texts, clause by clause and word by word."""

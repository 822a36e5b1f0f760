"""The words inside a pair of clauses: what was deleted, inserted and kept."""

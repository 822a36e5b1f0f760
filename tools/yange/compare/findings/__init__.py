"""What a lawyer asks of a pair of clauses: grades, changed values, terms, and what became of citations."""

"""Forms: what a bare command opens, checks at the field, and turns into a question."""

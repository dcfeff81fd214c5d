"""Everything that faces a person or the outside."""

"""One step of the tables a file; a step that was shipped is never changed."""

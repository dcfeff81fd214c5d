"""What a document demands in numbers, computed exactly, each step with its clause.

Each calculator is imported from its own module, so that a command loads only what it needs;
README.md lists them.
"""

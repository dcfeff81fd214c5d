"""Calculators: what a document demands in numbers, computed exactly, each step with its clause."""

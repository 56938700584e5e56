"""Measurements: what the product promises in numbers, shown on the machine at hand."""

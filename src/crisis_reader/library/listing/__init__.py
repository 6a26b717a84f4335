"""The list a screen at a time: rows, in an order, filtered."""

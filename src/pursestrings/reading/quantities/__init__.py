"""Sums, counts, shares and dates, with what they are of."""

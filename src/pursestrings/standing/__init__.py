"""Standing: the law of one condition for one place on one day, computed from facts, with reasons."""

"""The place's own law and practice, its state's rules, and whether they do what is demanded."""

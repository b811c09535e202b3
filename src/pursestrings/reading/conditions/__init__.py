"""The strings and the places' own rules that a text speaks of, and what each statement is about."""

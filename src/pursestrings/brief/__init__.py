"""The brief: one answer for one place."""

"""Reasons: one tree of claims and facts, and its renderings."""

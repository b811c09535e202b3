"""Timelines: one condition, case or place over the years, as bars for a chart in text or SVG."""

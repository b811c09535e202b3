"""The register compiled: steps over the calendar for classes of places, and what is made of them."""

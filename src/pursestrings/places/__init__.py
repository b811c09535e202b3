"""Every general-purpose US government: what it is called, what it lies in, which federal court is over it."""

from pursestrings.places.lookup import find, get, is_within, named, names_a_government, subdivisions
from pursestrings.places.table import Place, all_places, states

__all__ = [
    "Place",
    "all_places",
    "find",
    "get",
    "is_within",
    "named",
    "names_a_government",
    "states",
    "subdivisions",
]

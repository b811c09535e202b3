"""Shapes of states and counties from a us-atlas TopoJSON file: centres, and which county holds a point."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude, in degrees."""
Ring = list[Point]


@dataclass(slots=True)
class Shape:
    """A state or county: polygons as lists of rings, the first ring of each being the outer one."""

    geoid: str
    polygons: list[list[Ring]]

    def centre(self) -> tuple[float, float]:
        """Latitude and longitude of the centre of area of the outer rings, rounded to four decimals."""
        parts = [_area_and_centre(polygon[0]) for polygon in self.polygons]
        total = sum(area for area, _, _ in parts)
        lon = sum(area * x for area, x, _ in parts) / total
        lat = sum(area * y for area, _, y in parts) / total
        return round(lat, 4), round(lon if lon > -180 else lon + 360, 4)

    def holds(self, lat: float, lon: float) -> bool:
        """Whether the point lies inside."""
        x = _unwrap(lon, lat)
        return any(sum(_crosses(ring, x, lat) for ring in polygon) % 2 for polygon in self.polygons)


def read_shapes(path: Path, layer: str) -> dict[str, Shape]:
    """The shapes of one layer (`states`, `counties`), by GEOID."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _decode(topology)
    shapes = {}
    for geometry in topology["objects"][layer]["geometries"]:
        nested = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        polygons = [[_ring(arcs, ring) for ring in polygon] for polygon in nested]
        shapes[geometry["id"]] = Shape(geometry["id"], polygons)
    return shapes


def _decode(topology: dict[str, Any]) -> list[Ring]:
    """Arcs in degrees."""
    scale_x, scale_y = topology["transform"]["scale"]
    shift_x, shift_y = topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        ring: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            lat = y * scale_y + shift_y
            ring.append((_unwrap(x * scale_x + shift_x, lat), lat))
        decoded.append(ring)
    return decoded


def _unwrap(lon: float, lat: float) -> float:
    """The longitude, counted on below -180 in the north, so that Alaska with its last islands is one piece."""
    return lon - 360 if lon > 0 and lat > 50 else lon


def _ring(arcs: list[Ring], indexes: list[int]) -> Ring:
    points: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _area_and_centre(ring: Ring) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if not area:
        return 1e-12, ring[0][0], ring[0][1]
    return abs(area) / 2, x / (3 * area), y / (3 * area)


def _crosses(ring: Ring, lon: float, lat: float) -> bool:
    """Whether a line from the point to the east crosses the ring an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside

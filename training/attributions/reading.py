"""A fitted model at work, through the same windows as the program's."""

from __future__ import annotations

import numpy as np
import torch
from training.attributions.fit import Model
from training.attributions.linker import Match

from pursestrings.reading.encoder.linking import Matcher
from pursestrings.reading.encoder.network import OVERLAP, WINDOW
from pursestrings.reading.encoder.pieces import Pieces
from pursestrings.reading.encoder.relations import Heads, merged
from pursestrings.reading.encoder.windows import owners, windows

PLAIN = np.array([1, 1, 1, 0], np.float32) / 3
"""The weights of a score before they are fitted."""


def heads(model: Model) -> Heads:
    """The heads as the program runs them."""
    table = array(model.chain.table())
    return Heads(table, _matcher(model.linker.cue), _matcher(model.linker.source), PLAIN)


def _matcher(match: Match) -> Matcher:
    return Matcher(
        of=array(match.of.weight.T),
        among=array(match.among.weight.T),
        ways=tuple(array(table.weight) for table in match.ways),
        none=array(match.none),
        bias=array(match.of.bias),
        out=array(match.out.weight[0]),
    )


def array(tensor: torch.Tensor) -> np.ndarray:
    """A tensor as an array of single precision."""
    return tensor.detach().float().numpy().astype(np.float32)


@torch.no_grad()
def outputs(model: Model, pieces: Pieces) -> tuple[np.ndarray, np.ndarray]:
    """Scores of roles and link vectors, one row a piece."""
    cut = windows(pieces.sentence, WINDOW, OVERLAP)
    parts: tuple[list, list] = ([], [])
    for window, owned in zip(cut, owners(cut), strict=True):
        ids, features = (
            torch.from_numpy(column[slice(*window)])[None] for column in (pieces.ids, pieces.features)
        )
        roles, _, link = model.encoder(ids, features)
        for column, rows in zip(parts, (roles, link), strict=True):
            column.append((window, owned, array(rows[0])))
    roles_, link_ = (merged(column, len(pieces)) for column in parts)
    return roles_, link_

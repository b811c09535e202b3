"""A fitted model at work, through the same windows as the program's."""

from __future__ import annotations

import numpy as np
import torch
from training.attributions.fit import Model
from training.attributions.linker import Match

from pursestrings.reading.encoder.linking import Matcher
from pursestrings.reading.encoder.network import WINDOW
from pursestrings.reading.encoder.pieces import Pieces
from pursestrings.reading.encoder.relations import Heads
from pursestrings.reading.encoder.windows import Window, windows

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
    cut = windows(pieces.paragraph, pieces.sentence, WINDOW)
    rows = torch.cat([hidden(model, pieces, window) for window in cut])
    return array(model.encoder.roles(rows)), array(model.encoder.link(rows))


def hidden(model: Model, pieces: Pieces, window: Window) -> torch.Tensor:
    """The last layer in a window, one row a piece."""
    ids, features = (
        torch.from_numpy(column[slice(*window)])[None] for column in (pieces.ids, pieces.features)
    )
    return model.encoder.hidden(ids, features)[0]

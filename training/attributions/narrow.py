"""Making the inner layers of a fitted encoder narrower, which is two thirds of its work, with little loss.

Units go that cost least to miss, and the rest is refitted at each round so that each layer's output stays as it was in the
least squares: optimal brain surgeon (Hassibi and Stork 1993) on whole units, on the activations of some texts.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from training.attributions.fit import Model
from training.attributions.network import Layer
from training.attributions.reading import outputs

from pursestrings.reading.encoder.pieces import Pieces

ROUND = 64
"""How many units go before the rest is weighed anew."""
_RIDGE = 1e-4


@dataclass
class _Seen:
    """Sums over the activations of one inner layer: of each unit, and of the products of two."""

    count: int = 0
    total: Tensor | float = 0.0
    products: Tensor | float = 0.0

    def __call__(self, _: object, given: tuple[Any, ...]) -> None:
        rows = given[0].flatten(0, -2).double()
        self.count += len(rows)
        self.total = self.total + rows.sum(0)
        self.products = self.products + rows.T @ rows


@torch.no_grad()
def narrowed(model: Model, texts: Sequence[Pieces], inner: int) -> Model:
    """A copy of a model with so many units in each inner layer; `texts` are those by which they are weighed."""
    made = copy.deepcopy(model).eval()
    seen = [_Seen() for _ in made.encoder.layers]
    hooks = [
        layer.narrow.register_forward_pre_hook(one)
        for layer, one in zip(made.encoder.layers, seen, strict=True)
    ]
    for text in texts:
        outputs(made, text)
    for hook in hooks:
        hook.remove()
    for layer, one in zip(made.encoder.layers, seen, strict=True):
        _narrow(layer, one, inner)
    return made


def _narrow(layer: Layer, seen: _Seen, inner: int) -> None:
    mean = torch.as_tensor(seen.total) / seen.count
    spread = torch.as_tensor(seen.products) / seen.count - torch.outer(mean, mean)
    spread = spread + _RIDGE * spread.diag().mean() * torch.eye(len(mean), dtype=spread.dtype)
    units, weight, bias = torch.arange(len(mean)), layer.narrow.weight.double(), layer.narrow.bias.double()
    while len(units) > inner:
        within = spread[units][:, units]
        cost = (weight**2).sum(0) / torch.linalg.inv(within).diag()
        kept = torch.ones(len(units), dtype=torch.bool)
        kept[cost.topk(min(ROUND, len(units) - inner), largest=False).indices] = False
        refitted = torch.linalg.solve(within[kept][:, kept], within[kept] @ weight.T).T
        bias = bias + weight @ mean[units] - refitted @ mean[units[kept]]
        weight, units = refitted, units[kept]
    layer.widen.weight.data, layer.widen.bias.data = layer.widen.weight[units], layer.widen.bias[units]
    layer.narrow.weight.data, layer.narrow.bias.data = weight.float(), bias.float()

"""A linear-chain conditional random field over the words of paragraphs (Lafferty, McCallum and Pereira 2001)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pursestrings.reading.encoder.chains import legal


class Chain(nn.Module):
    """Scores of label sequences: those of the single labels and of each following the other."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(labels + 1, labels))
        self.register_buffer("rules", torch.from_numpy(legal(labels)))

    def table(self) -> Tensor:
        """The scores of moves, from each label and from the start of a paragraph (last row) to each label."""
        return self.moves + self.rules

    def loss(self, scores: Tensor, gold: Tensor, opens: Tensor, known: Tensor) -> Tensor:
        """The mean negative log likelihood of a word.

        `scores` is batch × words × labels; `opens` tells where a paragraph begins, `known` where there is a word.
        """
        table = self.table()
        batch, length, _ = scores.shape
        rows = torch.arange(batch)
        alpha = table[-1] + scores[:, 0]
        path = table[-1][gold[:, 0]] + scores[rows, 0, gold[:, 0]]
        for at in range(1, length):
            whole = torch.logsumexp(alpha, dim=1, keepdim=True)
            within = torch.logsumexp(alpha[:, :, None] + table[:-1], dim=1)
            fresh = whole + table[-1]
            step = torch.where(opens[:, at, None], fresh, within) + scores[:, at]
            alpha = torch.where(known[:, at, None], step, alpha)
            before = torch.where(opens[:, at], torch.full_like(gold[:, at], len(table) - 1), gold[:, at - 1])
            gain = table[before, gold[:, at]] + scores[rows, at, gold[:, at]]
            path = path + torch.where(known[:, at], gain, torch.zeros_like(gain))
        return (torch.logsumexp(alpha, dim=1) - path).sum() / known.sum()

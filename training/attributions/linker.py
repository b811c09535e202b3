"""The linker as it is trained, beside the tagger and on the same vectors."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 the name under which torch is read
from torch import Tensor, nn
from training.attributions.examples import Cut
from training.attributions.network import LINK

from pursestrings.reading.encoder.linking import MEASURES, Spans, nearest, spans, ways

HIDDEN = 128
MISSED = 0.1
"""The share of cues and sources held back from a choice in training, so that it learns to refuse when the right one is missed."""


class Match(nn.Module):
    """The network of `pursestrings.reading.encoder.linking.Matcher`."""

    def __init__(self) -> None:
        super().__init__()
        self.of = nn.Linear(3 * LINK, HIDDEN)
        self.among = nn.Linear(3 * LINK, HIDDEN, bias=False)
        self.ways = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in MEASURES)
        self.none = nn.Parameter(torch.zeros(HIDDEN))
        self.out = nn.Linear(HIDDEN, 1, bias=False)
        for table in self.ways:
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, left: Tensor, right: Tensor, pairs: Tensor, by: Tensor) -> Tensor:
        """Scores of no partner (first column) and of each of the pairs."""
        a = self.of(left)
        alone = self.out(F.gelu(a + self.none, approximate="tanh"))
        inner = a[:, None] + self.among(right)[pairs]
        for number, table in enumerate(self.ways):
            inner = inner + table(by[..., number])
        return torch.cat([alone, self.out(F.gelu(inner, approximate="tanh"))[..., 0]], dim=1)


class Linker(nn.Module):
    """Both choices: of a cue for each content, of a source for each cue."""

    def __init__(self) -> None:
        super().__init__()
        self.cue = Match()
        self.source = Match()

    def loss(self, vectors: Tensor, cut: Cut) -> tuple[Tensor, int]:
        """The summed loss of all choices in a window, given its right spans, and how many choices there were."""
        at_word = np.cumsum(cut.word) - 1
        words = torch.from_numpy(np.flatnonzero(cut.word))
        seen = vectors[words]
        sentence, paragraph = (column[cut.word.astype(bool)] for column in (cut.sentence, cut.paragraph))

        def by_word(span: tuple[int, int]) -> tuple[int, int]:
            return int(at_word[span[0]]), int(at_word[span[1]])

        cues = sorted({by_word(link.cue) for link in cut.links})
        sources = sorted({by_word(link.source) for link in cut.links if link.source})
        contents = sorted(
            {(by_word(part), by_word(link.cue)) for link in cut.links for part in link.contents}
        )
        speaks = {by_word(link.cue): by_word(link.source) if link.source else None for link in cut.links}
        total = vectors.new_zeros(())
        total = total + _choice(
            self.cue,
            seen,
            [one for one, _ in contents],
            self._heard(cues),
            [cue for _, cue in contents],
            sentence,
            paragraph,
        )
        total = total + _choice(
            self.source, seen, cues, self._heard(sources), [speaks[cue] for cue in cues], sentence, paragraph
        )
        return total, len(contents) + len(cues)

    def _heard(self, some: list[tuple[int, int]]) -> list[tuple[int, int]]:
        missed = torch.rand(len(some)) < (MISSED if self.training else 0)
        return [one for one, gone in zip(some, missed.tolist(), strict=True) if not gone]


def _choice(
    match: Match,
    seen: Tensor,
    of: list[tuple[int, int]],
    among: list[tuple[int, int]],
    right: list[tuple[int, int] | None],
    sentence: np.ndarray,
    paragraph: np.ndarray,
) -> Tensor:
    if not of or not among:
        return seen.new_zeros(())
    left, others = spans(of), spans(among)
    pairs = nearest(left, others)
    by = ways(left, others, pairs, sentence, paragraph)
    number = {span: at for at, span in enumerate(among)}
    gold = []
    for at, partner in enumerate(right):
        place = np.flatnonzero(pairs[at] == number[partner]) if partner in number else []
        gold.append(int(place[0]) + 1 if len(place) else 0)
    scores = match(
        _vectors(seen, left), _vectors(seen, others), torch.from_numpy(pairs), torch.from_numpy(by)
    )
    return F.cross_entropy(scores, torch.tensor(gold), reduction="sum")


def _vectors(seen: Tensor, some: Spans) -> Tensor:
    first, last = torch.from_numpy(some.first), torch.from_numpy(some.last)
    sums = torch.cat([seen.new_zeros(1, seen.shape[1]), torch.cumsum(seen, dim=0)])
    mean = (sums[last + 1] - sums[first]) / (last + 1 - first)[:, None]
    return torch.cat([seen[first], seen[last], mean], dim=1)

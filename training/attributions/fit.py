"""Fitting the encoder: tagger, names and linker together, with a running mean of the weights as the result."""

from __future__ import annotations

import copy
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 the name under which torch is read
from torch import Tensor, nn
from training.attributions.chain import Chain
from training.attributions.examples import UNKNOWN, Cut, Example, cuts
from training.attributions.linker import Linker
from training.attributions.network import Encoder

from pursestrings.reading.encoder import labels


@dataclass(frozen=True)
class Plan:
    """How to fit. `rate` is for the encoder, `new_rate` for what is not pretrained; the last four weigh parts of the loss."""

    seed: int = 1
    epochs: int = 4
    batch: int = 8
    window: int = 254
    rate: float = 2.5e-4
    new_rate: float = 1e-3
    warm: float = 0.06
    decay: float = 0.01
    mean: float = 0.998
    names: float = 0.25
    links: float = 0.25
    taught: float = 1.0
    hidden: float = 0.25


class _Stateful(Protocol):
    """What can hand over its state and take it back."""

    def state_dict(self) -> dict[str, Any]: ...

    def load_state_dict(self, state_dict: dict[str, Any]) -> object: ...


class Model(nn.Module):
    """Everything that is fitted."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.chain = Chain(labels.count(labels.ROLES))
        self.linker = Linker()


@dataclass(frozen=True)
class Batch:
    """Windows of one batch, padded; what a teacher made of them has one row for each piece that is none of padding."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    roles: Tensor
    names: Tensor
    taught: tuple[Tensor, Tensor] | None
    cuts: Sequence[Cut]


def batches(found: Sequence[Cut], size: int) -> Iterator[Batch]:
    """The windows in batches, in their order."""
    for start in range(0, len(found), size):
        some = found[start : start + size]
        longest = max(len(cut.ids) for cut in some)

        def padded(column: str, filler: int, some: Sequence[Cut] = some, longest: int = longest) -> Tensor:
            rows = np.full((len(some), longest), filler, np.int64)
            for row, cut in zip(rows, some, strict=True):
                row[: len(cut.ids)] = getattr(cut, column)
            return torch.from_numpy(rows)

        lengths = torch.tensor([len(cut.ids) for cut in some])
        yield Batch(
            padded("ids", 0),
            padded("features", 0),
            torch.arange(longest)[None] < lengths[:, None],
            padded("roles", UNKNOWN),
            padded("names", UNKNOWN),
            _taught(some),
            some,
        )


def _taught(some: Sequence[Cut]) -> tuple[Tensor, Tensor] | None:
    told = [cut.taught for cut in some if cut.taught is not None]
    if not told:
        return None
    roles, hidden = (
        np.concatenate([getattr(one, name) for one in told]).astype(np.float32)
        for name in ("roles", "hidden")
    )
    return torch.from_numpy(roles), torch.from_numpy(hidden)


def loss(model: Model, batch: Batch, plan: Plan) -> Tensor:
    """The loss of a batch: of the chain over words, of names, and of links between the right spans."""
    hidden = model.encoder.hidden(batch.ids, batch.features, batch.mask)
    roles, names, link = (
        head(hidden) for head in (model.encoder.roles, model.encoder.names, model.encoder.link)
    )
    total = model.chain.loss(*_by_word(roles, batch))
    if batch.taught is not None:
        total = total + _unlikeness(hidden, roles, batch, plan)
    if (batch.names != UNKNOWN).any():
        total = total + plan.names * F.cross_entropy(
            names.flatten(0, 1), batch.names.flatten(), ignore_index=UNKNOWN
        )
    linked = [model.linker.loss(row, cut) for row, cut in zip(link, batch.cuts, strict=True)]
    return total + plan.links * sum(one for one, _ in linked) / max(1, sum(n for _, n in linked))


def _unlikeness(hidden: Tensor, roles: Tensor, batch: Batch, plan: Plan) -> Tensor:
    """How far a student's scores of roles and its last layer are from its teacher's, a piece."""
    assert batch.taught is not None
    told_roles, told_hidden = batch.taught
    far = F.kl_div(
        F.log_softmax(roles[batch.mask], dim=-1), F.softmax(told_roles, dim=-1), reduction="batchmean"
    )
    return plan.taught * far + plan.hidden * F.mse_loss(hidden[batch.mask], told_hidden)


def _by_word(scores: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Scores, labels, openings and presence of words, from those of pieces."""
    counts = [int(cut.word.sum()) for cut in batch.cuts]
    longest = max(counts)
    index = np.zeros((len(counts), longest), np.int64)
    opens = np.zeros((len(counts), longest), np.bool_)
    for row, (count, cut) in enumerate(zip(counts, batch.cuts, strict=True)):
        words = np.flatnonzero(cut.word)
        index[row, :count] = words
        opens[row, 1:count] = np.diff(cut.paragraph[words]) > 0
    at = torch.from_numpy(index)
    known = torch.arange(longest)[None] < torch.tensor(counts)[:, None]
    gold = batch.roles.gather(1, at).clamp(min=0)
    rows = torch.arange(len(counts))[:, None]
    return scores[rows, at], gold, torch.from_numpy(opens), known


def fit(model: Model, examples: Sequence[Sequence[Example]], plan: Plan, kept: Path) -> Model:
    """The fitted model; `examples` gives for each text one example for each of its annotators.

    After each epoch everything is written to `kept`, from where a run that was stopped goes on.
    """
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)  # noqa: S311 nothing here is secret
    model.encoder.pieces.weight.requires_grad_(False)
    steps = plan.epochs * sum(
        1 for _ in batches(cuts([one[0] for one in examples], plan.window, chance), plan.batch)
    )
    steps += plan.epochs * 2
    optimizer = _optimizer(model, plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (plan.warm * steps), max(0.0, 1 - step / steps))
    )
    mean = copy.deepcopy(model)
    parts = {"model": model, "mean": mean, "optimizer": optimizer, "schedule": schedule}
    done, epoch = _go_on(parts, chance, kept)
    before, started, recent = done, time.monotonic(), 0.0
    model.train()
    for number in range(epoch, plan.epochs):
        texts = [chance.choice(one) for one in examples]
        for batch in batches(cuts(texts, plan.window, chance), plan.batch):
            value = loss(model, batch, plan)
            optimizer.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            _average(mean, model, min(plan.mean, done / (done + 10)))
            recent = 0.98 * recent + 0.02 * value.item() if recent else value.item()
            if done % 10 == 0:
                left = (time.monotonic() - started) / (done - before) * (steps - done)
                print(
                    f"\rseed {plan.seed}: step {done} of {steps}, loss {recent:.4f}, {left / 60:.0f} min left ",
                    end="",
                    file=sys.stderr,
                )
        _keep(parts, chance, kept, done, number + 1)
        print(file=sys.stderr)
    mean.eval()
    return mean


def _optimizer(model: Model, plan: Plan) -> torch.optim.Optimizer:
    new, old = [], []
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            is_old = name.startswith(("encoder.places", "encoder.norm", "encoder.layers"))
            (old if is_old else new).append(weight)
    return torch.optim.AdamW(
        [{"params": old, "lr": plan.rate}, {"params": new, "lr": plan.new_rate}], weight_decay=plan.decay
    )


def _keep(parts: Mapping[str, _Stateful], chance: random.Random, kept: Path, done: int, epoch: int) -> None:
    state = {name: part.state_dict() for name, part in parts.items()}
    unfinished = kept.with_suffix(".part")
    torch.save(
        state | {"chance": chance.getstate(), "torch": torch.get_rng_state(), "at": (done, epoch)}, unfinished
    )
    unfinished.replace(kept)


def _go_on(parts: Mapping[str, _Stateful], chance: random.Random, kept: Path) -> tuple[int, int]:
    """Steps and epochs done by an earlier run, whose state is put back; 0 and 0 where there was none."""
    if not kept.exists():
        return 0, 0
    state = torch.load(kept, weights_only=False)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    chance.setstate(state["chance"])
    torch.set_rng_state(state["torch"])
    return state["at"]


@torch.no_grad()
def halfway(one: Model, other: Model) -> Model:
    """The model whose weights are the mean of two fitted from one beginning (Wortsman and others 2022)."""
    made = copy.deepcopy(one)
    _average(made, other, 0.5)
    return made


@torch.no_grad()
def _average(mean: nn.Module, model: nn.Module, keep: float) -> None:
    """Move the running mean of the weights (Polyak and Juditsky 1992) a little towards the weights."""
    for held, now in zip(mean.parameters(), model.parameters(), strict=True):
        held.lerp_(now, 1 - keep)

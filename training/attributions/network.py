"""The encoder as it is trained: MiniLM with the features of words added, and three heads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 the name under which torch is read
from safetensors.torch import load_file
from torch import Tensor, nn

from pursestrings.reading.encoder import labels
from pursestrings.reading.encoder.pieces import FEATURES

LINK = 128
"""Width of what the linker sees of each piece."""


@dataclass(frozen=True)
class Shape:
    """The measures of a BERT encoder."""

    layers: int
    width: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float


class Norm(nn.LayerNorm):
    """Layer norm, exported in its parts: onnxruntime adds and multiplies several numbers at once, its own norm does not."""

    def forward(self, x: Tensor) -> Tensor:
        if not torch.compiler.is_exporting():
            return super().forward(x)
        x = x - x.mean(-1, keepdim=True)
        return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + self.eps) * self.weight + self.bias


class Layer(nn.Module):
    """One layer of BERT: attention and a two-layer network, each added to its input and normed."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.attend = nn.Linear(shape.width, 3 * shape.width)
        self.attended = nn.Linear(shape.width, shape.width)
        self.first_norm = Norm(shape.width, eps=shape.epsilon)
        self.widen = nn.Linear(shape.width, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.width)
        self.second_norm = Norm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        query, key, value = (
            self.attend(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        )
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.first_norm(x + self.drop(self.attended(mixed)))
        return self.second_norm(x + self.drop(self.narrow(F.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Pieces and features in; scores of roles and of names, and what the linker sees, out."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.features = nn.Embedding(FEATURES, shape.width)
        self.norm = Norm(shape.width, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.roles = nn.Linear(shape.width, labels.count(labels.ROLES))
        self.names = nn.Linear(shape.width, labels.count(labels.NAMES))
        self.link = nn.Linear(shape.width, LINK)
        nn.init.zeros_(self.features.weight)

    def hidden(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """The last layer; `mask` is true where there is a piece, None where there is one everywhere."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.pieces(ids) + self.places(at) + self.features(features)))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return x

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of roles, scores of names, link vectors, for windows without padding."""
        x = self.hidden(ids, features)
        return self.roles(x), self.names(x), self.link(x)


def pretrained(folder: Path, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights of a BERT checkpoint (config.json, model.safetensors); the heads are new."""
    config = json.loads((folder / "config.json").read_text())
    shape = Shape(
        config["num_hidden_layers"],
        config["hidden_size"],
        config["num_attention_heads"],
        config["intermediate_size"],
        config["vocab_size"],
        config["max_position_embeddings"],
        config["layer_norm_eps"],
    )
    encoder = Encoder(shape, dropout)
    held = {
        key.removeprefix("bert."): value for key, value in load_file(folder / "model.safetensors").items()
    }
    state = encoder.state_dict()
    state |= {
        "pieces.weight": held["embeddings.word_embeddings.weight"],
        # All text is BERT's first segment, so its vector belongs to every place.
        "places.weight": held["embeddings.position_embeddings.weight"]
        + held["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": held["embeddings.LayerNorm.weight"],
        "norm.bias": held["embeddings.LayerNorm.bias"],
    }
    for number in range(shape.layers):
        of, to = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            state[f"{to}attend.{part}"] = torch.cat(
                [held[f"{of}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            for ours, theirs in (
                ("attended", "attention.output.dense"),
                ("first_norm", "attention.output.LayerNorm"),
                ("widen", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("second_norm", "output.LayerNorm"),
            ):
                state[f"{to}{ours}.{part}"] = held[f"{of}{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder

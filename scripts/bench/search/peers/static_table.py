"""A small static embedder in the layout of Model2Vec, made from a seed, and what model2vec itself says with it.

    static_table.py FOLDER        writes FOLDER/tokenizer.json, model.safetensors, config.json; prints the texts' vectors
"""

import json
import pathlib
import sys

import numpy
from model2vec import StaticModel
from safetensors.numpy import save_file
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

TEXTS = [
    "german speech recognition small", "Llama 3 8B Instruct", "stable-diffusion-xl-base-1.0", "Überraschung in München",
    "中文 语音识别", "", "unbelievably longword tokenisation", "C++ code, with punctuation!?", "русский язык", "zzz",
]
PIECES = "german speech recognition small llama 3 8 b instruct stable diffusion xl base 1 0 uber muni ##chen ##ras ##chung in c code with".split()
PIECES += "unbeliev ##ably long ##word token ##isation + - . , ! ? 中 文 语 音 识 别 русский ##язык язык ##b".split()


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {piece: i for i, piece in enumerate(["[PAD]", "[UNK]", *dict.fromkeys(PIECES)])}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    rows = numpy.random.default_rng(1).normal(size=(len(vocabulary), 16)).astype(numpy.float32)
    save_file({"embeddings": rows}, str(folder / "model.safetensors"))
    (folder / "config.json").write_text(json.dumps({"model_type": "model2vec", "architectures": ["StaticModel"], "normalize": True}))
    model = StaticModel.from_pretrained(folder)
    print(json.dumps({"texts": TEXTS, "vectors": model.encode(TEXTS).astype(float).tolist()}))


if __name__ == "__main__":
    main(sys.argv[1])

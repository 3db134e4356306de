"""The library's vectors and exact neighbors, by numpy alone: the oracle that codes and cells are held against."""

import collections
import dataclasses
import pathlib
import subprocess

import numpy

DIMENSIONS = 384


def exact(vectors, queries, count, block=64):
    """The `count` greatest cosines of every query: numbers and cosines, best first."""
    numbers = numpy.empty((len(queries), count), dtype=numpy.int64)
    cosines = numpy.empty((len(queries), count), dtype=numpy.float32)
    for at in range(0, len(queries), block):
        sims = queries[at : at + block] @ vectors.T
        top = numpy.argpartition(-sims, count, axis=1)[:, :count]
        values = numpy.take_along_axis(sims, top, axis=1)
        order = numpy.argsort(-values, axis=1, kind="stable")
        numbers[at : at + block] = numpy.take_along_axis(top, order, axis=1)
        cosines[at : at + block] = numpy.take_along_axis(values, order, axis=1)
    return numbers, cosines


def unit(rows):
    lengths = numpy.linalg.norm(rows, axis=-1, keepdims=True)
    return rows / numpy.maximum(lengths, 1e-12)


def close_recall(found_cosines, tenth, slack=0.02):
    """The share of ten places that hold something within `slack` of the tenth exact cosine."""
    return numpy.mean([(numpy.asarray(own)[:10] >= limit - slack).sum() / 10 for own, limit in zip(found_cosines, tenth)])


@dataclasses.dataclass
class Models:
    """All models in the order of the index."""

    ids: list
    #: What each is called when spelling does not count.
    keys: list
    #: Of each the number of its group of near-copies; −1 without a vector.
    groups: list

    def __post_init__(self):
        self.number = {name: i for i, name in enumerate(self.ids)}
        self.members = collections.defaultdict(list)
        for number, group in enumerate(self.groups):
            if group >= 0:
                self.members[group].append(number)

    def group(self, number):
        """The models that share its code, itself among them, most popular first."""
        return self.members.get(self.groups[number], [number])


def models(index):
    here = pathlib.Path(__file__).resolve().parent
    done = subprocess.run(["node", str(here / "ids.mjs"), str(index)], capture_output=True, text=True, check=True)
    ids, keys, groups = zip(*(line.split("\t") for line in done.stdout.splitlines()))
    return Models(list(ids), list(keys), [int(g) for g in groups])


def read(folder):
    """The library's vectors, a row a document, unit length; a row of zeros has none. See `SearchIndex/Vectors/VectorFile.swift`."""
    file = next(folder.glob("vectors.*.bin"))
    count, dimensions = numpy.fromfile(file, dtype="<u8", count=2, offset=32)
    scales = numpy.fromfile(file, dtype="<f4", count=count, offset=48)
    codes = numpy.memmap(file, dtype=numpy.int8, mode="r", offset=48 + 4 * int(count), shape=(int(count), int(dimensions)))
    rows = codes.astype(numpy.float32)
    rows *= scales[:, None]
    return rows

"""umap-learn, cosine, of our own vectors: `umap_map.py VECTORS.npy OUT.npy` writes the places and prints the seconds.

The compiling of its loops, which happens once a process, is done before the clock starts.
"""

import json
import os
import sys
import time

import numpy
import umap

vectors = numpy.load(sys.argv[1]).astype(numpy.float32)
umap.UMAP(metric="cosine", n_jobs=os.cpu_count(), n_epochs=2).fit(vectors[:5000])
start = time.monotonic()
places = umap.UMAP(metric="cosine", n_jobs=os.cpu_count()).fit_transform(vectors)
seconds = time.monotonic() - start
numpy.save(sys.argv[2], places)
print(json.dumps({"seconds": seconds}))

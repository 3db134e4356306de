"""scikit-learn's TF-IDF and TruncatedSVD(384) of the same 100,000 records: `svd.py FOLDER` prints its seconds."""

import json
import pathlib
import sys
import time

from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from records import sampled, spaced  # noqa: E402

texts = [" ".join([spaced(r.id), r.task or "", r.library or "", *r.tags]) for r in sampled(pathlib.Path(sys.argv[1]))]
start = time.monotonic()
matrix = TfidfVectorizer(min_df=10, sublinear_tf=True, token_pattern=r"[^\s:]+").fit_transform(texts)
weighed = time.monotonic() - start
vectors = normalize(TruncatedSVD(384, random_state=0).fit_transform(matrix))
print(json.dumps({"seconds": time.monotonic() - start, "tfidf": weighed, "terms": matrix.shape[1], "rows": vectors.shape[0]}))

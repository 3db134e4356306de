"""The peer of the listing bench: how fast huggingface_hub lists every model of an endpoint.

It asks for the same properties that hubatlas does (`ModelQuery.usualExpand`), so that the server's work is the same.
Prints one JSON object: records, seconds of the walk.
"""

import json
import sys
import time

from huggingface_hub import HfApi

PROPERTIES = (
    "author baseModels cardData config createdAt disabled downloads downloadsAllTime gated gguf lastModified "
    "library_name likes pipeline_tag private safetensors tags trendingScore usedStorage"
).split()

start = time.monotonic()
records = sum(1 for _ in HfApi(endpoint=sys.argv[1]).list_models(expand=PROPERTIES))
print(json.dumps({"records": records, "seconds": time.monotonic() - start}))

"""The peer of the listing bench: how fast huggingface_hub lists every model of an endpoint.

Prints one JSON object: records, seconds of the walk.
"""

import json
import sys
import time

from huggingface_hub import HfApi

start = time.monotonic()
records = sum(1 for _ in HfApi(endpoint=sys.argv[1]).list_models())
print(json.dumps({"records": records, "seconds": time.monotonic() - start}))

"""Reads a table with Python's csv module, every field a text; prints rows, fields and seconds as JSON."""

import csv
import json
import sys
import time

start = time.perf_counter()
rows = fields = 0
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    reader = csv.reader(file)
    next(reader)
    for row in reader:
        rows += 1
        fields += len(row)
json.dump({"rows": rows, "fields": fields, "seconds": time.perf_counter() - start}, sys.stdout)

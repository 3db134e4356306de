"""Writes rows of a Parquet file with pyarrow, and proves that pyarrow, DuckDB and Polars read what HubAtlas wrote of them.

    write_parquet.py cut FROM TO ROWS   the middle rows, the 30 first columns that a flat table has, as pyarrow writes them
    write_parquet.py time FILE          → {"snappySeconds": …, "snappyBytes": …, "zstdSeconds": …, "zstdBytes": …}
    write_parquet.py same FILE OTHER…   ends with an error where a value differs
"""

import datetime
import json
import os
import sys
import time

import duckdb
import polars
import pyarrow.parquet as pq


def cut(source, target, rows):
    table = pq.read_table(source)
    table = table.select(table.column_names[:30])
    rows = min(int(rows), table.num_rows)
    # Combined, as a table is that was made in memory.
    pq.write_table(table.slice((table.num_rows - rows) // 2, rows).combine_chunks(), target, store_schema=False)


def measure(path):
    table = pq.read_table(path)
    spent = {}
    for codec in ("snappy", "zstd"):
        target = f"{path}.{codec}.peer"
        start = time.perf_counter()
        pq.write_table(table, target, compression=codec)
        spent[f"{codec}Seconds"] = time.perf_counter() - start
        spent[f"{codec}Bytes"] = os.path.getsize(target)
    json.dump(spent, sys.stdout)


def same(path, *others):
    expected = rows(pq.read_table(path))
    for other in others:
        for name, found in (
            ("pyarrow", pq.read_table(other, page_checksum_verification=True)),
            ("duckdb", duckdb.sql(f"SELECT * FROM read_parquet('{other}')").to_arrow_table()),
            ("polars", polars.read_parquet(other).to_arrow()),
        ):
            for column, values in rows(found).items():
                if values != expected[column]:
                    where = next(i for i, pair in enumerate(zip(values, expected[column])) if pair[0] != pair[1])
                    sys.exit(f"{name} reads another {column} in row {where} of {other}: {values[where]!r}, {expected[column][where]!r}")


def rows(table):
    return {name: [instant(value) for value in table[name].to_pylist()] for name in table.column_names}


def instant(value):
    """Each of them names the time zone in its own way."""
    return value.astimezone(datetime.timezone.utc) if isinstance(value, datetime.datetime) else value


if __name__ == "__main__":
    {"cut": cut, "time": measure, "same": same}[sys.argv[1]](*sys.argv[2:])

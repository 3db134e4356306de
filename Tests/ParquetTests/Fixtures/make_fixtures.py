"""Writes the fixtures beside it: invented rows as pyarrow, DuckDB and Polars write them, with defaults and with every encoding.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install pyarrow duckdb polars
    /tmp/peers/bin/python Tests/ParquetTests/Fixtures/make_fixtures.py

`OthersFilesTests` knows the rows by the same formulas.
"""

import datetime
import decimal
import pathlib

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent
ROWS = range(60)


def table():
    return pa.table({
        "id": pa.array([f"acme/model-{i}" for i in ROWS], pa.string()),
        "task": pa.array([None if i % 4 == 0 else ["text", "image", "日本"][i % 3] for i in ROWS], pa.string()),
        "likes": pa.array([None if i % 5 == 0 else i * i for i in ROWS], pa.int64()),
        "bits": pa.array([None if i % 6 == 0 else -i for i in ROWS], pa.int32()),
        "score": pa.array([None if i % 7 == 0 else i / 4 for i in ROWS], pa.float64()),
        "share": pa.array([None if i % 8 == 0 else i / 8 for i in ROWS], pa.float32()),
        "gated": pa.array([None if i % 9 == 0 else i % 2 == 0 for i in ROWS], pa.bool_()),
        "day": pa.array([None if i % 3 == 0 else datetime.date(2024, 1, 1) + datetime.timedelta(i) for i in ROWS], pa.date32()),
        "created": pa.array([1_700_000_000_000 + i * 1000 for i in ROWS], pa.timestamp("ms", "UTC")),
        "tags": pa.array([None if i % 5 == 0 else [f"t{k}" if k != 2 else None for k in range(i % 4)] for i in ROWS], pa.list_(pa.string())),
    })


def main():
    rows = table()
    plain = [name for name in rows.column_names if name != "tags"]
    write(rows, "pyarrow-default")
    write(rows, "pyarrow-groups", row_group_size=7, data_page_size=64)
    write(rows, "pyarrow-v2", data_page_version="2.0", compression="zstd")
    write(rows, "pyarrow-gzip", compression="gzip", use_dictionary=False, write_page_checksum=True)
    write(rows, "pyarrow-none", compression="none", write_page_index=True)
    write(rows, "pyarrow-delta", use_dictionary=False, column_encoding={
        "id": "DELTA_BYTE_ARRAY", "task": "DELTA_LENGTH_BYTE_ARRAY", "likes": "DELTA_BINARY_PACKED", "bits": "DELTA_BINARY_PACKED",
        "score": "BYTE_STREAM_SPLIT", "share": "BYTE_STREAM_SPLIT", "gated": "RLE", "day": "DELTA_BINARY_PACKED",
        "created": "BYTE_STREAM_SPLIT", "tags.list.element": "DELTA_BYTE_ARRAY",
    })
    write(rows.select(plain), "pyarrow-lz4", compression="lz4")
    write(rows.slice(0, 0), "pyarrow-empty")
    write(nested(), "pyarrow-nested", use_deprecated_int96_timestamps=True)
    duckdb.sql("SET threads = 1")
    duckdb.register("made", rows)
    duckdb.sql(f"COPY made TO '{HERE}/duckdb-default.parquet' (FORMAT parquet)")
    polars.from_arrow(rows).write_parquet(HERE / "polars-default.parquet")


def nested():
    """Structs, maps, lists of lists, decimals, old instants: columns whose values are read, whatever they mean."""
    return pa.table({
        "point": pa.array([{"x": i, "y": {"z": str(i)}} if i % 3 else None for i in ROWS]),
        "lists": pa.array([[[i], []] for i in ROWS], pa.list_(pa.list_(pa.int64()))),
        "map": pa.array([[("k", i)] for i in ROWS], pa.map_(pa.string(), pa.int64())),
        "price": pa.array([decimal.Decimal(i) for i in ROWS], pa.decimal128(9, 2)),
        "old": pa.array([datetime.datetime(2024, 1, 1)] * len(ROWS), pa.timestamp("ns")),
    })


def write(rows, name, **settings):
    # The schema of Arrow in the footer would be most of such a small file.
    pq.write_table(rows, HERE / f"{name}.parquet", store_schema=False, **settings)


if __name__ == "__main__":
    main()

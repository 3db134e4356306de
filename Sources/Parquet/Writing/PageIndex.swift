/// What lets a reader leave out pages: where each lies, and its least and greatest value.
///
/// Source: apache/parquet-format, PageIndex.md.
enum PageIndex {
    static func offsetIndex(_ pages: [PageEntry]) -> [UInt8] {
        var out = CompactWriter()
        out.structure { out in
            out.list(1, .structure, pages) { out, page in
                out.structure {
                    $0.long(1, page.place.offset)
                    $0.int(2, page.place.length)
                    $0.long(3, page.firstRow)
                }
            }
        }
        return out.bytes
    }

    /// Nil where a page with values tells no bounds: the format wants them of all.
    static func columnIndex(_ pages: [PageEntry]) -> [UInt8]? {
        guard pages.allSatisfy({ $0.isNull || $0.statistics.range != nil }) else { return nil }
        var out = CompactWriter()
        out.structure { out in
            out.list(1, .yes, pages) { $0.flag($1.isNull) }
            out.list(2, .binary, pages) { $0.binary($1.statistics.range?.min ?? []) }
            out.list(3, .binary, pages) { $0.binary($1.statistics.range?.max ?? []) }
            // Whether pages are sorted is not looked into: 0 says that it is not known.
            out.int(4, 0)
            out.list(5, .int64, pages) { $0.zigzag($1.statistics.nulls) }
        }
        return out.bytes
    }
}

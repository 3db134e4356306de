import Catalog
import Core
package import JSON
import Lineage
import Numerics

// A census as a document, its lists by column:
//
//     {"version": 2, "kind": "models", "rows": 760000, "owners": 190087, "beforeRecord": 29990, "undated": 0,
//      "source": {"key": …, "title": …, "day": "2024-07-11", "url": …, "license": …, "coverage": "whole", "rows": …, "note": …},
//      "cells": {"month": ["2022-03", …], "task": […], "library": […], "count": […], "downloads": […], "likes": […]},
//      "downloads": {"known": …, "unknown": …, "zero": …, "sum": …, "median": …, "greatest": …, "gini": …,
//                    "top": {"rows": […], "sum": […]}, "giniWithoutGreatest": …, "topWithoutGreatest": {…},
//                    "values": {"value": […], "count": […]}}: each and how often it comes,
//      "likes", "modelsPerOwner", "downloadsPerOwner", "likesPerOwner": the same,
//      "newOwners": {"month", "count"},
//      "topOwners", "mostDownloadedOwners", "mostLikedOwners": {"owner", "count", "downloads", "likes"},
//      "licenses", "languages", "formats", "architectures": {"term", "count", "downloads", "likes"},
//      "sizes": {"group", "quarter", "from", "count", "quantiles": [[5 numbers], …], "classes": [[4 numbers], …]},
//      "trends": {"facet", "month", "term", "count", "downloads"}, "mostDownloaded", "mostLiked": {"repoID", "value"},
//      "fields": [{"scheme", "name", "rows", "owners", "downloads": …, "likes": …, "herfindahl"}, …]}
//      "lineage": see Census+Lineage.swift}
//
// Months are "YYYY-MM"; nil is null.

extension Census {
    /// The version of the document that this program writes, and the only one that it reads.
    package static let version = 3

    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "version": .integer(Self.version), "kind": .string(kind.rawValue), "source": source.json,
            "rows": .integer(rows), "owners": .integer(owners), "beforeRecord": .integer(beforeRecord),
            "undated": .integer(undated),
        ]
        members["downloads"] = downloads.json
        members["likes"] = likes.json
        members["modelsPerOwner"] = modelsPerOwner.json
        members["downloadsPerOwner"] = downloadsPerOwner.json
        members["cells"] = cellColumns
        members["newOwners"] = [
            "month": column(newOwners) { text($0.month) }, "count": column(newOwners) { .integer($0.count) },
        ]
        members["likesPerOwner"] = likesPerOwner.json
        members["topOwners"] = ownerColumns(topOwners)
        members["mostDownloadedOwners"] = ownerColumns(mostDownloadedOwners)
        members["mostLikedOwners"] = ownerColumns(mostLikedOwners)
        members["licenses"] = termColumns(licenses)
        members["languages"] = termColumns(languages)
        members["formats"] = termColumns(formats)
        members["architectures"] = termColumns(architectures)
        members["sizes"] = sizeColumns
        members["trends"] = trendColumns
        members["mostDownloaded"] = namedColumns(mostDownloaded)
        members["mostLiked"] = namedColumns(mostLiked)
        if let lineage { members["lineage"] = lineage.json }
        members["fields"] = .array(fields.map(\.json))
        return .object(members)
    }

    private var cellColumns: JSONValue {
        [
            "month": column(cells) { text($0.month) }, "task": column(cells) { JSONValue($0.task) },
            "library": column(cells) { JSONValue($0.library) }, "count": column(cells) { .integer($0.count) },
            "downloads": column(cells) { .integer($0.downloads) }, "likes": column(cells) { .integer($0.likes) },
        ]
    }

    private func ownerColumns(_ owners: [OwnerCount]) -> JSONValue {
        [
            "owner": column(owners) { .string($0.owner) }, "count": column(owners) { .integer($0.count) },
            "downloads": column(owners) { .integer($0.downloads) }, "likes": column(owners) { .integer($0.likes) },
        ]
    }

    private func termColumns(_ terms: [TermCount]) -> JSONValue {
        [
            "term": column(terms) { JSONValue($0.term) }, "count": column(terms) { .integer($0.count) },
            "downloads": column(terms) { .integer($0.downloads) }, "likes": column(terms) { .integer($0.likes) },
        ]
    }

    private var sizeColumns: JSONValue {
        [
            "group": column(sizes) { .string($0.group) }, "quarter": column(sizes) { text($0.quarter) },
            "from": column(sizes) { JSONValue($0.from?.rawValue) }, "count": column(sizes) { .integer($0.count) },
            "quantiles": column(sizes) { .array($0.quantiles.map { .number($0) }) },
            "classes": column(sizes) { .array($0.classes.map { .integer($0) }) },
        ]
    }

    private var trendColumns: JSONValue {
        [
            "facet": column(trends) { .string($0.facet.rawValue) }, "month": column(trends) { text($0.month) },
            "term": column(trends) { JSONValue($0.term) }, "count": column(trends) { .integer($0.count) },
            "downloads": column(trends) { .integer($0.downloads) },
        ]
    }

    private func namedColumns(_ rows: [NamedCount]) -> JSONValue {
        ["repoID": column(rows) { .string($0.repoID) }, "value": column(rows) { .integer($0.value) }]
    }
}

extension SourceRow {
    /// What the census and the snapshot's manifest say of a list.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "key": .string(key), "title": .string(title), "day": .string(day.description), "url": JSONValue(url),
            "license": JSONValue(license), "coverage": .string(coverage.rawValue), "rows": .integer(rows),
            "note": .string(note),
        ]
        if subject != .models { members["subject"] = .string(subject.rawValue) }
        return .object(members)
    }
}

extension Distribution {
    var json: JSONValue {
        [
            "known": .integer(known), "unknown": .integer(unknown), "zero": .integer(zero), "sum": .integer(sum),
            "median": .number(median), "greatest": .integer(greatest), "gini": .number(gini), "top": columns(top),
            "giniWithoutGreatest": .number(giniWithoutGreatest), "topWithoutGreatest": columns(topWithoutGreatest),
            "values": [
                "value": column(spread.values) { .integer($0) }, "count": column(spread.counts) { .integer($0) },
            ],
        ]
    }

    private func columns(_ tops: [Top]) -> JSONValue {
        ["rows": column(tops) { .integer($0.rows) }, "sum": column(tops) { .integer($0.sum) }]
    }
}

extension Census.FieldCounters {
    var json: JSONValue {
        [
            "scheme": .string(scheme.rawValue), "name": .string(name), "rows": .integer(rows),
            "owners": .integer(owners), "downloads": downloads.json, "likes": likes.json,
            "herfindahl": JSONValue(herfindahl),
        ]
    }
}

func column<Row>(_ rows: [Row], _ value: (Row) -> JSONValue) -> JSONValue { .array(rows.map(value)) }

private func text(_ month: Month?) -> JSONValue { JSONValue(month?.description) }

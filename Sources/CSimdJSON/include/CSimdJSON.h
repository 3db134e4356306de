#pragma once
// A C face for simdjson's DOM parser: text goes in, simdjson's tape comes out. See simdjson.cpp.
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Working memory that can be used again for the next text; one thread at a time.
typedef struct atlas_json_parser atlas_json_parser;
/// One parsed text. Never changes; holds no pointer into the text it was read from.
typedef struct atlas_json_document atlas_json_document;

/// NULL when there is no memory.
atlas_json_parser *atlas_json_parser_new(void);
void atlas_json_parser_free(atlas_json_parser *parser);

/// NULL when the text is not JSON, nests deeper than 256, or there is no memory; `error` then holds simdjson's code.
atlas_json_document *atlas_json_parse(atlas_json_parser *parser, const uint8_t *text, size_t length, int32_t *error);
void atlas_json_document_free(atlas_json_document *document);

/// The tape: one 64-bit word an item, the kind in the upper 8 bits (simdjson, doc/tape.md).
const uint64_t *atlas_json_tape(const atlas_json_document *document);
/// Strings of the tape: a 32-bit length, the bytes, a zero.
const uint8_t *atlas_json_strings(const atlas_json_document *document);

/// What a code means, in English.
const char *atlas_json_error_message(int32_t error);
/// Which of the codes the caller treats apart.
int32_t atlas_json_error_number(void);
int32_t atlas_json_error_utf8(void);

#ifdef __cplusplus
}
#endif

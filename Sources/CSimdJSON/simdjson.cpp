// The only file that sees simdjson's C++: no exception and no C++ type leaves it.
#include "CSimdJSON.h"
#include <new>
#include <simdjson.h>

struct atlas_json_parser {
    simdjson::dom::parser parser;
};

struct atlas_json_document {
    simdjson::dom::document document;
};

// Real answers of the Hub nest a dozen deep; the limit keeps recursive readers off the end of the stack.
static const size_t deepest = 256;

extern "C" {

atlas_json_parser *atlas_json_parser_new(void) {
    return new (std::nothrow) atlas_json_parser;
}

void atlas_json_parser_free(atlas_json_parser *parser) {
    delete parser;
}

atlas_json_document *atlas_json_parse(atlas_json_parser *parser, const uint8_t *text, size_t length, int32_t *error) {
    atlas_json_document *result = new (std::nothrow) atlas_json_document;
    simdjson::error_code code = result ? simdjson::SUCCESS : simdjson::MEMALLOC;
    // The depth is a property of the parser's working memory, so it is made with its first text and kept.
    if (!code && parser->parser.max_depth() != deepest) {
        code = parser->parser.allocate(length, deepest);
    }
    if (!code) {
        code = parser->parser.parse_into_document(result->document, text, length, true).error();
    }
    if (code) {
        delete result;
        *error = code;
        return nullptr;
    }
    return result;
}

void atlas_json_document_free(atlas_json_document *document) {
    delete document;
}

const uint64_t *atlas_json_tape(const atlas_json_document *document) {
    return document->document.tape.get();
}

const uint8_t *atlas_json_strings(const atlas_json_document *document) {
    return document->document.string_buf.get();
}

const char *atlas_json_error_message(int32_t error) {
    return simdjson::error_message(static_cast<simdjson::error_code>(error));
}

int32_t atlas_json_error_number(void) {
    return simdjson::NUMBER_ERROR;
}

int32_t atlas_json_error_utf8(void) {
    return simdjson::UTF8_ERROR;
}
}

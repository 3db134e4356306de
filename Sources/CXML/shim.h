#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

// The type of an error handler's second argument became const in libxml2 2.12; Swift would need two spellings of one closure.
#if LIBXML_VERSION >= 21200
typedef const xmlError *hubatlas_xml_error;
#else
typedef xmlErrorPtr hubatlas_xml_error;
#endif

typedef void (*hubatlas_xml_report)(void *to, int code, int line, const char *message);

struct hubatlas_xml_listener {
    void *to;
    hubatlas_xml_report report;
};

static inline void hubatlas_xml_forward(void *listener, hubatlas_xml_error error) {
    struct hubatlas_xml_listener *l = (struct hubatlas_xml_listener *)listener;
    l->report(l->to, error->code, error->line, error->message ? error->message : "");
}

/// Parses HTML; what is wrong with it goes to `report`, nothing is printed and nothing is fetched.
static inline htmlDocPtr hubatlas_html_read(const char *bytes, int size, void *to, hubatlas_xml_report report) {
    struct hubatlas_xml_listener listener = {to, report};
    xmlSetStructuredErrorFunc(&listener, (xmlStructuredErrorFunc)hubatlas_xml_forward);
    htmlDocPtr document = htmlReadMemory(bytes, size, NULL, "utf-8", HTML_PARSE_NONET);
    xmlSetStructuredErrorFunc(NULL, NULL);
    return document;
}

// xmlFree is a variable that holds a function, which Swift takes for shared mutable state.
static inline void hubatlas_xml_free(xmlChar *text) { xmlFree(text); }

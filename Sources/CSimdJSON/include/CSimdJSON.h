#pragma once
// A C face for simdjson's DOM parser. See simdjson.cpp.

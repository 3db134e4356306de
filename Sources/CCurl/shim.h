#pragma once
#include <curl/curl.h>

// Swift cannot call variadic functions, so each kind of option value has a function of its own.
static inline CURLcode atlas_easy_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode atlas_easy_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode atlas_easy_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode atlas_easy_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode atlas_easy_set_writer(CURL *handle, CURLoption option, curl_write_callback value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode atlas_easy_get_pointer(CURL *handle, CURLINFO info, char **value) {
  return curl_easy_getinfo(handle, info, value);
}
static inline CURLMcode atlas_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
// The members of an anonymous union are reached by no name in Swift.
static inline CURLcode atlas_message_result(const CURLMsg *message) { return message->data.result; }
// A macro with a comma, which Swift does not import.
static inline int atlas_global_init(void) { return (int)curl_global_init(CURL_GLOBAL_DEFAULT); }

// libcurl for Feeds, loaded at the first transfer: with it come some thirty libraries (TLS, Kerberos, LDAP, HTTP/2), which cost the reader
// a third of its start where it fetches nothing. curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one
// function for each kind of argument.
#ifndef TELEX_CCURL_H
#define TELEX_CCURL_H
#include <curl/curl.h>

typedef size_t (*cc_data_function)(char *bytes, size_t size, size_t count, void *context);

// The first call of any function loads libcurl, from whichever thread. Where it is not installed all fail (NULL, CURLE_FAILED_INIT).
CURL *cc_easy_init(void);
void cc_easy_cleanup(CURL *h);
const char *cc_easy_strerror(CURLcode code);
struct curl_slist *cc_slist_append(struct curl_slist *list, const char *text);
void cc_slist_free_all(struct curl_slist *list);
CURLM *cc_multi_init(void);
CURLMcode cc_multi_cleanup(CURLM *m);
CURLMcode cc_multi_add_handle(CURLM *m, CURL *h);
CURLMcode cc_multi_remove_handle(CURLM *m, CURL *h);
CURLMcode cc_multi_perform(CURLM *m, int *running);
CURLMcode cc_multi_poll(CURLM *m, struct curl_waitfd *extra, unsigned int count, int milliseconds, int *ready);
CURLMsg *cc_multi_info_read(CURLM *m, int *left);

CURLcode cc_set_long(CURL *h, CURLoption o, long v);
CURLcode cc_set_text(CURL *h, CURLoption o, const char *v);
CURLcode cc_set_pointer(CURL *h, CURLoption o, void *v);
CURLcode cc_set_list(CURL *h, CURLoption o, struct curl_slist *v);
CURLcode cc_set_data(CURL *h, CURLoption o, cc_data_function v);
CURLcode cc_get_long(CURL *h, CURLINFO i, long *v);
CURLcode cc_get_text(CURL *h, CURLINFO i, char **v);
CURLcode cc_get_pointer(CURL *h, CURLINFO i, void **v);

// Opens sockets to the public Internet only: asked after the name was resolved, so a name that changes its answer does not pass.
// `refused` is set to 1 where an address was refused.
CURLcode cc_public_only(CURL *h, int *refused);

// Connections to link-local addresses are refused, and noted in the int.
CURLcode cc_no_link_local(CURL *h, int *refused);

// Opens any socket, as libcurl does by itself.
CURLcode cc_any_address(CURL *h);

// Whether a host is written as an address of this machine or its network, or only a link-local one; 0 for names.
int cc_is_private_host(const char *host, int link_local_only);

// Whether an address as libcurl prints it is a private one; what is no address counts as private.
int cc_is_private_text(const char *text);

// What a finished transfer's message says, which Swift cannot read out of the union.
static inline CURLcode cc_result(const CURLMsg *message) { return message->data.result; }
#endif

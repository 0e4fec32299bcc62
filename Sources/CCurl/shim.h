// libcurl for Feeds. curl_easy_setopt and curl_easy_getinfo are variadic macros that Swift cannot call: one function for each kind of
// argument. The socket callback lives here because Swift does not see struct sockaddr's casts.
#ifndef TELEX_CCURL_SHIM_H
#define TELEX_CCURL_SHIM_H
#include <curl/curl.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef size_t (*cc_data_function)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode cc_set_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode cc_set_text(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode cc_set_pointer(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode cc_set_list(CURL *h, CURLoption o, struct curl_slist *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode cc_set_data(CURL *h, CURLoption o, cc_data_function v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode cc_get_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode cc_get_text(CURL *h, CURLINFO i, char **v) { return curl_easy_getinfo(h, i, v); }
static inline CURLcode cc_get_pointer(CURL *h, CURLINFO i, void **v) { return curl_easy_getinfo(h, i, v); }

// Whether an IPv4 address (host byte order) is none of the public Internet (RFC 6890).
static inline int cc_private_v4(unsigned long a) {
  return (a >> 24) == 0 || (a >> 24) == 10 || (a >> 24) == 127 || (a >> 16) == 0xA9FE || (a >> 20) == 0xAC1 ||
         (a >> 16) == 0xC0A8 || (a >> 22) == (0x64400000UL >> 22) || (a >> 8) == 0xC00000 || (a >> 17) == (0xC6120000UL >> 17) ||
         (a >> 28) >= 0xE;
}

// Whether a socket address leads to this machine, its network or nowhere. IPv4 inside IPv6 counts as IPv4.
static inline int cc_is_private(const struct sockaddr *address) {
  if (address->sa_family == AF_INET) {
    struct sockaddr_in v4;
    memcpy(&v4, address, sizeof v4);
    return cc_private_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return 1;
  struct sockaddr_in6 v6;
  memcpy(&v6, address, sizeof v6);
  const unsigned char *b = v6.sin6_addr.s6_addr;
  static const unsigned char zeros[12];
  int mapped = memcmp(b, zeros, 10) == 0 && b[10] == 0xFF && b[11] == 0xFF;
  int translated = b[0] == 0 && b[1] == 0x64 && b[2] == 0xFF && b[3] == 0x9B;
  int compatible = memcmp(b, zeros, 12) == 0;
  if (mapped || translated || compatible)
    return cc_private_v4((unsigned long)b[12] << 24 | (unsigned long)b[13] << 16 | (unsigned long)b[14] << 8 | b[15]);
  if (b[0] == 0x20 && b[1] == 0x02)
    return cc_private_v4((unsigned long)b[2] << 24 | (unsigned long)b[3] << 16 | (unsigned long)b[4] << 8 | b[5]);
  return (b[0] & 0xFE) == 0xFC || (b[0] == 0xFE && (b[1] & 0xC0) == 0x80) || b[0] == 0xFF;
}

// Opens sockets to the public Internet only: asked after the name was resolved, so a name that changes its answer does not pass.
// The context is an int that is set to 1 where an address was refused.
static inline curl_socket_t cc_open_public(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  if (cc_is_private(&address->addr)) {
    if (context) *(int *)context = 1;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}
static inline CURLcode cc_public_only(CURL *h, int *refused) {
  curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, refused);
  return curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, cc_open_public);
}

// Opens any socket, as libcurl does by itself.
static inline CURLcode cc_any_address(CURL *h) { return curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, NULL); }

// Whether an address as libcurl prints it is a private one; what is no address counts as private.
static inline int cc_is_private_text(const char *text) {
  struct sockaddr_in v4 = {.sin_family = AF_INET};
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) return cc_is_private((struct sockaddr *)&v4);
  struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
  if (inet_pton(AF_INET6, text, &v6.sin6_addr) == 1) return cc_is_private((struct sockaddr *)&v6);
  return 1;
}

// What a finished transfer's message says, which Swift cannot read out of the union.
static inline CURLcode cc_result(const CURLMsg *message) { return message->data.result; }
#endif

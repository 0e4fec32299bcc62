// libcurl behind pointers that dlopen fills in, and the check of addresses, which Swift cannot write: it does not see struct sockaddr's
// casts.
#define CURL_DISABLE_TYPECHECK
#include "shim.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  const char *(*easy_strerror)(CURLcode);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
  void (*slist_free_all)(struct curl_slist *);
  CURLM *(*multi_init)(void);
  CURLMcode (*multi_cleanup)(CURLM *);
  CURLMcode (*multi_add_handle)(CURLM *, CURL *);
  CURLMcode (*multi_remove_handle)(CURLM *, CURL *);
  CURLMcode (*multi_perform)(CURLM *, int *);
  CURLMcode (*multi_poll)(CURLM *, struct curl_waitfd *, unsigned int, int, int *);
  CURLMsg *(*multi_info_read)(CURLM *, int *);
} curl;

static int loaded = -1;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Debian's two builds of the same interface (OpenSSL, GnuTLS).
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  int missing = 0;
#define LOAD(name)                                              \
  *(void **)&curl.name = dlsym(library, "curl_" #name);         \
  if (!curl.name) missing = 1
  LOAD(global_init);
  LOAD(easy_init);
  LOAD(easy_cleanup);
  LOAD(easy_strerror);
  LOAD(easy_setopt);
  LOAD(easy_getinfo);
  LOAD(slist_append);
  LOAD(slist_free_all);
  LOAD(multi_init);
  LOAD(multi_cleanup);
  LOAD(multi_add_handle);
  LOAD(multi_remove_handle);
  LOAD(multi_perform);
  LOAD(multi_poll);
  LOAD(multi_info_read);
#undef LOAD
  if (!missing && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK) loaded = 0;
}

static int cc_load(void) {
  pthread_once(&once, load);
  return loaded;
}

CURL *cc_easy_init(void) { return cc_load() == 0 ? curl.easy_init() : NULL; }
void cc_easy_cleanup(CURL *h) { if (h && cc_load() == 0) curl.easy_cleanup(h); }
const char *cc_easy_strerror(CURLcode code) { return cc_load() == 0 ? curl.easy_strerror(code) : "libcurl is not installed"; }
struct curl_slist *cc_slist_append(struct curl_slist *list, const char *text) { return cc_load() == 0 ? curl.slist_append(list, text) : NULL; }
void cc_slist_free_all(struct curl_slist *list) { if (list && cc_load() == 0) curl.slist_free_all(list); }
CURLM *cc_multi_init(void) { return cc_load() == 0 ? curl.multi_init() : NULL; }
CURLMcode cc_multi_cleanup(CURLM *m) { return cc_load() == 0 ? curl.multi_cleanup(m) : CURLM_BAD_HANDLE; }
CURLMcode cc_multi_add_handle(CURLM *m, CURL *h) { return cc_load() == 0 ? curl.multi_add_handle(m, h) : CURLM_BAD_HANDLE; }
CURLMcode cc_multi_remove_handle(CURLM *m, CURL *h) { return cc_load() == 0 ? curl.multi_remove_handle(m, h) : CURLM_BAD_HANDLE; }
CURLMcode cc_multi_perform(CURLM *m, int *running) { return cc_load() == 0 ? curl.multi_perform(m, running) : CURLM_BAD_HANDLE; }
CURLMcode cc_multi_poll(CURLM *m, struct curl_waitfd *extra, unsigned int count, int milliseconds, int *ready) {
  return cc_load() == 0 ? curl.multi_poll(m, extra, count, milliseconds, ready) : CURLM_BAD_HANDLE;
}
CURLMsg *cc_multi_info_read(CURLM *m, int *left) { return cc_load() == 0 ? curl.multi_info_read(m, left) : NULL; }

#define easy_setopt(h, o, v) (cc_load() == 0 ? curl.easy_setopt(h, o, v) : CURLE_FAILED_INIT)
#define easy_getinfo(h, i, v) (cc_load() == 0 ? curl.easy_getinfo(h, i, v) : CURLE_FAILED_INIT)

CURLcode cc_set_long(CURL *h, CURLoption o, long v) { return easy_setopt(h, o, v); }
CURLcode cc_set_text(CURL *h, CURLoption o, const char *v) { return easy_setopt(h, o, v); }
CURLcode cc_set_pointer(CURL *h, CURLoption o, void *v) { return easy_setopt(h, o, v); }
CURLcode cc_set_list(CURL *h, CURLoption o, struct curl_slist *v) { return easy_setopt(h, o, v); }
CURLcode cc_set_data(CURL *h, CURLoption o, cc_data_function v) { return easy_setopt(h, o, v); }
CURLcode cc_get_long(CURL *h, CURLINFO i, long *v) { return easy_getinfo(h, i, v); }
CURLcode cc_get_text(CURL *h, CURLINFO i, char **v) { return easy_getinfo(h, i, v); }
CURLcode cc_get_pointer(CURL *h, CURLINFO i, void **v) { return easy_getinfo(h, i, v); }

// Whether an IPv4 address (host byte order) is none of the public Internet (RFC 6890).
static int cc_private_v4(unsigned long a) {
  return (a >> 24) == 0 || (a >> 24) == 10 || (a >> 24) == 127 || (a >> 16) == 0xA9FE || (a >> 20) == 0xAC1 ||
         (a >> 16) == 0xC0A8 || (a >> 22) == (0x64400000UL >> 22) || (a >> 8) == 0xC00000 || (a >> 17) == (0xC6120000UL >> 17) ||
         (a >> 28) >= 0xE;
}

// Link-local addresses, where machines in a cloud are told their secrets (RFC 3927).
static int cc_link_local_v4(unsigned long a) { return (a >> 16) == 0xA9FE; }

// Whether a socket address is one of those that the test of IPv4 addresses finds, or the like in IPv6. IPv4 inside IPv6 counts as IPv4.
static int cc_is_within(const struct sockaddr *address, int (*test)(unsigned long), int all_private) {
  if (address->sa_family == AF_INET) {
    struct sockaddr_in v4;
    memcpy(&v4, address, sizeof v4);
    return test(ntohl(v4.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return all_private;
  struct sockaddr_in6 v6;
  memcpy(&v6, address, sizeof v6);
  const unsigned char *b = v6.sin6_addr.s6_addr;
  static const unsigned char zeros[12];
  int mapped = memcmp(b, zeros, 10) == 0 && b[10] == 0xFF && b[11] == 0xFF;
  int translated = b[0] == 0 && b[1] == 0x64 && b[2] == 0xFF && b[3] == 0x9B;
  int compatible = memcmp(b, zeros, 12) == 0;
  if (mapped || translated || compatible)
    return test((unsigned long)b[12] << 24 | (unsigned long)b[13] << 16 | (unsigned long)b[14] << 8 | b[15]);
  if (b[0] == 0x20 && b[1] == 0x02)
    return test((unsigned long)b[2] << 24 | (unsigned long)b[3] << 16 | (unsigned long)b[4] << 8 | b[5]);
  int link_local = b[0] == 0xFE && (b[1] & 0xC0) == 0x80;
  return link_local || (all_private && ((b[0] & 0xFE) == 0xFC || b[0] == 0xFF));
}

// Whether a socket address leads to this machine, its network or nowhere.
static int cc_is_private(const struct sockaddr *address) { return cc_is_within(address, cc_private_v4, 1); }

// Opens sockets to the public Internet only: asked after the name was resolved, so a name that changes its answer does not pass.
// The context is an int that is set to 1 where an address was refused.
static curl_socket_t cc_open_public(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  if (cc_is_private(&address->addr)) {
    if (context) *(int *)context = 1;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}
CURLcode cc_public_only(CURL *h, int *refused) {
  easy_setopt(h, CURLOPT_OPENSOCKETDATA, refused);
  return easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, cc_open_public);
}

// Opens sockets anywhere but to link-local addresses: what a server on this machine's network may send on to.
static curl_socket_t cc_open_beyond_link(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  if (cc_is_within(&address->addr, cc_link_local_v4, 0)) {
    if (context) *(int *)context = 1;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}
CURLcode cc_no_link_local(CURL *h, int *refused) {
  easy_setopt(h, CURLOPT_OPENSOCKETDATA, refused);
  return easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, cc_open_beyond_link);
}

// Opens any socket, as libcurl does by itself.
CURLcode cc_any_address(CURL *h) { return easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, NULL); }

// Whether a host is written as an address (in any form that the system reads: 0x7f.1, 2130706433) of this machine or its network, or a
// link-local one: for what goes by a proxy, which looks up names by itself.
int cc_is_private_host(const char *host, int link_local_only) {
  struct addrinfo hints = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM}, *found = NULL;
  if (getaddrinfo(host, NULL, &hints, &found) != 0) return 0;
  int is = link_local_only ? cc_is_within(found->ai_addr, cc_link_local_v4, 0) : cc_is_private(found->ai_addr);
  freeaddrinfo(found);
  return is;
}

// Whether an address as libcurl prints it is a private one; what is no address counts as private.
int cc_is_private_text(const char *text) {
  struct sockaddr_in v4 = {.sin_family = AF_INET};
  if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) return cc_is_private((struct sockaddr *)&v4);
  struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
  if (inet_pton(AF_INET6, text, &v6.sin6_addr) == 1) return cc_is_private((struct sockaddr *)&v6);
  return 1;
}

// The only C that knows libxml2: its callbacks handed on to a cx_handler.
#include "CLibXML2.h"
#include <libxml/parser.h>
#include <pthread.h>
#include <string.h>

typedef struct {
  cx_handler handler;
  void *context;
} listener;

static void on_open(void *user, const xmlChar *name, const xmlChar **attributes) {
  listener *it = user;
  if (name != NULL) it->handler.open(it->context, (const char *)name, (const char *const *)attributes);
}

static void on_close(void *user, const xmlChar *name) {
  (void)name;
  listener *it = user;
  it->handler.close(it->context);
}

static void on_text(void *user, const xmlChar *bytes, int count) {
  listener *it = user;
  if (bytes != NULL && count > 0) it->handler.text(it->context, (const char *)bytes, count);
}

static xmlParserInputPtr refuse(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url, (void)id, (void)context;
  return NULL;
}

static void set_up(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(refuse);
}

int cx_parse(const char *bytes, int count, cx_handler handler, void *context) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, set_up);
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_open;
  sax.endElement = on_close;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  listener it = { handler, context };
  return xmlSAXUserParseMemory(&sax, &it, bytes, count) == 0;
}

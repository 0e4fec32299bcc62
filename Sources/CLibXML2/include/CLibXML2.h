// libxml2's event parser for WireFormats, without libxml2's headers: those bring in ICU's, which clash with Foundation's own.
#ifndef TELEX_CLIBXML2_H
#define TELEX_CLIBXML2_H

// Who is told of what the parser meets, in the document's order. Texts are UTF-8; each is the parser's and lasts for the call.
typedef struct {
  // A start tag with its prefixed name; names and values of attributes in turn, a null pointer at the end (or instead).
  void (*_Nonnull open)(void *_Nullable context, const char *_Nonnull name, const char *_Nullable const *_Nullable attributes);
  void (*_Nonnull close)(void *_Nullable context);
  // A piece of text, of white space, or of a CDATA section: `count` bytes.
  void (*_Nonnull text)(void *_Nullable context, const char *_Nonnull bytes, int count);
} cx_handler;

// Parses `count` bytes of UTF-8. 1 where the document is well-formed; 0 where it is not, after what came before the fault.
// Entities are not replaced and no file is ever loaded.
int cx_parse(const char *_Nonnull bytes, int count, cx_handler handler, void *_Nullable context);

#endif

// libxml2 for WireFormats: the only headers it needs.
#ifndef TELEX_CLIBXML2_SHIM_H
#define TELEX_CLIBXML2_SHIM_H
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <libxml/encoding.h>
#endif

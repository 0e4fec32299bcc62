// Bytes packed and unpacked by zlib, whose macros and struct sizes Swift does not see: only these functions.
//
// Each thread keeps one stream of each kind and resets it: beginning a new one for each text costs as much as the text.
#ifndef TELEX_CZLIB_H
#define TELEX_CZLIB_H
#include <stddef.h>
#include <stdint.h>

// The most bytes that so many may be packed into.
size_t cz_bound(size_t count);
// Packs into `out`, which has room for cz_bound(count); gives the number of bytes, 0 on failure.
size_t cz_pack(const uint8_t *bytes, size_t count, uint8_t *out, size_t room);
// Unpacks exactly `size` bytes; 1 on success, 0 where the bytes are not a whole zlib stream (RFC 1950, its checksum held) of that size.
int cz_unpack(const uint8_t *bytes, size_t count, uint8_t *out, size_t size);

#endif

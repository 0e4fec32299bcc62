// ncurses as Telex uses it, without its macros and global variables: Swift sees only these functions.
//
// One terminal at a time, one thread. ncurses draws; input is read from standard input by Swift, so that bracketed paste,
// mouse reports and keys with modifiers are decoded in one place that tests reach.
#ifndef TELEX_CNCURSES_H
#define TELEX_CNCURSES_H
#include <stdint.h>

// What cn_open says.
enum { CN_OK = 0, CN_NOT_A_TERMINAL = 1, CN_UNKNOWN_TERMINAL = 2, CN_NO_CURSOR_ADDRESSING = 3 };

// Takes the locale of the environment; where its characters are not UTF-8, tries C.UTF-8 for them. 1 if they are UTF-8 then.
int cn_set_locale(void);

// Whether a description of the terminal is installed.
int cn_is_known(const char *term);

// Takes the terminal over: saves its modes, catches signals, opens the alternate screen. `begin` is written after that and
// `end` on every way out, also from a crash; both are the caller's private modes (mouse, paste) and may be empty.
int cn_open(const char *term, const char *begin, const char *end);
// Gives it back as it was found. Harmless when it is not open.
void cn_close(void);
// Gives it back for a while (a child program, the shell), and takes it again.
void cn_release(void);
void cn_retake(void);
// Stops this process as Ctrl-Z would; returns when it is continued.
void cn_stop_self(void);

// The read end of a pipe that carries one byte, the signal's number, for each signal that came.
int cn_signal_descriptor(void);

// The terminal's size now, asked of the kernel; 0 if it does not know.
int cn_rows(void);
int cn_columns(void);
// Tells ncurses the size.
void cn_resize(int rows, int columns);

// How many colours the description names; 0 for none. cn_is_direct: a colour's number is its RGB value.
int cn_colors(void);
int cn_is_direct(void);
// A colour pair; -1 is the terminal's own colour.
int cn_pair(int foreground, int background);
// The string of a terminfo capability; NULL where it has none. Belongs to ncurses.
const char *cn_capability(const char *name);

enum { CN_BOLD = 1, CN_DIM = 2, CN_ITALIC = 4, CN_UNDERLINE = 8, CN_REVERSE = 16 };

// Puts one cluster of that width into the cells from (x, y) on. What the C library sees with another width becomes U+FFFD or ?.
void cn_put(int y, int x, const uint32_t *scalars, int count, int width, int attributes, int pair);
// The C library's width of a scalar, -1 for one that it does not know.
int cn_width(uint32_t scalar);
// Draws what changed, and puts the cursor there; x < 0 hides it.
void cn_show(int y, int x);
// Makes the next cn_show draw everything.
void cn_forget(void);
// Writes bytes to the terminal at once, past ncurses.
void cn_write(const char *bytes, int count);

#endif

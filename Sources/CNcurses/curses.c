// Drawing: the part of the shim that talks to ncurses.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "lifetime.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
// What the terminal cannot do is shown by what it can.
static int has_italic, has_underline;

static int is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// The locale that the environment names for characters (POSIX.1-2017, 8.2); NULL where it names none.
static const char *named_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value && *value) return value;
  }
  return NULL;
}

int cn_set_locale(void) {
  setlocale(LC_ALL, "");
  // Numbers and messages are written by Telex itself, never by the C library's locale.
  setlocale(LC_NUMERIC, "C");
  // Where no locale is named, or one of UTF-8 that is not installed here, terminals of today take UTF-8. Where another set of
  // characters is named, that is the terminal's.
  const char *name = named_locale();
  if (!is_utf8() && (!name || strcasestr(name, "utf-8") || strcasestr(name, "utf8"))) setlocale(LC_CTYPE, "C.UTF-8");
  return is_utf8();
}

int cn_is_known(const char *term) {
  int error = 0;
  if (setupterm(term, STDOUT_FILENO, &error) == ERR) return 0;
  del_curterm(cur_term);
  return 1;
}

const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

int cn_open(const char *term, const char *begin, const char *end) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NOT_A_TERMINAL;
  int error = 0;
  if (setupterm(term, STDOUT_FILENO, &error) == ERR) return CN_UNKNOWN_TERMINAL;
  int can_move = cn_capability("cup") != NULL;
  del_curterm(cur_term);
  if (!can_move) return CN_NO_CURSOR_ADDRESSING;

  cn_catch_signals();
  screen = newterm(term, stdout, stdin);
  if (!screen) {
    cn_uncatch_signals();
    return CN_UNKNOWN_TERMINAL;
  }
  cn_prepare_restore(end);
  has_italic = cn_capability("sitm") != NULL;
  has_underline = cn_capability("smul") != NULL;
  raw();
  noecho();
  nonl();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  cn_resize(cn_rows(), cn_columns());
  // Until a program has once come back from endwin(), ncurses writes out after each movement of the cursor (lib_mvcur.c asks
  // `_endwin == ewInitial`): a frame would go to the terminal in a hundred pieces, and now goes in one.
  endwin();
  // The first refresh opens the alternate screen; private modes come after it.
  refresh();
  curs_set(0);
  cn_set_begin(begin);
  cn_begin();
  return CN_OK;
}

void cn_close(void) {
  if (!screen) return;
  cn_end();
  endwin();
  cn_forget_restore();
  delscreen(screen);
  screen = NULL;
  cn_uncatch_signals();
}

void cn_release(void) {
  cn_end();
  curs_set(1);
  endwin();
}

void cn_retake(void) {
  refresh();
  curs_set(0);
  cn_begin();
  clearok(curscr, TRUE);
}

int cn_rows(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

int cn_columns(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void cn_resize(int height, int width) {
  if (height > 0 && width > 0) resizeterm(height, width);
}

int cn_colors(void) { return has_colors() ? COLORS : 0; }

int cn_is_direct(void) {
  if (tigetflag("RGB") > 0) return 1;
  if (tigetnum("RGB") > 0) return 1;
  return cn_capability("RGB") != NULL;
}

int cn_pair(int foreground, int background) {
  if (foreground < 0 && background < 0) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(int attributes) {
  attr_t result = A_NORMAL;
  if ((attributes & CN_ITALIC) && !has_italic) attributes = (attributes & ~CN_ITALIC) | CN_UNDERLINE;
  if ((attributes & CN_UNDERLINE) && !has_underline) attributes = (attributes & ~CN_UNDERLINE) | CN_BOLD;
  if (attributes & CN_BOLD) result |= A_BOLD;
  if (attributes & CN_DIM) result |= A_DIM;
  if (attributes & CN_ITALIC) result |= A_ITALIC;
  if (attributes & CN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & CN_REVERSE) result |= A_REVERSE;
  return result;
}

// Zero-width joiner and the emoji variation selectors change widths on some terminals and not on others: never sent.
static int is_joiner(uint32_t scalar) { return scalar == 0x200D || scalar == 0xFE0E || scalar == 0xFE0F; }

void cn_put(int y, int x, const uint32_t *scalars, int count, int width, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  cchar_t cells[2];
  attr_t attrs = attributes_of(attributes);
  int used = 0;
  int measured = count > 0 ? wcwidth((wchar_t)scalars[0]) : -1;
  if (count > 0) text[used++] = (wchar_t)scalars[0];
  for (int i = 1; i < count && used < CCHARW_MAX; i++) {
    if (!is_joiner(scalars[i]) && wcwidth((wchar_t)scalars[i]) == 0) text[used++] = (wchar_t)scalars[i];
  }
  int flag = width == 2 && measured == 1 && count > 1 && wcwidth((wchar_t)scalars[1]) == 1;
  if (flag) {
    // Two regional indicators, one cell each for the C library: the terminal makes a flag of them, or does not.
    wchar_t second[2] = {(wchar_t)scalars[1], 0};
    text[1] = 0;
    setcchar(&cells[0], text, attrs, 0, &pair);
    setcchar(&cells[1], second, attrs, 0, &pair);
    mvadd_wchnstr(y, x, cells, 2);
    return;
  }
  if (measured == width) {
    setcchar(&cells[0], text, attrs, 0, &pair);
    mvadd_wchnstr(y, x, cells, 1);
    return;
  }
  // A character that is newer than the C library, or a symbol that it sees with another width.
  wchar_t unknown[2] = {wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?', 0};
  setcchar(&cells[0], unknown, attrs, 0, &pair);
  setcchar(&cells[1], L" ", attrs, 0, &pair);
  mvadd_wchnstr(y, x, cells, width == 2 ? 2 : 1);
}

int cn_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void cn_show(int y, int x) {
  if (x >= 0) {
    move(y, x);
    curs_set(1);
  } else {
    curs_set(0);
  }
  refresh();
}

void cn_forget(void) { clearok(curscr, TRUE); }

// Leaving: signals and the way back to the shell's terminal. Handlers use only async-signal-safe calls on prepared bytes.
#define _GNU_SOURCE
#include "lifetime.h"
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int asked[] = {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT};
static const int fatal[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGABRT, SIGQUIT};
enum { ASKED = sizeof asked / sizeof *asked, FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction asked_before[ASKED], fatal_before[FATAL];
static int pipe_ends[2] = {-1, -1};
static volatile sig_atomic_t terminations;
static volatile sig_atomic_t must_restore;
static int caught;

static struct termios modes_before;
static char restore_bytes[512];
static size_t restore_length;
static char begin_bytes[128], end_bytes[128];

static void write_all(const char *bytes, size_t count) {
  int patience = 20;
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN && patience-- > 0) {
      struct pollfd line = {STDOUT_FILENO, POLLOUT, 0};
      poll(&line, 1, 50);
    } else if (!(written < 0 && errno == EINTR)) {
      return;
    }
  }
}

void cn_write(const char *bytes, int count) {
  if (count > 0) write_all(bytes, (size_t)count);
}

// Async-signal-safe, and does its work once.
static void restore_now(void) {
  if (!must_restore) return;
  must_restore = 0;
  write_all(restore_bytes, restore_length);
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
}

static void on_asked(int number) {
  int saved = errno;
  // A loop that does not answer the first request is left by force at the second.
  if (number == SIGTERM || number == SIGINT || number == SIGHUP) {
    if (++terminations > 1) {
      restore_now();
      _exit(128 + number);
    }
  }
  unsigned char byte = (unsigned char)number;
  if (pipe_ends[1] >= 0) {
    ssize_t ignored = write(pipe_ends[1], &byte, 1);
    (void)ignored;
  }
  errno = saved;
}

static void on_fatal(int number) {
  restore_now();
  // Whoever handled it before (Swift's backtracer, or the default) has the last word.
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  raise(number);
}

void cn_catch_signals(void) {
  if (caught) return;
  caught = 1;
  terminations = 0;
  tcgetattr(STDIN_FILENO, &modes_before);
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) pipe_ends[0] = pipe_ends[1] = -1;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigfillset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  action.sa_handler = on_asked;
  sigset_t open;
  sigemptyset(&open);
  for (int i = 0; i < ASKED; i++) {
    sigaddset(&open, asked[i]);
    sigaction(asked[i], NULL, &asked_before[i]);
    // What the parent wants ignored (nohup) stays ignored.
    if (asked_before[i].sa_handler != SIG_IGN) sigaction(asked[i], &action, NULL);
  }
  // A parent that started the program from a thread with blocked signals hands its mask on: nobody could end or resize it.
  sigprocmask(SIG_UNBLOCK, &open, NULL);

  // A stack of its own, so that running out of stack is restored from, too.
  static char stack_bytes[64 * 1024];
  stack_t stack = {.ss_sp = stack_bytes, .ss_size = sizeof stack_bytes};
  stack_t before;
  if (sigaltstack(NULL, &before) == 0 && (before.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
  action.sa_flags = SA_ONSTACK;
  action.sa_handler = on_fatal;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &fatal_before[i]);
}

void cn_uncatch_signals(void) {
  if (!caught) return;
  caught = 0;
  for (int i = 0; i < ASKED; i++) sigaction(asked[i], &asked_before[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &fatal_before[i], NULL);
}

int cn_signal_descriptor(void) { return pipe_ends[0]; }

void cn_stop_self(void) { raise(SIGSTOP); }

// Adds a terminfo string without its padding, `$<5>`.
static void add_capability(const char *name) {
  const char *text = cn_capability(name);
  while (text && *text && restore_length < sizeof restore_bytes) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end) {
      text = end + 1;
    } else {
      restore_bytes[restore_length++] = *text++;
    }
  }
}

void cn_prepare_restore(const char *end) {
  static int registered;
  restore_length = 0;
  strncpy(end_bytes, end, sizeof end_bytes - 1);
  memcpy(restore_bytes, end_bytes, strlen(end_bytes));
  restore_length = strlen(end_bytes);
  add_capability("sgr0");
  add_capability("op");
  add_capability("cnorm");
  add_capability("rmcup");
  must_restore = 1;
  if (!registered) registered = atexit(restore_now) == 0;
}

void cn_forget_restore(void) { must_restore = 0; }

void cn_set_begin(const char *begin) { strncpy(begin_bytes, begin, sizeof begin_bytes - 1); }
void cn_begin(void) { write_all(begin_bytes, strlen(begin_bytes)); }
void cn_end(void) { write_all(end_bytes, strlen(end_bytes)); }

// Between the two halves of the shim: what must happen to the terminal when the program leaves, on whatever way.
#ifndef TELEX_LIFETIME_H
#define TELEX_LIFETIME_H

// Saves the terminal's modes (before newterm changes them), catches resize, stop, continue, hang-up and termination into a
// pipe, and crashes into a handler that restores the terminal.
void cn_catch_signals(void);
void cn_uncatch_signals(void);

// Prepares the bytes that a handler writes: `end`, then the terminfo strings that undo colours, cursor and alternate screen.
void cn_prepare_restore(const char *end);
// From now on there is nothing to restore.
void cn_forget_restore(void);

// The caller's private modes on and off.
void cn_set_begin(const char *begin);
void cn_begin(void);
void cn_end(void);

#endif

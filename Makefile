# Telex: `make run` opens the reader on the sample data, `make test` runs every test. Both install what is missing.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
# Without debug information: it takes a fifth of the time that compiling Extraction takes; symbols stay.
RELEASE  = --static-swift-stdlib -c release -debug-info-format none
BIN      = .build/release
SHARE    = $(DESTDIR)$(PREFIX)/share
# Rounds of `make soak`, seconds of `make fuzz` for each target, and the size of the store that `make bench` measures (1000000 is the budgets').
ROUNDS  ?= 20
TIME    ?= 60
# By default a hundred thousand dispatches in `make bench`, twenty thousand beside the peers.
SIZE    ?=

.PHONY: all run build test soak fuzz bench bench-peers deb install uninstall deps pictures clean help

all: build

help:
	@echo "make run            build for release and open the reader on the sample data"
	@echo "make test           run every test"
	@echo "make soak           the fault tests ROUNDS=$(ROUNDS) times as long"
	@echo "make fuzz           feed every parser, the extractor and the screen made-up bytes, TIME=$(TIME) seconds each"
	@echo "make bench          measure extraction, import, store, start, key to frame, memory (SIZE=$(or $(SIZE),100000) dispatches in the store)"
	@echo "make bench-peers    the same beside newsboat, notmuch, FTS5, spaCy and bare ncurses (SIZE=$(or $(SIZE),20000) dispatches)"
	@echo "make deb            a Debian package, in .build/deb"
	@echo "make install        install under PREFIX=$(PREFIX)"
	@echo "make pictures       draw the README's pictures anew"

# Debian packages that the build needs; installed where they are missing and we may, named where we may not.
deps:
	@Scripts/install-deps

build: deps
	$(SWIFT) build $(RELEASE) --product telex

run: build
	@$(BIN)/telex --demo

test: deps
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# Kills, full disks, damaged stores, signals, terminals that go: 20 times 130 kills of a writer, 40 of an import, 30 of a fetch.
soak: deps
	$(SWIFT) build --build-tests
	TELEX_SOAK=$(ROUNDS) $(SWIFT) test --skip-build --filter "KillTests|DamageTests|TerminalFaults"

fuzz: deps
	Scripts/fuzz $(TIME)

bench: deps
	$(SWIFT) build $(RELEASE)
	$(BIN)/telex-bench all --size $(or $(SIZE),100000)

# Installs the peers where that is allowed: newsboat and notmuch by apt, spaCy in .build/peers by pip.
bench-peers: deps
	$(SWIFT) build $(RELEASE)
	@Scripts/bench-peers $(or $(SIZE),20000)

deb: build
	Scripts/make-deb

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/telex/themes $(SHARE)/telex/SampleData
	install -s -m 755 $(BIN)/telex $(DESTDIR)$(PREFIX)/bin/telex
	install -m 644 $(BIN)/telex_Extraction.resources/*.lex $(BIN)/telex_Extraction.resources/names.model $(SHARE)/telex/
	install -m 644 $(BIN)/telex_Reader.resources/world.tsv $(SHARE)/telex/
	install -m 644 Themes/*.toml $(SHARE)/telex/themes/
	cp -r SampleData/dispatches $(SHARE)/telex/SampleData/
	@Scripts/install-extras $(BIN)/telex $(SHARE)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/telex $(SHARE)/bash-completion/completions/telex $(SHARE)/zsh/site-functions/_telex $(SHARE)/fish/vendor_completions.d/telex.fish $(SHARE)/man/man1/telex.1.gz
	rm -rf $(SHARE)/telex

pictures: build
	Scripts/make-pictures $(BIN)/telex

clean:
	$(SWIFT) package clean

# ember: three programs over one library. `make run` and `make test` work on a bare Debian 12.
#
#   MODE=release|debug   SANITIZE=address,undefined|thread   LTO=1   V=1   CC=gcc|clang
#   GRAMMARS=all|permissive|own   PREFIX=/usr/local   DESTDIR=
#
# Objects of different modes live in different folders under build/, so they never mix.

VERSION  := 0.1.0
MODE     ?= release
GRAMMARS ?= all
PREFIX   ?= /usr/local
ifeq ($(origin CC),default)
CC       := gcc
endif
-include config.mk

comma := ,
empty :=
space := $(empty) $(empty)
variant := $(MODE)$(if $(SANITIZE),-$(subst $(comma),-,$(SANITIZE)))$(if $(LTO),-lto)
variant := $(variant)$(if $(filter-out all,$(GRAMMARS)),-$(GRAMMARS))$(if $(filter-out gcc,$(CC)),-$(notdir $(CC)))
BUILD ?= build/$(variant)
Q := $(if $(V),,@)

# ---------------------------------------------------------------- what there is
rooms     := base os text pack rx term cli style walk syntax list expr view page
plugin_c  := $(wildcard common/git/plugin*.c)
lib_c     := $(foreach r,$(rooms),$(wildcard common/$(r)/*.c)) $(filter-out $(plugin_c),$(wildcard common/git/*.c))
compile_c := $(wildcard common/compile/*.c)
programs  := ecat els efind
unit_c    := $(wildcard tests/unit/*/*_test.c)
fuzz_c    := $(wildcard tests/fuzz/*_fuzz.c)
bench_c   := $(wildcard tests/bench/*.c)

obj = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))
lib       := $(BUILD)/libember.a
complib   := $(BUILD)/libcompile.a
bins      := $(programs:%=$(BUILD)/%)
plugin    := $(if $(plugin_c),$(BUILD)/ember-git.so)
tools     := $(BUILD)/ember-pack $(BUILD)/ember-optdoc
pack      := $(BUILD)/ember.pack
docs      := $(foreach p,$(programs),$(BUILD)/doc/$(p).1 $(BUILD)/doc/$(p).bash $(BUILD)/doc/_$(p) $(BUILD)/doc/$(p).fish)
unit_bin  := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(unit_c))
fuzz_bin  := $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(fuzz_c))
bench_bin := $(patsubst tests/bench/%.c,$(BUILD)/tests/bench/%,$(bench_c))
tokens    := $(BUILD)/tests/tokens
hostile   := $(BUILD)/tests/hostile

all_goals := $(if $(MAKECMDGOALS),$(MAKECMDGOALS),all)
no_build  := clean deps floors uninstall
ifneq ($(filter-out $(no_build),$(all_goals)),)
include $(BUILD)/flags.mk
endif

.PHONY: all deps run test check lint floors headers globals sizes valgrind fuzz peers bench \
	install uninstall check-install dist clean docs
.DELETE_ON_ERROR:
.SECONDARY:
.DEFAULT_GOAL := all

all: $(bins) $(plugin) $(tools) $(docs) $(BUILD)/NOTICES

# ---------------------------------------------------------------- from a bare machine
# build/deps.ok says that every command, header and library was seen. Included makefiles are
# remade before anything else, so a missing compiler is installed before its flags are probed.
deps: build/deps.ok

build/deps.ok: common/tools/deps.sh
	$(Q)sh common/tools/deps.sh
	$(Q)mkdir -p build && touch $@

$(BUILD)/flags.mk: common/tools/probe.sh build/deps.ok
	$(Q)mkdir -p $(@D)
	$(Q)CC='$(CC)' MODE='$(MODE)' SANITIZE='$(SANITIZE)' LTO='$(LTO)' sh common/tools/probe.sh >$@

npm := $(if $(filter own,$(GRAMMARS)),,themes/node_modules/.package-lock.json)
themes/node_modules/.package-lock.json: themes/package.json themes/package-lock.json
	$(Q)sh common/tools/deps.sh npm
	$(Q)cd themes && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	$(Q)touch $@

# ---------------------------------------------------------------- compiling
warnings := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Wundef -Wwrite-strings -Wimplicit-fallthrough -Wformat=2 -Werror
cppflags := -std=c17 -D_GNU_SOURCE -Iinclude -Itests -include include/ember/base/banned.h \
	-DEMBER_VERSION='"$(VERSION)"'
compile   = $(CC) $(cppflags) $(warnings) $(EMBER_CFLAGS) $(CFLAGS) $(CPPFLAGS) -MMD -MP
link      = $(CC) $(EMBER_CFLAGS) $(CFLAGS) $(EMBER_LDFLAGS) $(LDFLAGS)

$(BUILD)/obj/%.o: %.c $(BUILD)/flags.mk
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC   $<")
	$(Q)$(compile) -c $< -o $@

# Where the plugin and ember-pack are looked for when they are not beside the program.
$(BUILD)/obj/common/os/env.o $(BUILD)/obj/common/git/git.o: cppflags += -DEMBER_LIBEXEC='"$(PREFIX)/libexec/ember"'

# The icon tables of els, made from their one source.
$(BUILD)/icongen: $(call obj,common/tools/icongen.c $(wildcard common/base/*.c))
	$(Q)$(link) -o $@ $^
$(BUILD)/gen/icon_tab.h: themes/icons.tsv $(BUILD)/icongen
	@mkdir -p $(@D)
	$(Q)$(BUILD)/icongen <$< >$@
$(BUILD)/obj/common/list/icon.o: $(BUILD)/gen/icon_tab.h
$(BUILD)/obj/common/list/icon.o: cppflags += -I$(BUILD)/gen

$(BUILD)/libember.a: $(call obj,$(lib_c))
$(BUILD)/libcompile.a: $(call obj,$(compile_c))
$(BUILD)/%.a:
	$(if $(V),,@echo "  AR   $@")
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/ember-pack: $(call obj,$(wildcard common/tools/pack_*.c)) $(complib) $(lib)
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(link) -o $@ $^ $(LIBS_COMPILE) $(LIBS)

$(BUILD)/ember-optdoc: $(call obj,$(wildcard common/tools/optdoc_*.c) $(programs:%=cmd/%/opts.c)) $(lib)
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(link) -o $@ $^ $(LIBS)

# One pack of all grammars, themes and the language map, embedded in ecat.
pack_src := $(wildcard themes/*.json themes/*.tsv themes/*.tmTheme themes/grammars/*)
$(pack): $(BUILD)/ember-pack $(pack_src) $(npm)
	$(if $(V),,@echo "  PACK $@")
	$(Q)$(BUILD)/ember-pack build --grammars=$(GRAMMARS) --themes=themes --output=$@

$(BUILD)/NOTICES: $(pack)
	$(Q)$(BUILD)/ember-pack notices $< >$@

$(BUILD)/obj/embed.o: $(pack) common/tools/embed.S
	$(Q)$(CC) -DPACK='"$(pack)"' -c common/tools/embed.S -o $@

$(BUILD)/ecat: $(BUILD)/obj/embed.o
$(bins): $(BUILD)/%: $(lib)
define program
$(BUILD)/$(1): $(call obj,$(wildcard cmd/$(1)/*.c)) $(lib)
	$$(if $$(V),,@echo "  LINK $$@")
	$$(Q)$$(link) -o $$@ $$(filter %.o,$$^) $(lib) $$(LIBS)
endef
$(foreach p,$(programs),$(eval $(call program,$(p))))

# The plugin stands alone: position-independent, nothing of the library in it, libgit2 behind it.
$(BUILD)/ember-git.so: $(call obj,$(plugin_c))
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(EMBER_CFLAGS) -fPIC $(CFLAGS) $(filter-out -pie,$(EMBER_LDFLAGS)) $(LDFLAGS) -shared -o $@ $^ $(LIBS_GIT)

$(call obj,$(plugin_c)): EMBER_CFLAGS += -fPIC -fvisibility=hidden
# git2.h uses a banned name for a field; the plugin includes banned.h itself, behind it.
$(call obj,$(plugin_c)): cppflags += -DEMBER_BASE_BANNED_H

docs: $(docs)
define program_docs
$(BUILD)/doc/$(1).1: $(BUILD)/ember-optdoc
	@mkdir -p $$(@D)
	$$(Q)$$< man $(1) >$$@
$(BUILD)/doc/$(1).bash: $(BUILD)/ember-optdoc
	@mkdir -p $$(@D)
	$$(Q)$$< bash $(1) >$$@
$(BUILD)/doc/_$(1): $(BUILD)/ember-optdoc
	@mkdir -p $$(@D)
	$$(Q)$$< zsh $(1) >$$@
$(BUILD)/doc/$(1).fish: $(BUILD)/ember-optdoc
	@mkdir -p $$(@D)
	$$(Q)$$< fish $(1) >$$@
endef
$(foreach p,$(programs),$(eval $(call program_docs,$(p))))

# ---------------------------------------------------------------- tests
$(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(BUILD)/obj/tests/lib/test.o $(complib) $(lib)
	@mkdir -p $(@D)
	$(Q)$(link) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIBS_TEST) $(LIBS_COMPILE) $(LIBS)
$(filter $(BUILD)/tests/unit/git/%,$(unit_bin)): | $(plugin)
$(BUILD)/tests/unit/rx/pack_patterns_test $(BUILD)/tests/unit/rx/dfa_test: $(BUILD)/obj/embed.o
$(BUILD)/tests/unit/cli/tables_test: $(call obj,$(programs:%=cmd/%/opts.c))

$(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/lib/fuzz_main.o $(complib) $(lib)
	@mkdir -p $(@D)
	$(Q)$(link) -o $@ $^ $(LIBS_COMPILE) $(LIBS)

# Prints the tokens of a file under grammars of one's own, for the oracle tests.
$(tokens): $(BUILD)/obj/tests/lib/tokens_main.o $(complib) $(lib)
	@mkdir -p $(@D)
	$(Q)$(link) -o $@ $^ $(LIBS_COMPILE) $(LIBS)

# Lines that are made to take long, under every language of the pack.
$(hostile): $(BUILD)/obj/tests/lib/hostile_main.o $(BUILD)/obj/embed.o $(lib)
	@mkdir -p $(@D)
	$(Q)$(link) -o $@ $^ $(LIBS)

$(BUILD)/tests/bench/%: $(BUILD)/obj/tests/bench/%.o
	@mkdir -p $(@D)
	$(Q)$(link) -o $@ $^

tests_built: $(bins) $(plugin) $(tools) $(docs) $(BUILD)/NOTICES $(unit_bin) $(fuzz_bin) $(tokens) $(hostile)
.PHONY: tests_built

# T=word runs only the suites whose path has that word.
test: tests_built
	$(Q)BUILD='$(abspath $(BUILD))' SANITIZE='$(SANITIZE)' GRAMMARS='$(GRAMMARS)' bash tests/run $(T)

check: test lint

valgrind: tests_built
	$(Q)BUILD='$(abspath $(BUILD))' bash tests/run --valgrind unit/

# make fuzz T=ignore SECS=60: one target (or, without T, each) under clang's libFuzzer; SEED=1 repeats a run.
SECS ?= 60
fuzz:
	+$(Q)BUILD='build/fuzz' SECS='$(SECS)' SEED='$(SEED)' bash tests/fuzz/run $(T)

# make peers PEERS=dir: against the rivals themselves, whose programs lie in dir/bin.
peers: all
	$(Q)for s in tests/peers/*$(T)*.sh; do BUILD='$(abspath $(BUILD))' PEERS='$(PEERS)' bash $$s || exit 1; done

bench: all $(bench_bin)
	$(Q)BUILD='$(abspath $(BUILD))' PEERS='$(PEERS)' bash tests/bench/run $(T)

# ---------------------------------------------------------------- the house's rules
lint: floors headers globals sizes
	$(Q)BUILD='$(BUILD)' bash tests/lint/run
floors:
	$(Q)sh tests/lint/floors
headers: $(BUILD)/flags.mk
	$(Q)CC='$(CC)' sh tests/lint/headers
globals: $(lib)
	$(Q)sh tests/lint/globals $(lib)
sizes:
	$(Q)sh tests/lint/sizes

# ---------------------------------------------------------------- putting it in place
install: all
	$(Q)DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' BUILD='$(BUILD)' sh common/tools/install.sh install
uninstall:
	$(Q)DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' BUILD='$(BUILD)' sh common/tools/install.sh uninstall
dist:
	$(Q)mkdir -p dist && git archive --prefix=ember-$(VERSION)/ -o dist/ember-$(VERSION).tar.gz HEAD
	@echo dist/ember-$(VERSION).tar.gz
clean:
	$(Q)rm -rf build dist

# The three programs at work on this repository.
run: all
	$(Q)BUILD='$(abspath $(BUILD))' sh common/tools/tour.sh

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)

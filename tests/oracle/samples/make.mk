# comment \
continued comment
CC := gcc
CFLAGS ?= -O2 $(shell pkg-config --cflags x)
OBJ += $(patsubst %.c,%.o,$(wildcard src/*.c)) ${OTHER:.c=.o}
NAME != uname
SIMPLE ::= $(CC) $$HOME $@ $<
define RECIPE =
	@echo "in define $(1)"
endef
export PATH := $(PATH):/opt
override DEBUG = 1
-include config.mk
include a.mk b.mk
ifeq ($(origin CC),default)
CC = cc
else ifneq "$(X)" "y"
  $(info not $(X))
else
$(error stop)
endif
ifdef DEBUG
endif
.PHONY: all clean
.DELETE_ON_ERROR:
.SUFFIXES: .c .o
all: prog | dir ; @echo done
prog: $(OBJ) main.o
	$(CC) $(CFLAGS) -o $@ $^ # shell comment
	@if [ -f "$@" ]; then echo 'ok' "$$HOME $(NAME)"; fi
	-rm -f *.tmp; \
	for i in 1 2 3; do echo $$i; done
%.o: %.c %.h
	+$(MAKE) -C sub $(MAKEFLAGS)
$(DIR)/x: CFLAGS += -g
a b c &: d
	$(call RECIPE,arg one,$(foreach v,a b,$(v).c))
clean::
	rm -rf build
$(eval $(call TEMPLATE,$(1)))
vpath %.c src
unexport X

#include "ember/base/def.h"
#include "ember/syntax/content.h"

/* Where the text must stand. Lines count without the blanks before them. */
enum tie_where {
	TIE_START, /* at the start of the file */
	TIE_LINE,  /* at the start of a line */
	TIE_WHOLE, /* it is a whole line */
	TIE_IN,    /* anywhere in a line */
};

struct tie {
	const char *ext; /* extensions, separated by blanks */
	enum tie_where where;
	const char *text;
	const char *language;
};

/* Of the rows of an extension the first whose text is found decides; none: the map of names does. */
static const struct tie ties[] = {
	{ "h", TIE_LINE, "@interface", "objective-c" },
	{ "h", TIE_LINE, "@protocol", "objective-c" },
	{ "h", TIE_LINE, "@class", "objective-c" },
	{ "h", TIE_LINE, "#import", "objective-c" },
	{ "h", TIE_LINE, "namespace ", "cpp" },
	{ "h", TIE_LINE, "template<", "cpp" },
	{ "h", TIE_LINE, "template <", "cpp" },
	{ "h", TIE_LINE, "class ", "cpp" },
	{ "h", TIE_LINE, "using namespace", "cpp" },
	{ "h", TIE_LINE, "public:", "cpp" },
	{ "h", TIE_LINE, "private:", "cpp" },
	{ "h", TIE_LINE, "protected:", "cpp" },
	{ "h", TIE_IN, "std::", "cpp" },
	{ "h", TIE_IN, "constexpr ", "cpp" },
	{ "hh php", TIE_START, "<?hh", "hack" },
	{ "m", TIE_LINE, "@interface", "objective-c" },
	{ "m", TIE_LINE, "@implementation", "objective-c" },
	{ "m", TIE_LINE, "@import", "objective-c" },
	{ "m", TIE_LINE, "#import", "objective-c" },
	{ "m", TIE_LINE, "#include", "objective-c" },
	{ "m", TIE_LINE, "function ", "matlab" },
	{ "m", TIE_LINE, "classdef ", "matlab" },
	{ "m", TIE_LINE, "%", "matlab" },
	{ "m", TIE_LINE, "(*", "wolfram" },
	{ "m", TIE_LINE, "BeginPackage[", "wolfram" },
	{ "mm", TIE_START, "<", "xml" },
	{ "pl pm t", TIE_LINE, "use v6", "raku" },
	{ "pm", TIE_LINE, "unit module", "raku" },
	{ "pm", TIE_LINE, "unit class", "raku" },
	{ "pl", TIE_LINE, "use strict", "perl" },
	{ "pl", TIE_LINE, "use warnings", "perl" },
	{ "pl", TIE_LINE, "my ", "perl" },
	{ "pl", TIE_LINE, "sub ", "perl" },
	{ "pl", TIE_LINE, ":- ", "prolog" },
	{ "pl", TIE_IN, " :-", "prolog" },
	{ "pro", TIE_LINE, "TEMPLATE", "make" },
	{ "pro", TIE_LINE, "SOURCES", "make" },
	{ "pro", TIE_LINE, "QT ", "make" },
	{ "v", TIE_LINE, "module main", "v" },
	{ "v", TIE_LINE, "fn ", "v" },
	{ "v", TIE_LINE, "pub fn ", "v" },
	{ "v", TIE_LINE, "Require ", "coq" },
	{ "v", TIE_LINE, "From ", "coq" },
	{ "v", TIE_LINE, "Theorem ", "coq" },
	{ "v", TIE_LINE, "Lemma ", "coq" },
	{ "v", TIE_LINE, "Definition ", "coq" },
	{ "v", TIE_LINE, "Inductive ", "coq" },
	{ "v", TIE_LINE, "module ", "verilog" },
	{ "v", TIE_LINE, "`timescale", "verilog" },
	{ "r", TIE_START, "REBOL", "plaintext" },
	{ "sql", TIE_WHOLE, "/", "plsql" },
	{ "sql", TIE_LINE, "CREATE OR REPLACE PACKAGE", "plsql" },
	{ "sql", TIE_LINE, "create or replace package", "plsql" },
	{ "ts tsx", TIE_START, "<?xml", "xml" },
	{ "ts", TIE_LINE, "<!DOCTYPE TS", "xml" },
	{ "ts", TIE_START, "<TS", "xml" },
	{ "tsx", TIE_START, "<tileset", "xml" },
	{ "tex", TIE_LINE, "\\documentclass", "latex" },
	{ "tex", TIE_LINE, "\\begin{", "latex" },
	{ "tex", TIE_LINE, "\\section", "latex" },
	{ "tex", TIE_LINE, "\\usepackage", "latex" },
	{ "cls", TIE_LINE, "\\NeedsTeXFormat", "latex" },
	{ "cls", TIE_LINE, "\\ProvidesClass", "latex" },
	{ "cls", TIE_LINE, "\\documentclass", "latex" },
	{ "cls", TIE_START, "VERSION 1.0 CLASS", "vb" },
	{ "cls", TIE_LINE, "Attribute VB_", "vb" },
	{ "cls", TIE_LINE, "public ", "apex" },
	{ "cls", TIE_LINE, "private class", "apex" },
	{ "cls", TIE_LINE, "global ", "apex" },
	{ "cls", TIE_LINE, "@IsTest", "apex" },
	{ "cls", TIE_LINE, "@isTest", "apex" },
	{ "conf", TIE_START, "<?xml", "xml" },
	{ "conf", TIE_LINE, "<VirtualHost", "apache" },
	{ "conf", TIE_LINE, "<Directory", "apache" },
	{ "conf", TIE_LINE, "<IfModule", "apache" },
	{ "conf", TIE_LINE, "<Location", "apache" },
	{ "conf", TIE_LINE, "LoadModule ", "apache" },
	{ "conf", TIE_LINE, "server {", "nginx" },
	{ "conf", TIE_LINE, "upstream ", "nginx" },
	{ "conf", TIE_LINE, "location ", "nginx" },
	{ "conf", TIE_LINE, "worker_processes ", "nginx" },
	{ "conf", TIE_START, "{", "json" },
	{ "conf", TIE_LINE, "[", "ini" },
	{ "conf", TIE_LINE, "# ", "keyvalue" },
	{ "asm s S", TIE_IN, "$zero", "mipsasm" },
	{ "asm s S", TIE_IN, "$sp", "mipsasm" },
	{ "asm s S", TIE_IN, "%hi(", "riscv" },
	{ "asm s S", TIE_IN, "csrr", "riscv" },
	{ "asm s S", TIE_IN, ".option ", "riscv" },
	{ "asm s S", TIE_LINE, "addi", "riscv" },
	{ "inc", TIE_START, "<?php", "php" },
	{ "inc", TIE_START, "<", "html" },
	{ "inc", TIE_LINE, "#include", "c" },
	{ "inc", TIE_LINE, "#define", "c" },
	{ "inc", TIE_LINE, "#ifdef", "c" },
	{ "inc", TIE_START, "/*", "c" },
	{ "inc", TIE_LINE, "{$", "pascal" },
	{ "inc", TIE_LINE, "ifeq", "make" },
	{ "inc", TIE_LINE, ".PHONY", "make" },
	{ "msg", TIE_LINE, "From: ", "email" },
	{ "msg", TIE_LINE, "Received: ", "email" },
	{ "msg", TIE_LINE, "Subject: ", "email" },
	{ "man", TIE_START, ".", "groff" },
	{ "man", TIE_START, "'\\\"", "groff" },
	{ "gs", TIE_LINE, "[indent", "genie" },
	{ "gs", TIE_WHOLE, "init", "genie" },
	{ "gs", TIE_LINE, "#version", "glsl" },
	{ "gs", TIE_LINE, "layout", "glsl" },
	{ "gs", TIE_LINE, "function ", "javascript" },
	{ "gs", TIE_LINE, "var ", "javascript" },
	{ "gs", TIE_LINE, "let ", "javascript" },
	{ "pp", TIE_LINE, "{$", "pascal" },
	{ "pp", TIE_LINE, "unit ", "pascal" },
	{ "pp", TIE_LINE, "program ", "pascal" },
	{ "pp", TIE_LINE, "procedure ", "pascal" },
	{ "d", TIE_IN, ".o:", "make" },
	{ "d", TIE_IN, ".o :", "make" },
	{ "fs", TIE_LINE, "#version", "glsl" },
	{ "fs", TIE_LINE, "void main", "glsl" },
	{ "fs", TIE_LINE, "precision ", "glsl" },
	{ "l", TIE_LINE, "%{", "c" },
	{ "l", TIE_LINE, "%%", "c" },
	{ "l", TIE_LINE, "%option", "c" },
	{ "cl", TIE_IN, "__kernel", "c" },
	{ "cl", TIE_LINE, "kernel void", "c" },
	{ "tab", TIE_IN, " * * ", "crontab" },
	{ "cpy", TIE_LINE, "import ", "python" },
	{ "cpy", TIE_LINE, "def ", "python" },
	{ "sls", TIE_LINE, "(", "scheme" },
	{ "bb", TIE_LINE, "inherit ", "shellscript" },
	{ "bb", TIE_LINE, "DESCRIPTION", "shellscript" },
	{ "bb", TIE_LINE, "SRC_URI", "shellscript" },
	{ "asc", TIE_LINE, "= ", "asciidoc" },
	{ "asc", TIE_LINE, "== ", "asciidoc" },
	{ "sig pub", TIE_START, "-----BEGIN", "pem" },
	{ "pc", TIE_LINE, "EXEC SQL", "c" },
	{ "mod", TIE_LINE, "<!", "xml" },
	{ "mod", TIE_LINE, "module ", "gomod" },
};

static bool tie_has(const struct tie *t, struct str ext)
{
	struct str all = str_from(t->ext);
	while (all.n)
		if (str_eq(str_cut(&all, ' '), ext))
			return true;
	return false;
}

static bool tie_found(const struct tie *t, struct str head)
{
	struct str text = str_from(t->text), line;
	if (t->where == TIE_START)
		return str_starts(head, text);
	if (t->where == TIE_IN)
		return str_find(head, text) != STR_NONE;
	while (str_line(&head, &line)) {
		line = str_trim(line);
		if (t->where == TIE_WHOLE ? str_eq(line, text) : str_starts(line, text))
			return true;
	}
	return false;
}

/* The user's own files say what an extension is: then there is nothing to settle. */
static bool settled(const struct registry *r, struct str ext)
{
	uint32_t id;
	return pack_find(&r->pack, PACK_EXTENSIONS, ext, &id) &&
		pack_language(&r->pack, id)->licence == PACK_USER;
}

bool content_ambiguous(const struct registry *r, struct str ext, struct str head, uint32_t *id)
{
	for (size_t i = 0; i < COUNTOF(ties); i++)
		if (tie_has(&ties[i], ext) && tie_found(&ties[i], head) && !settled(r, ext) &&
			pack_find(&r->pack, PACK_NAMES, str_from(ties[i].language), id))
			return true;
	return false;
}

; comment é
%include "macros.inc"
%define ROUND(x) (((x) + 15) & ~15)
%macro push_all 1-*
  %rep %0
    push %1
    %rotate 1
  %endrep
%endmacro
        bits 64
        default rel
        section .data align=16
msg:    db "Hello, 'x'", 0x0A, 10, 0b101, 0FFh, `esc\n`, 'A'
len     equ $ - msg
        times 510-($-$$) db 0
        section .text
        global _start
        extern printf
_start:
.loop:  mov     rax, [rbx + rcx*8 - 0x10]
        lea     rdi, [rel msg]
        vaddps  ymm0{k1}{z}, ymm1, ymm2
        jnz     .loop
        lock cmpxchg qword [rdi], rsi
        syscall
%ifdef DEBUG
        int 3
%else
        ret     ; back
%endif
# gas style
        .globl main
main:   movq    $-8(%rbp), %rax   /* block */
        db 'unterminated

# comment é
// cpp
/* block */
#include "x.h"
#define N 4
        .section .text.init, "ax", @progbits
        .globl _start
        .option norvc
        .equ X, 0x1F
_start: csrr  t0, mhartid
        lui   a0, %hi(msg)
        addi  a0, a0, %lo(msg)
1:      auipc sp, 0
        bnez  t0, 1b
        lw    s1, -4(sp)     # load
        amoadd.w.aq t1, t2, (a0)
        fmadd.d ft0, fa1, fa2, fa3, rne
        vsetvli t0, a0, e32, m1, ta, ma
        la    ra, msg
        ecall
        mret
        .macro push r
        sd    \r, 0(sp)
        .endm
msg:    .asciz "hi \"x\"\n"
        .word 1, 'c', 0b101
        .string "unterminated

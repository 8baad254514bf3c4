# comment é
        .data
msg:    .asciiz "Hello \"x\"\n"
arr:    .word 1, -2, 0x1F
        .align 2
        .text
        .globl main
main:   addiu $sp, $sp, -16   # trailing
        lw    $t0, 4($sp)
        la    $a0, msg
        li    $v0, 4
        syscall
loop:   bne   $t0, $zero, loop
        mul.d $f2, $f0, $f4
        jal   func
        nop
        .macro push (%r)
        .end_macro
        .ascii "unterminated

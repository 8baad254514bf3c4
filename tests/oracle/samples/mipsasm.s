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
# comment
	.data
	.align 2
str:	.asciiz "Hello \"q\" \n\t\0"
arr:	.word 1, -2, 0xFF, 'c', label+4
	.byte 0x41,'\n' ; .half 3 ; .float 1.5e-3 ; .double -2.0 ; .space 16
	.text
	.globl main
	.set noreorder
	.macro push(%r)
	addi $sp, $sp, -4
	sw %r, 0($sp)
	.end_macro
main:	li $v0, 4 # inline
	la $a0, str
	syscall
	lw $t0, arr+4($zero)
loop:	beq $t0, $t1, done
	nop
	sll $t2, $t0, 2; addu $t3, $t2, $s0
	l.d $f0, 8($sp)
	mul.d $f2, $f0, $f4
	c.lt.s $f0, $f2
	bc1t loop
	jal func; jr $ra; j loop
	.eqv N 10
	.include "x.s"
done:	.end main

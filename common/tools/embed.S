/* The pack as read-only data of ecat, page-aligned so that it can be used as if mapped. */
	.section .rodata.ember_pack, "a", %progbits
	.balign 4096
	.globl ember_pack_data
	.type ember_pack_data, %object
ember_pack_data:
	.incbin PACK
	.globl ember_pack_end
ember_pack_end:
	.byte 0
	.size ember_pack_data, . - ember_pack_data
	.section .note.GNU-stack, "", %progbits

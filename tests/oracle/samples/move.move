// comment é
/// doc
/* block /* nested */ */
module 0x1::ember {
    use std::vector::{Self as v, push_back}; use sui::object;
    friend 0x2::other;
    const E_BAD: u64 = 0x1F; 
    #[test_only, expected_failure(abort_code = 1)]
    struct Foo<phantom T: store + drop> has key, copy { id: UID, x: vector<u8>, b: bool }
    public entry fun go<T>(self: &mut Foo<T>, a: address, ctx: &mut TxContext): (u128, bool) acquires Foo {
        let s = b"bytes \" \x41"; let h = x"0AFF"; let addr = @0xCAFE; let mut n = 1_000u64;
        while (n >= 3 && !false) { if (n == 4) continue else break }; loop { };
        assert!(exists<Foo<T>>(addr), E_BAD); abort 1;
        let Foo { id, x: _, b } = move foo; *&mut n = n as u64 << 2; (n, true)
    }
    public(friend) native fun ext(); spec go { ensures result > 0; } enum X has drop { A, B { y: u8 } }
    fun m() { match (x) { X::A => 1, _ => b"unterminated

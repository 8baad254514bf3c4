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
/* block /* nested */ */ /// doc
module 0x1::demo {
  use std::vector::{Self, push_back as pb}; use fun a::b as T.c; friend 0x2::x; const E: u64 = 0xFF_u64; const B: vector<u8> = b"bytes \x00 \"q\""; const H: vector<u8> = x"DEAD";
  #[test_only, expected_failure(abort_code = E)] public struct Coin<phantom T: store + key> has key, store, copy, drop { value: u64, addr: address }
  public(package) entry fun f<T: drop>(x: &mut Coin<T>, s: &signer, y: vector<u8>): (u64, bool) acquires R { let mut z = *&x.value; let Coin { value, addr: _ } = c; assert!(z >= 1_000 && !false || x == @0xCAFE, E);
    while (z > 0) { z = z - 1; if (z % 2 == 0) continue else break; }; loop { break 'a }; let v = vector[1u8, 2]; z = (z as u64) << 1 ^ 3 | 4 & 5; move_to(s, R { a: move x, b: copy y }); borrow_global_mut<R>(@demo).a = 1; abort 1; return (z, true) }
  spec f { requires x > 0; ensures result == old(x) ==> forall i in 0..10: v[i] >= 0; aborts_if exists<R>(@0x1) with E; pragma verify = true; invariant self.a != 0; include Sch { x }; } spec schema Sch { x: num; }
  public enum Opt<T> { None, Some(T) } fun m(o: Opt<u8>): u8 { match (o) { Opt::None => 0, Opt::Some(x) if (x > 1) => x, _ => 2, } } native public fun n(); inline fun lam(f: |u64| u64): u64 { f(1) } macro fun mac($x: _) { $x } script { fun main() {} } for (i in 0..10) {};
}

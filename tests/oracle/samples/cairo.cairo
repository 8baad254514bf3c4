// comment é
%lang starknet
#[starknet::contract]
mod Ember {
    use starknet::{ContractAddress, get_caller_address};
    #[storage]
    struct Storage { balance: u256, names: LegacyMap::<ContractAddress, felt252> }
    #[derive(Drop, Copy)]
    enum E<T> { A: T, B: () }
    trait Shape<T, impl TCopy: Copy<T>> { fn area(self: @T) -> u32; }
    impl SquareImpl of Shape<u32> { fn area(self: @u32) -> u32 { *self * 2_u32 } }
    const X: felt252 = 'short'; 
    #[external(v0)]
    fn f(ref self: ContractState, mut a: Array<u8>) -> Option<u128> {
        let s: ByteArray = "long \"text\""; let h = 0x1F_u64;
        loop { if h >= 3 && !true { break; } else { continue; } };
        match a.pop_front() { Option::Some(x) => Option::Some(x.into()), Option::None => panic!("e {}", h) }
    }
}
/// doc
// line
mod demo { use core::{array::ArrayTrait, option::Option as O}; pub use super::x::*; const N: felt252 = 'short str'; const H: u256 = 0xFF_u256; const B: ByteArray = "str \"q\" \n \u{41}";
#[derive(Drop, Copy, starknet::Store)] #[abi(embed_v0)] pub struct P<T, +Drop<T>, -X> { #[key] a: Span<T>, pub b: (u8, bool), } enum E { A, B: u32, C: (felt252, @Array<u8>) } #[starknet::interface] trait I<T> { fn f(ref self: T, x: @u8) -> Result<u8, felt252>; const C: u8; type X; }
impl Impl<T, impl TDrop: Drop<T>> of I<T> { fn f(ref self: T, mut x: u8) -> u8 implicits(R) nopanic { let mut y: u8 = *x + 1_u8 % 2; let P { a, b: (c, _) } = p; match e { E::A | E::B(_) => 1, E::C((q, w)) if q > 0 => { return 2; }, _ => panic!("m {}", y) } if let O::Some(z) = o { } else if !(y == 3 && x != 4) || a <= b { } loop { break 5; } while y < 10 { y += 1; continue; } for i in 0..3_u8 { } assert!(x > 0, "e"); assert(x == 1, 'E'); let t = array![1, 2].span(); self.emit(Event { x }); a.b()?; desnap; extern fn ext<T>() -> u8 nopanic; let c = |x: u8| x * 2; ~x ^ y | z & w } }
#[cfg(test)] #[should_panic(expected: ('e',))] fn t() {} type A = u8; macro m {} 0b1010; 0o17; true; false; ::<T>; #[feature("x")] #![allow(y)] }

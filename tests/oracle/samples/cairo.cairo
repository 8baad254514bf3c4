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

// comment é
/* block /* nested */ */
import FungibleToken from 0x9a0766d93b6608b7
import "NFT"
access(all) contract Ember: FungibleToken.Interface {
    access(contract) let items: @{UInt64: NFT}
    pub event Minted(id: UInt64, to: Address?)
    pub resource interface Provider { pub fun get(_ x: Int): @NFT { pre { x > 0: "bad \u{1F600}" } post { result != nil } } }
    init() { self.items <- {}; self.account.storage.save(<-create Vault(), to: /storage/vault) }
    access(all) view fun go(list: [Int; 3], f: fun(Int): Bool): String? {
        let a = 0xFF_00 + 0b101; var b: UFix64 = 1.5
        if let x <- self.items.remove(key: 1) { destroy x } else { panic("no") }
        for i, e in list { while true { break } continue }
        switch a { case 1: return nil; default: emit Minted(id: 1, to: nil) }
        return "a\(b)" ?? x as! String
    }
}
transaction(amount: UFix64) { prepare(signer: auth(Storage) &Account) {} execute {} }
/// doc /* nested /* block */ */
import Crypto; import A, B from 0x01; access(all) contract interface I { pub event E(a: UInt64, b: String?) ; access(contract) let x: {Address: [AnyStruct; 3]}; view fun f(_ a: Int, to b: &T?): @R { pre { a > 1: "msg \"q\" \u{1F600}" } post { result != nil && before(self.x) == 1 } } }
access(all) resource R: A.C { access(E | F) var v: @{UInt64: R}; priv(set) var w: UFix64; init() { self.v <- {}; self.w = 1.5; emit E(a: 0xFF, b: nil) } destroy() { destroy self.v } fun g(): auth(E, F) &R { let a <- create R(); let b <-! c; v[1] <-> d; return &self as auth(E) &R } entitlement X; entitlement mapping M { A -> B } }
transaction(a: Int) { prepare(signer: auth(Storage) &Account) { if let x <- self.v.remove(key: 1_000) { destroy x } else if a as? Int ?? 0b11 > 0o7 && !true || false { panic("p") } while a < 1 { break } for i, e in [1, -2] { continue } switch a { case 1: return; default: log("d \(a)") } let p = /storage/path; let q = x!.y?.z; let t = a > 1 ? b : c; var h: ((Int): Bool) = fun (x: Int): Bool { return x <= 1 } } execute {} } enum En: UInt8 { case a } struct interface S {} pub fun main() {}

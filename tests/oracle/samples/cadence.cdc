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
import FungibleToken, Crypto from 0x01
access(all) contract interface Shop { access(all) entitlement Owner; access(all) event Sold(id: UInt64, price: UFix64, to: Address?) }
access(all) resource Vault: FungibleToken.Vault { access(self) var balance: UFix64; access(contract) let items: @{UInt64: NFT}
  init(balance: UFix64) { self.balance = balance; self.items <- {} } destroy() { destroy self.items }
  access(Owner | Admin) fun withdraw(_ amount: UFix64, by who: auth(Owner) &Account): @Vault { pre { amount > 0.0: "must be positive \u{1F600}" } post { result.balance == amount && self.balance == before(self.balance) - amount } emit Sold(id: 0x1F, price: 1_000.5, to: nil); return <- create Vault(balance: amount) } }
access(all) struct Point { access(all) let x: Int8?; view access(all) fun add(_ o: Point): Point { return Point(x: self.x! + o.x!) } } enum Color: UInt8 { case red case green }
transaction(ids: [UInt64; 3], meta: {String: AnyStruct}) { let ref: &{Receiver}; prepare(acct: auth(BorrowValue, Storage) &Account) { let v <- acct.storage.load<@Vault>(from: /storage/vault) ?? panic("none"); self.ref = acct.capabilities.borrow<&{Receiver}>(/public/r)!; acct.storage.save(<-v, to: /storage/v2) } execute { for i, id in ids { if let n <- nfts.remove(key: id) { destroy n; continue } else if id as! Int >= 0b101 { break } } while true { switch x { case 1: break; default: return } } } }
access(all) fun main(a: Address): [String] { let f: fun(Int): Int = fun (n: Int): Int { return n * 2 }; var s = "a\(b) \n" ; s <-> t; return getAccount(a).contracts.names.filter(fun (n: String): Bool { return n != "x" }) } /* nested /* c */ */ /// doc
pub(set) var old: Int = 0o17 % 3 << 2 ^ ~1; #allowAccountLinking

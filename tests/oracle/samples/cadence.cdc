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

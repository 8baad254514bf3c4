// SPDX-License-Identifier: MIT
/// @title Doc é @param x
/* block */
pragma solidity >=0.8.0 <0.9.0;
import {A as B, C} from "./a.sol"; import * as D from 'x';
using Lib for uint256; error Bad(uint a, address b); type U is uint256;
abstract contract Foo is Bar(1), IBaz {
    enum E { A, B } struct S { mapping(address owner => uint[] ids) m; bytes32 h; } 
    event Hit(address indexed who, uint n) anonymous; uint256 public constant X = 0x1F + 1e18 wei + 2 days; string s = unicode"é" "esc \" \u00e9"; bytes b = hex"0aff";
    address payable immutable o; modifier only() virtual { require(msg.sender == o, "no"); _; }
    constructor(uint a) Bar(a) payable { o = payable(tx.origin); }
    function go(uint calldata x, S memory s) external view override(Bar, IBaz) only returns (uint256, bool) {
        for (uint i = 0; i < 3; i++) { if (i >= 3 && !true) continue; else break; } unchecked { ++x; } emit Hit({who: o, n: 1}); revert Bad(1, address(0));
        assembly ("memory-safe") { let y := add(mload(0x40), 1) if iszero(y) { revert(0, 0) } switch y case 0 { } default { } for { } lt(y, 3) { } { } }
        try D.f{value: 1 ether, gas: 2}(x) returns (uint v) { delete s; } catch Error(string memory r) { } (bool ok, ) = o.call(""); return (type(uint).max, ok);
    }
    receive() external payable {} fallback() external {}
}
library L { function f() internal pure { assert(keccak256("unterminated

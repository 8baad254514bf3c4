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
/// @title T @param x doc
/** @dev multi
 * @inheritdoc B */
pragma solidity >=0.8.0 <0.9.0; pragma abicoder v2; import {A as B, C} from "./x.sol"; import * as D from 'y.sol'; using {f, g as +} for T global; type P is uint128; error E(uint256 a, address indexed b); event F(bytes32 indexed x, string y) anonymous;
abstract contract K is B, C(1) { using L for uint[]; struct S { mapping(address owner => mapping(uint => bool)) m; uint[2][] a; } enum N { A, B } uint256 public constant X = 0xFF_ff * 1 ether + 2 days - 1.5e3 gwei; address payable private immutable o = payable(0x0000000000000000000000000000000000000000); bytes b = hex"dead" hex'be' unicode"é \"q\" \n" "adj"; S internal transient s;
  constructor(uint a) payable C(a) { assembly ("memory-safe") { let x := mload(0x40) switch x case 0 { revert(0, 0) } default { for { let i := 0 } lt(i, 10) { i := add(i, 1) } { if iszero(i) { continue } } } function y(z) -> r { r := z } x.slot } } modifier m(uint x) virtual { require(msg.sender == o && !(x != 1), "m"); _; } fallback(bytes calldata d) external payable returns (bytes memory) { } receive() external payable { }
  function f(uint[] calldata a, function(uint) external view returns (bool) g) public pure virtual override(B, C) m(1) returns (uint x, bool) { unchecked { x += a[0] ** 2 << 1; } (x, ) = (1, true); delete s.m[o][1]; emit F({x: 0, y: "z"}); try this.q{value: 1, gas: 2}(3) returns (uint v) { } catch Error(string memory r) { } catch (bytes memory) { revert E({a: 1, b: o}); } for (uint i; i < 10; ++i) { if (i % 2 == 0) continue; else break; } do { } while (false); return (type(uint).max, abi.decode(d, (bool))); new bytes(3); x = a.length > 0 ? 1 : ~x ^ 2 | 3 & 4; } }
interface I { function q(uint) external returns (uint); } library L { } function free(uint a) pure returns (uint) { return a; } // end

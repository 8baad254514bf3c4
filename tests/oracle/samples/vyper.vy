# @version ^0.3.0
# comment é
"""
@title X
"""
from vyper.interfaces import ERC20 as E
import a.b as c
implements: ERC20
event Hit:
    who: indexed(address)
    n: uint256
struct S:
    a: DynArray[uint256, 10]
interface I:
    def f(x: uint256) -> bool: view
enum R:
    A
    B
flag F:
    X
MAX: constant(uint256) = 0x1F
owner: public(immutable(address))
m: HashMap[address, HashMap[uint256, bytes32]]
@deploy
@external
@payable
def __init__(s: String[10] = "esc \" é", b: Bytes[3] = b"x"):
    self.owner = msg.sender
    assert s != "x", "bad"
@internal
@view
@nonreentrant("lock")
def go(x: uint256, y: decimal = 1.5) -> (bool, int128):
    for i: uint256 in range(10):
        if i >= 3 and not True or x in [1, 2]: continue
        elif x == MAX_UINT256: break
        else: raise "x"
    log Hit(block.timestamp, convert(x, uint8))
    a: uint256[3] = [1, 2, 3]
    raw_call(self, b"", value=1, gas=2); send(tx.origin, as_wei_value(1, "ether")); selfdestruct(msg.sender)
    return empty(address), keccak256("unterminated

#!/usr/bin/swift
import Foundation
/// Doc comment - Parameter x: value
/* block /* nested */ */
@available(iOS 13.0, *) @objc public final class Ring<T: Comparable>: Base, Iface where T: Hashable {
    private(set) static var count: Int = 0xFF_FF, rate = 1.5e-3, bits = 0b11, oct = 0o17
    lazy var items: [String: [T?]] = [:]
    weak var delegate: AnyObject?
    @Published var name = "interp \(name.uppercased() + "nested \(1 + 1)") \n \u{1F600} \"q\""
    let multi = """
        line "one" \(x)
        two \
        """, raw = #"raw \n \#(x)"#
    init?(_ x: Int, with y: inout Double, rest: Int...) throws { guard x > 0, let z = y as? T else { return nil }; super.init() }
    deinit { print("bye") }
    var size: Int { get { return 1 } set(v) { count = v } willSet { } didSet { } }
    subscript(i: Int) -> T { items["a"]![i]! }
    func map<U>(_ f: @escaping (T) async throws -> U) rethrows -> [U] { try await f(x) }
    static func == (l: Ring, r: Ring) -> Bool { l === r && !(l !== r) }
}
enum Level: String, CaseIterable { case low = "l", high; indirect case node(Int, next: Level) }
protocol Shape { associatedtype Out; var area: Double { get }; mutating func f() }
extension Array where Element == Int { func sum() -> Int { reduce(0, +) } }
struct P { var x = 1; @inlinable func g() -> some View { Text("x") } }
outer: for (i, v) in list.enumerated() where i % 2 == 0 { if case .low = v { continue outer } else { break } }
switch x { case 1...5, 7..<9: fallthrough; case let (a, b) where a > b: break; case is Int, .some(let q): return; @unknown default: fatalError() }
do { try risky() } catch let e as E { } catch { print(error) }
let c = { [weak self] (a: Int, b) -> Int in self?.x ?? $0 + a }; defer { x &+= 1 }
repeat { x -= 1 } while x > 0; let k = \Ring.name; #if DEBUG && os(macOS)
#warning("w")
#else
#endif
typealias F = (Int) -> Void; let t: (a: Int, b: String) = (1, "x"); let y = a ? b : c, r = a...b, s = x as! Int, u = nil ?? -1
infix operator <+>: AdditionPrecedence
actor Counter { var n = 0; nonisolated func id() -> String { "x" } }
@resultBuilder struct B { static func buildBlock(_ c: Int...) -> [Int] { c } }
func gen<T, U>(_ t: T, u: U = .init()) async throws(E) -> (T, U) where T: P & Q, U == T.Out { return try await (t, u) }
let re = /(?<y>\d{4})-[a-z]+/; let ext = #/a b/#
let big = 1_000_000, hex = 0xFFp2, neg = -1.5e-3, ch: Character = "\u{e9}"
if #available(macOS 10.15, *), let x, x > 1 { print("\(x, format: .hex)") }
macro stringify<T>(_ v: T) -> (T, String) = #externalMacro(module: "M", type: "S")

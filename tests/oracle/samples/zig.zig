// comment é
/// doc
//! module doc
const std = @import("std");
pub const Foo = packed struct(u32) { x: u8 = 0x1F, y: ?*const [4:0]u8 = null, comptime z: usize = 1_000, };
const E = error{ Bad, Worse }; const En = enum(u8) { a = 1, _, @"odd name" }; const U = union(enum) { a: i32, b: void }; const O = opaque {};
extern "c" fn printf(fmt: [*:0]const u8, ...) callconv(.C) c_int; threadlocal var t: f32 = 1.5e-3;
pub inline fn go(comptime T: type, a: anytype, noalias b: []align(4) T) E!?T {
    const s = "esc \" \u{e9} {d}\n"; const c = '\''; const m =
        \\multi "raw" \n
        \\line
    ; var i: usize = 0; defer i = 0; errdefer |e| std.log.err("{}", .{e});
    while (i < 3) : (i += 1) { if (a) |v| continue else break; } for (b, 0..) |*x, j| { x.* = j; } else unreachable;
    const r = switch (i) { 0, 1...3 => |v| v, .a => blk: { break :blk 1; }, else => return error.Bad }; const q = try f() catch |e| orelse 2; _ = r +% q ++ &.{1} ** 2;
    if (T == u8 and !(c >= 3) or @as(bool, true)) {} outer: inline for (.{ 1, 2 }) |n| { continue :outer; } asm volatile ("mov %[a], 1" : [a] "=r" (-> u32) : : "memory"); nosuspend await async g(); suspend {} resume fr;
}
test "name" { try std.testing.expect(true); } usingnamespace @import("x"); export var gv linksection("x") = undefined;
const o = "unterminated

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
//! top doc
/// doc `x`
// line
const std = @import("std"); pub extern "c" fn printf(fmt: [*:0]const u8, ...) callconv(.C) c_int; usingnamespace @import("x.zig"); threadlocal var tl: u32 = 0xFF_FF; comptime { _ = @as(u8, 1); } export var e align(4) linksection(".x") = 1.5e-3;
pub fn F(comptime T: type, n: anytype) !?struct { a: T = undefined, b: []const u8, const Self = @This(); pub fn init(self: *Self) error{ A, B }!void { defer self.x(); errdefer |err| log(err); try self.y() catch |e| switch (e) { error.A, error.B => return, else => unreachable }; } } { var arr = [_]u8{ 1, 2 } ** 2 ++ "s \"q\" \n \x41 \u{1F600}"; const c = 'c', d = '\'', m = \\multi
    \\line "raw"
; for (arr, 0..) |*v, i| { if (i % 2 == 0 and !(v.* > 1)) continue :outer else break :blk v orelse null; } while (it.next()) |x| : (i += 1) { } else { } outer: inline while (true) {} const u = union(enum(u8)) { a: i32, b, }; const E = enum { x, @"odd name", _ }; const r = if (opt) |o| o else 0; const s = arr[0..n :0]; x +%= 1; y <<|= 2; z = a orelse b; p.?.*.q = @intCast(@field(o, "f")); asm volatile ("nop" : [ret] "={rax}" (-> usize) : [a] "r" (b) : "memory"); await async f(); suspend { } resume fr; nosuspend g(); return .{ .x = 1, .@"y" = .z }; }
test "name" { try std.testing.expect(true); } test F { } opaque {} packed struct(u8) { a: u1 }; const f128v: f128 = 0x1.8p3; noalias; anyframe; volatile; allowzero; 0b1010; 0o17; 1_000; inf;

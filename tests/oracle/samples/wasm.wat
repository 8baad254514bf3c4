;; comment é
(; block (; nested ;) ;)
(module $ember
  (import "env" "f" (func $f (param i32 i64) (result f32)))
  (type $t (func (param $x i32)))
  (memory (export "mem") 1 10 shared)
  (table 2 funcref) (elem (i32.const 0) $go $f)
  (data (i32.const 0x1F) "esc \" \0a\u{e9}")
  (global $g (mut i32) (i32.const -1))
  (func $go (export "go") (param $a i32) (result i32) (local $b f64)
    local.get $a
    (if (result i32) (i32.ge_s (local.get $a) (i32.const 3)) (then (i32.const 1)) (else (unreachable)))
    (block $l (loop $m (br_if $l (i32.eqz (local.get 0))) (br $m)))
    (call_indirect (type $t) (i32.const 1_000)) (f64.const 1.5e-3) (f32.const nan:0x1) (f32.const inf)
    i32.load offset=4 align=2 memory.grow v128.const i32x4 1 2 3 4 i8x16.add ref.null func drop return
    (try (do) (catch $e)) struct.new $s atomic.fence i32.atomic.rmw.add
  )
  (start $go) (tag $e (param i32))
  (data "unterminated
)
(; a block (; nested ;) comment ;)
(module $math
  (type $bin (func (param i32 i32) (result i32)))
  (import "env" "log" (func $log (param f64)))
  (memory (export "mem") 1 16 shared)
  (data (i32.const 0x10) "bytes\00\ff\u{263a}\n")
  (table $t 2 funcref) (elem (i32.const 0) $add $fac)
  (global $g (mut i64) (i64.const -0x7fff_ffff))
  (func $add (export "add") (type $bin) (i32.add (local.get 0) (local.get 1)))
  (func $fac (param $n i64) (result i64) (local $r i64)
    block $out
      loop $again
        local.get $n i64.eqz br_if $out
        (local.set $r (i64.mul (local.get $n) (local.get $r)))
        br $again
      end
    end
    (if (result i64) (i64.lt_s (local.get $r) (global.get $g)) (then (i64.const 1)) (else local.get $r))
    f32.const nan:0x200000 drop f64.const 0x1.8p-3 call $log
    (v128.const i32x4 0 1 2 3) i8x16.splat drop
    i32.const 0 call_indirect $t (type $bin) memory.grow unreachable))
(assert_return (invoke "add" (i32.const 1) (i32.const 2)) (i32.const 3))

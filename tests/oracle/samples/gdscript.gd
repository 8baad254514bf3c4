# comment é
## doc [b]x[/b]
@tool
class_name Ember extends Node2D
@export_range(0, 10, 0.5) var speed: float = 1.5e3
signal hit(damage: int)
enum State { IDLE = 0x1F, RUN = 0b11 }
const A := preload("res://a.gd")
@onready var label: Label = $Panel/Label
var n = %Unique; var p = ^"a/b"; var sn = &"name"; var d = {"k": 1, key = [1, 2]}
static func go(x: int, y := "esc \" %s" % 3, ...rest) -> Array[int]:
	if x >= 3 and not y in d or x is Node: pass
	elif x == 1: return await get_tree().create_timer(1.0).timeout
	match x:
		1, 2: continue
		[var a, ..] when a > 3: break
		_: assert(false, 'single')
	for i in range(10): print(i, """triple
"q" """, r"raw\n")
	var f = func(z): return z ** 2 if z else -z
	while true: super.go(); self.hit.emit(1); emit_signal("hit")
	get_node("a/b").x = PI * TAU
func _get(): return $"odd/path"
@tool # filled é
@icon("res://icon.svg")
class_name Player extends "res://base.gd"
## doc é [member x]
signal hit(damage: int, from: Node2D)
enum State { IDLE, RUN = 0x1F, JUMP = 0b11 }
const SPEED := 1_000.5e-1; static var count: int = 0
@export_range(0, 10, 0.5) var power: float = 1.5: set = set_power, get = get_power
@onready var label: Label = $UI/Label as Label; @onready var other := %Unique/Child; var path = ^"a/b:c"; var sn = &"name"
var dict: Dictionary[String, Array] = { "a": [1, 2.5, null], b = Vector2(1, -2), 3: {} }
func _process(delta: float) -> void:
	match state:
		State.IDLE, State.RUN when delta > 0.1: pass
		[var first, ..], {"k": var v, ..}: print("%s %d" % [first, v])
		_: breakpoint
	for i in range(0, 10, 2): if i % 3 == 0 and not is_zero_approx(i) or i in [1]: continue
	while true: break
	var f = func(x: int, y := 3) -> int: return x ** y if x is int else ~x << 2
	await get_tree().create_timer(1.0).timeout; hit.emit(3, self); super(delta); call_deferred("set_power", 1)
	var s = 'sq \' \n' + """multi
"line" """ + r"raw\d"; assert(s != "", "msg"); preload("res://x.tscn").instantiate(); return
class Inner extends RefCounted: static func make() -> Inner: return Inner.new()
var open = "unterminated

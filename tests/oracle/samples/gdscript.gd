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
var open = "unterminated

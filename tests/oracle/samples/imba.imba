# comment é
### block
###
import {x} from 'y'
tag app-root < base
	prop name = "it {x + 'in {y}'} é"
	attr open
	css .a d:flex @hover c:red4 p:2 3px
	def render
		<self.cls .on=(x > 3) @click.prevent=go>
			<h1[c:red]> "Hi {name}"
			for item, i in items when item
				<li key=i> item.n ?? null
			if a and !b then <b> 'x' else <i/>
	get val do 0x1F
	set val v
		#v = v ||= 1.5e3
global css html ff:sans
let fn = do(a, b = 2) a ** b
const re = /a[/]b/gi; let s = `tpl {x}`; let sym = :a
export default class Foo
	static def make\Foo
		return new self unless await x
	try a! catch e throw e
let open = "unterminated {x

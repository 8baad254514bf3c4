// comment é
/* block */
[indent=4]
uses GLib
namespace Ember
    class Foo : Object
        prop name : string = "esc \" $(x)"
        event hit (n : int)
        _x : int = 0x1F
        const A : double = 1.5
        construct (n : string)
            self.name = n
        def go (x : int, out y : list of string) : bool raises Error
            if x >= 3 and not true or x is Foo
                print "a %d", x
            else
                return false
            for var i = 0 to 10 do pass
            while true do break
            case x
                when 1, 2 do continue
                default do raise new E.X ("bad")
            try
                a ()
            except e : Error
                pass
            var s = """multi
line"""
init
    var l = new list of int; delegate x; 'c'; @"t $x"

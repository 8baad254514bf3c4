#Requires AutoHotkey v2.0
; comment
/* block */
class Point extends Object {
    static Count := 0
    X := 1.5e3, Y := 0xFF
    __New(x, y?, *) {
        this.X := x
        Point.Count++
    }
    Sum => this.X + this.Y
    Name {
        get => "it`s `"quoted`""
        set => this._n := value
    }
}
^!s::{
    try
        MsgBox 'single ' . Format("{:05}", 12) " é", "Title", "Icon!"
    catch as err
        throw ValueError("bad", -1)
    for k, v in Map("a", 1, 'b', [2, 3])
        if (k ~= "i)^a" && v is Number)
            continue
    fat := (a, b*) => a ?? b[1]
}
:*?:btw::by the way
#HotIf WinActive("ahk_class Notepad")
text := "
(
 continuation
)"
/*   note: spaced
 *   todo: a
  fixme b
   x note
*/

; comment at the start
#SingleInstance Force
#IfWinActive ahk_class Notepad
/* block
   comment */
^!n::Run, notepad.exe
:*:btw::by the way
global Count := 0x1F, name := "a ""quoted"" text"
F1::
  MsgBox, % "Count " . Count . " and " A_Now ; trailing
  Send {Enter}text{Left 3}%name%`n
return
MyFunc(ByRef x, y := 3) {
  static z = 1
  if (x > y && !WinExist("ahk_exe a.exe") or z ~= "i)^\d+$")
    Loop, 5
      z += A_Index
  else if InStr(x, "é")
    return z
  text =
  (LTrim Join`s
    continuation "section" %name%
  )
  Gosub, Label1
}
Label1:
#If

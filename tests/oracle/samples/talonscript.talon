# comment é
mode: command
app: firefox
title: /re[/]x/i
not tag: user.x
os: mac
-
tag(): user.y
settings():
    user.a = 1.5
    key_wait = 0x1F
go <user.text> [please]: key(ctrl-{letter})
say "q" | (one | two): "text {text} \n é"
say <number_small>+: insert('x' + text or "y")
    user.action(number_small, "a")
    x = 1 - 2 * 3
    sleep(100ms)
    print(x)
^anchored$: mimic("x")
key(f1): user.b()
parrot(pop): mouse_click()
open: "unterminated
tag: user.shop
and mode: command
not app.bundle: org.example.app
os: linux
title: /edit \d+/i
-
settings():
    key_wait = 2.5
    user.flag = 0x1F
tag(): user.tabs
# a comment
(go | jump) <number_small> [to <user.text>]$: user.jump(number_small, text or "none")
^say {user.word}+ over$:
    insert("esc \n {word_1} {user.x}")
    key(ctrl-shift-a:2 enter)
    sleep(100ms)
    mimic("go 5")
    x = 1 + 2 * (3 - y) / 4 % 5
    edit.line_end() or edit.up()
    user.call("a", 'b', true)
parrot(pop): skip()
key(f5): speech.toggle()
gamepad(north:repeat): print("n")
face(smile:start): app.notify("hi")

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

#!/usr/bin/env fish
# comment é
function greet --description 'Say "hi"' --argument-names name -a x
    set -gx PATH $HOME/bin $PATH; set -l list a b{1,2}c
    if test -n "$name[1]" -a (count $argv) -gt 1; and not contains -- x $list
        echo "Hello $name \$esc $(date +%s) \"q\"" 'single \' $no' > /dev/null 2>&1 &
    else if string match -rq '^(?<n>\d+)$' -- $name
        printf '%s\n' (ls | grep x)[2..-1] | while read -l line; echo $line; end
    else
        return 1
    end
    switch $name
        case 'a*' b
            for i in (seq 10); continue; end
        case '*'
            begin; break; end
    end
end
abbr -a gs git status; ~/x; cat <(a) \
    continued; $cmd arg; math 1 + 2; not true || false && exec x
function fish_prompt --on-event fish_postexec --on-variable PWD
    set -l last $status; set --erase -g tmp; set -q argv[1]; or return $last
    printf "%s%s%s\n" (set_color --bold brred) (prompt_pwd) (set_color normal)
end
complete -c ember -n '__fish_seen_subcommand_from a b' -s n -l name -xa "(ls *.txt | string replace -r '\.txt\$' '')" -d 'A name é'
for f in *.{c,h} **/src/?ain[0-9].c ~/x/$dir/(basename $PWD)
    test -e $f; and test ! -d "$f[1..-2]"; or continue
    echo $$f "$f"[2] $f[(count $f)] >> out.log 2>| tee err ^/dev/null <in.txt
end
while not set -q done[1]; break; end
switch (uname -s); case Linux Darwin; echo "a\tb\x41\u00e9\\"; case '*'; false; end
if begin; true; and false; end; echo yes; end
alias ll="ls -l"; bind \cg 'commandline -f repaint'; builtin cd ..; command ls; exec fish -c "echo $argv[1] (math 2 ^ 3)"
string match -qr -- '^-{1,2}(\w+)=(.*)$' $argv; and set name $$argv[1]; time sleep 1 &; disown %1; wait
set -Ux list a "b c" 'd\'e' \# \$x {a,b}\ c; echo (cat (psub) | psub); eval $cmd; source ~/.config/x.fish; . ./y.fish
echo "unterminated $x

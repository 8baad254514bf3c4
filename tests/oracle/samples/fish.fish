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
echo "unterminated $x

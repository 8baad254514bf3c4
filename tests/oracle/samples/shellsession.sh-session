$ echo "hi $USER" | grep -v x && ls -l # comment é
hi there
output line with "quotes"
root@host:~# cat <<EOF
> heredoc $X
> EOF
heredoc
[user@box ~]$ for i in 1 2; do echo $((i + 1)); done
% zsh prompt 'single'
PS1> Get-Item x
$ long \
> continued
(venv) $ python -c "print(1)"
>>> not shell
$ echo "unterminated
$ echo "a ${B:-$(date +%s)} \"q\"" 'single $x' | grep -E '^a+' > /dev/null 2>&1 && cat <<EOF
> heredoc $x
> EOF
output line $ not a prompt
user@host:~/dir$ for f in *.c; do gcc -o "${f%.c}" "$f"; done  # comment
[root@server ~]# systemctl restart nginx; exit $?
(venv) me@box /tmp % ls -la | awk '{print $1}'
total 0
-rw-r--r-- 1 a b 0 Jan 31 12:00 file
# root command --flag=value
>>> not shell
➜ git commit -m "multi
> line"
$ if [[ $x =~ ^[0-9]+$ ]]; then
>   echo `date`
> fi

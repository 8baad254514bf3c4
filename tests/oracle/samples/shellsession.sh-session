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

" comment é
scriptencoding utf-8
if exists('g:loaded') || &cp | finish | endif
let g:x = {'a': 1, "b": [0x1F, 1.5e3]} | let s:y = "esc \" \<CR> \u00e9" . 'It''s' .. $HOME .. @a .. &l:opt
function! s:Go(a, b = 2, ...) abort range dict
  let [l:h; l:t] = a:000 | for i in range(1, 10) | if i >= 3 && !a:a || i =~? '\v^(a|b)+$' | continue | else | break | endif | endfor
  while v:true | execute 'normal! ' .. a:1 . "x" | endwhile
  try | throw 'E' | catch /^Vim\%((\a\+)\)\=:E/ | finally | echoerr v:exception | endtry
  let x = a:a ? b : c->map({k, v -> v * 2}) | return call('f', [function('s:Go')], self)
endfunction
command! -nargs=* -bang -complete=file Foo call s:Go(<q-args>, <bang>0)
nnoremap <silent> <buffer> <leader>x :<C-u>call <SID>Go(1)<CR>
autocmd BufRead,BufNewFile *.x setlocal ft=x | set sw=2 noet path+=**
augroup E | au! | augroup END
highlight Foo guifg=#ff0000 ctermfg=1 gui=bold,italic
syntax match Foo "\<a\>" contained | syntax region R start=+"+ skip=+\\"+ end=+"+ contains=@Spell
%s/\(foo\)\|bar/\1\r/gce
lua << EOF
local x = 1 -- lua
EOF
python3 << PY
import vim
PY
let h =<< trim END
  heredoc
END
def Vim9(a: number, s: string = 'x'): list<string>
  var y: dict<any> = {} # vim9
enddef
unlet! g:x | echo "unterminated

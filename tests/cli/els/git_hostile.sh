#!/usr/bin/env bash
# A repository's configuration and attributes name programs. Listing or viewing its files runs none of them.
# shellcheck source=tests/lib/case.sh disable=SC2016
. "$(dirname "$0")/../../lib/case.sh"
. "$HERE/_git.sh" || exit 1
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_ALLOW_PROTOCOL
printf '#!/bin/bash\necho "$0 $*" >>"%s"\ncat\n' "$WORK/ran" >"$WORK/evil" && chmod +x "$WORK/evil"
for name in ssh git; do grep -v '^cat' "$WORK/evil" >"$WORK/evil.$name" && chmod +x "$WORK/evil.$name"; done
ran() { [ -s "$WORK/ran" ]; }
none() { ! ran; }

make_hostile() { # name, object format
  git init -q --object-format="$2" "$1" && cd "$1" || return
  mkdir d && seq 20 >d/f && seq 30 >g && seq 9 >moved && seq 5 >h && seq 6 >gone && git add . && git commit -qm 1
  git mv moved renamed && git add -N . && sed -i 3s/^/x/ d/f && seq 29 | sed '$s/29/9/' >g && touch h && printf 'x\ny\n' >new
  echo '* filter=x diff=x' >.gitattributes && echo 'h filter=a=b.c diff=y' >>.gitattributes && cp .gitattributes .git/info/attributes
  local evil=$WORK/evil
  git config core.fsmonitor "$evil" && git config core.pager "$evil" && git config pager.diff "$evil"
  for f in x 'a=b.c'; do
    git config "filter.$f.clean" "$evil" && git config "filter.$f.smudge" "$evil" && git config "filter.$f.required" true
  done
  git config filter.x.process "$evil"
  git config diff.external "$evil" && git config diff.x.textconv "$evil" && git config diff.y.command "$evil"
  git config core.sshCommand "$evil.ssh" && git config core.gitProxy "$evil.git" && git config core.askPass "$evil"
  git config credential.helper "!$evil" && git config gpg.program "$evil" && git config core.editor "$evil"
  git config alias.ls-files "!$evil" && git config alias.cat-file "!$evil" && git config uploadpack.packObjectsHook "$evil"
  git config interactive.diffFilter "$evil" && git config core.alternateRefsCommand "$evil"
  mkdir -p .git/hooks
  for h in post-index-change pre-auto-gc reference-transaction post-checkout fsmonitor-watchman; do cp "$evil" .git/hooks/$h; done
  # An object that is missing would be fetched from where the repository says.
  git config core.repositoryFormatVersion 1 && git config extensions.partialClone origin && git config remote.origin.promisor true
  git config remote.origin.url ssh://example.invalid/x && git config remote.origin.uploadpack "$evil"
  cd "$WORK/tree" || return
}
(make_hostile old sha1)
(make_hostile wide sha256)

# The trap works: git itself runs them.
(cd wide && timeout 20 git status && timeout 20 git diff) >/dev/null 2>&1
yes_ 'git runs what is set up' ran
for repo in old wide; do
  rm -f "$WORK/ran"
  holds "els -lR --git --git-timeout=60000 $repo" 0 ' R- .*renamed$'
  holds "els -1 --git --git-timeout=60000 $repo/d" 0 '^-M f$'
  holds "els -l --git-repos -d --blocks=repo $repo" 0 'main'
  is "ecat -d --style=changes --decorations=always --color=never --paging=never --diff-context=0 $repo/d/f" 0 '~ x3\n'
  is "ecat -d $repo/d/f | wc -l" 0 '5\n'
  is "cd $repo && ecat -d | grep -c x3" 0 '1\n'
  yes_ "nothing of $repo was run" none
  cat "$WORK/ran" 2>/dev/null
done

for url in ssh://example.invalid/x git://example.invalid/x ext::"$WORK/evil" "$WORK/tree/old" file://"$WORK/tree/old" foreign::x; do
  id=$(git -C wide rev-parse HEAD:d/f 2>/dev/null)
  git -C wide config remote.origin.url "$url"
  mv "wide/.git/objects/${id:0:2}/${id:2}" "$WORK/object"
  tree=$(git -C wide rev-parse 'HEAD^{tree}')
  mv "wide/.git/objects/${tree:0:2}/${tree:2}" "$WORK/tree.object"
  rm -f "$WORK/ran"
  if [[ $url = ssh:* ]]; then
    GIT_TERMINAL_PROMPT=0 timeout 20 git -C wide cat-file -p HEAD:d/f >/dev/null 2>&1
    yes_ 'git fetches what is missing' ran
    rm -f "$WORK/ran"
  fi
  says "els -1 --git --git-timeout=60000 wide/d" 0 'wide: '
  yes_ "$url: nothing is fetched for a listing" none
  mv "$WORK/tree.object" "wide/.git/objects/${tree:0:2}/${tree:2}"
  says "ecat --paging=never --style=changes --decorations=always --diff-base=HEAD wide/d/f" 0 'change marks: .*wide'
  yes_ "$url: nor for changes" none
  cat "$WORK/ran" 2>/dev/null
  mv "$WORK/object" "wide/.git/objects/${id:0:2}/${id:2}"
done

# A program called git in the folder at hand is not git.
cp "$WORK/evil" wide/git && rm -f "$WORK/ran"
is 'cd wide && PATH=.::$WORK/ours els -1 --git h' 0 '~~ h\n'
yes_ 'git is not looked for in the folder at hand' none
finish

/* find_doc: the man page's sections on find's language. Their lists are those of `find --help`; a
 * test compares the two. */
#ifndef EMBER_CMD_EFIND_FIND_DOC_H
#define EMBER_CMD_EFIND_FIND_DOC_H

#define FIND_DOC_OPTIONS \
	"efind reads find's line under the names find, gfind and bfs, after --lang=find, and " \
	"where a word that only find knows stands on it (-name, -type, a parenthesis). The " \
	"start points come first, then an expression of options, tests and actions. It is " \
	"judged for each entry from left to right as far as the answer needs: ! or -not binds " \
	"most, then -a or nothing, then -o, then the comma. Without an action the path is " \
	"printed.\n\n" \
	"Output, order and exit status are those of GNU find: entries in the order of the " \
	"directory, of inode number where it holds more than 10,000. +N is more than N, -N is " \
	"less than N.\n\n" \
	"Before the start points: -H and -L follow links of the line or all links, -s visits names " \
	"in order, -S bfs visits level after level, -x is -xdev, -X leaves out names that xargs " \
	"would cut, -E means extended regular expressions, -f PATH is a start point whatever it " \
	"looks like, -jN has N threads read ahead (output does not depend on them). -exclude EXPR " \
	"leaves out what matches and all below it, wherever it stands. -depth followed by a number " \
	"is a test of the depth. Times of birth are those of the file system; where it keeps none, " \
	"tests of them are false.\n\n" \
	"Options (always true):\n\n" \
	"  -depth                      a directory after what it holds\n" \
	"  -d                          as -depth\n" \
	"  -maxdepth LEVELS            go down at most LEVELS; 0: the start points only\n" \
	"  -mindepth LEVELS            nothing before LEVELS below the start points\n" \
	"  -xdev                       stay on the file system of the start point\n" \
	"  -mount                      as -xdev, and leave mount points out too\n" \
	"  -files0-from FILE           start points from FILE, NUL after each; - reads standard input\n" \
	"  -noleaf                     accepted, no effect\n" \
	"  -ignore_readdir_race        no message for what vanishes meanwhile\n" \
	"  -noignore_readdir_race      the opposite\n" \
	"  -daystart                   what follows counts days from midnight, not from now\n" \
	"  -follow                     as -L\n" \
	"  -regextype TYPE             syntax of the -regex that follow\n" \
	"  -warn                       warn of doubtful expressions\n" \
	"  -nowarn                     do not\n" \
	"  -nohidden                   leave out names that start with a dot, and what is below them\n" \
	"  -gitignore                  leave out what .gitignore, .ignore and .fdignore files name\n" \
	"  -unique                     each file once, by its inode\n" \
	"  -noerror                    no message and no status for what cannot be read\n" \
	"  -color                      paths in the colours of LS_COLORS\n" \
	"  -nocolor                    paths without colours\n" \
	"  -status                     accepted, no effect\n" \
	"  -help                       show this list\n" \
	"  --help                      show this list\n" \
	"  -version                    show the version\n" \
	"  --version                   show the version\n"

#define FIND_DOC_TESTS \
	"Tests of names:\n\n" \
	"  -name PATTERN               last component matches the shell pattern\n" \
	"  -iname PATTERN              as -name, upper and lower case alike\n" \
	"  -path PATTERN               whole path matches; '*' matches '/' too\n" \
	"  -wholename PATTERN          as -path\n" \
	"  -ipath PATTERN              as -path, upper and lower case alike\n" \
	"  -iwholename PATTERN         as -ipath\n" \
	"  -lname PATTERN              a symbolic link whose text matches\n" \
	"  -ilname PATTERN             as -lname, upper and lower case alike\n" \
	"  -regex PATTERN              whole path matches the regular expression\n" \
	"  -iregex PATTERN             as -regex, upper and lower case alike\n" \
	"\n" \
	"Tests of facts:\n\n" \
	"  -type TYPE                  one of b c d p f l s, or several with commas\n" \
	"  -xtype TYPE                 as -type, for what a symbolic link points to\n" \
	"  -size N[bcwkMGTP]           size in units of 512 bytes, rounded up\n" \
	"  -empty                      a file or directory with nothing in it\n" \
	"  -perm MODE                  permissions are MODE; with -MODE all of it, with /MODE any of it\n" \
	"  -readable                   you may read it\n" \
	"  -writable                   you may write to it\n" \
	"  -executable                 you may run or enter it\n" \
	"  -user NAME                  owner, by name or number\n" \
	"  -group NAME                 group, by name or number\n" \
	"  -uid N                      number of the owner\n" \
	"  -gid N                      number of the group\n" \
	"  -nouser                     the owner has no name here\n" \
	"  -nogroup                    the group has no name here\n" \
	"  -links N                    number of hard links\n" \
	"  -inum N                     inode number\n" \
	"  -samefile FILE              the same file as FILE\n" \
	"  -fstype TYPE                on a file system of that type\n" \
	"\n" \
	"Tests of times:\n\n" \
	"  -atime N                    read N days ago (24 hours each, fraction dropped)\n" \
	"  -ctime N                    status changed N days ago\n" \
	"  -mtime N                    contents changed N days ago\n" \
	"  -amin N                     read N minutes ago\n" \
	"  -cmin N                     status changed N minutes ago\n" \
	"  -mmin N                     contents changed N minutes ago\n" \
	"  -newer FILE                 contents changed later than FILE's\n" \
	"  -anewer FILE                read later than FILE's contents changed\n" \
	"  -cnewer FILE                status changed later than FILE's contents\n" \
	"  -mnewer FILE                as -newer\n" \
	"  -Bnewer FILE                made later than FILE's contents changed\n" \
	"  -since TIME                 contents changed later than TIME\n" \
	"  -msince TIME                as -since\n" \
	"  -asince TIME                read later than TIME\n" \
	"  -csince TIME                status changed later than TIME\n" \
	"  -Bsince TIME                made later than TIME\n" \
	"  -Btime N                    made N days ago\n" \
	"  -Bmin N                     made N minutes ago\n" \
	"  -newerXY REFERENCE          time X of it is later than time Y of REFERENCE; X, Y of a B c m; Y t: a date\n" \
	"  -used N                     read N days after its status changed\n" \
	"\n" \
	"Tests of bfs:\n\n" \
	"  -hidden                     the name starts with a dot\n" \
	"  -sparse                     takes less of the disk than its size\n" \
	"  -xattr                      has extended attributes\n" \
	"  -xattrname NAME             has the extended attribute NAME\n" \
	"  -acl                        has an access control list\n" \
	"  -capable                    has capabilities\n" \
	"  -context PATTERN            SELinux label matches\n"

#define FIND_DOC_ACTIONS \
	"Actions:\n\n" \
	"  -true                       always\n" \
	"  -false                      never\n" \
	"  -print                      the path on a line; the default\n" \
	"  -print0                     the path with a NUL after it\n" \
	"  -printf FORMAT              what FORMAT says: %p path, %f name, %s size, ...\n" \
	"  -ls                         a line like that of `ls -dils`\n" \
	"  -fprint FILE                as -print, into FILE\n" \
	"  -fprint0 FILE               as -print0, into FILE\n" \
	"  -fprintf FILE FORMAT        as -printf, into FILE\n" \
	"  -fls FILE                   as -ls, into FILE\n" \
	"  -prune                      do not go into this directory\n" \
	"  -quit                       stop the whole search here\n" \
	"  -delete                     delete it; turns -depth on\n" \
	"  -rm                         as -delete\n" \
	"  -printx                     the path as xargs reads it\n" \
	"  -limit N                    stop the search when it comes here the Nth time\n" \
	"  -exit                       stop the search; exit with the status that follows, or 0\n" \
	"\n" \
	"Running commands:\n\n" \
	"  -exec COMMAND ... ;         run COMMAND with {} replaced by the path; `{} +` at its end: by many paths\n" \
	"  -execdir COMMAND ... ;      as -exec, in the directory that holds the entry\n" \
	"  -ok COMMAND ... ;           as -exec, after asking\n" \
	"  -okdir COMMAND ... ;        as -execdir, after asking\n"

#endif

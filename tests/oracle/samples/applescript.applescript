#!/usr/bin/osascript
-- comment é
(* block (* nested *) comment *)
property greeting : "Hello \"you\""
use framework "Foundation"
on run {argv, x}
	tell application "Finder" to activate
	tell application id "com.apple.mail"
		set theCount to count of (every message of inbox whose read status is false)
		if theCount ≥ 3 and not (greeting contains "x") then
			display dialog "There are " & theCount & " mails" buttons {"OK", "No"} default button 1 with icon note
		else if theCount = 0 then
			beep 2
		end if
	end tell
	repeat with i from 1 to 10 by 2
		log i ^ 2 div 3 mod 4
	end repeat
	try
		error "bad" number -128
	on error msg number n from f partial result p
		return {a:1.5, b:«class ocid», |odd name|:missing value}
	end try
	considering case but ignoring white space
	end considering
	set d to date "Monday" -- trailing
	do shell script "ls -l ¬
		" & quoted form of POSIX path of f
end run
script Inner
	property parent : me
end script

// comment é
/* block
 nested /* x */ */
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#include "other.dm"
/mob/player
	name = "Pl\"ayer [src.name] and [1 + 2]"
	icon = 'icons/mob.dmi'
	var/const/hp = 100
	var/list/items[3]
	proc/Hit(mob/target as mob in view(1), dmg = 1.5e3)
		set name = "Hit"
		if(!target || target.hp <= 0 && istype(target, /mob/enemy))
			return ..()
		for(var/i in 1 to 10 step 2)
			world << "<b>[i]</b> \red text"
		switch(dmg)
			if(1 to 3) spawn(10) del(target)
			else goto done
		done:
		. = new /obj/item(loc)
	verb/say(t as text)
		{"multi
line [t]"}
#ifdef DEBUG
var/x = "unterminated
#endif

(* comment (* nested *) é "string *)" *)
#use "topfind";;
open! Core
module M : S with type t = int = struct type t = int [@@deriving show] let x = 1 end
module F (A : sig val x : int end) () = struct include A end
type ('a, +'b) t = A | B of int * string | C of { mutable x : float; y : 'a list } constraint 'a = int
type poly = [ `A | `B of int | other ] and gadt = G : int -> gadt
exception E of string
external f : int -> int = "c_f" [@@noalloc]
let rec go ?(opt = 0x1F) ~label:(l : int) = function
  | [] -> "esc \" \u{e9} \n" ^ {|raw "q"|} ^ {id|raw |x id|id}
  | x :: _ when x >= 3 && not true || x <> 2 -> (match x with 1 | 2 -> 'c' |> String.make 1 | '\n'..'z' -> assert false)
  | [| a; b |] as z -> let open M in let* y = m in raise (E "x")
let () = for i = 1 to 10 do incr r; while !r < 3 do () done done; try f () with Not_found -> () | E s -> Printf.printf "%d %s\n" 1 s
class virtual ['a] c (x : int) = object (self) inherit base val mutable v = 1.5e-3 method private m = {< v = 2. >} method virtual n : int initializer () end
let ( +. ) a b = if a then b else (fun x -> x land 1 lsl 2) and y = lazy (1 mod 2) and obj = new c 1 and w = o#m; [%ext "x"] [@attr]
;; let%lwt x = y in begin x.f <- 1; a.(0) <- b.[1] end
let open' = "unterminated

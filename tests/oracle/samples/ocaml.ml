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
(* comment (* nested "string *)" *) *) (** doc {b x} [code] @param y *)
open! Stdlib [@@@warning "-32"] #use "top.ml";;
module type S = sig type 'a t = private [> `A of int | `B ] constraint 'a = < m : int; .. > val f : ?opt:int -> lbl:('a -> 'b) -> 'a t list [@@deprecated "x"] exception E of string * int external e : int -> int = "c_e" "b_e" [@@noalloc] end
module F (X : S with type 'a t := 'a list) : sig end = struct include X let rec f ?(opt = 0xFF) ~lbl (x : int) : int = function | [] when opt >= 1_000 -> begin try raise (E ("s \"q\" \n \065 \x41 \u{1F600}", 1.5e-3)) with E (a, _) as e -> ignore (a ^ {|raw "q"|} ^ {id|x|id}) end | h :: (t : int list) -> let open List in let* y = f t and+ z = g in !r := y.(0); a.[1] <- 'c'; b.{2}; if x <> 1 && not (y == z) then `Tag '\'' else (fun x -> x lsl 2 mod 3 |> f) @@ [| 1; 2 |] and g = fun { a; b = Some _; _ } -> lazy (assert false) let ( >>= ) a b = a let%ext x = [%sql "select"] end
class virtual ['a] c (x : int) = object (self : 'self) inherit d as super val mutable v = 1 method private virtual m : int method! n = {< v = 2 >} initializer self#m end let () = for i = 0 to 10 do while true do () done done; for j = 3 downto 1 do () done; match x with 'a' .. 'z' | exception Not_found -> 0l | 1L | 0n -> 2 ;; type _ g = G : int -> int g and r = { mutable a : int; b : 'c. 'c -> 'c } and v = .. let f = function%map x -> x.Mod.a #obj

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
(* outer (* inner "with a string *)" *) end *)
module type STACK = sig type 'a t [@@deriving show] val push : 'a -> 'a t -> 'a t exception Empty of { at : int } end
module Make (E : sig type t val compare : t -> t -> int end) : STACK with type 'a t = 'a list = struct
  type 'a t = 'a list and color = [ `Red | `Rgb of int * int * int | color' ]
  let rec push ?(limit = 0x1F_l) ~key:(k : int) = function [] -> [ k ] | x :: _ as l when x > k && not (k = 0) -> k :: l | _ -> raise_notrace Not_found
end
type _ expr = Int : int -> int expr | If : bool expr * 'a expr * 'a expr -> 'a expr | Pair : { l : 'a expr; mutable r : 'b expr } -> ('a * 'b) expr
class virtual ['a] cell (init : 'a) = object (self) inherit base as super val mutable v = init method virtual get : 'a method private set x = v <- x initializer self#set init end
let ( >>= ) m f = match m with Some x -> f x | None -> None and ( let* ) = Option.bind
let s = {id|raw "text" \n|id} ^ "esc \065 \x41 \u{263A} \
   next" and c = '\'' and f = 1.5e-3 +. 0x1.8p3 and i = 0b1010n lor 3 lsl 2
let () = try%lwt for i = 1 to 10 do Printf.printf "%d %s\n%!" i (string_of_int @@ i * 2) done; while !r > 0 do decr r done with Failure msg | Invalid_argument msg -> prerr_endline msg
external id : 'a -> 'a = "%identity" [@@noalloc] ;; #use "topfind";; let lazy x = lazy (assert false) in let open! List in let module M = Map.Make (String) in M.(empty |> add "k" 1)

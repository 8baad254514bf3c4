// comment é
(* block (* nested *) "str" *)
module Ember.List
open System
#if DEBUG
#nowarn "40"
#endif
[<Struct; CustomEquality>]
type Point<'T when 'T : equality> = { X: float; mutable Y: 'T option } with member this.Len = sqrt this.X
type Shape = Circle of r: float | Rect of w: int * h: int | Empty
type IFoo = abstract member Go: int -> string
type C(x: int, ?y) =
    inherit Base(x)
    let mutable z = 0x1Fuy
    static member val P = 1.5e3M with get, set
    override _.ToString() = sprintf "a %d %s \u00e9" x $"in {x + 1} {{lit}} {y:N2}" + @"raw ""q"" \" + """triple "q" """
    interface IFoo with member _.Go n = string n
let rec inline f<^a> (x: ^a) = function | [] -> 'c' | h :: _ when h > 3 && not true -> '\n' | _ -> failwith "bad"
let (|Even|Odd|) n = if n % 2 = 0 then Even else Odd
let seq' = seq { for i in 1 .. 2 .. 10 do yield! [| i |] }
async { let! x = g () in use! y = h x; return! y |> Async.map (fun q -> q <<< 1) } |> ignore
match x with :? string as s -> s | null -> "" ; try a () with | :? Exception as e -> raise e
let ``odd name`` = <@ 1 + 1 @>; let inline (+.) a b = a ~~~b; [<Measure>] type kg; let w = 3.0<kg>
/// <summary>XML doc</summary>
let open' = "unterminated

module Main exposing (Msg(..), main)
{-| Doc é {- nested -} -}
import Html exposing (Html, div, (:=))
-- comment
import Json.Decode as D
type alias Model = { name : String, age : Int, r : { a | b : Float } }
type Msg a = Click | Set (Maybe a) Int
port send : String -> Cmd msg
f : (a -> b) -> List a -> Result String b
f g xs =
    let
        y = 0x1F + 1.5e3
        c = 'c'
        n = '\n'
        s = "esc \" \u{1F600}"
        m = """multi
 line "q" """
    in
    case xs of
        [] -> if y >= 3 && not True then Err s else Ok 1
        x :: _ -> \a -> { model | name = x ++ "b" } |> .name >> g <| x // 2
infix right 5 (++) = append
shader = [glsl| attribute vec3 p; void main() { gl_Position = vec4(p, 1.0); } |]
{-| Module doc é {- nested -} -}
port module Main.View exposing (Model, Msg(..), view, (|>))
import Html.Events as E exposing (onClick, on)
import Dict exposing (Dict)
type Msg a = Clicked Int (Maybe a) | Changed { name : String, age : Float } | NoOp
type alias Model a = { a | items : List ( Int, String ), pos : ( Float, Float ), f : Int -> Result String (Dict Char a) }
port send : String -> Cmd msg
port receive : (Json.Decode.Value -> msg) -> Sub msg
update : Msg a -> Model a -> ( Model a, Cmd (Msg a) )
update msg ({ items } as model) =
    case msg of
        Clicked 0x1F (Just _) -> ( { model | items = ( 1, "esc \" \u{00E9} \n" ) :: items }, Cmd.none )
        Changed { name } -> let n = String.length name // 2 ^ 3; g = \x y -> x * y - -1.5e-3 in if n >= 3 && not (n == 4) || False then ( model, send """multi
 "line" \\ """ ) else ( model, Cmd.batch [ Cmd.none ] )
        _ -> ( model, Cmd.none )
c : Char
c = '\u{1F600}'
infix right 5 (+++) = append
apply = List.map .name >> List.filter (\r -> r /= "x") << identity <| [ [], [ 'a' |> always ] ]
main = "unterminated

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
main = "unterminated

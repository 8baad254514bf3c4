-- comment é
{- block {- nested -} -}
-- | doc
module Ember.List (module X, List(..), type (~>), (:+), go) where
import Prelude hiding (map)
import Data.Map as M (lookup, Map())
infixr 5 append as :+
foreign import data F :: Type -> Type
foreign import f :: forall a. a -> Effect Unit
newtype P a = P { x :: Int, y :: Maybe a | r }
data T a = Leaf | Node (T a) a
derive instance newtypeP :: Newtype (P a) _
class Monad m <= C m a | m -> a where op :: a -> m a
instance showT :: (Show a) => Show (T a) where show Leaf = "esc \" \x41 \n"; show _ = """raw "q" """
type R r = { a :: Number | r }
go :: forall @m a b. C m a => a -> (a -> b) -> m (Array b)
go x g = do
  let y = 0x1F + 1_000; z = 1.5e3; c = 'c'; n = '\n'
  r <- pure $ x { a = 1, b { c = 2 } }
  if y >= 3 && not true then pure [g x] else case z of
    _ | z > 3.0, Just q <- w -> pure (\a -> a <> "b") <#> _.field
      | otherwise -> ado u <- v in u
  where w = M.lookup @Int 1 ?hole `op` 2
-- | Doc é
{- block {- nested -} -}
module Main.View (Model(..), class Shape, (<>), module Exp, type (~>)) where
import Prelude hiding (map, (+)) as P
foreign import data Elem :: Type -> Type
foreign import unsafeLog :: forall a. String -> a -> Effect Unit
data Tree a b = Leaf | Node (Tree a b) { name :: String, "odd key" :: Maybe Int | r } a
newtype Wrap f a = Wrap (f a)
derive instance eqTree :: (Eq a, Eq b) => Eq (Tree a b)
derive newtype instance Functor f => Functor (Wrap f)
class (Eq a, Show a) <= Shape a b | a -> b where area :: a -> Number
instance shapeInt :: Shape Int Number where area n = toNumber n * 1.5e-3
infixr 5 append as <+>
type Fn = forall a b. (a -> b) -> Array { | ( x :: a ) } ~> Row b
go :: Partial => Int -> String -> Effect Unit
go 0x1F s | n >= 3 && not b || c, Just x <- m = do
  let y = \a -> a <> "esc \" \x41 \n" <> """raw
  multi "q" """; z = r { name = "é", count = _ }
  _ <- traverse_ log $ [ 'c', '\n' ] <#> show; pure unit
          | otherwise = case s, m of "a", Node l { name: n } _ -> unit; _, arr@[ x ] -> if x then y else z where w = (`div` 2) <<< negate 1
open = "unterminated

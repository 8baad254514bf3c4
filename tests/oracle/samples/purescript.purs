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
open = "unterminated

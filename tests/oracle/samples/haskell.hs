{-# LANGUAGE OverloadedStrings, GADTs #-}
{-# OPTIONS_GHC -Wall #-}
-- | Haddock comment
module Data.Ring (Ring (..), push, module X) where

import qualified Data.Map.Strict as M (Map, insert, (!))
import Data.List hiding (sort)

{- block {- nested -} -}
data Ring a = Ring { _head :: !Int, items :: [a] } | Empty deriving (Show, Eq, Ord)
newtype Parser a = Parser { runParser :: String -> Maybe (a, String) }
type Name = String
data Term :: * -> * where
  Lit :: Int -> Term Int
class (Eq a, Show a) => Shape a where
  area :: a -> Double
  area _ = 0.5e-3
  {-# MINIMAL area #-}
instance Functor Parser where
  fmap f (Parser p) = Parser $ \s -> case p s of
    Nothing -> Nothing
    Just (a, rest) | not (null rest), a' <- f a -> Just (a', rest)
                   | otherwise -> Nothing
infixl 6 <+>
(<+>) :: Num a => a -> a -> a
x <+> y = x + y `mod` 2
push, pop :: forall a. Ord a => a -> Ring a -> Ring a
push x r@Ring { items = xs } = r { items = x : xs ++ [y | y <- xs, y /= x] }
push _ Empty = undefined
main :: IO ()
main = do
  let n = 0xFF + 0b11 + 0o17 + 1_000
      s = "esc \n \" \1234 \x41 \SOH\
          \continued" ++ ['a', '\'', '\n', '\x41']
  line <- getLine
  if n > 3 && line /= "" then putStrLn $ show n else return ()
  mapM_ print . filter even $ [1, 3 .. 10]
  where helper' x = x
        op = (`elem` [1..])
foreign import ccall "math.h sin" c_sin :: Double -> Double
prop = \ ~(a, !b) -> a >>= \c -> pure c <* d
type family F a where F Int = Bool
deriving instance Show (Term a)
data Op = Int :+: Int | Op `And` Op deriving stock (Eq) deriving anyclass (NFData)
f :: (MonadIO m, Show a) => a -> m ()
f x | x == y, let z = 1 = pure () | otherwise = liftIO . print =<< g x where y = undefined

-- comment é
/- block /- nested -/ -/
/-- doc `x` -/
import Mathlib.Data
open Nat (succ) in
namespace Ember
universe u v
variable {α : Type u} [inst : Monad m]
@[simp, inline] theorem add_zero' (n : ℕ) : n + 0 = n ∧ True ∨ ¬False := by
  induction n with
  | zero => rfl
  | succ k ih => simp [ih, Nat.add_comm] at *; exact h ▸ rfl
structure P (α) extends Base α where
  x : Nat := 0x1F
  deriving Repr, BEq
inductive T | leaf : T | node (l r : T) : T
def f (x : Nat) (s : String := "esc \" \u00e9 \n") : IO Unit := do
  let mut y ← pure 1.5e3; for i in [0:10] do if i ≥ 3 && !true then continue else break
  match x, 'c' with | 0, _ => pure () | n+1, '\n' => return
  IO.println s!"a {x + 1} {"in"}" ; let g := fun a => a ∘ (· + 1); ‹_›; r"raw" ; throw e
instance : Add T := ⟨fun a b => a⟩ ; abbrev N := Nat ; example : 1 = 1 := sorry ; axiom a : False
#eval f 1 ; #check Nat ; notation "x" => y ; macro "m" : term => `(1) ; termination_by x ; end Ember
/-- doc é /- nested -/ -/
@[simp, inline] protected theorem add_comm' {α : Type u} [Add α] (n m : Nat) : n + m = m + n := by
  induction n with
  | zero => simp [Nat.add_zero, *] at h ⊢
  | succ k ih => rw [← ih, Nat.succ_add]; exact fun x => ⟨x, rfl⟩ <;> omega
structure Point (α : Type _) extends Base α where mk :: (x y : α) (z : Nat := 0x1F) deriving Repr, BEq
inductive Tree : Type → Prop | leaf : Tree α | node (l r : Tree α) : Tree α
def f (s : String) : IO Unit := do let mut a := #[1, 2.5e-3, 0b11]; for x in a do if x > 1 && !b || c then continue else IO.println s!"x {x + 1} \"q\" \n"; return ()
macro "m!" x:term : tactic => `(tactic| exact $x); notation:65 a " ⊕ " b => Xor a b; open Nat in #eval (1 : Nat) |>.succ; #check @id
instance : Monad Option := { pure := some, bind := λ o f => match o with | none => .none | some a => f a } 
private unsafe def g : Char := 'c'; axiom choice : ∀ x, ∃ y, x ≠ y ∧ y ∈ s → sorry; namespace A.«odd name» end A; variable (h : p ↔ q) 
"unterminated

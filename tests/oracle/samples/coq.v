(* comment (* nested *) é "string" *)
From Coq Require Import List Arith.
Import ListNotations.
Set Implicit Arguments.
Inductive tree (A : Type) : Type := | Leaf | Node (l : tree A) (x : A) (r : tree A).
Fixpoint size {A} (t : tree A) : nat := match t with | Leaf => 0 | Node l _ r => S (size l + size r) end.
Notation "x ++ y" := (app x y) (at level 60, right associativity).
Definition f := fun x : nat => if x =? 3 then "a ""q""" else "b".
Lemma size_pos : forall (A : Type) (t : tree A), size t >= 0 /\ True \/ ~ False.
Proof.
  intros A t. induction t as [| l IHl x r IHr]; simpl in *; try lia.
  - rewrite <- plus_n_O. apply le_n; auto with arith.
  + exists 1%nat. destruct H as [H1 | H2]. { reflexivity. }
  Check @nil. Search (_ + _). admit.
Admitted.
Section S. Variable x : Set. Hypothesis H : x = x. End S.
Class Monoid (A : Type) := { op : A -> A -> A; unit : A }.
Ltac solve := match goal with | [ H : ?x = _ |- _ ] => rewrite H end.
Qed.

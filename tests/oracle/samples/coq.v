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
(* comment (* nested "string *)" *) *)
From Coq Require Import List ZArith. Import ListNotations. Open Scope nat_scope. Set Implicit Arguments. Unset Printing Notations. #[local] Hint Resolve foo : core.
Inductive tree (A : Type) : Type := | Leaf : tree A | Node (l r : tree A) (x : A) : tree A with forest := F. CoInductive s := C : s -> s. Record P := mk { a : nat; b :> Set }. Class Eq (A : Type) := { eqb : A -> A -> bool }. Instance i : Eq nat := {}. Variant v := V1 | V2.
Fixpoint f {A} (n : nat) (l : list A) {struct n} : option A := match n, l return _ with | O, x :: _ => Some x | S n', _ :: t => let '(p, q) := (1, 2) in if eqb p q then f n' t else None | _, [] as e => None end. Definition g := fun (x : nat) (H : x <> 0) => exists y, forall z, y <= z /\ ~ (z = 0x1F) \/ x -> "str ""q""" = "s"%string. Notation "x ++ y" := (app x y) (at level 60, right associativity) : list_scope. Ltac t x := match goal with | [ H : ?P |- context [ _ = ?y ] ] => idtac "m"; first [ apply H | fail 1 ] | _ => repeat (try solve [auto; congruence]) end.
Theorem thm : forall n m : nat, n + m = m + n. Proof. intros n; induction n as [| n' IHn]; simpl in *. - rewrite <- plus_n_O, H by lia; reflexivity. - { destruct (x ?= y) eqn:E; try discriminate. } + now apply (f_equal S). * exact I. Abort. Lemma l : True. Admitted. Qed. Defined. Section S. Variable X : Type. Context `{Eq A}. Hypothesis h : X. End S. Module M <: T. End M. Compute (1 + 1). Check @f. Print Assumptions thm. Search "a" (_ = _). Extraction "x.ml" f. Goal True. Show. Eval cbv in 1. Fail Check x. Time auto. Arguments f {A}. Axiom ax : False. Parameter p : nat. Ltac2 x := (). Program Definition d := _. Obligation 1. Next Obligation. λ x, ∀ y, ∃ z → x ≤ y.
(* a comment (* nested *) *)
From Coq Require Import List Arith.PeanoNat. Import ListNotations. Open Scope nat_scope.
Inductive tree (A : Type) : Type := | leaf : tree A | node (l : tree A) (x : A) (r : tree A).
Arguments leaf {A}. Arguments node {A} l x r. Notation "x 'in' t" := (member x t) (at level 70, no associativity).
Fixpoint size {A : Type} (t : tree A) {struct t} : nat := match t with | leaf => 0 | node l _ r => S (size l + size r) end.
Record point : Set := mk { px : Z; py : Z := 0%Z }. Class Monoid (A : Type) := { op : A -> A -> A; assoc : forall x y z, op x (op y z) = op (op x y) z }.
Instance nat_add : Monoid nat := { op := Nat.add }. Proof. intros x y z; lia. Defined.
Theorem size_mirror : forall (A : Type) (t : tree A), size (mirror t) = size t /\ True <-> ~ False.
Proof. induction t as [| l IHl x r IHr]; simpl; [reflexivity |]. - rewrite IHl, <- IHr in *; try omega. + destruct (x =? 1) eqn:E; auto using plus_comm with arith. * exists 2%nat. apply ex_intro; eassumption. Qed.
Ltac crush n := repeat match goal with | [ H : ?x = _ |- context [?x] ] => rewrite H; idtac "done" | |- _ => fail n end.
Section S. Variable A : Type. Hypothesis dec : forall x y : A, {x = y} + {x <> y}. Let id := fun (x : A) => x. Lemma l : id = id. Admitted. End S.
Definition f := let '(a, b) := p in if a then "text ""q""" else b%string. Eval compute in (size leaf). Check nat_ind. Print f. Extraction Language OCaml. Set Implicit Arguments. Axiom ext : exists! x, x > 0 -> forall P, P \/ ~ P.

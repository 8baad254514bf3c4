--  A comment with ünïcode
with Ada.Text_IO; use Ada.Text_IO;
pragma Style_Checks (Off);
generic
   type Item is private;
   with function "<" (L, R : Item) return Boolean is <>;
package body Ember.Lists with SPARK_Mode => On is
   Max : constant Integer := 16#FF_00#;
   Pi : constant := 3.141_592E+0;
   C : Character := '''; D : Character := '"';
   type Colour is (Red, Green, 'B');
   type Rec (N : Positive := 1) is record
      Name : String (1 .. N) := (others => ' ');
   end record;
   task type Worker is
      entry Start (X : in out Integer);
   end Worker;
   protected body Lock is
      procedure Take when not Busy is
      begin
         Busy := True;
      exception
         when E : Constraint_Error | others => raise Program_Error with "no ""quotes""";
      end Take;
   end Lock;
   procedure Main is
      <<Again>>
      A : Integer renames Max;
   begin
      for I in reverse 1 .. Max loop
         exit when I mod 2 = 0 and then I'Image = " 4" or else I /= 3;
      end loop;
      goto Again;
      Put_Line (Item'First'Image & "unterminated);
   end Main;
end Ember.Lists;

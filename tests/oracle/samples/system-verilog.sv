// comment é
/* block */
`timescale 1ns/1ps
`define MAX(a, b) ((a) > (b) ? (a) : (b))
`ifdef X `include "a.svh" `endif
package p; import q::*; typedef enum logic [1:0] {IDLE = 2'b00, RUN} st_t; typedef struct packed { bit a; int b; } s_t; endpackage
module top #(parameter int W = 8, type T = logic) (input wire clk, rst_n, output logic [W-1:0] q, inout tri io);
  localparam X = 32'hDEAD_BEEF; real r = 1.5e-3; string s = "esc \" %0d\n"; logic [3:0][7:0] mem [0:15]; wire w = ^q & ~|io;
  always_ff @(posedge clk or negedge rst_n) if (!rst_n) q <= '0; else begin q <= #1 q + 1'b1; end
  always_comb unique case (q) inside 8'h1?: w = 1; [3:5]: ; default: $display("x"); endcase
  assign y = a ? b : c; generate for (genvar i = 0; i < W; i++) begin : g sub #(.A(i)) u (.clk, .d(q[i]), .*); end endgenerate
  property pr; @(posedge clk) disable iff (!rst_n) a |-> ##[1:3] b; endproperty assert property (pr) else $error("m"); 
  initial begin fork wait (x); join_none repeat (3) @(posedge clk); foreach (mem[i]) continue; $finish; end
  function automatic int f(ref int a[]); return a.size(); endfunction task t; -> ev; endtask clocking cb @(posedge clk); endclocking
endmodule
interface ifc(input clk); modport m (input a); endinterface
class C extends B #(int) implements I; rand bit [7:0] x; constraint c { x inside {[1:3]}; x dist {1 := 2}; } covergroup cg; coverpoint x { bins b[] = {1}; } endgroup
  virtual function new(); super.new(); this.x = 1; endfunction endclass
program test; initial $display("unterminated

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
/* block */ // line
`include "uvm_macros.svh" `define M(a=1, b) `"a b`" a``b \
  cont
`ifndef G `uvm_info("id", $sformatf("x=%0d \"q\"", x), UVM_LOW) `endif
package p; import q::*; export r::s; typedef enum logic [1:0] {A = 2'b01, B} e_t; typedef struct packed { logic [7:0] a; union tagged { int b; shortreal c; } u; } s_t; parameter type T = int; localparam real R = 1.5e-3ns; endpackage : p
interface i #(parameter W = 8) (input logic clk); logic [W-1:0] d; modport m (input d, output .x(d)); clocking cb @(posedge clk); default input #1step output #2; endclocking endinterface
class C #(type T = int, int N = 4) extends D #(T) implements I; rand bit [31:0] a; randc e_t b; static local protected T q[$], dq[], aa[string]; constraint c { a inside {[1:5], 'hFF}; solve a before b; b dist {A := 1, B :/ 2}; foreach (dq[i]) dq[i] > 0 -> a != 0; soft a == 1; } covergroup cg @(e); cp: coverpoint a { bins x[] = {1, [2:3]}; illegal_bins y = default; } cross a, b; endgroup extern virtual function new(string n = "s \n"); pure virtual task t(ref int x, const ref T y); function automatic void f(); super.new(); this.a = '{default: 0}; q.push_back('1); if (!std::randomize(a) with { a < 10; }) $fatal(1, "m"); foreach (q[i]) continue; do begin break; end while (0); return; endfunction : f endclass
module m import p::*; (i.m bus, input wire signed [3:0] x [2]); always_ff @(posedge clk iff rst) q <= d; always_comb unique case (x) inside 4'b1?: y = 1; default: ; endcase always_latch if (a) b = c; assert property (@(posedge clk) disable iff (rst) a |-> ##[1:3] b [*2] |=> $past(c)) else $error; sequence s; a ##1 b; endsequence initial fork : l begin wait fork; end join_none program P; endprogram bind m n u(.*); assign {>>{a}} = b; generate if (W) begin : g end else begin end endgenerate let mx(a) = a > 1; final $finish; checker ch; endchecker config cf; endconfig x = a ? b : c; y = a <-> b; z +:= 1; wand w; timeunit 1ns; timeprecision 1ps; endmodule

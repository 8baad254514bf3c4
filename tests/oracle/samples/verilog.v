// comment é
/* block */
`timescale 1ns / 1ps
`define W 8
`include "a.vh"
`ifndef X
module top #(parameter W = 8) (input wire clk, input [W-1:0] d, output reg [7:0] q, inout io);
  localparam N = 32'hDEAD_BEEF, B = 4'b10xz; integer i; real r = 1.5e-3; reg [7:0] mem [0:15]; wire w = ^d & ~|q;
  always @(posedge clk or negedge rst) begin : blk if (!rst) q <= #1 0; else q <= {q[6:0], d[0]}; end
  always @* casez (d) 4'b1?: w = 1; default: $display("esc \" %d\n", q); endcase
  assign #5 y = a ? b : c === 1'bx; initial begin $dumpfile("x.vcd"); forever #10 clk = ~clk; repeat (3) @(posedge clk); wait (x); $finish; end
  genvar g; generate for (g = 0; g < W; g = g + 1) begin : l sub #(.A(g)) u1 (.clk(clk), .d()); end endgenerate
  function [7:0] f; input a; f = a; endfunction task t; begin disable blk; end endtask specify (a => b) = 1; endspecify
  and (strong0, weak1) g1 (o, a, b); nmos n1 (x, y, z); supply0 gnd; defparam u.X = 1; while (i < 3) i = i + 1; fork join
  primitive p (o, a); table 0 : 1; endtable endprimitive
endmodule
`endif
(* keep = "true" *) wire q = "unterminated

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
/* block
   comment */ // line
`timescale 1ns / 1ps
`define M(a, b) ((a) + \
  (b))
`ifdef X `include "x.vh" `elsif Y `else `undef Z `endif
(* full_case, attr = "s" *) module top #(parameter W = 8, parameter [3:0] P = 4'b1x_z0) (input wire clk, rst_n, input signed [W-1:0] a, output reg [7:0] q, inout tri b); localparam S = 8'hFF, O = 6'o17, D = 'd10, R = 1.5e-3; wire [3:0] w = {2{a[1:0]}}, n = ~&a ^ |q; reg [7:0] mem [0:255]; integer i; genvar g; real r; event ev; supply1 vdd;
assign #(1, 2) q = a ? b : c === d !== e; always @(posedge clk or negedge rst_n) begin : blk if (!rst_n) q <= #1 8'b0; else case (a) 2'b0?: q <= 1; 4, 5: begin end default: ; endcase casez (q) endcase end always @* forever #5 clk = ~clk; initial begin $display("t=%0t \"q\" \n", $time); $readmemh("f.hex", mem); for (i = 0; i < 10; i = i + 1) @(ev) wait (x) -> ev; repeat (3) disable blk; fork join while (1) ; force q = 1; release q; $finish; end
generate for (g = 0; g < 4; g = g + 1) begin : gen sub #(.W(g)) u (.a(a[g]), .b(), .*); if (g > 1) nand (o, i1, i2); end endgenerate function automatic [7:0] f; input x; f = x << 2 >>> 1; endfunction task t; endtask specify (a => q) = 1.2; $setup(a, clk, 1); endspecify defparam u.W = 3; primitive p(o, i); table 0 : 1; endtable endprimitive \esc-id  ; endmodule

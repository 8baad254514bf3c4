-- comment é
/* block 2008 */
library ieee; use ieee.std_logic_1164.all, work.pkg.*;
entity ember is
  generic (W : natural := 16#1F#; F : real := 1.5e-3);
  port (clk, rst : in std_logic; q : out std_logic_vector(W-1 downto 0) := (others => '0'); io : inout bit);
end entity ember;
architecture rtl of ember is
  type st is (IDLE, RUN, '0'); signal s : st := IDLE; constant C : string := "It ""q"" s"; shared variable v : integer range 0 to 10;
  component sub generic (A : integer); port (x : in bit); end component; attribute keep : boolean; attribute keep of s : signal is true;
  function f (a : integer) return boolean is begin return a >= 3 and not true; end function; alias al is s; subtype n is integer;
begin
  p : process (clk, rst) is variable t : time := 10 ns; begin
    if rst = '1' then q <= x"FF"; elsif rising_edge(clk) and clk'event then q(0) <= a xor b after 5 ns; else null; end if;
    case s is when IDLE | RUN => s <= IDLE; when others => report "x" severity error; end case;
    for i in q'range loop next when i = 3; exit; end loop; while true loop wait until clk; end loop; v := v + 1; assert false;
  end process p;
  g : for i in 0 to W-1 generate u : entity work.sub(rtl) generic map (A => i) port map (x => open, y => q(i)); end generate;
  with s select y <= "01" when IDLE, b"1_0" when others; z <= a when b else c; \odd id\ <= 2#101#;
end architecture;
-- a counter é, filled
library ieee; use ieee.std_logic_1164.all, ieee.numeric_std.all;
entity counter is
  generic (WIDTH : natural range 1 to 64 := 8; NAME : string := "a""b");
  port (clk, rst_n : in std_logic; q : out unsigned(WIDTH - 1 downto 0); bus : inout std_logic_vector(7 downto 0) := (others => 'Z'));
end entity counter;
architecture rtl of counter is
  type state_t is (IDLE, RUN, \odd name\); signal state, nxt : state_t := IDLE;
  constant MAGIC : std_logic_vector(31 downto 0) := x"DEAD_BEEF" & b"1010" & o"17"; attribute keep : boolean; attribute keep of state : signal is true;
  function parity(v : std_logic_vector) return std_logic is variable p : std_logic := '0'; begin for i in v'range loop p := p xor v(i); exit when p = '1'; end loop; return p; end function;
  component fifo is port (d : in bit); end component; alias hi : std_logic is bus(7); file f : text open read_mode is "x.txt";
begin
  proc : process (clk, rst_n) begin if rst_n = '0' then q <= (others => '0'); elsif rising_edge(clk) then q <= q + 1 after 2.5 ns; case state is when IDLE | RUN => null; when others => report "bad" severity failure; end case; end if; end process proc;
  gen : for i in 0 to 3 generate u : entity work.fifo(rtl) generic map (N => 16#FF#) port map (d => bus(i)); end generate gen;
  bus(0) <= '1' when state = RUN and not (q > 3) else 'Z'; with state select nxt <= RUN when IDLE, IDLE when others; assert q'length mod 2 = 0 report integer'image(q'length);
end architecture rtl;
package pkg is end package; configuration c of e is for rtl end for; end; signal o : string := "unterminated

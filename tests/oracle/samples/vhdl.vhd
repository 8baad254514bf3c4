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
package pkg is end package; configuration c of e is for rtl end for; end; signal o : string := "unterminated

<?hh // strict
// comment é
namespace Ember\List;
use namespace HH\Lib\{C, Vec}; use type Foo;
/** doc @param */
<<__EntryPoint>>
async function main<T as arraykey>(inout int $x, ?string $s = null, mixed ...$rest)[]: Awaitable<void> {
  $v = vec[1, 0x1F, 1.5e3]; $d = dict['a' => 'it\'s', "b" => "esc $x {$s->y} \n"]; $k = keyset[];
  await \HH\Asio\usleep(1); $f = (int $a): int ==> $a |> $$ + 1; 
  foreach ($v as $i => $e) { if ($i >= 3 && !$e is nonnull) { continue; } else { break; } }
  $h = <<<EOT
text $x {$d['a']}
EOT;
  $n = <<<'RAW'
$no
RAW;
  $xhp = <div class="x" {...$attrs}>{$x}<b /></div>; # hash
  switch ($x) { case 1: return; default: throw new \Exception(); } try {} catch (E $e) {} finally {}
}
abstract final class A extends B implements C { use T; const int X = 1; private ?Foo $p; <<Attr>> public static function f(): this {} require extends Q; }
enum E: string as string { A = 'a'; } type S = shape('a' => int, ?'b' => string, ...); newtype N as int = int;
echo "unterminated $x
use namespace HH\Lib\{C, Vec as V};
use function Shop\total;
<<__EntryPoint, __Memoize>>
async function main<T as arraykey, Tv super int>(vec<T> $in, (function(T): Awaitable<?Tv>) $f, inout int $n = 0x1F, T ...$rest): Awaitable<void> where T = string {
  $r = await V\map_async($in, async $x ==> await $f($x) |> C\contains(keyset[1, 2], $$) ? $x : null);
  concurrent { await a(); await b(); }
  $s = shape('id' => 1, ?'name' => "n {$r[0]} $n", ...); $d = dict['k' => tuple(1, .5e-3), 'z' => 1_000]; echo <<<EOT
  heredoc $n {$d['k']}
EOT;
  foreach ($d as $k => $_) { invariant($k is nonnull, 'never'); if ($k as ?string === 'a') { continue; } }
  try { throw new \Exception('x'); } catch (\Exception $e) { $e?->getMessage(); } finally { unset($d['k']); }
  using ($h = open()) { yield $h; }
}
newtype ID = int; type Pair<Ta, Tb> = (Ta, Tb); enum Color: string as string { RED = 'r'; }
abstract final class Node extends Base implements INode<this> { use Counted; require extends Base; const type TX = int; private static ?Node $head = null;
  public function __construct(protected string $name, private readonly int $age = 1)[write_props] {} public async function gen(): AsyncGenerator<int, string, void> { yield 'a' => 1; } }

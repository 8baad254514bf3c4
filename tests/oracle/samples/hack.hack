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

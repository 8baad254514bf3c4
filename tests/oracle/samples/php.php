<!DOCTYPE html>
<p class="<?= $class ?? 'none' ?>">Hello <?php echo htmlspecialchars($name, ENT_QUOTES); ?></p>
<?php
declare(strict_types=1);
namespace Ember\Ring;

use Foo\{Bar, Baz as Qux};
use function strlen, Foo\helper;
# comment
/** @var int $x doc */
#[Attribute(flags: Attribute::TARGET_CLASS)]
abstract class Ring extends Base implements \Countable, Iface
{
    use SomeTrait { foo as protected bar; }
    public const MAX = 0xFF_FF;
    private static ?array $items = [1, 'a' => .5e-3, 0b11, 017];
    public readonly int|string|null $x;
    public function __construct(protected string $name = "x", private ?Foo $f = null, mixed ...$rest) {
        parent::__construct();
        $this->x = self::MAX <=> static::$items['a'][0]?->b?->c();
    }
    abstract protected function area(): float;
    final public static function &make(array &$a, callable $cb): static|false { return new static(...$a); }
}
enum Suit: string { case Hearts = 'H'; const X = self::Hearts; public function label(): string { return ucfirst($this->value); } }
interface Iface { function f(int $a = PHP_INT_MAX): void; }

function strings($name) {
    $a = 'single \' $no {$no} \n';
    $b = "double $name {$obj->prop['key']} ${var} $arr[0] $obj->x \u{1F600} \x41 \101 \$";
    $c = <<<EOT
        heredoc $name {$a[1]} \t
        EOT . 'x';
    $d = <<<'RAW'
    nowdoc $name
    RAW;
    $e = <<<"HTML"
    <b>$x</b>
    HTML;
    $sql = "SELECT * FROM users WHERE id = $id AND name = '{$name}'";
    $re = preg_match('/^(?P<year>\d{4})-[a-z]+$/i', $s, $m);
    return `ls $dir`;
}
foreach ($list as $key => [$a, 'b' => $b]) :
    if ($a === null && !isset($b) || $c and not($d)): continue 2; elseif ($x <> 1): break; else: endif;
endforeach;
$f = fn(int $x): int => $x ** 2 + $y;
$g = static function () use (&$f, $h): void { yield from gen(); yield 1 => 2; };
try { throw new \Exception(__FILE__ . __LINE__ . Foo::class); } catch (A | B $e) { } finally { }
switch ($x) { case 1: default: goto end; }
$m = match (true) { $x > 1, $y => 'a', default => throw new E };
end: echo $x ? 'y' : ($z ?: 'n'), (int) "3", print('x'), @$arr['k'], clone $o, $o instanceof Foo, list($q, , $r) = $v;
$x ??= 1; $x .= 'a'; $x <<= 2; unset($x); die(); include_once 'f.php';
?>
<script>var a = <?php echo json_encode($a) ?>; // js</script>
<style>p { color: <?= $color ?>; }</style>
<?php if ($a): ?><b>yes</b><?php endif ?>
<?php // unterminated at end

// comment é
/* block /* nested */ */
/** doc @param x {{{ code }}} */
package ember.list
import scala.collection.{mutable as m, Map => _, *}, x.y.given
@tailrec @deprecated("x", "1")
sealed abstract case class Foo[+T <: Bar, F[_] : Monad](private val x: Int = 0x1F, var y: T)(using c: Ctx) extends Base[T](x) with Mixin derives Eq:
  override lazy val s: String = s"a $x ${y.z + s"in $x"} $$ \n" + f"${x}%2.2f" + raw"\n" + """triple "q" \ """ + "esc \" \u00e9"
  def go[A](f: A => B, xs: Int*)(implicit o: Ord[A]): Either[A, ?] = { val `odd id` = 'c'; val sym = 'symb; type T = Int | String & X; 1.5e-3f * 1_000L }
  def m(x: Any) = x match { case Foo(a, _*) if a >= 3 && !true => null; case n @ (_: Int | "s") => throw new E; case s"$a-$b" => (); case _ => this }
  for { i <- 1 to 10; if i % 2 == 0; j = i } yield try { i } catch { case NonFatal(e) => } finally { }
  while (true) do { } ; if x then y else z ; xs.map(_ + 1).foldLeft(0)(_ + _) ; new { } ; val t: (a: Int) => [X] => X => X = ???
end Foo
object Foo { implicit class Rich(val s: String) extends AnyVal; inline def mac(x: => Int) = ${ impl('x) } ; '{ $x + 1 } ; <xml a="b">{x}</xml> }
trait X { self: Y => ; given Ord[Int] with { } ; extension (s: String) def q = 1 ; opaque type O = Int ; export a.* ; transparent inline given z: Z = ??? }
enum E(val x: Int) { case A extends E(1); case B, C }
val open = "unterminated

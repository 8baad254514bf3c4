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
/** Doc @param x [[Link]] {{{ code }}} `b` /* nested */ */
package demo.sub; import a.b.{C as D, E => F, _}, g.*; export x.{given, *}
@tailrec @ann("v", n = 1) final case class P[+A <: B, -C >: D : Ord, F[_]](val x: Int = 0xFF, private var y: Option[A])(using ctx: Ctx) extends Q(x) with R derives Eq { self: T => override lazy val z = s"interp $x ${y.map(_ + 1)} $$ \n ${"nested"}"; val r = raw"\n$x", f = f"$x%5.2f", t = """triple "q"
  \no""", tt = s"""t ${x} """, c = '\u0041', d = 'sym, l = 1_000L, e = 1.5e-3f; def this() = this(1)
  implicit def conv[T](a: => T, b: Int*)(implicit ev: A =:= B): Either[String, T] = a match { case h :: Nil if h > 0 => Left("e"); case P(x @ (1 | 2), _*) => ???; case i: Int => throw new E; case `y` | _ => return Right(a) } ; type L = [X] =>> Map[X, ?]; opaque type O = Int; given ord: Ord[Int] with { def compare(x: Int) = x } ; extension (s: String) infix def ++:(o: String) = s + o; inline def m(inline x: Int) = ${ impl('x) } ; enum Color(val rgb: Int) { case Red extends Color(0xFF0000); case B } }
object O extends App { for { x <- 1 to 10 by 2; y = x * 2 if y % 3 == 0 } yield (x, y); try f() catch { case _: E => } finally {}; while (true) do x += 1; val g: (Int, String) => Unit = (a, b) => println(a -> b); xs.foldLeft(0)(_ + _); new { def q = 1 }; if x then y else z; sealed trait T; abstract class A; protected[this] def p = <a b="c">{x}</a>; x: @unchecked; val (a, b) = (1, 2); null.asInstanceOf[Int]; end O }
package shop; import scala.collection.{mutable => m, Map as _, *}; import given Ordering[Int]
@tailrec final case class Box[+A <: AnyRef: ClassTag, -B >: Null](val a: A, private[shop] var b: B = null)(using ctx: Ctx) extends Base(a), Ops with Serializable derives Eq:
  override protected lazy val size: Int = 0xFF_L.toInt + 1e-3.toInt; type T = [X] =>> Either[X, Int]; opaque type Id = Long
  def fold[Z](z: => Z)(f: (Z, A) => Z*): Z = a match { case x: String if x.nonEmpty => z; case Box(_, h :: t) | (h, t) => z; case s"a$x-${y + 1}" => z; case `z` @ Some(_) => ???; case _ => throw new Error }
  inline def go(inline n: Int): Unit = inline if n > 0 then ${ impl('n) } else ()
  extension (s: String) def twice: String = s * 2
  given intOrd: Ordering[Int] with { def compare(x: Int, y: Int) = x - y }
enum Color(val rgb: Int) { case Red extends Color(0xff0000); case Mix(mix: Int) extends Color(mix) }
object Main extends App { val raw = """multi "line" \n""" + f"$x%05.2f ${h("k")} $$" + 'c' + '\u0041' + 'sym; for { i <- 1 to 10 by 2; j = i * i if j % 2 == 0; (a, b) <- xs } yield i -> j
  val pf: PartialFunction[Int, String] = { case 1 | 2 => "few" }; try f(_) catch { case e: Exception => e } finally println(); while x < 3 do x += 1; val <html a="b">{x}</html> = y
  /** doc [[Box]] @param a b {{{ code }}} */ @deprecated("x", since = "1") implicit def conv(i: Int): Long = i.toLong; summon[Ctx]; new { val q = 1 }; this.synchronized { () }; return 1 }

@file:JvmName("Ring")
package org.ember
import kotlin.collections.*
import java.util.List as JList
/** KDoc [link] @param x */
/* block /* nested */ */
annotation class Anno(val name: String = "")
@Anno("x") data class Point<out T : Any>(val x: Int = 0xFF, private var y: Double? = 1.5e-3) : Base(x), Iface by delegate where T : Comparable<T> {
    companion object { const val MAX = 1_000L; @JvmStatic fun make() = Point<Int>() }
    init { require(x >= 0) { "bad $x ${y?.toString() ?: "none"} \n \u00e9 \$" } }
    constructor(s: String) : this(s.length)
    override val size: Int get() = field
    var name by lazy { """raw
        |${x} $y "quoted"
    """.trimMargin() }
    lateinit var late: String
    operator fun plus(o: Point<*>): Point<T> = copy(x = x + o.x)
    suspend inline fun <reified R> map(crossinline f: (T) -> R, vararg rest: Int): List<R> = TODO()
}
sealed interface Shape { object None : Shape; class Circle(val r: Float = 2f) : Shape }
enum class Level(val n: Int) { LOW(1) { override fun f() = 2 }, HIGH(2); abstract fun f(): Int }
fun String.ext(n: Int): String? = this.takeIf { it.length > n && it !in listOf("a", 'b'.toString()) }
fun main(args: Array<String>) {
    val (a, b) = Pair(1, "two"); var c: (Int, String) -> Unit = { i, _ -> println(i) }
    for (i in 0 until 10 step 2) { if (i !is Number) continue else break }
    outer@ while (true) { do { break@outer } while (false) }
    when (val x = a) { 1, 2 -> {}; in 3..5 -> return; is Int -> throw E(); else -> null!! as? String }
    try { c(1, "x") } catch (e: Exception) { e.printStackTrace() } finally { }
    val s = object : Runnable { override fun run() = Unit }
    val bits = 0b1010 and 0xF shl 2 or 1; val ch = '\u0041'; val t = true && !false || null == a
    a.let { it + 1 }.also(::println).run { this@main }; typealias X = Map<String, List<Int>>
}
@JvmInline value class Name(val s: String)
fun interface Op { operator fun invoke(a: Int): Int }
inline fun <reified T : Any> T?.or(block: () -> T): T = this ?: block()
val re = Regex("""(\d+)\s*"quoted" ${'$'}x"""); val c = 'x'; val l = 1_000L + 0b11 + 0xFFu + 1.5f
abstract class Q<in A, out B> private constructor() { protected open fun f(a: A): B? = null; internal tailrec fun g() {} }
fun dsl() = html { body { +"text"; a(href = "x") { } } }
expect fun platform(): String
object Single : Base by lazy { Impl() }

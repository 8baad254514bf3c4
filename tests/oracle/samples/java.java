/**
 * Javadoc with {@link Ring#push(int)} and <b>html</b>.
 * @param <T> type
 * @return nothing
 */
package org.ember.ring;

import java.util.*;
import static java.util.stream.Collectors.toList;

@FunctionalInterface
interface Fn<T extends Comparable<? super T>, R> { R apply(T t) throws Exception; default void d() {} }

public sealed abstract class Ring<T extends Object & Comparable<T>> extends Base<T> implements Iface, Other permits A, B {
    private static final long serialVersionUID = 0x1F_FFL;
    protected volatile int[][] grid = new int[3][], other = {{1, 2}, {}};
    transient double d = 1.5e-3, f = .5f, h = 0x1.8p1, o = 017, b = 0b1010;
    char c = '\'', u = '\u00e9', n = '\n';
    String s = "esc \t \"q\" \\ %s %5.2f" + 'x', block = """
        text "block" \
        ${not}
        """;

    static { System.loadLibrary("x"); }

    @SuppressWarnings({"unchecked", "rawtypes"}) @Override
    public synchronized <U extends T> List<U> map(final Fn<? super T, ? extends U> fn, int... rest) throws IOException, E {
        outer:
        for (int i = 0, j = 1; i < rest.length; i++, j--) {
            if (!(fn instanceof Fn<?, ?> f2 && f2 != null)) continue outer;
            else break outer;
        }
        for (var x : items) { assert x != null : "message"; }
        try (var in = new FileInputStream("f"); Reader r = open()) {
            throw new IllegalStateException("bad");
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        } finally { grid = null; }
        var r = switch (day) {
            case MONDAY, FRIDAY -> 6;
            case TUESDAY -> { yield 7; }
            default -> throw new Error();
        };
        switch (x) { case 1: break; case "a": default: return; }
        Runnable run = () -> { synchronized (this) { notify(); } };
        list.stream().filter(s -> s.length() > 3).map(String::toUpperCase).collect(toList());
        int v = a > b ? (int) c << 2 : ~d >>> 1 & 0xFF | e ^ 1;
        do { i += 1; i %= 2; } while (true && false || !x);
        return new ArrayList<>() {{ add(null); }};
    }

    record Point<T>(int x, @NonNull T y) implements Iface { Point { if (x < 0) throw new E(); } }
    enum Level { LOW(1), HIGH { @Override int f() { return 2; } }; final int n; Level(int n) { this.n = n; } Level() { super(); } }
    @interface Anno { String value() default "x"; int[] nums() default {}; }
    abstract native void nativeMethod();
    public static void main(String[] args) { System.out.println(args[0] + super.x); } // end
}

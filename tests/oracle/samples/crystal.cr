# comment é
require "json"
@[Link("m")]
lib LibM; fun sin(x : Float64) : Float64; struct P; x : Int32; end; end
abstract class Foo(T) < Bar
  include Comparable(Foo)
  property name : String?, count = 0_u8
  @@total = 0x1F
  CONST = {a: 1, "b" => :sym, :"odd sym" => 'c'}
  def initialize(@name : String, *args, **opts, &block : Int32 -> Nil) forall T
    super
    puts "a #{name.upcase + "in #{1 + 2}"} \u{1F600} \n" unless name.nil?
    x = %w(a b c) + %(paren (nested) #{x}) + %q[raw #{no}]
    re = /a\/b #{x} [\/]/imx =~ y || $~[1]?
    heredoc(<<-EOS, <<-'RAW')
      text #{x} \t
      EOS
      raw #{no}
      RAW
    case x when Int32, .even? then 1 in String then 2 else raise "x" end
  rescue ex : KeyError
    yield x ensure y
  end
  macro gen(n) {% for i in 1..n %} def m{{i.id}}; {{ n * 2 }}; end {% end %} end
end
x = `ls #{y}`; z = a ? b : c; ->(q : Int32) { q &+ 1 }
"unterminated #{x

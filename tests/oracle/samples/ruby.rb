#!/usr/bin/env ruby
# frozen_string_literal: true
=begin
block comment
=end
require_relative 'ring'
module Ember
  class Ring < Struct.new(:a, :b)
    include Comparable
    attr_accessor :name, :size
    MAX = 0xFF_FF
    @@count = 1.5e-3 + 3r + 2i + 0b11 + 0o17
    class << self
      def create(*args, key: 1, opt: nil, **rest, &block) = new(*args, **rest, &block)
      private
    end
    def <=>(other) = @x <=> other.x
    def []=(i, v); @items[i] ||= v; end
    def empty? = !any?
    def each(&)
      return enum_for(__method__) unless block_given?
      @items.each_with_index { |(k, v), i| yield k, v if i.even? and not v.nil? }
    rescue ArgumentError, TypeError => e
      retry if (tries += 1) < 3
      raise
    else
      puts "ok"
    ensure
      $stderr.puts $!, $1, $~, @@count
    end
  end
end
str = "interp #{name.upcase + "nested #{1 + 1}"} \n \u{1F600} \x41 #@ivar #$glob"
sym = [:a, :"quoted #{x}", :+, :[]=, %s(sym), { a: 1, "b": 2, :c => 3, d?: 4 }]
lit = %w[a b #{no}] + %W(a #{x}) + %i[a b] + [%q(single (nested)), %Q{double #{x}}, %(x), ?a, ?\n]
re = /^(?<year>\d{4})-[a-z\/]+#{x}$/mix =~ str || %r{a/b}i
sql = <<~SQL.strip + <<-'RAW' + <<"B"
  SELECT * FROM t WHERE id = #{id}
SQL
  raw #{no}
  RAW
body #{1 +
2}
B
cmd = `ls #{dir}` + %x(pwd)
lam = ->(x, y = 2) { x ** y }; blk = proc do |a, (b, c), *d, e:| a&.b&.c(&:sym) end
case value
in { name: String => n, age: Integer | nil } if n != "x" then puts n
in [first, *, last] then 1
in ^pinned | ..5 then nil
when 1..10, "a"..."z", /re/ then redo
else next
end
while x = gets and x !~ /q/ do break unless defined?(y) end
until done; begin; x += 1; end while x < 10; end
puts [1, 2, 3].map(&:to_s).select { _1 > "1" }.inject(:+) ? a : b, -x.abs, !y, ~z, a <=> b, a === b
alias_method :old, :new; alias new old; undef foo
BEGIN { puts 1 }; END { puts 2 }
p(**opts, a:, b: 1) if __FILE__ == $0 && __LINE__ > 1
def method_missing(name, ...) = super
obj.method :arg, key: 'v' do |x| puts x end
x = y / 2 / z; a = b %c; z = a ? b : c
printf("%05.2f %s %-10d %%\n", 1, "a", 3)
__END__
data after the end

# comment é
#= block #= nested =# =#
module Ember
using LinearAlgebra: norm, dot as d
import Base: +, show
"""
    f(x)
Doc `code` \$x
"""
abstract type Shape{T<:Real} end
mutable struct P{T} <: Shape{T}; x::T; const y::Union{Nothing,Int} = 1; P(x) = new(x) end
function f(a::Int, b=0x1F; kw::String="dq \" $a $(b + length("in $a"))", rest...) where {T}
    c = 'c'; d = '\u00e9'; r = r"a/b\"(\d)"i; raw = raw"no $x"; b8 = b"x"; cmd = `ls $a -l`; s = :sym; q = :(x + $y); v"1.2"
    if a >= 3 && !b || c ∈ d; elseif a isa Int; else error("x") end
    for (i, x) in enumerate(1:2:10), j = 1:3; i == 3 && continue; break; end
    while true; try; throw(E()) catch e; rethrow() finally; end; end
    A = [1 2; 3 4]'; B = A.^2 .+ [x^2 for x in 1:3 if x % 2 == 0]; t = a ? b : c; g = x -> 2x + 1.5e-3im
    return map(1:3) do x; x |> sin ∘ cos end, 3 ÷ 2, A[end, :], @time f(1), $x
end
macro m(ex) quote $(esc(ex)) end end
@inline h(x)::Int = x; let y = 1; end; begin end; global z; end
const TABLE = Dict{Symbol,Vector{Float64}}(:a => [1.0, -2.5e+3], :b => Float64[])
function area(s::Shape{T})::T where {T<:Real}
    # inner é
    n = 0b1010 | 0o17 & 0xff ⊻ 1_000
    s isa P && return zero(T)
    @assert n > 0 "must be $n, not $(sum(x for x in 1:n; init=0))"
    """
    block with $(n) and \\ escapes \x41 \U0001F600
    """
end
struct Point{T,N} <: AbstractArray{T,N}
    data::NTuple{N,T}
    Point{T}(xs...) where {T} = new{T,length(xs)}(xs)
end
Base.getindex(p::Point, i::Int) = @inbounds p.data[i]
x -> x^2 |> (y -> y ÷ 2); f.(A, B) .= C'; a' * b; A[begin:end÷2, :]; !(a ≤ b ≠ c) ? :yes : :no
export area, Point; public inner
ccall((:puts, "libc"), Cint, (Cstring,), "hi\n"); @view A[1, :]; var"odd name" = 3; r"^\s*(?<k>\w+)$"mx; big"123"; MIME"text/html"()
do_it(; a=1, kw...) = (; a, kw...); if x end; quote $x + $(esc(y)) end; :(f($(args...))); [1 2
 3 4]; (i for i in 1:3 if isodd(i)); try x catch else y finally z end
"unterminated $x

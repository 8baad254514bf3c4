%% comment é
-module(ember).
-behaviour(gen_server).
-export([start/0, go/2]).
-include_lib("kernel/include/file.hrl").
-define(MAX(X, Y), if X > Y -> X; true -> Y end).
-record(item, {name = "x" :: string(), n = 16#1F, f = 1.5e-3, c = $a, d = $\n}).
-type t() :: #{a := integer(), b => atom()} | {ok, _} | <<_:8>>.
-spec go(t(), pid()) -> ok | {error, term()} when X :: any().
go(#item{name = N} = I, [H | T]) when is_list(T), H > 3; not is_atom(H) andalso true ->
    'odd atom'("esc \" \x{41} ~p~n", [N]), <<A:16/little, R/binary>> = ?X,
    F = fun ember:go/2, G = fun(Y) when Y > 1 -> Y + 1; (_) -> -1 end,
    L = [X || {X, _} <- T, X rem 2 =:= 0], M = I#item{n = 2}, #{a := V} = maps:get(k, M),
    case G(H) of 1 -> ok; _ when true -> throw(x) end,
    receive {msg, P} -> P ! self() after 1000 -> timeout end,
    try f() of _ -> a catch error:E:S -> {E, S}; _:_ -> b after c end,
    S = """
    triple "q"
    """, ?MODULE:?FUNCTION_NAME(), begin 1 end.
-ifdef(TEST).
-endif.
x() -> "unterminated

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
-type tree(K, V) :: nil | {node, K, V, tree(K, V), tree(K, V)}.
-opaque state() :: #state{}.
-callback init(Args :: [term()]) -> {ok, State :: state()} | {stop, Reason :: atom()}.
-define(LOG(Fmt, Args), io:format("~s:~p " ++ Fmt, [?FILE, ?LINE | Args])).
-spec fold(fun((K, V, Acc) -> Acc), Acc, tree(K, V)) -> Acc when K :: term(), V :: term().
fold(_, Acc, nil) -> Acc;
fold(F, Acc, {node, K, V, L, R}) ->
    Acc1 = fold(F, Acc, L), %% left é
    fold(F, F(K, V, Acc1), R).
parse(<<Len:32/big-unsigned-integer, Data:Len/binary, Rest/bits>>) when byte_size(Data) =:= Len ->
    {ok, Data, Rest};
parse(<<>>) -> eof; parse(_) -> erlang:error(badarg).
numbers() -> [2#1010, 16#FFff, 1_000_000, 6.02e23, $\^A, $\s, $\x{1F600}, -1 bsl 3, 7 div 2 rem 3, bnot 1].
maps(M) -> #{K := V} = M, M#{K => V + 1, "s" => <<"bin"/utf8>>}, [{K, V} || K := V <- M, V /= 0].
loop(#state{n = N} = S) ->
    receive
        {From, {add, X}} when is_integer(X), X >= 0; X =:= none -> From ! {self(), N + X}, loop(S#state{n = N + X});
        stop -> exit(normal)
    after 5000 -> ?LOG("idle ~w~n", [N]), ?MODULE:loop(S)
    end.
maybe_it() -> maybe {ok, A} ?= f(), A else {error, _} -> none end.
x() -> "unterminated

# comment é
defmodule Ember.List do
  @moduledoc """
  Doc #{inspect(x)} with `code`
      iex> 1 + 1
  """
  use GenServer, restart: :transient
  alias Foo.{Bar, Baz}
  @type t :: %__MODULE__{a: integer() | nil, b: [atom]}
  defstruct [:a, b: 0x1F, c: 1_000.5e-3, d: ?a, e: ?\n]
  @spec go(t, keyword) :: {:ok, any} | :error
  def go(%{a: a} = s, [h | t] \\ []) when is_integer(a) and a not in [1, 2] do
    x = ~r/a\/(?<n>b)#{a}/iu; y = ~s(paren "q" #{a}); z = ~S{raw #{no}}; w = ~w[a b]a
    c = 'charlist #{a}' ++ ~c"x"; k = :"odd #{a}"; d = ~D[2024-01-01]; b = <<1::size(8), r::binary>>
    a |> Enum.map(&(&1 + 1)) |> Enum.filter(fn v -> v > 3 && !nil end)
    with {:ok, v} <- f(a), do: v, else: (_ -> raise "x")
    for i <- 1..10//2, into: %{}, do: {i, i}
    receive do {:msg, ^a} -> send(self(), :ok) after 100 -> nil end
  rescue e in [RuntimeError] -> reraise e, __STACKTRACE__
  end
  defp priv(x), do: unless x == y, do: quote do unquote(x) end
  ~H"""
  <div class={@c}>{@x} <%= y %></div>
  """
end
"unterminated #{x

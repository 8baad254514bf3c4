#include <iostream>
template<class T, int N = 3> struct A : B<T>::C { typename T::x y; operator bool() const noexcept(true); A& operator=(A&&) = delete; };
auto f = [&, x = 1](auto&& a) mutable -> decltype(a) { return std::forward<decltype(a)>(a); };
const char* r = R"xx(raw )" "q" )xx"; auto u = u8"é" "\x41" L'c'; constexpr auto n = 0b1'000ULL + 1.5e-3f + 1_km;
#if defined(X) && \
    (Y > 3)
#define M(a, ...) a##b #a __VA_ARGS__
#error "x"
#endif
namespace a::b { using namespace std; enum class E : unsigned { X = 1 }; union U { int a; }; }
int main() { try { for (auto& [k, v] : m) if (k <=> v == 0) co_await g(); } catch (const std::exception& e) { throw; } return static_cast<int>(x) ? y : z; }
concept C = requires(T t) { { t.f() } -> std::same_as<int>; }; extern "C" { asm("nop"); } [[nodiscard]] int q(int = 1, ...);
/* unterminated

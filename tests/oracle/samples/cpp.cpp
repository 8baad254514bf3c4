// Templates, lambdas, raw strings: the hard parts of C++.
#include <vector>
#include <string_view>
#include "ring.hpp"

namespace ember::detail {

template <typename T, std::size_t N = 16, class... Rest>
requires std::integral<T> && (sizeof(T) <= 8)
class ring final : public base<T>, private virtual noisy {
public:
	using value_type = T;
	explicit constexpr ring(T first = T{}) noexcept(true) : head_{first}, data_() {}
	ring(const ring &) = delete;
	ring &operator=(ring &&other) noexcept = default;
	virtual ~ring() override { delete[] raw_; }
	[[nodiscard]] auto size() const -> std::size_t { return N; }
	template <class U> operator U() const { return static_cast<U>(head_); }
	friend std::ostream &operator<<(std::ostream &os, const ring<T, N> &r);
	bool operator()(int x) const { return x <=> 0; }
protected:
	mutable T head_ = 0;
	std::array<T, N> data_;
	static inline int count{0};
private:
	T *raw_ = new T[N];
};

enum class level : std::uint8_t { low = 1, mid, high = 0b1010'0101 };
constexpr auto operator""_km(long double v) { return v * 1'000.0L; }
inline constexpr double pi = 3.141'592, big = 0x1.fp-3, e = 1e+10;

std::string raw = R"xy(no \escape "here" )" still)xy" "tail\n";
auto wide = L"wide" + std::string(u8"u8é") + U'\U0001F600';
const char *sv = R"(
multi
line)";

template <typename... Args>
void log(level l, std::format_string<Args...> f, Args &&...args)
{
	if constexpr (sizeof...(Args) > 0) {
		auto fn = [=, &f, n = std::size_t{3}](auto &&...xs) mutable -> decltype(auto) {
			return (std::forward<decltype(xs)>(xs) + ... + n);
		};
		try {
			fn(std::forward<Args>(args)...);
		} catch (const std::exception &ex) {
			throw std::runtime_error{"bad: "s + ex.what()};
		} catch (...) {
			std::terminate();
		}
	}
	for (const auto &[key, value] : map_of<int, std::vector<std::pair<int, int>>>()) {
		std::cout << key << ' ' << value[0].first << std::endl;
		continue;
	}
	int *p = nullptr, &ref = *p;
	switch (l) {
	case level::low: [[fallthrough]];
	default: break;
	}
	auto v = a < b && c > d ? dynamic_cast<Derived *>(p) : reinterpret_cast<void *>(&ref);
	while (!v->empty() and not done) co_await next();
}

} // namespace ember::detail

using ember::detail::ring;
template class ring<int, 4>;
typedef unsigned char byte;
#define STR(x) #x ## _suffix
extern "C" int main(int argc, char **argv)
{
	ring<unsigned long, (1 > 0 ? 2 : 3)> r(42ul);
	auto l = 5.0_km;
	static_assert(sizeof(r) > 1, "size");
	goto end;
end:
	return r(argc) ? EXIT_SUCCESS : throw 1;
}

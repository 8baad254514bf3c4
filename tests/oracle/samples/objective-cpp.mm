// comment é
#import "a.h"
#include <vector>
template <typename T> class Box final : public Base { public: explicit Box(T v) : v_(std::move(v)) {} private: T v_; };
namespace x { enum class E : int { A = 0x1F }; }
@interface Foo : NSObject { std::vector<int> v; }
- (std::string)s;
@end
@implementation Foo
- (std::string)s { auto f = [=, &v](int a) -> int { return a + 1; }; NSString *o = @"x \" y"; [self go:^(int z) { v.push_back(z); }];
  for (auto &e : v) { if (e >= 3 && !o) continue; } R"d(raw "q")d"; return nullptr; try { throw 1; } catch (...) {} static_cast<int>('c'); }
@end
NSString *open = @"unterminated

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
#import <Foundation/Foundation.h>
#include <vector>
@class Fwd; @protocol P <NSObject, Q> @required - (void)a:(int)x b:(NSString *)y; @optional @property (nonatomic, copy, nullable) NSString *s; @end
template <typename T, int N = 0xFF> class C : public B<T> { public: C() noexcept : x{1}, s(@"obj \"q\" %@") {} ~C(); auto f() const -> decltype(x) { return [obj call:^(id a, int b) { return a == nil ? @(b) : @[@1, @"x"]; }]; } private: std::vector<id> v; T x; };
@interface X () <P> { @private int _iv; C<int> *c; } @end
@implementation X { std::map<int, std::string> m; }
@synthesize s = _s; @dynamic d;
- (instancetype)initWith:(int)n, ... NS_REQUIRES_NIL_TERMINATION { if (self = [super init]) { auto l = [=, &n](auto &&y) mutable { return y + R"x(raw "string")x"; }; NSDictionary *d = @{ @"k": @YES, @1.5: [NSNull null] }; for (NSString *k in d) { @autoreleasepool { NSLog(@"%@ %d", k, 1'000); } } @try { @throw e; } @catch (NSException *ex) { } @finally { } @synchronized (self) { } SEL s = @selector(a:b:); Class k = @encode(int) ? [X class] : nil; } return self; }
+ (void)load { dispatch_async(q, ^{ co_await x; static_cast<int>(y); }); __block id z; __weak X *w = self; } @end
#pragma mark - Section
namespace N { enum class E : int { A }; constexpr auto z = u8"é"; } // end
#import <Foundation/Foundation.h>
#include <vector>
@protocol Drawing <NSObject>
@optional - (nullable NSString *)nameFor:(NSInteger)i with:(const std::vector<int> &)v;
@property (nonatomic, copy, readonly, getter=isOn) BOOL on;
@end
template <typename T, class... Rest> struct Holder final : public Base<T> { __weak id target; std::unique_ptr<T> p{nullptr}; auto operator()(T &&t) const noexcept -> decltype(t) { return std::move(t); } };
@interface Shape () <Drawing> { @private std::map<std::string, NSArray<NSNumber *> *> _cache; }
+ (instancetype)shapeWithSize:(CGSize)s NS_SWIFT_NAME(init(size:));
@end
@implementation Shape
@synthesize on = _on; @dynamic other;
- (void)drawIn:(NSRect)r error:(NSError **)e {
  @autoreleasepool { @try { [self.cache setObject:@[ @1, @YES, @(x + 1), @"s\u00e9\n" ] forKey:@{ @"k" : @'c' }]; } @catch (NSException *ex) { @throw; } @finally { } }
  dispatch_async(q, ^(int a, id b) { __strong typeof(self) s = weakSelf; NSLog(@"%@ %5.2f %ld", s, 1.5f, 0x1FL); [s performSelector:@selector(drawIn:error:) withObject:nil]; });
  for (NSString *k in [_cache.begin()->second objectEnumerator]) { if (![k isKindOfClass:[NSString class]]) continue; auto f = [&, this](auto &&x) mutable { return x <=> 0b1010'1u; }; @synchronized(self) { f(R"d(raw "x")d"); } }
  static const char *enc = @encode(int **); NSString *path = @"a" @"b"; if (@available(macOS 10.15, *)) { co_await task; } }
@end

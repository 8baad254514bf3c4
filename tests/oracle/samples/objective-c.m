// comment é
#import <Foundation/Foundation.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
@class Bar; @protocol P <NSObject> @optional - (void)opt; @required @end
NS_ASSUME_NONNULL_BEGIN
@interface Foo<__covariant T> : NSObject <P, Q> { @private int _x; }
@property (nonatomic, copy, readonly, getter=isOn) NSString *name;
+ (instancetype)make:(NSInteger)n with:(id _Nullable)o;
@end
@implementation Foo (Cat)
@synthesize name = _name; @dynamic y;
- (void)go:(void (^)(BOOL ok))block {
    NSString *s = @"esc \" %@ %d \u00e9"; NSArray *a = @[@1, @YES, @(1 + 2), @{@"k": @"v"}]; char c = '\n';
    [self.name stringByAppendingFormat:@"%@", [[Foo alloc] init]]; SEL sel = @selector(go:with:);
    for (id e in a) { if (e != nil && !c) continue; else break; }
    @try { @throw e; } @catch (NSException *e) { } @finally { } @autoreleasepool { @synchronized(self) { } }
    __weak typeof(self) w = self; dispatch_async(q, ^{ block(w.x >= 0x1F); }); if (@available(iOS 13, *)) return super.x;
}
@end
#if TARGET_OS_IPHONE
NSString *open = @"unterminated
#if defined(DEBUG) && __has_feature(objc_arc) || !TARGET_OS_IPHONE
#define LOG(fmt, ...) NSLog((@"%s:%d " fmt), __FILE__, __LINE__, ##__VA_ARGS__)
#endif
@class Other; @protocol Late; @import Foundation.NSArray;
typedef NS_ENUM(NSInteger, Mode) { ModeA = 1 << 0, ModeB = 0x1FUL };
typedef void (^Block)(NSString *_Nullable name, NSError *__autoreleasing *error);
@interface Box<__covariant T : id<NSCopying>> : NSObject <Late, NSCoding> {
@private int _n; @protected NSString *_s; @public BOOL b : 1;
}
@property (nonatomic, copy, nullable, getter=isOn, setter=turn:) NSArray<NSDictionary<NSString *, id> *> *list;
+ (instancetype)boxWithItem:(T)item count:(NSUInteger)n, ... NS_REQUIRES_NIL_TERMINATION;
@end
@implementation Box @synthesize list = _list; @dynamic other;
- (void)walk:(Block)block { __weak typeof(self) me = self; @autoreleasepool { [self.list enumerateObjectsUsingBlock:^(id o, NSUInteger i, BOOL *stop) { if (!me) *stop = YES; }]; } }
- (id)get { return @{ @"k\n%@" : @[ @1, @(2 + 3), @YES, @'c', @3.5f ], @"é" : [NSNull null] }[@"k"]; }
- (void)bad { @try { @throw [E new]; } @catch (NSException *e) { @synchronized(self) { [super bad]; } } @finally { SEL s = @selector(walk:at:); Class c = [Box class]; char *t = @encode(int **); } }
@end
static inline int add(int a, const char *s) { goto end; end: return sizeof(struct x) + (a ? a : ~a) % 3 ->* s; }
#endif

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
#endif

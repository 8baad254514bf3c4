; comment é
source_filename = "a.c"
target datalayout = "e-m:e"
%struct.P = type { i32, [4 x i8], <2 x float>, %struct.P*, ptr }
@.str = private unnamed_addr constant [6 x i8] c"hi\0A\22\00", align 1
@g = external dso_local global i32, !dbg !5
declare i32 @printf(ptr noundef, ...) #1
define dso_local i32 @main(i32 %argc, ptr nocapture readonly %argv) local_unnamed_addr #0 personality ptr @x {
entry:
  %1 = alloca i32, align 4
  %x.addr = add nsw i32 %argc, -0x1F
  %cmp = icmp sgt i32 %x.addr, 3
  br i1 %cmp, label %then, label %"odd label"
then:                                             ; preds = %entry
  %c = call fast double @llvm.sin.f64(double 1.5e+3) [ "deopt"() ]
  %p = getelementptr inbounds %struct.P, ptr %1, i64 0, i32 1
  switch i32 %1, label %d [ i32 0, label %a ]
  store atomic i32 0, ptr %p seq_cst, align 4, !tbaa !2
  %ph = phi i32 [ undef, %entry ], [ null, %then ]
  ret i32 %ph
}
attributes #0 = { nounwind "a"="b" }
!0 = !{i32 1, !"str \22", null}
!1 = distinct !DILocation(line: 1, scope: !0)
@o = constant c"unterminated

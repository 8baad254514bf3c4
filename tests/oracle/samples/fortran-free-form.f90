! comment é
module ember
  use, intrinsic :: iso_c_binding, only: c_int, x => c_ptr
  implicit none
  private; public :: go
  type, extends(base), abstract :: t
    integer(kind=8), allocatable :: a(:,:)
    real :: x = 1.5e-3_8
  contains
    procedure, pass(self) :: go => go_t
    generic :: operator(+) => add
    final :: done
  end type t
  interface
    pure elemental function f(x) result(r) bind(C, name="f")
      real, intent(in) :: x
    end function
  end interface
contains
  recursive subroutine go_t(self, n, *)
    class(t), intent(inout), target :: self
    integer, optional :: n
    character(len=*), parameter :: s = 'It''s' // "d""q" // z'1F'
    do concurrent (i = 1:10, j = 1:2, i /= j)
      if (present(n) .and. i >= 3 .or. .not. .true.) cycle
    end do
    outer: do while (x < 3); exit outer; end do outer
    select case (n); case (:0, 5); stop 1; case default; error stop "x"; end select
    where (self%a > 0) self%a = 0
    !$omp parallel do private(i) &
    !$omp& shared(x)
    allocate (self%a(n, n), stat=ierr); write (*, '(i5, f10.3)') n, &
      & self%x
    associate (y => self%a); end associate
    block; integer :: q; end block
  end subroutine
end module ember
#define X 1
print *, "unterminated

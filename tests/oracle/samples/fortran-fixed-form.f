C     comment é
c     another
*     third
!     fourth
      PROGRAM EMBER
      IMPLICIT NONE
      INTEGER I, J(10), K
      REAL*8 X /1.5D-3/
      CHARACTER*20 S
      COMMON /BLK/ A, B
      DATA K /Z'1F'/
      PARAMETER (PI = 3.14159)
      S = 'It''s' // "dq"
      DO 10 I = 1, 10, 2
         IF (I .GE. 3 .AND. .NOT. (J(I) .EQ. 2)) THEN
            WRITE (*, 100) I, X
         ELSE IF (I .LT. 1) THEN
            GOTO 10
         END IF
   10 CONTINUE
  100 FORMAT (1X, I5, F10.3, 'text')
      CALL SUB(I,
     &         J)
      STOP
      END
      SUBROUTINE SUB(A, B)
      RETURN
      END
#ifdef X
      S = 'unterminated
#endif

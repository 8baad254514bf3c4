       IDENTIFICATION DIVISION.
       PROGRAM-ID. EMBER.
      * comment with é
       ENVIRONMENT DIVISION.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  WS-REC.
           05  WS-NAME      PIC X(20) VALUE 'IT''S'.
           05  WS-AMT       PIC S9(7)V99 COMP-3 VALUE -1.5.
           88  IS-OK        VALUE "Y" THRU "Z".
       77  WS-HEX           PIC X VALUE X"0A".
       COPY "BOOK.CPY" REPLACING ==:A:== BY ==B==.
       PROCEDURE DIVISION USING BY REFERENCE WS-REC.
       MAIN-PARA.
           PERFORM VARYING I FROM 1 BY 1 UNTIL I > 10 OR NOT IS-OK
               IF WS-AMT >= ZERO AND WS-NAME = SPACES THEN
                   DISPLAY "Hello " WS-NAME UPON CONSOLE
               ELSE
                   MOVE FUNCTION UPPER-CASE(WS-NAME) TO WS-NAME
               END-IF
           END-PERFORM.
           EXEC SQL SELECT A INTO :WS-NAME FROM T WHERE B = 'X' END-EXEC.
           EVALUATE TRUE WHEN OTHER CONTINUE END-EVALUATE.
      D    DISPLAY "DEBUG".
       >>IF DEBUG IS DEFINED
           STOP RUN.
           DISPLAY "unterminated

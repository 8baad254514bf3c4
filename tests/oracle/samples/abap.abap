*&---------------------------------------------------------------------*
*& Report ZEMBER_LIST: a full-line comment starts with an asterisk
*&---------------------------------------------------------------------*
REPORT zember_list NO STANDARD PAGE HEADING.
" a comment after a quote, with ümläuts
TYPES: BEGIN OF ty_item,
         matnr TYPE matnr,
         menge TYPE p LENGTH 13 DECIMALS 3, "trailing
       END OF ty_item.
DATA: lt_items TYPE STANDARD TABLE OF ty_item WITH DEFAULT KEY,
      lv_text  TYPE string VALUE 'It''s quoted'.
FIELD-SYMBOLS <fs_item> TYPE ty_item.
CONSTANTS gc_max TYPE i VALUE 42.
CLASS lcl_app DEFINITION FINAL CREATE PUBLIC.
  PUBLIC SECTION.
    METHODS run IMPORTING !iv_name TYPE string OPTIONAL
                RETURNING VALUE(rv_ok) TYPE abap_bool
                RAISING   cx_sy_zerodivide.
ENDCLASS.
CLASS lcl_app IMPLEMENTATION.
  METHOD run.
    lv_text = |Hello { iv_name CASE = UPPER } and { lines( lt_items ) } \{ escaped \} { |in { gc_max }| }|.
    LOOP AT lt_items ASSIGNING <fs_item> WHERE menge > '1.5' AND matnr IS NOT INITIAL.
      IF <fs_item>-menge >= 10 OR sy-tabix = 1.
        WRITE: / <fs_item>-matnr, `back``tick`.
      ELSE. CONTINUE. ENDIF.
    ENDLOOP.
    SELECT SINGLE * FROM mara INTO @DATA(ls_mara) WHERE matnr = @iv_name.
  ENDMETHOD.
ENDCLASS.
WRITE 'unterminated

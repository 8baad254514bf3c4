; comment é
# hash
/* block */
!include "MUI2.nsh"
!define NAME "Ember"
!ifdef X & Y
!endif
Unicode true
Name "${NAME} $\"q$\" $\n"
OutFile 'out.exe'
InstallDir "$PROGRAMFILES64\${NAME}"
RequestExecutionLevel admin
Var /GLOBAL x
!macro M a
  Push ${a}
!macroend
!insertmacro MUI_PAGE_WELCOME
Section "Main" SEC01
  SetOutPath $INSTDIR
  File /r /x *.tmp "a\*.*"
  WriteRegStr HKLM "Software\X" `Val` 0x1F
  StrCmp $0 "" label1 +2
  ${If} $R0 >= 3
    MessageBox MB_YESNO|MB_ICONQUESTION $(Str) IDYES done
  ${Else}
    Abort
  ${EndIf}
  label1:
  ExecWait '"$INSTDIR\x.exe" /S' $0
  CreateShortCut "$DESKTOP\a.lnk" "$INSTDIR\a.exe" \
    "" "" 0
SectionEnd
Function .onInit
  Call F
FunctionEnd
LangString Str ${LANG_ENGLISH} "x"
Name "unterminated

@echo off & setlocal EnableDelayedExpansion
rem comment with é
:: another comment
set "name=value with spaces" & set /a x=(1+2)*3 ^& 4, y=0x1F
set /p ans="Question? [y/n]: " <nul
if not exist "%~dp0file.txt" (
    echo Missing: %name:a=b% !x! %1 %~nx2 %%i > "out.txt" 2>&1
) else if /i "%ans%"=="y" goto :label
for /f "tokens=1,2 delims=," %%a in ('dir /b ^| find "x"') do call :sub "%%a" %%~fb
for %%f in (*.txt) do @if errorlevel 1 exit /b 1
goto :eof
:label
start "" cmd /c "echo hi" && pause || cls
echo line one ^
  continued
:sub
shift
echo "unterminated
exit /b %ERRORLEVEL%

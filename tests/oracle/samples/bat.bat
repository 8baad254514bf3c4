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
@echo off & setlocal EnableDelayedExpansion EnableExtensions
:: comment label
rem comment "quoted" %var%
REM.
set "VAR=value with spaces" & set /a n=(1+2)*3 %% 2, m=0x1F ^& 1 & set /p ans="Prompt: "
if /i not "%VAR:~0,5%"=="x y" (echo %VAR:a=b% !n! ^> escaped ^^ "quoted ^ & | text" >out.txt 2>&1) else if defined X (goto :end) else if exist "a b.txt" if errorlevel 1 (exit /b %ERRORLEVEL%)
for /f "usebackq tokens=1,2* delims=,; eol=#" %%a in (`dir /b "*.txt" ^| findstr /r "^a.*$"`) do (call :sub "%%~dpnxa" %%b & echo %%a) || echo failed && echo ok
for /l %%i in (1,1,10) do @echo %%i & for %%f in (*.c *.h) do type "%%f" >> all.txt & for /r %%d in (.) do cd /d %%d
:sub
shift & echo %~1 %* %0 %~f2 %%literal%% & start "" /b cmd /c "a.exe" < in.txt | more & pushd %TEMP% & popd & copy /y nul x >nul
(echo multi
echo line) > block.txt & title T & color 0A & timeout /t 5 /nobreak & if %n% GEQ 3 if "%a%" NEQ "" del /q *.tmp
goto:eof
:end
endlocal & exit /b 0

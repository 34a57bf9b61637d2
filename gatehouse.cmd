@echo off
rem Runs Gatehouse's tools: builds changed modules, then starts them. Needs a JDK (17 or newer) and Maven. Not tested yet
setlocal DisableDelayedExpansion
set "CALLED_FROM=%CD%"
cd /d "%~dp0" || exit /b 3

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo gatehouse: no Java found: install a JDK ^(17 or newer^), or set JAVA_HOME to one 1>&2
  exit /b 3
)

set "COMMON='pom.xml', '.mvn', 'guard\core\pom.xml', 'guard\core\src\main', 'guard\fixtures\pom.xml', 'guard\fixtures\src', 'guard\test\pom.xml', 'guard\test\src\main', 'guard\functions\pom.xml'"
rem The tools and the sample app are built on their own: an app that does not compile keeps no tool from running
set "TOOLS=%COMMON%, 'contract\security.schema.json', 'docs\checks.md', 'LICENSE', 'NOTICE', 'infra\policies', 'infra\main.snapshot.json', 'tools\pom.xml', 'tools\src\main', 'tools\host\pom.xml', 'tools\host\src\main', 'tools\taskhub\pom.xml', 'tools\taskhub\src\main'"
set "SAMPLE=%COMMON%, 'contract', 'host.json', 'guard\functions\src\main', 'guard\onward\pom.xml', 'guard\onward\src\main', 'src\pom.xml', 'src\main'"

call :changed tools tools\target\gatehouse.jar "%TOOLS%"
if errorlevel 1 (
  echo gatehouse: building the tools ^(the first time, Maven downloads its dependencies^) ... 1>&2
  call :build tools "guard/fixtures,guard/core,guard/test,tools/host,tools/taskhub,tools" "resources:resources compiler:compile jar:jar shade:shade@runnable"
  if errorlevel 1 exit /b 3
)

rem Only up runs the sample, and only if it is not called for another app
if not "%~1"=="up" goto run
for %%a in (%*) do (
  if "%%~a"=="--app" goto run
  if "%%~a"=="-h" goto run
  if "%%~a"=="--help" goto run
)
call :changed sample src\target\azure-functions\gatehouse "%SAMPLE%"
if errorlevel 1 (
  echo gatehouse: building the sample app ... 1>&2
  rem Removed functions must not stay in the staged app
  if exist src\target\azure-functions rmdir /s /q src\target\azure-functions
  call :build sample "guard/fixtures,guard/core,guard/functions,guard/onward,guard/test,src" "resources:resources compiler:compile jar:jar azure-functions:package@stage"
  if errorlevel 1 exit /b 3
)

:run
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.console=java.base "-Dgatehouse.called.from=%CALLED_FROM%" -jar tools\target\gatehouse.jar %*
exit /b %errorlevel%

rem :changed STAMP RESULT INPUTS: error level 1 if the result has to be built. The stamp is from before the build
:changed
powershell -NoProfile -Command "$stamp = Get-Item 'target\gatehouse\%~1' -ErrorAction SilentlyContinue; if (-not $stamp -or -not (Test-Path '%~2')) { exit 1 }; $newer = Get-ChildItem %~3 -Recurse -File -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTime -gt $stamp.LastWriteTime } | Select-Object -First 1; if ($newer) { exit 1 }; exit 0"
exit /b %errorlevel%

rem :build STAMP MODULES GOALS: Maven shows its errors itself
:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo gatehouse: no Maven found: install it and put mvn on the PATH 1>&2
  exit /b 1
)
if not exist target\gatehouse mkdir target\gatehouse
type nul > "target\gatehouse\%~1.building"
call mvn -B -ntp -DskipChecks -pl "%~2" %~3 1>&2
if errorlevel 1 (
  echo gatehouse: the build failed, see the errors above 1>&2
  exit /b 1
)
move /y "target\gatehouse\%~1.building" "target\gatehouse\%~1" >nul
exit /b 0

@echo off
rem Runs Gatehouse's tools: builds them, then starts them. Needs a JDK (17 or newer) and Maven.
setlocal
set "CALLED_FROM=%CD%"
cd /d "%~dp0"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo gatehouse: no Java found: install a JDK ^(17 or newer^), or set JAVA_HOME to one 1>&2
  exit /b 3
)
rem Builds only if a source is newer than the tools' jar, or the sample is not staged
powershell -NoProfile -Command "$jar = Get-Item tools\target\gatehouse.jar -ErrorAction SilentlyContinue; if (-not $jar -or -not (Test-Path src\target\azure-functions\gatehouse)) { exit 1 }; $newer = Get-ChildItem pom.xml, host.json, contract, infra, guard, src, tools -Recurse -File | Where-Object { $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $jar.LastWriteTime } | Select-Object -First 1; if ($newer) { exit 1 }; exit 0"
if not errorlevel 1 goto run

where mvn >nul 2>&1
if errorlevel 1 (
  echo gatehouse: no Maven found: install it and put mvn on the PATH 1>&2
  exit /b 3
)
rem Removed functions must not stay in the staged app
if exist src\target\azure-functions rmdir /s /q src\target\azure-functions
call mvn -DskipChecks -pl guard/fixtures,guard/core,guard/functions,guard/test,src,tools/host,tools/taskhub,tools resources:resources compiler:compile jar:jar shade:shade@runnable azure-functions:package@stage 1>&2
if errorlevel 1 (
  echo gatehouse: the build failed, see the errors above 1>&2
  exit /b 3
)

:run
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dsun.net.httpserver.nodelay=true -Djdk.console=java.base "-Dgatehouse.called.from=%CALLED_FROM%" -jar tools\target\gatehouse.jar %*
exit /b %errorlevel%

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
where mvn >nul 2>&1
if errorlevel 1 (
  echo gatehouse: no Maven found: install it and put mvn on the PATH 1>&2
  exit /b 3
)

rem Maven itself leaves out what has not changed; functions that are gone must not stay in the staged app
if exist target\azure-functions rmdir /s /q target\azure-functions
call mvn -DwithoutTests -DskipChecks resources:resources compiler:compile@default-compile compiler:compile@tools jar:jar@default-jar jar:jar@tools jar:jar@host dependency:build-classpath@tools-classpath azure-functions:package@stage 1>&2
if errorlevel 1 (
  echo gatehouse: the build failed; its reason stands above 1>&2
  exit /b 3
)

for /f "usebackq delims=" %%c in ("target\tools.classpath") do set "LIBRARIES=%%c"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dsun.net.httpserver.nodelay=true -Djdk.console=java.base "-Dgatehouse.called.from=%CALLED_FROM%" -cp "target\gatehouse-0.1.0-tools.jar;target\gatehouse-0.1.0.jar;%LIBRARIES%" dev.gatehouse.cli.Gatehouse %*
exit /b %errorlevel%

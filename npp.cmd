@echo off
rem Runs npp. Builds it first when there is no jar. JAVA_HOME chooses the Java, JAVA_OPTS adds options to it.
setlocal
set "ROOT=%~dp0"
set "JAR=%ROOT%npp-cait\target\npp-cait-0.1.0-SNAPSHOT.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo npp: no Java found: install a JDK, version 17 or later, or set JAVA_HOME 1>&2
    exit /b 2
)
powershell -NoProfile -Command "if (-not (Test-Path -LiteralPath $env:JAR)) { exit 1 }; $built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $newer = Get-ChildItem -LiteralPath $env:ROOT -Recurse -File -Include *.java,pom.xml,*.json,*.txt | Where-Object { $_.LastWriteTime -gt $built -and ($_.Name -eq 'pom.xml' -or $_.FullName -match '\\src\\main\\') }; if ($newer) { exit 1 }"
if errorlevel 1 (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo npp: Maven is needed to build npp, and there is none: install maven, 3.8.7 or later 1>&2
        exit /b 2
    )
    echo npp: building, this takes a minute 1>&2
    pushd "%ROOT%"
    if exist "%JAR%" del "%JAR%"
    call mvn -q -B package -pl npp-cait -am -Dmaven.test.skip=true -Dmaven.javadoc.skip=true -Djacoco.skip=true -Dspotless.check.skip=true -Dnpp.warnings=-Xlint:none 1>&2
    if errorlevel 1 (
        popd
        echo npp: the build failed, see above 1>&2
        exit /b 2
    )
    popd
)
"%JAVA%" -XX:+UseSerialGC %JAVA_OPTS% -jar "%JAR%" %*

# UNTESTED: nobody has run this yet. The Debian package (build.sh, deb.sh) is the one that is tested.
# Makes target\dist\yiping-VERSION.msi on Windows 10 or later from target\yiping.jar and target\lib, built on Windows
# (`mvn package`), so that lib holds the JavaFX jars for Windows. Needs a JDK 25 in JAVA_HOME and the WiX Toolset on the path.
# VLC (64 bit) has to be installed for pictures of cameras that libvlc plays; libvlc is looked for where its installer puts it.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$version = ([xml](Get-Content pom.xml)).project.version -replace '-SNAPSHOT', ''
$dist = 'target\dist'
Remove-Item -Recurse -Force $dist -ErrorAction SilentlyContinue
New-Item -ItemType Directory "$dist\input\lib" | Out-Null
Copy-Item target\yiping.jar, LICENSE, THIRD-PARTY.md "$dist\input"
Copy-Item target\lib\*.jar "$dist\input\lib"

# The same modules as build.sh, which asks jdeps for the first of them.
$modules = 'java.base,java.compiler,java.desktop,java.sql,java.naming,java.management,java.net.http,java.logging,java.xml,java.scripting,' +
    'java.instrument,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.management,jdk.jfr,jdk.naming.dns,jdk.httpserver'
& "$env:JAVA_HOME\bin\jlink" --add-modules $modules --include-locales zh,en --strip-debug --no-header-files --no-man-pages `
    --compress zip-6 --generate-cds-archive --output "$dist\runtime"

# As in launcher/run.sh, but for what asks the C library of Linux. The watchdog starts the wall by its own starter; there is no systemd to tell.
$common = '--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'
$windows = "$common -Xmx1g -XX:MetaspaceSize=128m -XX:+UseCompactObjectHeaders -XX:ReservedCodeCacheSize=240m"
$seats = "$windows -XX:+UseSerialGC -Xmn256m"
$wall = "$windows -XX:TieredStopAtLevel=1 -XX:+UseG1GC -XX:G1HeapRegionSize=4m -XX:G1PeriodicGCInterval=10000 -XX:G1HeapWastePercent=1" +
    ' -Xmn64m -Xmx1536m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -XX:+ExitOnOutOfMemoryError'
$watch = "$common -XX:+UseSerialGC -Xmx24m -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=16m -XX:+ExitOnOutOfMemoryError"
$launchers = @{
    'yiping-wall'         = @('org.yiping.watch.Main', "$watch -Dyiping.watch.starter=`$BINDIR\yiping-wall-screens.exe")
    'yiping-wall-screens' = @('org.yiping.console.Main', $wall)
    'yiping-server'       = @('org.yiping.server.Main', "$common -XX:+UseG1GC -Xmx1g -XX:+UseCompactObjectHeaders")
}
$added = @()
foreach ($name in $launchers.Keys) {
    $main, $flags = $launchers[$name]
    $console = if ($name -eq 'yiping-wall-screens') { 'false' } else { 'true' }
    "main-jar=yiping.jar`nmain-class=$main`njava-options=$flags`nwin-console=$console`nwin-menu=$($name -ne 'yiping-wall-screens')" |
        Set-Content "$dist\$name.properties"
    $added += '--add-launcher', "$name=$dist\$name.properties"
}
& "$env:JAVA_HOME\bin\jpackage" --type msi --name yiping --app-version $version --input "$dist\input" --main-jar yiping.jar `
    --main-class org.yiping.console.Main --runtime-image "$dist\runtime" --java-options $seats @added `
    --win-menu --win-menu-group Yiping --win-shortcut --win-dir-chooser --license-file LICENSE --dest $dist

# Not there yet: the caches of deb.sh (the same three steps with -XX:AOTMode=record, =create and -XX:AOTCache in the .cfg);
# thread dumps in a report (Windows knows no SIGQUIT: the watchdog asks in vain and says so); the wall at the machine's start
# (a scheduled task "at log on" of the wall's user that starts yiping-wall.exe, and automatic log-on).

#!/bin/bash
# UNTESTED: nobody has run this yet. The Debian package (build.sh, deb.sh) is the one that is tested.
# Makes target/dist/yiping-VERSION.dmg on macOS 13 or later from target/yiping.jar and target/lib, built on that Mac
# (`mvn package`), so that lib holds the JavaFX jars for macOS and its processor. Needs a JDK 25 in JAVA_HOME; without a
# certificate (--mac-sign) the first start has to be allowed by hand. VLC.app has to be installed for cameras that libvlc plays.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
version=$(sed -nE 's|.*<version>([0-9.]+)</version>.*|\1|p' pom.xml | head -n 1)
# A Mac takes no version that begins with 0.
case $version in 0.*) version=1.$version ;; esac
dist=target/dist
rm -rf "$dist"
mkdir -p "$dist/input/lib"
cp target/yiping.jar LICENSE THIRD-PARTY.md "$dist/input/"
cp target/lib/*.jar "$dist/input/lib/"

# The same modules as build.sh, which asks jdeps for the first of them.
modules=java.base,java.compiler,java.desktop,java.sql,java.naming,java.management,java.net.http,java.logging,java.xml,java.scripting,java.instrument
modules+=,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.management,jdk.jfr,jdk.naming.dns,jdk.httpserver
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales zh,en --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --generate-cds-archive --output "$dist/runtime"

common='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'
# As in launcher/run.sh, but for what asks the C library of Linux.
windows="$common -Xmx1g -XX:MetaspaceSize=128m -XX:+UseCompactObjectHeaders -XX:ReservedCodeCacheSize=240m"
seats="$windows -XX:+UseSerialGC -Xmn256m"
wall="$windows -XX:TieredStopAtLevel=1 -XX:+UseG1GC -XX:G1HeapRegionSize=4m -XX:G1PeriodicGCInterval=10000 -XX:G1HeapWastePercent=1"
wall+=' -Xmn64m -Xmx1536m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 -XX:+ExitOnOutOfMemoryError'
watch="$common -XX:+UseSerialGC -Xmx24m -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=16m -XX:+ExitOnOutOfMemoryError"
launchers=()
launcher() { # NAME MAIN FLAGS
    printf 'main-jar=yiping.jar\nmain-class=%s\njava-options=%s\n' "$2" "$3" >"$dist/$1.properties"
    launchers+=(--add-launcher "$1=$dist/$1.properties")
}
# shellcheck disable=SC2016
launcher yiping-wall org.yiping.watch.Main "$watch"' -Dyiping.watch.starter=$BINDIR/yiping-wall-screens'
launcher yiping-wall-screens org.yiping.console.Main "$wall"
launcher yiping-server org.yiping.server.Main "$common -XX:+UseG1GC -Xmx1g -XX:+UseCompactObjectHeaders"
"$JAVA_HOME/bin/jpackage" --type dmg --name yiping --app-version "$version" --input "$dist/input" --main-jar yiping.jar \
    --main-class org.yiping.console.Main --runtime-image "$dist/runtime" --java-options "$seats" "${launchers[@]}" \
    --license-file LICENSE --mac-package-identifier org.yiping --dest "$dist"

# Not there yet: the caches of deb.sh (the same three steps); the wall at the machine's start (a LaunchAgent of the wall's
# user with KeepAlive that starts yiping-wall, and automatic log-in).

#!/bin/bash
# Makes the app-image (and with --deb, by deb.sh, a Debian package) under target/dist from target/yiping.jar and target/lib:
# a run-time image with only the JDK modules the program needs, JavaFX and the program on its class path.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25, or call ./yiping verify --full}"
version=$(sed -nE 's|.*<version>([0-9.]+)</version>.*|\1|p' pom.xml | head -n 1)
dist=target/dist
# The one list of what the machine must bring: jpackage does not see what the JavaFX jars load by themselves.
depends='libc6, libgtk-3-0 | libgtk-3-0t64, libgl1, libxxf86vm1, libxtst6, libvlc5, vlc-plugin-base, fonts-noto-cjk'
# Megabytes: 142 when this was written; 28 more are FFmpeg's (decision 0028).
largest=180

[ -f target/yiping.jar ] || { echo 'build first: ./yiping build' >&2; exit 1; }
"$JAVA_HOME/bin/java" packaging/StripGeotools.java --check target/lib
rm -rf "$dist"
mkdir -p "$dist/input/lib"
cp target/yiping.jar LICENSE THIRD-PARTY.md "$dist/input/"
# Only what is on the class path: target/lib may still hold what an earlier version needed.
tr ':' '\n' <target/runtime.classpath | while read -r jar; do cp "target/lib/$(basename "$jar")" "$dist/input/lib/"; done

# What the classes name, and what is only found at run time: DNS and Kerberos names, elliptic curves, zip files,
# the charsets of imported files, the national calendars.
named=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps \
    --class-path "$dist/input/lib/*" target/yiping.jar 2>/dev/null || true)
modules=$(printf '%s' "${named:-java.base}" | tr ',' '\n' | grep -v '^javafx' | paste -sd, -)
modules+=,java.desktop,java.sql,java.naming,java.management,java.net.http,java.logging,java.xml,java.scripting,java.instrument
modules+=,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.management,jdk.jfr,jdk.naming.dns,jdk.httpserver

"$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales zh,en --strip-debug --no-header-files --no-man-pages \
    --compress zip-6 --generate-cds-archive --output "$dist/runtime"
# The archive is made by bin/java, so the commands go afterwards; java stays, for programs started by the program.
find "$dist/runtime/bin" -type f ! -name java -delete
# The other archive is for heaps of more than 32 GB, which no program of ours has.
rm "$dist/runtime/lib/server/classes_nocoops.jsa"

# The flags every program has in a checkout, so that there is one list of them; without what belongs to this machine.
flags_of() ( # PROGRAM
    unset YIPING_JVM "YIPING_JVM_$1"
    display_kind=none aot_unfit=yes home_flags=()
    aot_flags() { :; }
    . packaging/launcher/run.sh
    run_flags
    name=YIPING_JVM_$1
    echo "$YIPING_JVM_FLAGS ${!name}"
)
"$JAVA_HOME/bin/java" -Djava.awt.headless=true packaging/jpackage/Icons.java "$dist/icons"
# One image, four starters: the console, the wall's watchdog, the wall itself (which the watchdog starts) and the server.
# Main classes are no Application: JavaFX is on the class path.
launchers=()
launcher() { # NAME ICON MAIN FLAGS
    printf 'main-jar=yiping.jar\nmain-class=%s\njava-options=%s\nicon=%s\n' "$3" "$4" "$dist/icons/$2.png" >"$dist/$1.properties"
    launchers+=(--add-launcher "$1=$dist/$1.properties")
}
# jpackage puts the place of the installed program in.
# shellcheck disable=SC2016
launcher yiping-wall wall org.yiping.watch.Main "$(flags_of WATCH)"' -Dyiping.watch.starter=$BINDIR/yiping-wall-screens'
launcher yiping-wall-screens wall org.yiping.console.Main "$(flags_of WALL)"
launcher yiping-server server org.yiping.server.Main "$(flags_of SERVER)"
"$JAVA_HOME/bin/jpackage" --type app-image --name yiping --app-version "$version" --input "$dist/input" \
    --main-jar yiping.jar --main-class org.yiping.console.Main --runtime-image "$dist/runtime" \
    --java-options "$(flags_of CONSOLE)" --icon "$dist/icons/workstation.png" "${launchers[@]}" --dest "$dist"
# Ours, and not the ones jpackage has for programs without any.
for icon in yiping:workstation yiping-wall:wall yiping-server:server; do
    cmp "$dist/icons/${icon#*:}.png" "$dist/yiping/lib/${icon%:*}.png"
done
printf '%s\n' "$depends" >"$dist/yiping/lib/needs-debian-packages.txt"
size=$(du -sm "$dist/yiping" | cut -f 1)
echo "app-image: $size MB"
[ "$size" -le "$largest" ] || { echo "the app-image is larger than $largest MB: what came in?" >&2; exit 1; }

# It starts: the packaged server founds the demo city and tells the keeper of the machine that it is ready.
timeout 60 "$dist/yiping/bin/yiping-server" --help >"$dist/help.txt"
[ -s "$dist/help.txt" ] || { echo 'the packaged server printed no help' >&2; exit 1; }
"$JAVA_HOME/bin/java" -cp target/yiping.jar packaging/jpackage/DemoCity.java "$dist/try/city"
"$dist/yiping/bin/yiping-server" --data "$dist/try/data" --city "$dist/try/city" >"$dist/try/server.out" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for ((i = 0; i < 600; i++)); do
    ! grep -q '^ready ' "$dist/try/server.out" && kill -0 "$server" 2>/dev/null || break
    sleep 0.1
done
grep '^ready ' "$dist/try/server.out" || { cat "$dist/try/server.out" >&2; exit 1; }
exec 3<>"/dev/tcp/127.0.0.1/$(head -n 1 "$dist/try/data/server.inside")"
printf 'GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
IFS= read -r -d '}' -t 20 answer <&3 || true # as far as the answer goes: the connection may stay open
[[ $answer == *' 200 '*'"UP"'* ]] || { printf 'the packaged server is not ready: %s\n' "$answer" >&2; exit 1; }
echo 'the packaged server is ready'

[ "${1:-}" != --deb ] || bash packaging/jpackage/deb.sh "$version" "$depends"

#!/bin/bash
# deb.sh VERSION DEPENDS: makes target/dist/yiping_VERSION_ARCH.deb from the app-image that build.sh has made.
# First a short hall is played by the image's own Java, on the image's own class path and with its own flags; from what
# ran there each program gets a cache of loaded classes, which halves what its start costs (as launcher/aot.sh does in a
# checkout). Then image, menu entries, units and settings are laid out and packed by dpkg-deb: jpackage would pack the
# same with scripts of its own, which fail where a machine has no menus.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
YIPING_ROOT=$PWD
version=$1 depends=$2 dist=$YIPING_ROOT/target/dist
image=$dist/yiping app=$dist/yiping/lib/app
# Megabytes: 167 when this was written, of which more than half are the caches (237 before they are packed); the
# fictional city is two more.
largest=200
for part in launcher/surroundings display/display; do
    # shellcheck source=/dev/null
    . "$YIPING_ROOT/packaging/$part.sh"
done

# What a starter's .cfg says: $APPDIR and $BINDIR are the image's, as its starter would put them in.
from_cfg() { sed -nE "s|^$2=||p" "$app/$1.cfg" | sed "s|\\\$APPDIR|$app|g; s|\\\$BINDIR|$image/bin|g"; }

train() {
    local work=$dist/train name program
    rm -rf "$work"
    mkdir -p "$work"
    if ! display_alive; then
        display_virtual "${YIPING_MONITORS:-5}" || die "training needs a display: the caches are made from what ran"
        trap display_stop EXIT
    fi
    local path java=$image/lib/runtime/bin/java
    path=$(from_cfg yiping 'app.classpath' | paste -sd:)
    declare -A programs=([SERVER]=yiping-server [CONSOLE]=yiping [WALL]=yiping-wall-screens)
    say "training: a short hall, watched by the image's Java"
    for name in "${!programs[@]}"; do
        program=${programs[$name]}
        export "YIPING_JVM_$name=$(from_cfg "$program" java-options | tr '\n' ' ') -XX:AOTMode=record -XX:AOTConfiguration=$work/$name.conf -Xlog:aot*=off"
    done
    # No graphics card here; it is no matter to the classes which pipeline draws.
    YIPING_ROOT=$work YIPING_TRAINING=1 YIPING_JVM_FLAGS="-Dprism.order=sw" YIPING_JVM='' \
        YIPING_JVM_SIMULATOR='-XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow' \
        tied_to_me "$java" -XX:+UseSerialGC -Xmx256m --enable-native-access=ALL-UNNAMED -cp "$path" \
        org.yiping.demo.Main --minutes 0.5 --speed 20 >"$work/demo.log" 2>&1 </dev/null &
    wait $! || die "the training hall failed; see ${work#"$YIPING_ROOT"/}/demo.log"
    for name in "${!programs[@]}"; do
        program=${programs[$name]}
        [ -s "$work/$name.conf" ] || die "no record of $name: did it end in order?"
        # A list of flags: split on purpose.
        # shellcheck disable=SC2046
        "$java" $(from_cfg "$program" java-options | tr '\n' ' ') -XX:AOTMode=create -XX:AOTConfiguration="$work/$name.conf" \
            -XX:AOTCache="$app/$program.aot" -cp "$path" >"$work/$name.log" 2>&1 || die "no cache of $name: $(tail -n 1 "$work/$name.log")"
        # Not before: a starter that names a cache that is not there yet complains.
        # shellcheck disable=SC2016
        printf '%s\n' 'java-options=-XX:AOTCache=$APPDIR/'"$program.aot" >>"$app/$program.cfg"
    done
    say "caches: $(du -ch "$app"/*.aot | tail -n 1 | cut -f 1)"
}

lay_out() {
    local root=$dist/deb
    rm -rf "$root"
    mkdir -p "$root/opt" "$root/DEBIAN" "$root/usr/share/applications" "$root/usr/lib/systemd/user" \
        "$root/usr/lib/systemd/system" "$root/etc/yiping" "$root/usr/share/doc/yiping"
    cp -a "$image" "$root/opt/yiping"
    cp -r packaging/wall-session "$root/opt/yiping/lib/wall-session"
    install -D -m 755 -t "$root/opt/yiping/lib/start" packaging/jpackage/start/*.sh
    # What server.sh falls back to where nobody has put a city into /etc/yiping: fictional, and simulated by its own word.
    grep -qx 'simulated: true' "$dist/try/city/city.yaml" || die 'the city that ships does not say that it is simulated'
    mkdir "$root/opt/yiping/share"
    cp -r "$dist/try/city" "$root/opt/yiping/share/city"
    cp packaging/wall-session/yiping-wall.service "$root/usr/lib/systemd/user/"
    cp packaging/wall-session/yiping-server.service "$root/usr/lib/systemd/system/"
    cp packaging/jpackage/menu/*.desktop "$root/usr/share/applications/"
    install -m 644 packaging/jpackage/settings/console packaging/jpackage/settings/wall "$root/etc/yiping/"
    printf '/etc/yiping/console\n/etc/yiping/wall\n' >"$root/DEBIAN/conffiles"
    cp LICENSE "$root/usr/share/doc/yiping/copyright"
    cp docs/city.md docs/wall.md "$root/usr/share/doc/yiping/"
    cat >"$root/DEBIAN/control" <<CONTROL
Package: yiping
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: The Yiping developers <yiping@localhost>
Installed-Size: $(du -sk "$root/opt" | cut -f 1)
Section: misc
Priority: optional
Depends: $depends
Recommends: xserver-xorg-core, xinit, openbox, x11-xserver-utils
Description: command-hall console for city management (一屏)
 Workstation, display wall with its watchdog, and the reference platform:
 cases, map, cameras and dispatch for a city's command hall.
CONTROL
    # The programs' own files are nobody's to write.
    chmod -R u+rwX,go+rX,go-w "$root"
    dpkg-deb --root-owner-group -Zzstd -z12 --build "$root" "$dist/yiping_${version}_$(dpkg --print-architecture).deb" >/dev/null
    rm -rf "$root"
}

train
lay_out
size=$(du -m "$dist"/yiping_*.deb | cut -f 1)
say "$(basename "$dist"/yiping_*.deb): $size MB, $(dpkg-deb -f "$dist"/yiping_*.deb Installed-Size) kB installed"
[ "$size" -le "$largest" ] || die "the package is larger than $largest MB: what came in?"

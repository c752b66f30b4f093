#!/bin/bash
# Installs target/dist/yiping_*.deb on a Debian that has nothing else, and starts what was installed, as a user without
# rights: the server founds a city, a workstation and the wall under its watchdog show their windows on a display in there,
# each with its cache. Then the package is removed again. Needs root, debootstrap and the machine's own package mirror; a
# stage of ./yiping verify --package. The clean root is kept as an archive, so that the next run takes it from there.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
YIPING_ROOT=$PWD
. packaging/launcher/surroundings.sh
dist=$YIPING_ROOT/target/dist
deb=$(ls "$dist"/yiping_*.deb)
root=$(mktemp -d "${TMPDIR:-/tmp}/yiping-root.XXXXXX")
kept=$YIPING_ROOT/target/clean-root.tar.zst
inside=/home/hall
# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null || true; } |
    sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+) +'"$suite"' .*/\2/p' | head -n 1)

surroundings_java
[ -n "$mirror" ] || die "no mirror of $suite in /etc/apt"
[ "$(id -u)" = 0 ] || die 'a clean root is made by root alone'
clean() {
    # Whatever still runs in there, and nothing else.
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || kill -9 "${process#/proc/}" 2>/dev/null || true
    done
    umount -l "$root/proc" "$root/dev/shm" 2>/dev/null || true
    rm -rf --one-file-system "$root"
}
trap clean EXIT

in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Somebody who works there. The caches must be taken: without this word Java would do without one it cannot use.
as_hall() {
    chroot --userspec=hall:hall "$root" env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=$inside DISPLAY=:5 \
        JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$@"
}
waits() { # SECONDS COMMAND…
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $until ] || return 1
        sleep 0.5
    done
}
fails() {
    say "$1"
    tail -n 20 "$root$inside"/*.out >&2 || true
    exit 1
}

if [ -s "$kept" ]; then
    tar -C "$root" --zstd -xf "$kept"
else
    say "debootstrap: $suite"
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$dist/debootstrap.log" 2>&1 || die "no clean root; see target/dist/debootstrap.log"
    tar -C "$root" --zstd -cf "$kept.part" . && mv "$kept.part" "$kept"
fi
# What mktemp made is its maker's alone, and nobody else could even enter it.
chmod 755 "$root"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm" && mount -t tmpfs tmpfs "$root/dev/shm"
cp "$deb" "$root/tmp/yiping.deb"

say 'installing on the clean root'
{ in_root apt-get update && in_root apt-get install -y --no-install-recommends /tmp/yiping.deb; } >"$dist/install.log" 2>&1 ||
    die "the package cannot be installed; see target/dist/install.log"
say "with what it needs: $(in_root dpkg-query -f '.\n' -W | wc -l) packages"
# What a display is, which a hall's machine has and a package does not ask for.
in_root apt-get install -y --no-install-recommends xvfb openbox >>"$dist/install.log" 2>&1 || die "no display in the clean root"
in_root useradd --create-home --home-dir $inside hall

[ -x "$root/opt/yiping/bin/yiping-wall" ] && [ -s "$root/usr/lib/systemd/user/yiping-wall.service" ] && [ -s "$root/etc/yiping/wall" ] ||
    die 'something is not where the package should put it'
for entry in yiping yiping-wall yiping-server; do
    program=$(sed -nE 's/^Exec=(sh -c ")?([^ ]+).*/\2/p' "$root/usr/share/applications/$entry.desktop")
    [ -x "$root$program" ] || die "the menu entry $entry starts $program, which is not there"
done

"$YIPING_JAVA" -cp target/yiping.jar packaging/jpackage/DemoCity.java "$root$inside/city"
in_root chown -R hall $inside
as_hall /opt/yiping/bin/yiping-server --data $inside/data --city $inside/city --port 0 >"$root$inside/server.out" 2>&1 &
waits 120 grep -q '^ready ' "$root$inside/server.out" || fails 'the installed server did not start'
url=$(sed -n 's/^ready //p' "$root$inside/server.out")
say "the installed server: $url"
as_hall Xvfb :5 -screen 0 3840x1080x24 -nolisten tcp >"$root$inside/display.out" 2>&1 &
waits 20 test -S "$root/tmp/.X11-unix/X5" || fails 'no display in the clean root'
as_hall openbox --config-file /opt/yiping/lib/wall-session/openbox.xml >"$root$inside/openbox.out" 2>&1 &

told() { # POST: writes what a console with that post is told
    local account
    account=$(awk -F, -v post="$1" 'NR > 1 && $5 ~ post { print $1 "," $2; exit }' "$root$inside/data/accounts.csv")
    echo "${account#*,}" >"$root$inside/$1.password"
    printf '%s\n' --server "$url" --user "${account%%,*}" --password-file "$inside/$1.password" --post "$1" \
        --data "$inside/$1.data" --shots "$inside/$1.shots" >"$root$inside/$1"
    in_root chown hall "$inside/$1" "$inside/$1.password"
}
told wall
told dispatcher
as_hall /opt/yiping/bin/yiping-wall --folder $inside/watch --start 120 -- @$inside/wall >"$root$inside/wall.out" 2>&1 &
waits 180 grep -q '^picture ' "$root$inside/wall.out" || fails 'the installed wall showed no picture'
say "the installed wall: $(grep '^picture ' "$root$inside/wall.out")"
wall=$(sed -nE 's/^picture ([0-9]+) .*/\1/p' "$root$inside/wall.out" | head -n 1)
kill -9 "$wall"
again() { [ "$(grep -c '^picture ' "$root$inside/wall.out")" -ge 2 ]; }
waits 180 again || fails 'the installed wall did not come back after it was killed'
say "killed, and back: $(grep '^picture ' "$root$inside/wall.out" | tail -n 1)"
[ -s "$(echo "$root$inside"/watch/reports/*-crash/report.txt)" ] || fails 'nothing was kept of its fall'

as_hall /opt/yiping/bin/yiping @$inside/dispatcher >"$root$inside/dispatcher.out" 2>&1 &
waits 180 test -s "$root$inside/dispatcher.shots/revision" || fails 'the installed workstation did not come up'
in_root touch "$inside/dispatcher.shots/shoot"
waits 60 test -s "$root$inside/dispatcher.shots/shot.done" || fails 'the installed workstation has no windows'
say "the installed workstation: $(cat "$root$inside/dispatcher.shots/shot.done")"
cp "$root$inside"/dispatcher.shots/*.png "$dist/" 2>/dev/null || true

in_root apt-get remove -y yiping >>"$dist/install.log" 2>&1 || die 'the package cannot be removed'
[ ! -e "$root/opt/yiping" ] || die 'something of it stayed after its removal'
say 'installed, started and removed on a clean root'

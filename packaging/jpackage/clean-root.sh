#!/bin/bash
# Installs target/dist/yiping_*.deb on a Debian that has nothing else and does what packaging/README.md says under "From
# the package to a picture", line by line, as a user without rights: the menu's own entries are started as a menu would,
# the server founds the fictional city, the wall waits for its password and then shows its picture under its watchdog,
# a workstation asks who signs in. Then a newer package goes over it, with settings that were changed, and all of it
# starts again on its data. Then it is removed. Needs root, debootstrap and the machine's own package mirror; a
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
home=$root$inside
# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null || true; } |
    sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb +(\[[^]]*\] +)?([^ ]+) +'"$suite"' .*/\2/p' | head -n 1)

[ -n "$mirror" ] || die "no mirror of $suite in /etc/apt"
[ "$(id -u)" = 0 ] || die 'a clean root is made by root alone'
# The menu's server has the port its README tells, and the clean root has this machine's network.
! (: >/dev/tcp/127.0.0.1/8080) 2>/dev/null || die 'something on this machine answers at port 8080, which the installed server needs: end it'

# Ids of what runs in there with these words in its command line.
running() { # WORDS
    local process
    for process in /proc/[0-9]*; do
        if [ "$(readlink "$process/root" 2>/dev/null)" = "$root" ] &&
            { tr '\0' ' ' <"$process/cmdline"; } 2>/dev/null | grep -cF -- "$1" >/dev/null; then
            echo "${process#/proc/}"
        fi
    done
}
none_runs() { [ -z "$(running "$1")" ]; }
clean() {
    local process
    for process in $(running ''); do kill -9 "$process" 2>/dev/null || true; done
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
    tail -n 20 "$home"/*.out >&2 || true
    exit 1
}
# Asks what runs with these words to end, and sees to it.
ends() { # WORDS
    local process
    for process in $(running "$1"); do kill -TERM "$process" 2>/dev/null || true; done
    waits 60 none_runs "$1" || fails "does not end when it is asked to: $1"
}

# The words of a menu entry's Exec=. Ours need no quotes, and what would is refused.
exec_of() { # ENTRY
    local line
    line=$(sed -n 's/^Exec=//p' "$root/usr/share/applications/$1.desktop")
    [[ -n $line && $line != *[\"\\\$\`%]* ]] || die "the Exec= of the entry $1 is not plain: $line"
    echo "$line"
}
# Starts an entry as the menu does; what it would say in its terminal is in ENTRY.out.
from_menu() { # ENTRY
    local line
    local -a words
    line=$(exec_of "$1")
    read -r -a words <<<"$line"
    as_hall "${words[@]}" >"$home/$1.out" 2>&1 </dev/null &
}
# The commands of the README, without what it says about them.
readme_lines() {
    sed -n '/^## From the package to a picture/,/^## [^F]/p' packaging/README.md | sed -nE '/^```/,/^```/{/^```/d; s/ +# .*//; p}'
}
pictures() { grep -c '^picture ' "$home/yiping-wall.out" || true; }
has_pictures() { [ "$(pictures)" -ge "$1" ]; }
# grep reads to the end: who is not listened to any more fails, and the pipe with it.
a_window_of() { as_hall xwininfo -root -tree 2>/dev/null | grep -c " $1[+-]" >/dev/null; }
serves() { grep -q '^ready ' "$home/yiping-server.out"; }
# Server and wall from the menu, until the wall's picture stands; the server's first words are waited for.
hall() {
    from_menu yiping-server
    waits 120 serves || fails 'the installed server did not start'
    say "the installed server: $(sed -n 's/^ready //p' "$home/yiping-server.out")"
    from_menu yiping-wall
}
journal() { as_hall /opt/yiping/bin/yiping-server check --data $inside/.yiping/server 2>/dev/null | sed -n 's/^journal whole up to revision //p'; }

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
# What a display is, which a hall's machine has and a package does not ask for; and what tells which windows there are.
in_root apt-get install -y --no-install-recommends xvfb openbox x11-utils >>"$dist/install.log" 2>&1 || die "no display in the clean root"
in_root useradd --create-home --home-dir $inside hall

[ -x "$root/opt/yiping/bin/yiping-wall" ] && [ -s "$root/etc/yiping/wall" ] || die 'something is not where the package should put it'
for unit in user/yiping-wall system/yiping-server; do
    program=$(sed -nE 's/^ExecStart=([^ ]+).*/\1/p' "$root/usr/lib/systemd/$unit.service")
    [ -x "$root$program" ] || die "the unit $unit starts $program, which is not there"
done
for entry in yiping yiping-wall yiping-server; do
    icon=$(sed -n 's/^Icon=//p' "$root/usr/share/applications/$entry.desktop")
    [ -s "$root$icon" ] || die "the menu entry $entry has the icon $icon, which is not there"
done
mapfile -t lines < <(readme_lines)
[ ${#lines[@]} = 5 ] || die "packaging/README.md has ${#lines[@]} lines from the package to a picture, not five"
for entry in 1:yiping-server 3:yiping-wall 4:yiping; do
    [ "${lines[${entry%:*}]}" = "$(exec_of "${entry#*:}")" ] || die "the README says ${lines[${entry%:*}]}, the menu $(exec_of "${entry#*:}")"
done

as_hall Xvfb :5 -screen 0 3840x1080x24 -nolisten tcp >"$home/display.out" 2>&1 &
waits 20 test -S "$root/tmp/.X11-unix/X5" || fails 'no display in the clean root'
as_hall openbox --config-file /opt/yiping/lib/wall-session/openbox.xml >"$home/openbox.out" 2>&1 &

# A workstation where nobody serves yet asks who signs in, and says who does not answer when somebody does.
from_menu yiping
waits 120 a_window_of 1280x800 || fails 'the workstation of the menu has no window'
ends 'bin/yiping '
hall
grep -q simulated "$home/yiping-server.out" || fails 'nobody says that the city is a fictional one'
waits 30 grep -q 'sudo install ' "$home/yiping-wall.out" || fails 'the wall of the menu does not say that its password is missing'
none_runs bin/yiping-wall || fails 'the wall of the menu did not wait for its password'
in_root env HOME=$inside USER=hall sh -c "${lines[2]//sudo /}" || die "the README's line does not work: ${lines[2]}"
[ "$(in_root stat -c '%U %a' /etc/yiping/wall-password)" = 'hall 400' ] && [ -s "$root/etc/yiping/wall-password" ] || die 'there is no password in the password file'
waits 300 has_pictures 1 || fails 'the wall of the menu showed no picture'
say "the installed wall: $(grep '^picture ' "$home/yiping-wall.out")"
wall=$(sed -nE 's/^picture ([0-9]+) .*/\1/p' "$home/yiping-wall.out" | head -n 1)
kill -9 "$wall"
waits 300 has_pictures 2 || fails 'the installed wall did not come back after it was killed'
say "killed, and back: $(grep '^picture ' "$home/yiping-wall.out" | tail -n 1)"
compgen -G "$home/.yiping/watch/reports/*-crash/report.txt" >/dev/null || fails 'nothing was kept of its fall'

# A seat whose account is known needs nobody at the keys; its windows are asked for pictures.
account=$(awk -F, 'NR > 1 && $5 ~ /dispatcher/ { print $1 "," $2; exit }' "$home/.yiping/server/accounts.csv")
echo "${account#*,}" >"$home/dispatcher.password"
printf '%s\n' --user "${account%%,*}" --password-file "$inside/dispatcher.password" --post dispatcher \
    --data "$inside/dispatcher.data" --shots "$inside/dispatcher.shots" >"$home/dispatcher"
in_root chown hall "$inside/dispatcher" "$inside/dispatcher.password"
as_hall /opt/yiping/bin/yiping @/etc/yiping/console @$inside/dispatcher >"$home/dispatcher.out" 2>&1 </dev/null &
waits 180 test -s "$home/dispatcher.shots/revision" || fails 'the installed workstation did not come up'
in_root touch "$inside/dispatcher.shots/shoot"
waits 60 test -s "$home/dispatcher.shots/shot.done" || fails 'the installed workstation has no windows'
say "the installed workstation: $(cat "$home/dispatcher.shots/shot.done")"
cp "$home"/dispatcher.shots/*.png "$dist/" 2>/dev/null || true
ends 'bin/yiping '

# A newer package, whose settings are others, over what an administrator has changed, while all of it runs.
say 'a newer package over it'
printf '%s\n' --language en >>"$root/etc/yiping/wall"
changed=$(sha256sum <"$root/etc/yiping/wall") accounts=$(sha256sum <"$home/.yiping/server/accounts.csv")
newer=$(dpkg-deb -f "$deb" Version).1
dpkg-deb -R "$deb" "$dist/newer"
sed -i "s/^Version: .*/Version: $newer/" "$dist/newer/DEBIAN/control"
echo '# as the newer package has it' >>"$dist/newer/etc/yiping/wall"
dpkg-deb --root-owner-group -Zzstd -z1 --build "$dist/newer" "$root/tmp/newer.deb" >/dev/null
rm -rf "$dist/newer"
in_root apt-get install -y --no-install-recommends -o Dpkg::Options::=--force-confold /tmp/newer.deb >>"$dist/install.log" 2>&1 ||
    die 'the newer package cannot be installed; see target/dist/install.log'
[ "$(in_root dpkg-query -f '${Version}' -W yiping)" = "$newer" ] || die 'the newer package is not what is installed'
[ "$(sha256sum <"$root/etc/yiping/wall")" = "$changed" ] || die "what an administrator had changed in /etc/yiping/wall is lost"
grep -q 'newer package' "$root/etc/yiping/wall.dpkg-dist" || die 'the settings of the newer package are nowhere to be seen'
ends 'bin/yiping-wall '
ends 'bin/yiping-server '
before=$(journal)
[ -n "$before" ] || fails 'the journal is not whole'
[ -s "$home/.yiping/wall/facts.mv.db" ] || fails 'the wall kept nothing'
hall
waits 300 has_pictures 1 || fails 'the wall showed no picture after the newer package came'
say "after the newer package: $(grep '^picture ' "$home/yiping-wall.out")"
! grep -q 'cache: Rebuilt' "$home/yiping-wall.out" || fails 'the wall did not find its data again'
ends 'bin/yiping-wall '
ends 'bin/yiping-server '
after=$(journal)
[ "${after:-0}" -ge "$before" ] && [ "$(sha256sum <"$home/.yiping/server/accounts.csv")" = "$accounts" ] ||
    fails 'the data of the server are others than before'

in_root apt-get remove -y yiping >>"$dist/install.log" 2>&1 || die 'the package cannot be removed'
[ ! -e "$root/opt/yiping" ] || die 'something of it stayed after its removal'
[ -s "$root/etc/yiping/wall" ] && [ -s "$home/.yiping/server/yiping.mv.db" ] || die 'its removal took settings or data along'
say 'installed, started, renewed and removed on a clean root'

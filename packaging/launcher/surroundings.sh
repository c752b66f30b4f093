# Sourced by the launcher. Makes an unknown machine a known one: language, home folder, Java, system packages.

say() { printf 'yiping: %s\n' "$*" >&2; }

die() {
    say "$1"
    exit "${2:-1}"
}

# Chinese text in file names, logs and pictures needs UTF-8 whatever the machine says.
surroundings_utf8() {
    export LC_ALL=C.UTF-8 LANG=C.UTF-8
}

# Can a file be made here? Root may "write" to a read-only disk by its mode bits, so it is tried, not asked.
writable() {
    local probe
    [ -d "$1" ] && probe=$(mktemp "$1/.yiping.XXXXXX" 2>/dev/null) && rm -f -- "$probe"
}

# A private folder for one user under the temporary folder, never one that somebody else made.
state_folder() {
    local folder
    folder=${TMPDIR:-/tmp}/yiping-$(id -u)
    if mkdir -m 700 "$folder" 2>/dev/null || { [ -d "$folder" ] && [ ! -L "$folder" ] && [ -O "$folder" ]; }; then
        printf '%s' "$folder"
    else
        mktemp -d "${TMPDIR:-/tmp}/yiping.XXXXXX"
    fi
}

# Without a usable HOME, Java and Maven are told to live in the state folder; else nothing is changed.
surroundings_home() {
    home_flags=()
    local before=${HOME:-} known
    if [ -z "$before" ]; then
        known=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6 || true)
        [ -z "$known" ] || before=$known
    fi
    if [ -n "$before" ] && writable "$before"; then
        export HOME=$before
        return
    fi
    HOME=$(state_folder) || die "neither HOME nor ${TMPDIR:-/tmp} can be written"
    export HOME
    home_flags=("-Duser.home=$HOME")
    MAVEN_OPTS="${MAVEN_OPTS:-} -Duser.home=$HOME"
    [[ $MAVEN_OPTS == *maven.repo.local* ]] || MAVEN_OPTS+=" -Dmaven.repo.local=$HOME/.m2/repository"
    if [ -n "$before" ] && [ -r "$before/.m2/settings.xml" ] && [ ! -e "$HOME/.m2/settings.xml" ]; then
        mkdir -p "$HOME/.m2"
        ln -s "$before/.m2/settings.xml" "$HOME/.m2/settings.xml" # the user's mirrors still count
    fi
    say "no home folder to write to: using $HOME"
}

java_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] &&
        sed -nE 's/^JAVA_VERSION="?([0-9]+).*/\1/p' "$1/release" 2>/dev/null | head -n 1
}

# Where JDKs usually stand.
java_folders=(/usr/lib/jvm/* /opt/*jdk* /opt/java/*)

# The first JDK of 25 or newer: told, usual, or on the path.
surroundings_java() {
    local candidate version found
    local -a candidates=("${YIPING_JAVA_HOME:-}" "${JAVA_HOME:-}" ${java_folders[@]+"${java_folders[@]}"})
    found=$(command -v javac || true)
    [ -z "$found" ] || candidates+=("$(dirname "$(dirname "$(readlink -f "$found")")")")
    for candidate in "${candidates[@]}"; do
        [ -n "$candidate" ] || continue
        version=$(java_version "$candidate") || continue
        if [ -n "$version" ] && [ "$version" -ge 25 ]; then
            export JAVA_HOME=$candidate YIPING_JAVA=$candidate/bin/java
            return
        fi
    done
    die "no JDK 25 found: install one (for example Temurin 25, package temurin-25-jdk) or point YIPING_JAVA_HOME at it"
}

# Names may differ by release of Debian: "a|b" means either.
packages_window=(libvlc5 vlc-plugin-base fonts-noto-cjk 'libgtk-3-0|libgtk-3-0t64' libgl1 libxxf86vm1 libxtst6)
packages_display=(xserver-xorg-core xserver-xorg-video-dummy xvfb openbox x11-xserver-utils x11-utils)
# What launcher/check.sh looks at units and menu entries with.
packages_checks=(systemd desktop-file-utils)
# Programs of others that `verify --full` holds ours against.
packages_peers=(ffmpeg curl poppler-utils gir1.2-gst-rtsp-server-1.0 python3-gi
    gstreamer1.0-plugins-{base,good,bad,ugly})
# The web map that `bench map --web` is held against.
packages_web=(chromium libjs-leaflet)

package_there() {
    local name
    for name in ${1//|/ }; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" != installed ] || return 0
    done
    return 1
}

# Prints which of the alternatives apt can offer, or the first one.
package_offered() {
    local name
    for name in ${1//|/ }; do
        if apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]'; then
            printf '%s' "$name"
            return
        fi
    done
    printf '%s' "${1%%|*}"
}

# Installs what is missing where it may; else says the command and goes on: most of the program works without.
install_packages() {
    local package missing=() names=() log
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "not a Debian: make sure of what corresponds to: ${*//|*/}"
        return 0
    fi
    for package in "$@"; do
        package_there "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ -n "${YIPING_NO_APT:-}" ] || { [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null </dev/null; }; then
        for package in "${missing[@]}"; do names+=("$(package_offered "$package")"); done
        say "missing: ${names[*]}"
        say "install with: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names[*]}"
        return 0
    fi
    log=$YIPING_ROOT/target/apt.log
    mkdir -p "$YIPING_ROOT/target"
    say "installing ${missing[*]//|*/} (log: target/apt.log)"
    apt_get 300 update >"$log" 2>&1 || true
    for package in "${missing[@]}"; do names+=("$(package_offered "$package")"); done
    if apt_get 900 install -y --no-install-recommends "${names[@]}" >>"$log" 2>&1; then
        return 0
    fi
    say "apt could not install them: $(grep -E '^E: ' "$log" | head -n 1 || true)"
    # One name this machine does not know must not keep the others away.
    for package in "${names[@]}"; do
        package_there "$package" || apt_get 300 install -y --no-install-recommends "$package" >>"$log" 2>&1 ||
            say "by hand: sudo apt-get update && sudo apt-get install -y --no-install-recommends $package"
    done
}

apt_get() {
    local seconds=$1 as=()
    shift
    [ "$(id -u)" = 0 ] || as=(sudo -n)
    ${as[@]+"${as[@]}"} env DEBIAN_FRONTEND=noninteractive timeout "$seconds" \
        apt-get -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 "$@" </dev/null
}

# The child dies with the launcher, also when the launcher is killed hard: nothing is left running, no lock goes stale.
tied_to_me() {
    if [ -n "${tie:=$(command -v setpriv || true)}" ]; then
        exec setpriv --pdeathsig TERM -- "$@"
    fi
    exec "$@"
}

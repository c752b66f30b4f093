#!/bin/bash
# Checks the launcher's own promises on made-up surroundings; a stage of ./yiping verify.
set -euo pipefail
YIPING_ROOT=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failed=0
as=()

check() {
    local name=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        printf 'ok      %s\n' "$name"
    else
        printf 'FAILED  %s\n' "$name"
        sed 's/^/        /' "$work/out"
        failed=1
    fi
}

# Runs lines with the launcher's functions loaded, in a clean shell of the launcher's own strictness.
with_launcher() {
    env -i PATH="$PATH" HOME="${home-$work}" TMPDIR="${temporary-$work}" YIPING_ROOT="$YIPING_ROOT" YIPING_JAVA_HOME="${jdk-}" DISPLAY="${display-}" \
        ${as[@]+"${as[@]}"} bash -euo pipefail -c '
            for part in launcher/surroundings display/display launcher/build launcher/run launcher/verify; do
                . "$YIPING_ROOT/packaging/$part.sh"
            done
            '"$1"
}

# The same as somebody with no rights; as oneself where one may not change.
as_nobody() {
    if [ "$(id -u)" = 0 ]; then
        mkdir -p "$work/nobody" && chmod 777 "$work/nobody"
        local as=(setpriv --reuid 65534 --regid 65534 --clear-groups) temporary=$work/nobody
        with_launcher "$1"
    else
        with_launcher "$1"
    fi
}

fake_jdk() {
    mkdir -p "$work/jdk$1/bin"
    printf '#!/bin/sh\n' | tee "$work/jdk$1/bin/java" >"$work/jdk$1/bin/javac"
    chmod +x "$work/jdk$1/bin/"*
    printf 'JAVA_VERSION="%s.0.1"\n' "$1" >"$work/jdk$1/release"
}

a_home_that_can_be_written_is_kept() { with_launcher 'surroundings_home; [ "$HOME" = "'"$work"'" ] && [ ${#home_flags[@]} = 0 ]'; }
a_home_that_cannot_is_replaced() {
    home=/proc with_launcher 'surroundings_home; [[ $HOME == "$TMPDIR"/yiping-* ]] && [ "$(stat -c %a "$HOME")" = 700 ] &&
        [[ $MAVEN_OPTS == *maven.repo.local=$HOME* ]]'
}
a_home_that_is_not_set_is_found() { with_launcher 'unset HOME; surroundings_home; [ -n "$HOME" ] && writable "$HOME"'; }
a_told_jdk_comes_first() {
    jdk=$work/jdk26 with_launcher 'JAVA_HOME='"$work"'/jdk27; java_folders=('"$work"'/jdk28)
        surroundings_java; [ "$JAVA_HOME" = '"$work"'/jdk26 ]'
}
a_java_home_comes_second() {
    jdk=$work/jdk17 with_launcher 'JAVA_HOME='"$work"'/jdk27; java_folders=('"$work"'/jdk28)
        surroundings_java; [ "$JAVA_HOME" = '"$work"'/jdk27 ]'
}
a_usual_folder_comes_third() {
    with_launcher 'JAVA_HOME='"$work"'/jdk17; java_folders=('"$work"'/jdk17 '"$work"'/jdk28); PATH='"$work"'/jdk29/bin:$PATH
        surroundings_java; [ "$JAVA_HOME" = '"$work"'/jdk28 ]'
}
a_jdk_on_the_path_comes_last() {
    with_launcher 'unset JAVA_HOME; java_folders=('"$work"'/jdk17); PATH='"$work"'/jdk29/bin:$PATH
        surroundings_java; [ "$JAVA_HOME" = '"$work"'/jdk29 ]'
}
a_machine_without_a_jdk_is_told_in_one_line() {
    with_launcher 'unset JAVA_HOME; java_folders=(); PATH='"$work"'/jdk17/bin:/usr/bin:/bin
        javac() { :; }; command() { [ "$2" = javac ] || builtin command "$@"; }
        said=$( (surroundings_java) 2>&1) && exit 1
        [ "$(wc -l <<<"$said")" = 1 ] && [[ $said == *temurin-25-jdk* ]]'
}
a_newer_jdk_is_found() { jdk=$work/jdk26 with_launcher 'surroundings_java; [ "$JAVA_HOME" = "'"$work"'/jdk26" ]'; }
an_old_jdk_is_passed_over() { jdk=$work/jdk17 with_launcher 'surroundings_java 2>/dev/null || true; [ "${JAVA_HOME:-}" != "'"$work"'/jdk17" ]'; }
a_dead_display_is_noticed_soon() { display=:4711 with_launcher 'SECONDS=0; ! display_alive && [ $SECONDS -le 4 ]'; }
a_changed_source_makes_a_build_old() {
    mkdir -p "$work/s" && touch -d '1 hour ago' "$work/s/A.java" "$work/s" && touch -d '1 minute ago' "$work/stamp"
    with_launcher 'cd "'"$work"'"; ! build_is_old stamp stamp s && touch s/A.java && build_is_old stamp stamp s'
}
a_deleted_source_makes_a_build_old() {
    mkdir -p "$work/d" && touch "$work/d/A.java" && touch -d '1 hour ago' "$work/d/A.java" "$work/d" && touch -d '1 minute ago' "$work/stamp"
    with_launcher 'cd "'"$work"'"; ! build_is_old stamp stamp d && rm d/A.java && build_is_old stamp stamp d'
}
a_killed_build_leaves_no_lock() {
    bash -c 'exec 9>"'"$work"'/lock"; flock 9; kill -9 $$' || true
    flock -w 2 "$work/lock" true
}
a_folder_that_may_not_be_written_stops_a_build_in_one_line() {
    as_nobody 'YIPING_ROOT=/proc/1; said=$( (build_locked) 2>&1) && exit 1
        [ "$(wc -l <<<"$said")" = 1 ] && [[ $said == *"may not write"* ]]'
}
a_user_without_rights_is_told_what_to_install() {
    as_nobody 'said=$(install_packages no-such-package-of-anybody 2>&1) || exit 1
        [[ $said == *"sudo apt-get install"*no-such-package-of-anybody* || $said == *"not a Debian"* ]]'
}
a_user_without_rights_has_a_home_and_a_jdk() {
    chmod 711 "$work" && as_nobody 'unset HOME; YIPING_JAVA_HOME='"$work"'/jdk26; surroundings_home; surroundings_java
        writable "$HOME" && [ "$JAVA_HOME" = '"$work"'/jdk26 ]'
}
a_launcher_needs_no_locale_and_no_home() { env -i PATH="$PATH" "$YIPING_ROOT/yiping" help | grep -q 'yiping demo'; }
# The display that takes its place finds the lock and the socket of the dead one.
a_killed_display_is_in_nobodys_way() {
    command -v Xvfb >/dev/null || { echo 'not looked at: no Xvfb'; return 0; }
    with_launcher 'display_virtual 1 640 480 && kill -9 "${display_pids[@]}" && wait || true
        display_pids=() display_kind=none
        display_virtual 1 640 480 && display_alive; alive=$?; display_stop; exit $alive'
}
a_state_folder_of_somebody_else_is_not_used() {
    mkdir -p "$work/tmp" && ln -s /etc "$work/tmp/yiping-$(id -u)"
    home=/proc with_launcher 'TMPDIR='"$work"'/tmp; surroundings_home; [[ $HOME == "$TMPDIR"/yiping.* ]]'
}
children_die_with_a_killed_launcher() {
    with_launcher 'tied_to_me sleep 77 & echo $! >"'"$work"'/child"; sleep 0.5; kill -9 $$' || true
    local tries=0
    while kill -0 "$(cat "$work/child")" 2>/dev/null && [ $tries -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
    ! kill -0 "$(cat "$work/child")" 2>/dev/null
}
# It says nothing about what it understands; what it does not know it names and passes over.
# The shipped camera matrix of eighteen monitors did not fit into the three gigabytes it once was.
a_wall_is_limited_by_its_machine_and_by_no_number() {
    grep -qx 'MemoryMax=[0-9]*%' "$YIPING_ROOT/packaging/wall-session/yiping-wall.service"
}
a_wall_without_memory_ends_and_is_started_again() {
    with_launcher 'aot_flags() { :; }; run_flags; [[ $YIPING_JVM_WALL == *+ExitOnOutOfMemoryError* ]]'
}
a_unit_of_the_wall_is_understood_by_systemd_but_not_run_under_systemd() {
    command -v systemd-analyze >/dev/null || { echo 'not looked at: no systemd-analyze'; return 0; }
    local unit whose said
    mkdir -p "$work/units" "$work/run"
    for unit in yiping-wall:--user yiping-wall-session:--system yiping-server:--system; do
        whose=${unit#*:} unit=${unit%:*}.service
        # The programs it starts need not be installed here.
        sed -E 's#^(ExecStart=)[^ ]+#\1/bin/true#' "$YIPING_ROOT/packaging/wall-session/$unit" >"$work/units/$unit"
        said=$(XDG_RUNTIME_DIR="$work/run" systemd-analyze "$whose" verify --man=no "$work/units/$unit" 2>&1) || return 1
        [ -z "$said" ] || { echo "$said"; return 1; }
    done
}
chinese_survives_an_empty_locale() { with_launcher 'surroundings_utf8; word=一屏; [ ${#word} = 2 ]'; }
a_failed_stage_fails_verify() { with_launcher 'verify_stage one false || true; verify_table | grep FAILED >/dev/null && [ $verify_failed = 1 ]'; }
an_unknown_command_is_refused() { ! "$YIPING_ROOT/yiping" nonsense; }

fake_jdk 17
for version in 26 27 28 29; do fake_jdk $version; done
for name in $(declare -F | sed -nE 's/^declare -f (an?_.*|children_.*|chinese_.*)/\1/p'); do
    check "${name//_/ }" "$name"
done
exit $failed

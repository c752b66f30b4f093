#!/bin/bash
# Checks the launcher's own promises on made-up surroundings; a stage of ./yiping verify.
set -euo pipefail
YIPING_ROOT=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failed=0
as=()

# A desk may lack what a check looks with: then that is said and nothing is claimed (77). A gate that CI skips nobody guards.
check() {
    local name=$1 status=0
    shift
    "$@" >"$work/out" 2>&1 || status=$?
    case $status:${CI:-false} in
    0:*) printf 'ok             %s\n' "$name" ;;
    77:false) printf 'NOT LOOKED AT  %s: %s\n' "$name" "$(tail -n 1 "$work/out")" ;;
    *)
        printf 'FAILED         %s\n' "$name"
        sed 's/^/               /' "$work/out"
        failed=1
        ;;
    esac
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
    command -v Xvfb >/dev/null || { echo 'no Xvfb here (package xvfb)'; return 77; }
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
# The shipped camera matrix of eighteen monitors did not fit into the three gigabytes it once was.
a_wall_is_limited_by_its_machine_and_by_no_number() {
    grep -qx 'MemoryMax=[0-9]*%' "$YIPING_ROOT/packaging/wall-session/yiping-wall.service"
}
a_wall_without_memory_ends_and_is_started_again() {
    with_launcher 'aot_flags() { :; }; run_flags; [[ $YIPING_JVM_WALL == *+ExitOnOutOfMemoryError* ]]'
}
a_unit_of_the_wall_is_understood_by_systemd_but_not_run_under_systemd() { bash "$YIPING_ROOT/packaging/launcher/units.sh"; }

# What the Debian package adds to its image.
a_menu_entry_is_what_the_specification_wants() {
    command -v desktop-file-validate >/dev/null || { echo 'no desktop-file-validate here (package desktop-file-utils)'; return 77; }
    desktop-file-validate "$YIPING_ROOT"/packaging/jpackage/menu/*.desktop "$YIPING_ROOT"/packaging/wall-session/*.desktop
}
# Its starters in a made-up image whose programs repeat what they are told.
made_image() {
    image=$work/image-$1
    mkdir -p "$image/bin" "$image/lib" "$image/share/city" "$image/etc/city"
    cp -r "$YIPING_ROOT/packaging/jpackage/start" "$image/lib/start"
    printf '#!/bin/sh\necho "told $*"\n' | tee "$image/bin/yiping-wall" >"$image/bin/yiping-server"
    chmod +x "$image/bin/"*
}
starter() { env -i PATH="$PATH" HOME="$image" YIPING_ETC="$image/etc" "$image/lib/start/$1.sh" "${@:2}" </dev/null; }
a_server_without_a_city_takes_the_fictional_one_and_says_so() {
    made_image fictional
    local said
    said=$(starter server) || return 1
    [[ $said == *模拟* && $said == *simulated* ]] && grep -qx "told --data $image/.yiping/server --port 8080 --city $image/share/city" <<<"$said" &&
        starter server "$image/.yiping/server" --port 9 | grep -qx "told --data $image/.yiping/server --port 8080 --city $image/share/city --port 9"
}
a_server_with_a_city_takes_that() {
    made_image own && touch "$image/etc/city/city.yaml"
    [ "$(starter server "$image/data")" = "told --data $image/data --port 8080 --city $image/etc/city" ]
}
a_city_whose_folder_is_gone_does_not_become_fictional() {
    made_image gone && mkdir "$image/data" && touch "$image/data/yiping.mv.db"
    local said
    said=$(starter server "$image/data") || return 1
    grep -qx "told --data $image/data --port 8080" <<<"$said" && [ ! -e "$image/data/fictional-city" ]
}
a_city_is_never_laid_over_the_fictional_ones_data() {
    made_image both
    starter server "$image/data" && touch "$image/data/yiping.mv.db" "$image/etc/city/city.yaml" || return 1
    local said status=0
    said=$(starter server "$image/data") || status=$?
    [ $status = 78 ] && [[ $said == *"mv $image/data "* && $said != *told* ]] || return 1
    mv "$image/data" "$image/data-fictional"
    [ "$(starter server "$image/data")" = "told --data $image/data --port 8080 --city $image/etc/city" ]
}
a_wall_waits_for_its_password_and_says_what_to_do() {
    made_image wall
    sed "s#/etc/yiping#$image/etc#" "$YIPING_ROOT/packaging/jpackage/settings/wall" >"$image/etc/wall"
    # While it waits somebody does what it says.
    printf '#!/bin/sh\ncp "%s/said" "%s/before"\necho secret >"%s/etc/wall-password"\n' "$image" "$image" "$image" >"$image/bin/sleep"
    chmod +x "$image/bin/sleep"
    PATH=$image/bin:$PATH starter wall >"$image/said" || return 1
    grep -q "sudo install -o .* -m 400 /dev/stdin $image/etc/wall-password" "$image/before" && ! grep -q told "$image/before" &&
        grep -qx "told -- @$image/etc/wall" "$image/said"
}
a_wall_that_names_no_password_is_not_started() {
    made_image none && echo --server >"$image/etc/wall"
    local said status=0
    said=$(starter wall) || status=$?
    [ $status = 78 ] && [[ $said == *--password-file* && $said != *told* ]]
}
chinese_survives_an_empty_locale() { with_launcher 'surroundings_utf8; word=一屏; [ ${#word} = 2 ]'; }
a_failed_stage_fails_verify() { with_launcher 'verify_stage one false || true; verify_table | grep FAILED >/dev/null && [ $verify_failed = 1 ]'; }
a_stage_left_to_another_run_is_said_and_is_no_failure() {
    with_launcher 'verify_stage one true && verify_left two "verify --two"; table=$(verify_table)
        [[ $table == *"two"*"not looked at (verify --two)"* && $table == *all*ok ]]'
}
an_unknown_command_is_refused() { ! "$YIPING_ROOT/yiping" nonsense; }

fake_jdk 17
for version in 26 27 28 29; do fake_jdk $version; done
for name in $(declare -F | sed -nE 's/^declare -f (an?_.*|children_.*|chinese_.*)/\1/p'); do
    check "${name//_/ }" "$name"
done
exit $failed

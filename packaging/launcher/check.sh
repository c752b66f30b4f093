#!/bin/bash
# Checks the launcher's own promises on made-up surroundings; a stage of ./yiping verify.
set -euo pipefail
YIPING_ROOT=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failed=0

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
    env -i PATH="$PATH" HOME="${home-$work}" TMPDIR="$work" YIPING_ROOT="$YIPING_ROOT" YIPING_JAVA_HOME="${jdk-}" DISPLAY="${display-}" \
        bash -euo pipefail -c '
            for part in launcher/surroundings display/display launcher/build launcher/run launcher/verify; do
                . "$YIPING_ROOT/packaging/$part.sh"
            done
            '"$1"
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
children_die_with_a_killed_launcher() {
    with_launcher 'tied_to_me sleep 77 & echo $! >"'"$work"'/child"; sleep 0.5; kill -9 $$' || true
    local tries=0
    while kill -0 "$(cat "$work/child")" 2>/dev/null && [ $tries -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
    ! kill -0 "$(cat "$work/child")" 2>/dev/null
}
chinese_survives_an_empty_locale() { with_launcher 'surroundings_utf8; word=一屏; [ ${#word} = 2 ]'; }
a_failed_stage_fails_verify() { with_launcher 'verify_stage one false || true; verify_table | grep FAILED >/dev/null && [ $verify_failed = 1 ]'; }
an_unknown_command_is_refused() { ! "$YIPING_ROOT/yiping" nonsense; }

fake_jdk 17
fake_jdk 26
for name in $(declare -F | sed -nE 's/^declare -f (an?_.*|children_.*|chinese_.*)/\1/p'); do
    check "${name//_/ }" "$name"
done
exit $failed

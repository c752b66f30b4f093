# Sourced by the launcher. Every gate and test, stage by stage, with the seconds of each.

verify_names=() verify_seconds=() verify_results=() verify_failed=0

# verify_stage NAME COMMAND…: a stage runs also after another failed, unless it is called after a missing jar.
verify_stage() {
    local name=$1 started=$SECONDS result=ok
    shift
    printf '\n=== %s ===\n' "$name"
    "$@" || result=FAILED
    [ "$result" = ok ] || verify_failed=1
    verify_names+=("$name") verify_seconds+=($((SECONDS - started))) verify_results+=("$result")
    printf '=== %s: %s, %s s ===\n' "$name" "$result" $((SECONDS - started))
    [ "$result" = ok ]
}

# What this run leaves to another one, so that nobody takes its table for all there is.
verify_left() { verify_names+=("$1") verify_seconds+=(-) verify_results+=("not looked at ($2)"); }

verify_table() {
    local i sum=0
    printf '\n%-28s %8s  %s\n' stage seconds result
    for i in "${!verify_names[@]}"; do
        printf '%-28s %8s  %s\n' "${verify_names[i]}" "${verify_seconds[i]}" "${verify_results[i]}"
        sum=$((sum + ${verify_seconds[i]/-/0}))
    done
    printf '%-28s %8s  %s\n' all "$sum" "$([ $verify_failed = 0 ] && echo ok || echo FAILED)"
}

verify_packages() {
    local peers=()
    [ "$1" = no ] || peers=("${packages_peers[@]}")
    install_packages "${packages_window[@]}" "${packages_display[@]}" "${packages_checks[@]}" maven ${peers[@]+"${peers[@]}"}
}

# Tests never take the windows of somebody's desk: they always get monitors of their own.
verify_display() { display_virtual "${YIPING_MONITORS:-5}"; }

# Maven in the background, so that a signal ends it at once; its words go to the screen and to the log.
verify_maven() {
    local log=$1 status=0
    shift
    build_locked
    tied_to_me "${maven[@]}" "$@" > >(tee "$log") 2>&1 </dev/null &
    wait $! || status=$?
    build_unlocked
    return $status
}

verify_format() { verify_maven target/format.log -q spotless:check; }

verify_tests() {
    touch target/.building
    # Without a display the tests with windows fail in CI and are skipped, with their reason, elsewhere.
    verify_maven target/verify.log verify || return 1
    build_strip || return 1
    cp target/.building target/.built-tests && touch -r target/.building target/.built-tests
    mv target/.building target/.built
}

# What must not ship is not in what ships, and what is left of GeoTools still works.
verify_shipped() {
    "$YIPING_JAVA" packaging/StripGeotools.java --check target/lib || return 1
    "$YIPING_JAVA" -cp "$(echo target/lib/geotools-wrapper-*.jar):$(echo target/lib/jts-core-*.jar)" packaging/GeotoolsProbe.java
}

# The last line must be the demo's account of itself: windows opened, pictures taken, nothing lost.
verify_demo() {
    local last
    # What a killed run leaves behind is in nobody's way.
    mkdir -p target/demo/server target/demo/wall/shots
    printf 'half a database' | tee target/demo/server/yiping.mv.db >target/demo/wall/shots/revision
    printf '1\nkey\n' >target/demo/server/server.inside
    ( run_java "$YIPING_ROOT/target/yiping.jar" "$YIPING_JVM_DEMO" org.yiping.demo.Main --minutes 0.5 ) | tee target/demo.out
    [ "${PIPESTATUS[0]}" = 0 ] || return 1
    last=$(tail -n 1 target/demo.out)
    [[ $last == '{'*'}' && $last == *'"windows":'[1-9]* && $last == *'"screenshots":["'* && $last =~ \"lost\":0[,}] ]] || {
        say "the last line of the demo is not its account, or something was lost: $last"
        return 1
    }
}

verify_soak() {
    run_java "$(run_test_path)" "$YIPING_JVM_SOAK" org.yiping.soak.Main "$1" --seconds 20
}

# What is too slow for every day: a PostgreSQL server, programs of others that read what we send, spoilt input.
verify_slow_tests() { verify_maven target/slow.log surefire:test -Dgroups=slow -Dexcluded.groups=; }

# Cameras of others alone: GStreamer's RTSP server with test pictures and with the recordings of real cameras in
# YIPING_DATA/clips. Who asks for this wants it run: as in CI, what is missing fails and is not skipped.
verify_peers() {
    CI=true verify_maven target/peers.log surefire:test -Dtest=RtspPeerTest -Dgroups=slow -Dexcluded.groups=
}

# verify --peers: nothing else, for a machine on which cameras trouble somebody.
verify_only_peers() {
    verify_stage 'system packages' verify_packages yes || true
    build_maven
    run_flags
    if verify_stage 'compile' verify_maven target/verify.log -DskipTests test-compile; then
        verify_stage 'RTSP of others' verify_peers || true
    fi
    verify_table
    return $verify_failed
}

verify_app_image() { bash packaging/jpackage/build.sh; }

verify_package() { bash packaging/jpackage/build.sh --deb; }

verify_clean_root() { bash packaging/jpackage/clean-root.sh; }

# verify --package: the Debian package, with its caches, on a Debian that has nothing else.
verify_only_package() {
    verify_stage 'system packages' install_packages "${packages_window[@]}" "${packages_display[@]}" maven debootstrap zstd || true
    verify_stage 'virtual display' verify_display || true
    build_product
    if verify_stage 'package' verify_package; then
        verify_stage 'clean root' verify_clean_root || true
    fi
    verify_table
    return $verify_failed
}

verify() {
    local full=no name
    case ${1:-} in
    '') ;;
    --full) full=yes ;;
    --peers | --package) ;;
    *) die "usage: ./yiping verify [--full | --peers | --package]" 2 ;;
    esac
    cd "$YIPING_ROOT"
    mkdir -p target
    if [ "${1:-}" = --peers ]; then
        verify_only_peers
        return
    fi
    if [ "${1:-}" = --package ]; then
        verify_only_package
        return
    fi
    verify_stage 'system packages' verify_packages $full || true
    build_maven
    verify_stage 'virtual display' verify_display || true
    # The jar of now is about to be replaced, and Java would start the new one with the classes of its cache all the same.
    local aot_unfit=yes
    run_flags
    verify_stage launcher bash packaging/launcher/check.sh || true
    verify_stage format verify_format || true
    if verify_stage 'compile, tests, package' verify_tests; then
        verify_stage 'nothing unfree shipped' verify_shipped || true
        if run_has classes org.yiping.demo.Main; then verify_stage 'demo, half a minute' verify_demo || true; fi
        if run_has test-classes org.yiping.soak.Main; then
            for name in $(run_java "$(run_test_path)" "$YIPING_JVM_TEST" org.yiping.soak.Main --list); do
                verify_stage "soak $name, 20 s" verify_soak "$name" || true
            done
        fi
        if [ $full = yes ]; then
            verify_stage 'slow tests' verify_slow_tests || true
            verify_stage 'app-image' verify_app_image || true
            # They need the package mirror, root and minutes of training.
            verify_left 'deb, clean root' './yiping verify --package'
        fi
    fi
    verify_table
    return $verify_failed
}

# Sourced by the launcher. Starts the programs of the jar, with a display where they need one.

# Flags every JVM of ours needs, then what one program needs. The demo starts its children with the same words,
# which it finds in YIPING_JVM_FLAGS, YIPING_JVM_SERVER and so on.
run_flags() {
    local common=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
        -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.net.preferIPv4Stack=true)
    common+=(${home_flags[@]+"${home_flags[@]}"})
    # No graphics card behind a virtual display: going straight to the software pipeline saves its search, and there a
    # kept picture of a panel is stretched pixel by pixel at each repaint, which took most of a hall's rendering.
    case ${display_kind:-none} in xorg | xvfb) common+=(-Dprism.order=sw -Dprism.disableRegionCaching=true) ;; esac
    export YIPING_JVM_FLAGS="${common[*]}" YIPING_DISPLAY=${display_kind:-none}
    # A start then collects two or three times instead of ten: the first limits lie below what the windows take.
    local windows='-Xmx1g -XX:MetaspaceSize=128m'
    # A city's cases are millions of small objects; their headers take half the room so (a twelfth of the whole heap).
    windows+=' -XX:+UseCompactObjectHeaders'
    windows+=' -XX:ReservedCodeCacheSize=240m'
    # A seat among 200,000 cases answers keys in half the time with the optimizing compiler and keeps up with every change
    # (docs/benchmarks.md). A wall has nobody who types: without it a start costs a third less processor.
    local plain=' -XX:TieredStopAtLevel=1 -Xmx1536m'
    # Its pictures live as long as their windows and nothing there is short-lived by the hundred megabytes: little room
    # for what is new, and what is free goes back to the system, on a wall at rest too. The serial collector waits for a
    # full heap before it looks at what is old, and keeps all it ever had until then. A picture of a window fits two
    # regions of four megabytes; regions of one lose a quarter to the tiles.
    plain+=' -XX:+UseG1GC -XX:G1HeapRegionSize=4m -XX:G1PeriodicGCInterval=10000 -XX:G1HeapWastePercent=1 -Xmn64m'
    # Eighteen screens hold the pictures of two scenes while they change. With a twentieth free the collector took half of
    # that time, and with a heap of one gigabyte it ended in none left (docs/benchmarks.md).
    plain+=' -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25'
    # Without it a thread that found no memory is gone and the others go on: a picture that stands still and passes for
    # live. Its watchdog starts it again at once.
    plain+=' -XX:+ExitOnOutOfMemoryError'
    # What the C library was given back and keeps (docs/benchmarks.md).
    plain+=' -XX:TrimNativeHeapInterval=10000'
    local seats=' -XX:+UseSerialGC -Xmn256m'
    export YIPING_JVM_SERVER="${YIPING_JVM_SERVER:-"-XX:+UseG1GC -Xmx1g -XX:+UseCompactObjectHeaders"} $(aot_flags SERVER)"
    # An import is short and keeps both cores busy: without the optimizing compiler and with the plainest collector
    # Boston's year cost 21 seconds of processor instead of 34.
    export YIPING_JVM_IMPORT=${YIPING_JVM_IMPORT:-'-XX:+UseSerialGC -Xmx1g -Xmn400m -XX:TieredStopAtLevel=1'}
    export YIPING_JVM_CONSOLE="${YIPING_JVM_CONSOLE:-$windows$seats} $(aot_flags CONSOLE)"
    export YIPING_JVM_WALL="${YIPING_JVM_WALL:-$windows$plain} $(aot_flags WALL)"
    export YIPING_JVM_SIMULATOR="${YIPING_JVM_SIMULATOR:-"-XX:+UseSerialGC -Xmx512m"} $(aot_flags SIMULATOR)"
    # The watchdog does next to nothing for a year: as small as Java goes.
    export YIPING_JVM_WATCH=${YIPING_JVM_WATCH:-'-XX:+UseSerialGC -Xmx24m -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=16m -XX:+ExitOnOutOfMemoryError'}
    export YIPING_JVM_DEMO=${YIPING_JVM_DEMO:-'-XX:+UseSerialGC -Xmx256m'}
    export YIPING_JVM_TEST=${YIPING_JVM_TEST:-'-XX:+UseSerialGC -Xmx2g'}
    # The whole heap is resident from the start: what grows during a soak is then something else.
    export YIPING_JVM_SOAK=${YIPING_JVM_SOAK:-'-XX:+UseSerialGC -Xms512m -Xmx512m -XX:+AlwaysPreTouch'}
}

run_has() { [ -e "$YIPING_ROOT/target/$1/${2//.//}.class" ]; }

# run_java CLASSPATH EXTRA-FLAGS MAIN ARGS…: waits for it, hands signals on, returns its status.
run_java() {
    local path=$1 extra=$2 main=$3 child status=0
    shift 3
    # Lists of flags: split on purpose.
    # shellcheck disable=SC2086
    tied_to_me "$YIPING_JAVA" $YIPING_JVM_FLAGS $extra ${YIPING_JVM:-} -cp "$path" "$main" "$@" <&0 &
    child=$!
    # shellcheck disable=SC2064
    trap "kill -TERM $child 2>/dev/null || true" INT TERM HUP
    wait "$child" || status=$?
    while kill -0 "$child" 2>/dev/null; do wait "$child" || status=$?; done
    trap - INT TERM HUP
    return "$status"
}

run_program() {
    local main=$1 extra=$2
    shift 2
    build_product
    run_flags
    run_has classes "$main" || die "this build has no $main yet"
    run_java "$YIPING_ROOT/target/yiping.jar" "${!extra}" "$main" "$@"
}

run_test_program() {
    local main=$1 extra=$2
    shift 2
    build_tests
    run_flags
    run_has test-classes "$main" || die "this build has no $main yet"
    run_java "$(run_test_path)" "${!extra}" "$main" "$@"
}

# What bench, soak and conform run from: test libraries never ship.
run_test_path() { printf '%s' "$(cat "$YIPING_ROOT/target/test.classpath"):$YIPING_ROOT/target/classes:$YIPING_ROOT/target/test-classes"; }

# The living display, or virtual monitors (three of a workstation, two of the wall).
run_with_display() {
    install_packages "${packages_window[@]}"
    if display_alive; then
        display_kind=living
    else
        install_packages "${packages_display[@]}"
        display_virtual "${YIPING_MONITORS:-5}" || die "windows need a display"
    fi
}

run_demo() {
    run_with_display
    if [ "$display_kind" != living ] && [[ " $* " != *" --minutes"* ]]; then
        set -- --minutes 2 "$@" # nobody is there to close the windows
    fi
    run_program org.yiping.demo.Main YIPING_JVM_DEMO "$@"
}

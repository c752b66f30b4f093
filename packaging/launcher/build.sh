# Sourced by the launcher. Builds what is older than its sources, one build at a time.
#   build_product          target/yiping.jar and target/lib, when something that goes into them changed
#   build_tests            also target/test-classes and target/test.classpath, for bench, soak and conform

# Is something newer than the stamp, or the product not there? Folders count too: a deleted file touches its folder.
build_is_old() {
    local stamp=$1 product=$2
    shift 2
    [ -e "$stamp" ] && [ -e "$product" ] || return 0
    [ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

build_maven() {
    command -v mvn >/dev/null || install_packages maven
    command -v mvn >/dev/null || die "Maven is missing: install it (apt-get install maven)"
    [[ ${MAVEN_OPTS:-} == *sun-misc-unsafe* ]] || MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
    export MAVEN_OPTS
    # YIPING_MAVEN is a list of words such as "-o": split on purpose.
    # shellcheck disable=SC2206
    maven=(mvn -B -ntp ${YIPING_MAVEN:-})
}

# The lock is a flock: it falls when its process ends, however it ends. Maven inherits it on purpose,
# so that a Maven that outlives a killed launcher is waited for and not raced.
build_locked() {
    { mkdir -p "$YIPING_ROOT/target" && : >>"$YIPING_ROOT/target/.build.lock"; } 2>/dev/null ||
        die "$(id -un 2>/dev/null || id -u) may not write to $YIPING_ROOT/target: build as the owner of the checkout, or in a copy of your own"
    exec 9>"$YIPING_ROOT/target/.build.lock"
    if ! flock -n 9; then
        say "another build is running here; waiting for it"
        flock -w 1800 9 || die "the other build did not end within 30 minutes"
    fi
}

build_unlocked() { exec 9>&-; }

# Runs Maven with its words in a log and a line of progress now and then; prints the errors if it fails.
build_with_progress() {
    local what=$1 log=$2 pid started=$SECONDS told=0 step status=0
    shift 2
    tied_to_me "${maven[@]}" "$@" >"$log" 2>&1 </dev/null &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.5
        # Every five seconds at first, then every quarter of a minute: a log is read later, too.
        [ $((SECONDS - started)) -ge $((told + (told < 30 ? 5 : 15))) ] || continue
        told=$((SECONDS - started))
        step=$(sed -nE 's/^\[INFO\] --- ([^ ]+).*/\1/p' "$log" | tail -n 1)
        say "$what … $told s${step:+ ($step)}"
    done
    wait "$pid" || status=$?
    [ $status -ne 0 ] || return 0
    grep -E '^\[ERROR\]' "$log" | head -n 40 >&2 || tail -n 20 "$log" >&2
    die "$what failed; the whole log is ${log#"$YIPING_ROOT"/}"
}

build_strip() {
    # A library that left the pom leaves the folder, too.
    local jar
    for jar in target/lib/*.jar; do
        grep -qF "/${jar##*/}" target/runtime.classpath || rm -f "$jar"
    done
    "$YIPING_JAVA" ${home_flags[@]+"${home_flags[@]}"} packaging/StripGeotools.java target/runtime.classpath target/lib >>target/build.log 2>&1 ||
        die "the GeoTools jar could not be stripped; see target/build.log"
}

build_product() {
    cd "$YIPING_ROOT"
    build_maven
    build_locked
    if build_is_old target/.built target/yiping.jar pom.xml src/main packaging/StripGeotools.java; then
        touch target/.building
        # A resource that was renamed or taken out leaves the folder, too; the rest is copied again.
        [ ! -d target/classes ] || find target/classes -type f ! -name '*.class' -delete
        build_with_progress building target/build.log -Dmaven.test.skip=true package
        build_strip
        mv target/.building target/.built
    fi
    build_unlocked
}

build_tests() {
    cd "$YIPING_ROOT"
    build_product
    build_locked
    if build_is_old target/.built-tests target/test.classpath pom.xml src packaging/StripGeotools.java; then
        touch target/.building
        build_with_progress 'building the tests' target/build-tests.log -DskipTests test-compile
        mv target/.building target/.built-tests
    fi
    build_unlocked
}

build_third_party() {
    cd "$YIPING_ROOT"
    build_maven
    build_locked
    build_with_progress 'writing THIRD-PARTY.md' target/third-party.log -Dtest=ThirdPartyTest -Dthirdparty.write=true test
    build_unlocked
}

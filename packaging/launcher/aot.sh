# Sourced by the launcher. Caches of loaded classes and of what ran often (JEP 483, 515): they halve the processor time
# of a start. One a program, under target/aot, made by `./yiping train`, used where they fit and never needed.
#   aot_flags PROGRAM       the flag for a program: use its cache, or record for one, or nothing
#   aot_fit                 are there caches of this build and this Java?
#   aot_train               plays a short hall and makes the caches from what ran

aot_folder=$YIPING_ROOT/target/aot
aot_programs=(SERVER CONSOLE WALL SIMULATOR)

# A cache belongs to one build and one Java; another one's would be refused, at the price of a line of complaint.
aot_stamp() { echo "$YIPING_JAVA $(stat -c '%Y %s' "$YIPING_JAVA" "$YIPING_ROOT/target/yiping.jar" | tr '\n' ' ')"; }

aot_fit() { [ -e "$aot_folder/stamp" ] && [ "$(cat "$aot_folder/stamp")" = "$(aot_stamp)" ]; }

aot_flags() {
    if [ -n "${aot_recording:-}" ]; then
        echo "-XX:AOTMode=record -XX:AOTConfiguration=$aot_recording/$1.conf -Xlog:aot*=off"
    elif [ -z "${aot_unfit:-}" ] && aot_fit && [ -s "$aot_folder/$1.aot" ]; then
        echo "-XX:AOTCache=$aot_folder/$1.aot"
    fi
}

# Made beside and renamed whole: whoever is killed here leaves no half cache, and two at once leave one of two.
aot_train() {
    local program flags made=0
    build_product
    aot_recording=$(mktemp -d "$YIPING_ROOT/target/aot-XXXXXX")
    say "training: a short hall, watched by Java"
    export YIPING_TRAINING=1
    run_demo --minutes 0.5 --speed 20 >"$aot_recording/demo.log" 2>&1 || say "the training hall failed; see $aot_recording/demo.log"
    for program in "${aot_programs[@]}"; do
        flags=YIPING_JVM_$program
        [ -s "$aot_recording/$program.conf" ] || continue
        say "training: $program"
        # Lists of flags: split on purpose.
        # shellcheck disable=SC2086
        "$YIPING_JAVA" $YIPING_JVM_FLAGS ${!flags%% -XX:AOTMode*} -XX:AOTMode=create \
            -XX:AOTConfiguration="$aot_recording/$program.conf" -XX:AOTCache="$aot_recording/$program.aot" \
            -cp "$YIPING_ROOT/target/yiping.jar" >"$aot_recording/$program.log" 2>&1 && made=$((made + 1))
        rm -f "$aot_recording/$program.conf"
    done
    aot_stamp >"$aot_recording/stamp"
    rm -rf "$aot_folder"
    mv "$aot_recording" "$aot_folder"
    unset aot_recording YIPING_TRAINING
    [ $made -gt 0 ] || die "no cache could be made"
    say "training: $made caches, $(du -sh "$aot_folder" | cut -f 1)"
}

#!/bin/sh
# The whole session of a wall: no desktop, no bindings, no saver, no sleep. Started by xinit; ends with the window manager,
# and whoever started it starts it again.
here=$(dirname "$(readlink -f "$0")")
screens=${YIPING_WALL_SCREENS:-/etc/yiping/wall-screens}
outputs='' # those that are connected

say() { echo "wall-session: $*" >&2; }

# What the settings file says in xrandr's words; without one, all that is connected in one row, as the X server begins.
words() {
    if [ -r "$screens" ]; then
        sed 's/#.*//' "$screens" | tr '\n' ' '
    else
        before=''
        for output in $outputs; do
            printf -- '--output %s --auto %s ' "$output" "${before:+--right-of $before}"
            before=$output
        done
    fi
}

# All at once; where one output spoils it, because it is asleep or dead, each by itself: the others must not stay dark.
# shellcheck disable=SC2046,SC2086 # words, split on purpose
arrange() {
    set -- $(words)
    if [ $# -gt 0 ] && ! xrandr "$@"; then
        say "not all monitors can be lit as $screens says; each is tried by itself"
        one=''
        for word in "$@" --output; do
            if [ "$word" = --output ] && [ -n "$one" ]; then
                xrandr $one || say "not lit: $one"
                one=''
            fi
            one="${one:+$one }$word"
        done
    fi
    # What shows before the wall stands, and wherever it does not: black.
    xsetroot -solid black
}

# A monitor that was pulled keeps its place on the desktop until it is told to go, and the wall would go on showing there.
let_go() {
    for output in $(echo "$1" | awk '$2 == "disconnected" && $3 !~ /^\(/ { print $1 }'); do
        xrandr --output "$output" --off
    done
}

# One look at what is connected. The X server hears of most monitors by itself; some wake without a word, so it is made
# to ask them each minute, which may cost it a moment.
look() {
    if [ $((looks % 30)) = 0 ]; then seen=$(xrandr --query); else seen=$(xrandr --current); fi
    looks=$((looks + 1))
    now=$(echo "$seen" | awk '$2 == "connected" { print $1 }')
    if [ -n "$seen" ] && [ "$now" != "$outputs" ]; then
        outputs=$now
        let_go "$seen"
        arrange
    fi
}

xset s off
xset s noblank
xset -dpms
looks=0
look
# First of all: the wall's windows want somebody who places them, and its unit may be long in coming up.
openbox --sm-disable --config-file "$here/openbox.xml" &
manager=$!
while :; do
    sleep 2
    look
done &
loops=$!
if systemctl --user show-environment >/dev/null 2>&1; then
    # systemd starts it again for ever: nobody else may, or there are two. Its first picture is not waited for.
    systemctl --user import-environment DISPLAY XAUTHORITY
    systemctl --user restart --no-block yiping-wall.service || say "systemd does not start yiping-wall.service"
else
    # No systemd of this user: the watchdog alone, started again by hand.
    (
        trap 'kill "$dog"; exit 0' TERM
        while :; do
            "$here/../../bin/yiping-wall" --daily 04:00-04:20 -- @/etc/yiping/wall &
            dog=$!
            wait "$dog"
            sleep 2
        done
    ) &
    loops="$loops $!"
fi
# shellcheck disable=SC2086 # process ids
trap 'kill $loops $manager 2>/dev/null' HUP INT TERM
wait "$manager"
# shellcheck disable=SC2086
kill $loops 2>/dev/null
exit 0

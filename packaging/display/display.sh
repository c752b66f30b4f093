# Sourced by the launcher. Gives the program a display: the living one, or a virtual one with several monitors.
#   display_alive                  is there a display that answers within three seconds?
#   display_virtual MONITORS       start virtual monitors side by side; sets DISPLAY; 1 if nothing could be started
#   display_stop                   end what display_virtual started
# Everything started here dies with the launcher, also when the launcher is killed hard (tied_to_me).

display_folder=$YIPING_ROOT/packaging/display
display_pids=()
display_kind=none

display_alive() {
    [ -n "${DISPLAY:-}" ] || return 1
    if command -v xdpyinfo >/dev/null; then
        timeout 3 xdpyinfo >/dev/null 2>&1
    elif command -v xset >/dev/null; then
        timeout 3 xset q >/dev/null 2>&1
    else
        [ -S "/tmp/.X11-unix/X$(sed -E 's/^[^:]*:([0-9]+).*/\1/' <<<"$DISPLAY")" ]
    fi
}

# Runs a server that picks its own display number; sets display_number, or returns 1 when it ended or stayed silent.
display_server() {
    local name=$1
    shift
    local answer=$display_work/$name.number
    : >"$answer"
    tied_to_me "$@" 6>"$answer" >"$display_work/$name.out" 2>&1 </dev/null &
    local pid=$!
    local tries=0
    while [ ! -s "$answer" ] && kill -0 "$pid" 2>/dev/null && [ $tries -lt 150 ]; do
        sleep 0.1
        tries=$((tries + 1))
    done
    display_number=$(tr -dc '0-9' <"$answer")
    if [ -z "$display_number" ]; then
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
        return 1
    fi
    display_pids+=("$pid")
}

# One xrandr call per output: a single long call left monitors out and still answered "done".
display_monitors() {
    local monitors=$1 width=$2 height=$3 mode=${2}x$3 clock i
    clock=$(((width + 160) * (height + 30) * 60 / 1000000)).00
    xrandr --newmode "yp-$mode" $clock "$width" $((width + 48)) $((width + 80)) $((width + 160)) \
        "$height" $((height + 3)) $((height + 8)) $((height + 30)) || return 1
    xrandr --fb $((width * monitors))x"$height" || return 1
    for ((i = 0; i < monitors; i++)); do
        xrandr --addmode "DUMMY$i" "yp-$mode" || return 1
        xrandr --output "DUMMY$i" --mode "yp-$mode" --pos $((i * width))x0 || return 1
    done
    [ "$(xrandr --listmonitors | head -n 1 | tr -dc '0-9')" = "$monitors" ]
}

display_openbox() {
    command -v openbox >/dev/null || {
        say "openbox is missing: the keyboard may go to the wrong window on the virtual display"
        return 0
    }
    XDG_CACHE_HOME=$display_work XDG_CONFIG_HOME=$display_work XDG_DATA_HOME=$display_work \
        tied_to_me openbox --sm-disable --config-file "$display_folder/openbox.xml" \
        >"$display_work/openbox.out" 2>&1 </dev/null &
    display_pids+=($!)
    local tries=0
    while [ $tries -lt 50 ] && ! { xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; }; do
        sleep 0.1
        tries=$((tries + 1))
    done
}

display_virtual() {
    local monitors=$1 width=${2:-1920} height=${3:-1080} tries
    display_work=$(mktemp -d "${TMPDIR:-/tmp}/yiping-display.XXXXXX")
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY
    if command -v Xorg >/dev/null && [ "$monitors" -le 16 ]; then
        bash "$display_folder/xorg-conf.sh" "$width" "$height" "$monitors" >"$display_work/xorg.conf"
        if display_server xorg Xorg -displayfd 6 -noreset -nolisten tcp -novtswitch -sharevts \
            -config "$display_work/xorg.conf" -logfile "$display_work/xorg.log"; then
            export DISPLAY=:$display_number
            if display_monitors "$monitors" "$width" "$height" >"$display_work/xrandr.out" 2>&1; then
                display_kind=xorg
            else
                display_end_servers
            fi
        fi
    fi
    if [ "$display_kind" = none ] && command -v Xvfb >/dev/null; then
        say "no virtual monitors through Xorg$(display_why); one large screen through Xvfb instead"
        if display_server xvfb Xvfb -displayfd 6 -noreset -nolisten tcp -screen 0 \
            $((width * monitors))x"$height"x24; then
            export DISPLAY=:$display_number
            display_kind=xvfb
        fi
    fi
    if [ "$display_kind" = none ]; then
        unset DISPLAY
        say "no virtual display could be started: install xserver-xorg-core xserver-xorg-video-dummy xvfb"
        return 1
    fi
    display_openbox
    xset s off >/dev/null 2>&1 || true
    if [ "$display_kind" = xorg ]; then
        xset s noblank -dpms >/dev/null 2>&1 || true
        say "virtual display $DISPLAY: $monitors monitors of ${width}×$height"
    else
        say "virtual display $DISPLAY: one screen of $((width * monitors))×$height"
    fi
}

# The X server's own word on why it ended, if it left one.
display_why() {
    local line
    line=$(grep -hE '^\(EE\) [[:alnum:]]' "$display_work/xorg.out" "$display_work/xorg.log" 2>/dev/null |
        grep -vE 'Please (consult|also)|Server terminated|mouse|[kK]eyboard' | head -n 1 | sed -E 's/^\(EE\) //; s/ *\(EE\) *$//' || true)
    [ -z "$line" ] || printf ' (%s)' "$line"
}

display_end_servers() {
    local i
    for ((i = ${#display_pids[@]} - 1; i >= 0; i--)); do
        kill "${display_pids[i]}" 2>/dev/null || true
        wait "${display_pids[i]}" 2>/dev/null || true
    done
    display_pids=()
}

display_stop() {
    display_end_servers
    [ -z "${display_work:-}" ] || rm -rf -- "$display_work"
    display_kind=none
}

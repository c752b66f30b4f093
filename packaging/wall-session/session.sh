#!/bin/sh
# The whole session of a wall: no desktop, no bindings, no saver, no sleep. Started by xinit; ends with the window manager,
# and whoever started it starts it again.
here=$(dirname "$(readlink -f "$0")")
xset s off
xset s noblank
xset -dpms
# What shows before the wall stands, and wherever it does not: black.
xsetroot -solid black 2>/dev/null || true
if systemctl --user import-environment DISPLAY XAUTHORITY 2>/dev/null && systemctl --user restart yiping-wall.service; then
    :
else
    # No systemd of this user: the watchdog alone, started again by hand.
    while :; do
        /opt/yiping/bin/yiping-wall --daily 04:00-04:20 -- @/etc/yiping/wall
        sleep 2
    done &
fi
exec openbox --sm-disable --config-file "$here/openbox.xml"

#!/bin/bash
# Has systemd read the units of packaging/wall-session and prints how many it understood without a word; nothing is run
# under it. Ends with 77 where there is no systemd to ask. For launcher/check.sh and ./yiping bench wall.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../wall-session"
command -v systemd-analyze >/dev/null || { echo 'no systemd-analyze here (package systemd)'; exit 77; }
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
mkdir "$work/units" "$work/run"
understood=0
for unit in yiping-wall:--user yiping-wall-session:--system yiping-server:--system; do
    whose=${unit#*:} unit=${unit%:*}.service
    # The programs it starts need not be installed here.
    sed -E 's#^(ExecStart=)[^ ]+#\1/bin/true#' "$unit" >"$work/units/$unit"
    # It says nothing about what it understands; what it does not know it names and passes over.
    said=$(XDG_RUNTIME_DIR="$work/run" systemd-analyze "$whose" verify --man=no "$work/units/$unit" 2>&1) || { echo "$unit: $said"; exit 1; }
    [ -z "$said" ] || { echo "$unit: $said"; exit 1; }
    understood=$((understood + 1))
done
echo "$understood"

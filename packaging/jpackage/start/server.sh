#!/bin/sh
# The reference platform on this machine, as its unit and its menu entry start it: in the city that lies in
# /etc/yiping/city, else in the fictional one that comes with the package.
#   server.sh DATA [OPTIONS]   the unit: becomes the server
#   server.sh                  the menu: data in ~/.yiping/server, in a terminal that stays open at the end
# A storage has one city. Where the fictional one was founded a file says so: a city of one's own is never laid over its
# made-up facts, and one whose folder is gone does not become fictional.
set -u
here=$(dirname "$(readlink -f "$0")")
image=$(readlink -f "$here/../..")
own=${YIPING_ETC:-/etc/yiping}/city
trial=yes data=${HOME:-/tmp}/.yiping/server
if [ $# -gt 0 ]; then
    trial=no data=$1
    shift
fi
mark=$data/fictional-city

# Both languages, because a package does not know who reads it.
say() { printf 'yiping: %s\n' "$@"; }

stay() {
    [ $trial = yes ] || return 0
    printf '\n回车关闭此窗口。 Enter closes this window.\n'
    read -r _ || true
}

founded() { [ -e "$data/yiping.mv.db" ]; }

if [ -e "$own/city.yaml" ]; then
    if founded && [ -e "$mark" ]; then
        place=$(readlink -f "$data")
        say "没有启动：$own 里有城市资料，而 $data 里是虚构城市的模拟数据，两者不能混在一起。" \
            "请先移开模拟数据再启动：mv $place $place-fictional" \
            "not started: $own has a city, and $data has the simulated data of the fictional one; they must not mix." \
            "move the simulated data away, then start again: mv $place $place-fictional"
        stay
        exit 78
    fi
    rm -f "$mark"
    set -- --city "$own" "$@"
elif founded && [ ! -e "$mark" ]; then
    say "$own 没有了：按上次读到的城市资料继续运行。" "$own is gone: it goes on with what was read from it last."
else
    mkdir -p "$data" && : >"$mark" || exit 1
    say "虚构城市，全部为模拟数据：$own 里没有城市资料（要放什么见 /usr/share/doc/yiping/city.md）。" \
        "a fictional city, all of it simulated: there is none in $own (/usr/share/doc/yiping/city.md says what goes there)." \
        "账号与口令 accounts and passwords: $data/accounts.csv"
    set -- --city "$image/share/city" "$@"
fi
set -- --data "$data" --port 8080 "$@"
[ $trial = yes ] || exec "$image/bin/yiping-server" "$@"
# Ctrl C ends the server; its last words stay.
trap : INT
"$image/bin/yiping-server" "$@"
stay

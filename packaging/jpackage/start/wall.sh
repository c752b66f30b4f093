#!/bin/sh
# The menu entry of the wall, in a terminal: says what is still missing and waits for it, then becomes the wall's watchdog.
# The terminal is also how a wall that was only tried is ended: nothing else on a screen it covers would do it.
set -u
here=$(dirname "$(readlink -f "$0")")
image=$(readlink -f "$here/../..")
settings=${YIPING_ETC:-/etc/yiping}/wall

say() { printf 'yiping: %s\n' "$@"; }

# What follows a word in the settings: on a line of its own, behind it, or behind an equals sign.
told() {
    sed 's/#.*//' "$settings" | tr -s ' \t' '\n' |
        awk -v word="$1" 'next_one { print; exit } $0 == word { next_one = 1 } sub("^" word "=", "") { print; exit }'
}

if [ ! -r "$settings" ] || [ -z "$(told --password-file)" ]; then
    say "大屏没有启动：$settings 没有写明口令文件，大屏无法登录平台。请由管理员补上这两行：" \
        "the wall is not started: $settings names no password file, without which it cannot sign in." \
        "an administrator adds these two lines:"
    printf '\n    --password-file\n    /etc/yiping/wall-password\n\n回车关闭此窗口。 Enter closes this window.\n'
    read -r _ || true
    exit 78
fi
file=$(told --password-file)
user=$(told --user)
me=$(id -un)

# Why nothing can be read from it; empty where it can.
reason() {
    if [ ! -e "$file" ]; then
        echo '文件不存在 it is not there'
    elif [ ! -r "$file" ]; then
        echo "用户 $me 无权读取 the user $me may not read it"
    elif [ ! -s "$file" ]; then
        echo '文件是空的 it is empty'
    fi
}

why=$(reason)
if [ -n "$why" ]; then
    say "大屏在等口令文件 $file：$why。没有口令，大屏不能登录平台，也就没有画面。" \
        "the wall waits for its password file $file: without it, it cannot sign in and has nothing to show." \
        "由管理员把平台账号 $user 的口令写进文件第一行，文件归 $me 所有，权限 400：" \
        "an administrator puts the password of the platform's account $user into its first line; owner $me, mode 400:"
    printf '\n    sudo install -o %s -m 400 /dev/stdin %s\n\n' "$me" "$file"
    say "（输入口令，回车，Ctrl D）在本机试用虚构城市时，口令可直接取自：" \
        "(type the password, Enter, Ctrl D). Where the fictional city is tried out on this machine:"
    # shellcheck disable=SC2016 # it is printed
    printf '\n    awk -F, '"'"'$1 == "%s" { print $2 }'"'"' ~/.yiping/server/accounts.csv | sudo install -o %s -m 400 /dev/stdin %s\n\n' \
        "$user" "$me" "$file"
    while [ -n "$(reason)" ]; do sleep 2; done
fi
say "大屏启动，由看门狗守护；关闭此窗口即结束。" "the wall starts under its watchdog; closing this window ends it."
exec "$image/bin/yiping-wall" -- "@$settings"

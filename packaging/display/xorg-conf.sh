#!/bin/bash
# Prints an Xorg configuration for one dummy card: xorg-conf.sh WIDTH HEIGHT MONITORS
# The monitors stand side by side. The modeline is written here because `cvt` is not part of a small installation.
set -euo pipefail
width=$1 height=$2 monitors=$3
clock=$(((width + 160) * (height + 30) * 60 / 1000000))
memory=$((width * monitors * height * 4 / 1024 + 65536))
cat <<CONF
Section "ServerFlags"
  Option "DontVTSwitch" "true"
  Option "DontZap" "true"
  Option "AllowMouseOpenFail" "true"
  Option "PciForceNone" "true"
  Option "AutoEnableDevices" "false"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam $memory
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 1.0-2000.0
  VertRefresh 1.0-200.0
  Option "ReducedBlanking" "true"
  Modeline "${width}x${height}" $clock.00 $width $((width + 48)) $((width + 80)) $((width + 160)) $height $((height + 3)) $((height + 8)) $((height + 30))
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "${width}x${height}"
    Virtual $((width * monitors)) $height
  EndSubSection
EndSection
CONF

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up what is missing, builds, and starts Promontory with the arguments; without arguments, the sample.
set -eu
here=$(pwd)
cd "$(dirname "$0")"
. packaging/setup.sh
setup packaging/packages.run

[ -f build/build.ninja ] || cmake --preset default >&2
cmake --build build --target promontory promontory-bench >&2
promontory=$(pwd)/build/bin/promontory

if [ $# -gt 0 ]; then
    cd "$here"
    exec "$promontory" "$@"
elif [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec "$promontory" --demo
else
    "$promontory" render --demo -o build/demo.png
    say "No display here, so this is a picture: $(pwd)/build/demo.png"
fi

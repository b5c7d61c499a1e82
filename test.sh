#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up what is missing, builds, and runs all tests. Arguments go to ctest.
set -eu
cd "$(dirname "$0")"
. packaging/setup.sh
setup packaging/packages.run packaging/packages.test

[ -f build/build.ninja ] || cmake --preset default >&2
cmake --build build >&2
exec ctest --test-dir build --output-on-failure "$@"

# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh. setup LIST… installs the packages of the lists that are missing, and starts no service.

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
    sed -e 's/#.*//' "$@" | tr -s ' \n' '\n' | sort -u | while read -r package; do
        [ -n "$package" ] || continue
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || printf '%s\n' "$package"
    done
}

has_systemd() { [ -d /run/systemd/system ]; }

# Debian's server packages bring services that listen on all interfaces. The ones that are about to come; those that are there already,
# somebody's own, are not named.
units_of() {
    for package in "$@"; do
        case $package in
        prometheus | prometheus-node-exporter | prometheus-alertmanager | victoria-metrics) ;;
        *) continue ;;
        esac
        if ! has_systemd || ! systemctl cat "$package.service" >/dev/null 2>&1; then
            printf '%s.service\n' "$package"
        fi
    done
}

# Package scripts ask this file whether they may start a service; 101 says no. One that is there already is left alone.
deny_service_starts() {
    [ -e /usr/sbin/policy-rc.d ] && return
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
}

install_packages() {
    units=$(units_of "$@")
    say "Installing: $*"
    if [ -n "$units" ]; then
        say "None of these services is started:" $units
    fi
    systemd=
    has_systemd && [ -n "$units" ] && systemd=yes
    if [ -n "$systemd" ]; then
        say "They are masked before the installation, then unmasked, stopped and disabled."
        systemctl mask $units >&2
    fi
    deny_service_starts
    status=0
    apt-get update -qq >&2 || status=$?
    [ $status -ne 0 ] || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2 || status=$?
    if [ -n "$systemd" ]; then
        systemctl unmask $units >&2
        systemctl stop $units >&2 || true
        systemctl disable $units >&2 || true
    fi
    return $status
}

setup() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "These packages are missing. Install them, then start this again:"
        say "  sudo sh -c 'cd $(pwd) && . packaging/setup.sh && setup $*'"
        return 1
    fi
    install_packages $missing
}

#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/setup.sh on machines that it does not have: what it would do, in which order, told by programs that only write down their
# names. Argument: the root of the sources.
set -eu
cd "$1"
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir "$here/bin"

# dpkg-query: what $here/installed lists is installed. systemctl cat: what $here/units lists exists.
cat >"$here/bin/dpkg-query" <<END
#!/bin/sh
for last in "\$@"; do :; done
grep -qx "\$last" "$here/installed" && printf installed
END
cat >"$here/bin/systemctl" <<END
#!/bin/sh
if [ "\$1" = cat ]; then grep -qx "\$2" "$here/units"; exit; fi
echo "systemctl \$*" >>"$here/done"
END
cat >"$here/bin/apt-get" <<END
#!/bin/sh
case "\$*" in update*) exit ;; esac
echo "apt-get \$*" >>"$here/done"
exit \$(cat "$here/status")
END
cat >"$here/bin/id" <<END
#!/bin/sh
cat "$here/uid"
END
chmod +x "$here"/bin/*
PATH=$here/bin:$PATH

. packaging/setup.sh
deny_service_starts() { :; } # this machine's own file is not touched

passed=0
failed=0
expect() { # what, wanted, got
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s\nwanted:\n%s\ngot:\n%s\n' "$1" "$2" "$3"
    fi
}
begin() { # packages installed, units there, status of apt-get, uid
    printf '%s\n' $1 >"$here/installed"
    printf '%s\n' $2 >"$here/units"
    echo "$3" >"$here/status"
    echo "$4" >"$here/uid"
    : >"$here/done"
}
printf '# a comment\ng++ # why\nprometheus\nvictoria-metrics\n' >"$here/list"

has_systemd() { true; }
begin "g++" "" 0 0
setup "$here/list" 2>"$here/said"
expect "masked before, unmasked, stopped and disabled after" "systemctl mask prometheus.service victoria-metrics.service
apt-get install -y -qq --no-install-recommends prometheus victoria-metrics
systemctl unmask prometheus.service victoria-metrics.service
systemctl stop prometheus.service victoria-metrics.service
systemctl disable prometheus.service victoria-metrics.service" "$(cat "$here/done")"
expect "the plan is said first" "Installing: prometheus victoria-metrics" "$(head -n 1 "$here/said")"

begin "g++" "prometheus.service" 0 0
setup "$here/list" 2>/dev/null
expect "a unit that was there is not touched" "systemctl mask victoria-metrics.service" "$(head -n 1 "$here/done")"
expect "nowhere" "0" "$(grep -c 'systemctl.*prometheus' "$here/done" || true)"

begin "g++" "" 7 0
status=0
setup "$here/list" 2>/dev/null || status=$?
expect "a failed installation is told" 7 $status
expect "and leaves nothing masked" "systemctl disable prometheus.service victoria-metrics.service" "$(tail -n 1 "$here/done")"

has_systemd() { false; }
begin "g++" "" 0 0
setup "$here/list" 2>/dev/null
expect "no systemd: packages alone" "apt-get install -y -qq --no-install-recommends prometheus victoria-metrics" "$(cat "$here/done")"

begin "g++ prometheus victoria-metrics" "" 0 1000
setup "$here/list"
expect "nothing missing: nothing done" "" "$(cat "$here/done")"

begin "g++" "" 0 1000
status=0
setup "$here/list" 2>"$here/said" || status=$?
expect "without root: one command to type" "  sudo sh -c 'cd $(pwd) && . packaging/setup.sh && setup $here/list'" "$(tail -n 1 "$here/said")"
expect "and an exit code" 1 $status
expect "and nothing done" "" "$(cat "$here/done")"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]

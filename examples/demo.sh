#!/bin/sh
# The main job: a CloudFormation template in, verdicts at exact lines out; for people, then for machines.
# Ends with 0 only if the command did what its exit codes promise: 1 for the template with violations, 0 for its right half.
set -eu
cd "$(dirname "$0")/.."
[ -x build/spile ] || make build

# show EXPECTED COMMAND...
show() {
    expected=$1
    shift
    printf '\n$ %s\n' "$*"
    code=0
    "$@" || code=$?
    printf 'exit code %s\n' "$code"
    [ "$code" = "$expected" ] || { echo "error: exit code $expected was due" >&2; exit 1; }
}

show 1 build/spile check examples/web_shop.yaml
show 1 build/spile check examples/web_shop.yaml --param Stage=prod --param OfficeCidr=203.0.113.0/24
show 0 build/spile check examples/archive.yaml
show 1 build/spile check examples/web_shop.yaml --out json

#!/bin/sh
# The main job: a CloudFormation template in, verdicts at exact lines out; for people, then for machines.
# Ends with 0 only if the command did what its exit codes promise: 1 for the template with violations, 0 for its right half.
set -eu
cd "$(dirname "$0")/.."
spile=${SPILE_BIN:-build/spile}
[ -x "$spile" ] || make build

# show EXPECTED COMMAND...
show() {
    expected=$1
    shift
    printf '\n$ spile %s\n' "$*"
    code=0
    "$spile" "$@" || code=$?
    [ "$code" = "$expected" ] || { echo "error: exit code $expected was due, $code came" >&2; exit 1; }
}

# show_in FOLDER EXPECTED COMMAND...: the same from a folder, whose spile.toml counts.
show_in() {
    folder=$1
    shift
    case $spile in /*) ;; *) spile=$PWD/$spile ;; esac
    printf '\n$ cd %s' "$folder"
    cd "$folder"
    show "$@"
    cd "$OLDPWD"
}

# What is wrong in any stage, at its line, with the stage in which it is wrong; then production alone, behind an office network.
show 1 check examples/web_shop.yaml
show 1 check examples/web_shop.yaml --param Stage=prod --param OfficeCidr=203.0.113.0/24
# Nothing to complain about.
show 0 check examples/archive.yaml
# Why one bucket passes and the other does not.
show 0 explain SPILE-S3-001 examples/web_shop.yaml
# A policy is tested by examples: those of an organisation's pack.
show 0 test examples/org-pack
# A report for a machine; sarif, junit, github, gitlab, jsonl and markdown are there too.
show 1 check examples/web_shop.yaml --select SPILE-S3-001 --out json

# Three tools, one graph: the template's task runs the image that the Dockerfile makes run as root, and the plan's load balancer lets the
# internet in. One finding with its three places; then the same with a USER at the end of the Dockerfile.
show_in examples/shop 1 check --select SPILE-ECS-006
fixed=$(mktemp -d)
trap 'rm -rf "$fixed"' EXIT
cp -r examples/shop/. "$fixed"
printf '\n$ echo USER node >> web/Dockerfile'
echo USER node >> "$fixed/web/Dockerfile"
show_in "$fixed" 0 check --select SPILE-ECS-006

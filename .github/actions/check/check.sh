#!/usr/bin/env bash
# Runs `tracker check` with what the action's inputs say. Findings annotate the pull request.
set -euo pipefail

lines() { # the lines of a text that are not empty, one array item each
    local -n into=$1
    into=()
    local line
    while IFS= read -r line; do
        line="${line%$'\r'}"
        [ -z "$line" ] || into+=("$line")
    done <<<"${2-}"
}

arguments=()
lines more "${TRACKER_ARGS:-}"
lines paths "${TRACKER_PATHS:-plans}"
[ -z "${TRACKER_FAIL_ON:-}" ] || arguments+=("--fail-on=$TRACKER_FAIL_ON")
[ -z "${TRACKER_AGAINST:-}" ] || arguments+=("--against=$TRACKER_AGAINST")
[ -z "${TRACKER_SARIF:-}" ] || arguments+=("--output=sarif:$TRACKER_SARIF")
[ -z "${TRACKER_JUNIT:-}" ] || arguments+=("--output=junit:$TRACKER_JUNIT")

code=0
# what stands in `args` comes last and wins
tracker check --format=github ${arguments[@]+"${arguments[@]}"} ${more[@]+"${more[@]}"} \
    -- ${paths[@]+"${paths[@]}"} || code=$?
echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"

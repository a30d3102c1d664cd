#!/usr/bin/env bash
# Puts what changed in plan files since TRACKER_BASE into the job summary. Never fails the job by itself.
set -euo pipefail

base="${TRACKER_BASE:-}"
summary="${GITHUB_STEP_SUMMARY:-/dev/stdout}"
most=900000 # bytes; a summary of more than a megabyte is refused as a whole

lines() { # the lines of a text that are not empty, one array item each
    local -n into=$1
    into=()
    local line
    while IFS= read -r line; do
        line="${line%$'\r'}"
        [ -z "$line" ] || into+=("$line")
    done <<<"${2-}"
}

if ! [[ $base =~ ^[0-9A-Za-z_][0-9A-Za-z_./~^@{}-]*$ ]] || [[ $base =~ ^0+$ ]]; then
    echo "no revision to compare the plans with: no provision diff" >&2
    exit 0
fi
if ! git rev-parse --quiet --verify --end-of-options "$base^{commit}" >/dev/null; then
    echo "::notice::the revision $base is not here: check out with fetch-depth: 0 for the provision diff"
    exit 0
fi

lines paths "${TRACKER_PATHS:-plans}"
lines arguments "${TRACKER_DIFF_ARGS:-}"
page=$(mktemp)
trap 'rm -f "$page"' EXIT

while IFS= read -r -d '' path; do
    case "$path" in
    *.yaml | *.yml) ;;
    *) continue ;;
    esac
    case "$(basename "$path")" in
    names.* | sources.* | waivers.* | baseline.*) continue ;;
    esac
    if ! [ -e "$path" ]; then
        printf '\n## %s\n\nThe file is gone.\n' "${path//[^A-Za-z0-9_.\/-]/_}" >>"$page"
    elif ! git cat-file -e "$base:$path" 2>/dev/null; then
        printf '\n## %s\n\nA new file.\n' "${path//[^A-Za-z0-9_.\/-]/_}" >>"$page"
    else
        printf '\n' >>"$page"
        tracker diff --format=markdown ${arguments[@]+"${arguments[@]}"} -- "$base:$path" "$path" >>"$page" ||
            printf '\n## %s\n\nCannot be compared: see the check.\n' "${path//[^A-Za-z0-9_.\/-]/_}" >>"$page"
    fi
done < <(git diff --name-only --no-renames -z "$base" -- ${paths[@]+"${paths[@]}"})

[ -s "$page" ] || exit 0
if [ "$(wc -c <"$page")" -gt "$most" ]; then
    { head -c "$most" "$page" | iconv -f utf-8 -t utf-8 -c && printf '\n\n(cut here: too long for a summary)\n'; } >>"$summary"
else
    cat "$page" >>"$summary"
fi

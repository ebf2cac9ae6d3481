#!/usr/bin/env bash
# How long C firmware takes to its first console line, and what its board's process takes of memory.
#   src/bench/c-firmware.sh [APPLICATION] [RUNS] [BOARDS]
# Median of RUNS (5) runs of APPLICATION (exercise 01 in C), then BOARDS (10) of them at once. Cold: nothing
# is built and there is no AOT cache. Built: only the AOT cache is missing. Warm: as the second run is.

set -eu
root=$(CDPATH='' cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
application=${1:-$root/src/wiced-c/src/test/firmware/exercises/01_client}
runs=${2:-5}
boards=${3:-10}
cache_limit_s=180
settle_s=15 # until all boards have started
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder/state XDG_CACHE_HOME=$folder/cache
printf 'wait 1s\n' >"$folder/short.script"
printf 'wait %ds\n' $((3 * settle_s)) >"$folder/long.script"

board() { "$root/wiced-sim" run --lan free --server none "$application" --json --script "$folder/$1.script" 2>/dev/null; }

# Milliseconds from the start of a command to its first line; then it runs to its end.
first_line_ms() {
  local begin end
  begin=$(date +%s%N)
  "$@" | {
    IFS= read -r _
    end=$(date +%s%N)
    cat >/dev/null
    printf '%d\n' $(((end - begin) / 1000000))
  }
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Tells the median of RUNS times to the first line, each behind the preparation $2.
times() {
  local run
  for ((run = 0; run < runs; run++)); do
    "$2"
    first_line_ms board short
  done | median | awk -v label="$1" '{ printf "%-52s %6d ms\n", label, $1 }'
}

forget_build() { rm -rf "$XDG_CACHE_HOME"; }
keep() { :; }

printf 'load: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
board short >/dev/null
for ((s = 0; s < cache_limit_s; s++)); do
  compgen -G "$root/device-sim/target/aot/*.making" >/dev/null || break
  sleep 1
done
export WICED_SIM_JAVA_OPTS=-XX:AOTMode=off
times 'first console line, cold: nothing built, no cache' forget_build
times 'first console line, built, no cache' keep
unset WICED_SIM_JAVA_OPTS
times 'first console line, not built, with the caches' forget_build
times 'first console line, warm: built, with the caches' keep

for ((b = 0; b < boards; b++)); do board long >/dev/null & done
sleep "$settle_s"
# Private memory of a board process, and its share of what it shares with others.
pgrep -f 'org[.]wicedsim[.]wicedc[.]BoardMain' | while read -r pid; do
  awk '/^Pss:/ { p = $2 } /^Rss:/ { r = $2 } END { print p, r }' "/proc/$pid/smaps_rollup"
done | awk '{ n++; pss += $1; rss += $2 }
  END { printf "%-52s %6d KB PSS, %d KB RSS\n", n " board processes, each", pss / n, rss / n }'
wait
printf 'load: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"

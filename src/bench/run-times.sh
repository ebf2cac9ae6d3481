#!/usr/bin/env bash
# How long ./wiced-sim takes for the main job, and what an idle board's process takes of memory.
#   src/bench/run-times.sh [RUNS]     median of RUNS, 5 unless given
# A cold start has no AOT cache; a warm one has the cache that the launcher made itself.

set -eu
root=$(CDPATH='' cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runs=${1:-5}
idle_s=4 # an idle board is looked at after this long; its script waits twice as long
cache_limit_s=120
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder/state

# The main job on a LAN of its own, so that it meets no server of somebody else.
job=(run --lan free --script "$root/docs/example.script")

# Prints the seconds that a command takes: by the clock, and of processors. What it says goes nowhere.
seconds() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1
}

# Prints the median of column $1 of standard input, which is in seconds, in milliseconds.
median_ms() { awk -v c="$1" '{ print $c * 1000 }' | sort -n | awk '{ ms[NR] = $1 } END { print ms[int((NR + 1) / 2)] }'; }

times() {
  local label=$1 run
  shift
  for ((run = 0; run < runs; run++)); do seconds "$@"; done | awk '{ print $1, $2 + $3 }' >"$folder/times"
  printf '%-52s %6d ms, %6d ms of processors\n' "$label" \
    "$(median_ms 1 <"$folder/times")" "$(median_ms 2 <"$folder/times")"
}

# Tells what a board that waits, run with the further options $2..., has resident.
idle_board() {
  local label=$1 pid
  shift
  printf 'wait %ds\n' $((2 * idle_s)) >"$folder/idle.script"
  "$root/wiced-sim" run --lan free --script "$folder/idle.script" "$@" >/dev/null 2>&1 &
  pid=$!
  sleep "$idle_s"
  printf '%-52s %6d KB\n' "$label" "$(ps -o rss= -p "$pid" | tr -d ' ')"
  wait "$pid"
}

without_cache() { WICED_SIM_JAVA_OPTS=-XX:AOTMode=off "$root/wiced-sim" "$@"; }

printf 'load: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
# Builds what has changed, makes the class identity, and has the launcher make its cache.
"$root/wiced-sim" "${job[@]}" >/dev/null 2>&1
for ((s = 0; s < cache_limit_s; s++)); do
  compgen -G "$root/device-sim/target/aot/*.making" >/dev/null || break
  sleep 1
done

times 'run --script docs/example.script, without a cache' without_cache "${job[@]}"
times 'run --script docs/example.script, with the cache' "$root/wiced-sim" "${job[@]}"
times '--version, with the cache' "$root/wiced-sim" --version
idle_board 'an idle board with its class server, resident'
idle_board 'an idle board alone, resident' --server none
printf 'load: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"

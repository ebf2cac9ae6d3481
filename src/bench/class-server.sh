#!/usr/bin/env bash
# The class server against another WWEP server, by turns, each pinned to one processor.
#   src/bench/class-server.sh OTHER_SERVER LOAD [ROUNDS] [SECONDS]
# OTHER_SERVER PORT close|keep   serves one-shot or persistent connections until it is ended
# LOAD HOST PORT wwep oneshot|pipe CONNECTIONS DEPTH SECONDS   prints ops_s=N among other words
# Prints the medians of ROUNDS (5) turns of SECONDS (5) each, and the ratio of the medians.

set -eu
root=$(CDPATH='' cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ $# -lt 2 ]; then
  sed -n '2,6s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
other=$1 load=$2 rounds=${3:-5} seconds=${4:-5}
host=127.0.0.1 port=27709 other_port=27710
warm_up_s=3
folder=$(mktemp -d)
pids=()
stop() {
  [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  wait
  pids=()
}
trap 'stop; rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder/state

await_port() {
  until (: <"/dev/tcp/$host/$1") 2>/dev/null; do sleep 0.1; done
}

# start close|keep: both servers, on processor 0; only one of them has work at a time.
start() {
  local mode=()
  [ "$1" = close ] || mode=(--keep-alive)
  taskset -c 0 "$root/wiced-sim" server --bind "$host" --port "$port" --tls-port 0 --quiet \
    ${mode[@]+"${mode[@]}"} 2>"$folder/server.log" &
  pids+=($!)
  taskset -c 0 "$other" "$other_port" "$1" &
  pids+=($!)
  await_port "$port"
  await_port "$other_port"
}

# rate PORT SECONDS KIND CONNECTIONS DEPTH: operations a second.
rate() { taskset -c 1 "$load" "$host" "$1" wwep "$3" "$4" "$5" "$2" | sed -n 's/.*ops_s=\([0-9]*\).*/\1/p'; }

median() { sort -n | awk '{ line[NR] = $1 } END { print line[int((NR + 1) / 2)] }'; }

# compare LABEL close|keep KIND CONNECTIONS DEPTH
compare() {
  local label=$1 round ours theirs
  start "$2"
  shift 2
  rate "$port" "$warm_up_s" "$@" >/dev/null
  : >"$folder/ours"
  : >"$folder/theirs"
  for ((round = 0; round < rounds; round++)); do
    rate "$port" "$seconds" "$@" >>"$folder/ours"
    rate "$other_port" "$seconds" "$@" >>"$folder/theirs"
  done
  ours=$(median <"$folder/ours")
  theirs=$(median <"$folder/theirs")
  awk -v l="$label" -v a="$ours" -v b="$theirs" \
    'BEGIN { printf "%-24s %12d %12d %6.2f\n", l, a, b, a / b }'
  stop
}

printf 'load: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf '%-24s %12s %12s %6s\n' 'operations a second' 'class server' 'other' 'ratio'
compare 'one-shot' close oneshot 64 1
compare 'persistent, depth 1' keep pipe 64 1
compare 'persistent, depth 100' keep pipe 16 100
printf 'load: %s\n' "$(cut -d ' ' -f 1-3 /proc/loadavg)"

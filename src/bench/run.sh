#!/usr/bin/env bash
# Runs a benchmark of boards: src/bench/run.sh BoardLatency [PRESSES]
#                             src/bench/run.sh CBoardLatency APPLICATION [PRESSES]
#                             src/bench/run.sh BoardFleet [--tls] [BOARDS...]
# Builds what has changed, as the launcher does, and runs with the launcher's options.

set -eu
root=$(CDPATH='' cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
if [ $# -eq 0 ]; then
  sed -n '2,4s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi
WICED_SIM_JAVA_OPTS=-XX:AOTMode=off "$root/wiced-sim" --version >/dev/null

# shellcheck source=wiced-sim
. "$root/wiced-sim"
find_jdk || no_jdk
name=$1
shift
# shellcheck disable=SC2086 # to be split at spaces
exec "$jdk/bin/java" "${JVM_FLAGS[@]}" "$COLLECTOR" -Dwicedsim.home="$root" ${WICED_SIM_JAVA_OPTS:-} \
  -cp "$root/src/bench/target/classes:$root/device-sim/target/app/lib/*" "org.wicedsim.bench.$name" "$@"

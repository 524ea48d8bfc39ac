#!/usr/bin/env bash
# Does a fresh clone start? Clones this repository's last commit into a temporary folder, with an empty npm cache and
# whatever Node the machine has, runs `npm start` and waits until the server says it is ready; then stops it in order.
# Usage: scripts/fresh-clone-check.sh [seconds to wait, default 300]
set -euo pipefail

ready_seconds_max=${1:-300}
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=$(mktemp -d)
server=''
finish() {
  if [ -n "$server" ] && kill -0 "$server" 2>/dev/null; then
    kill -TERM "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

# Without the pinned Node of this checkout in the way: the clone must find its own.
PATH=$(printf '%s' "$PATH" | tr ':' '\n' | grep -v '/node_modules/' | paste -sd: -)
export PATH
unset npm_execpath npm_config_user_agent npm_node_execpath || true
export npm_config_cache="$folder/npm-cache"

git clone --quiet "$repository" "$folder/clone"
cd "$folder/clone"
echo "Node $(node --version), npm $(npm --version), clone in $folder/clone"

started=$(date +%s)
npm start -- --data "$folder/data" --rest-port 0 --grpc-port 0 --management-port 0 --log-format json \
  >"$folder/output" 2>&1 &
server=$!

until grep -q '"event":"ready"' "$folder/output"; do
  if ! kill -0 "$server" 2>/dev/null; then
    cat "$folder/output"
    echo "Expected the server to become ready, but it ended." >&2
    exit 1
  fi
  if [ $(($(date +%s) - started)) -ge "$ready_seconds_max" ]; then
    cat "$folder/output"
    echo "Expected the server to be ready within $ready_seconds_max s, but it is not." >&2
    exit 1
  fi
  sleep 0.2
done
echo "Ready after $(($(date +%s) - started)) s, installation included."

rest=$(grep '"event":"ready"' "$folder/output" | sed -E 's/.*"rest":"([^"]+)".*/\1/')
curl --fail --silent --show-error "$rest/v2/topology" | head -c 400
echo

# npm itself ends at once, with the code of the signal; what counts is that the server stops in order.
kill -TERM "$server"
wait "$server" || true
server=''
for _ in $(seq 100); do
  if grep -q '"event":"stopped"' "$folder/output"; then
    echo "Stopped in order. A fresh clone starts."
    exit 0
  fi
  sleep 0.2
done
tail -n 20 "$folder/output"
echo "Expected the server to stop in order within 20 s, but it did not." >&2
exit 1

#!/usr/bin/env bash
# Runs the Dockerfile's steps without Docker, each stage a folder, the base image being this machine's node. Then
# starts what the image would hold as its user, waits for its HEALTHCHECK, and stops it as Docker does.
# No proof of the base image: what this machine has and node:24-slim has not goes unnoticed.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
chmod 755 "$work"
pid=

# After a failure the bot may still run, and its database outlives it.
tidy() {
  [ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null || true
  find "$work" -name postmaster.pid -exec head -n 1 {} \; | xargs -r kill -INT 2>/dev/null || true
  rm -rf "$work"
}
trap tidy EXIT

# The image's user is `node`; a machine that has none lends `nobody`.
as_user=()
if [ "$(id -u)" = 0 ]; then
  uid=$(id -u node 2>/dev/null || id -u nobody)
  as_user=(setpriv --reuid "$uid" --regid "$uid" --clear-groups)
fi
chown() { [ "$(id -u)" != 0 ] || command chown "${1//node/$uid}" "${@:2}"; }

# The context: what .dockerignore lets through (all is shut out, then named).
mkdir "$work/context"
grep '^!' .dockerignore | sed 's/^!//' | xargs cp -r --parents -t "$work/context"

stage=0 root= workdir=/ health= command=
declare -A stages
declare -a settings=()

copy() {
  local from="$work/context"
  if [[ $1 == --from=* ]]; then from=${stages[${1#--from=}]}$workdir && shift; fi
  local to=${!#} sources=("${@:1:$#-1}")
  [[ $to == ./ ]] && to=.
  for source in "${sources[@]}"; do
    # As COPY does it: of a folder the contents, below the name given.
    local origin=$from/${source#"$workdir"}
    if [ -d "$origin" ]; then mkdir -p "$root$workdir/$to" && cp -a "$origin/." "$root$workdir/$to"
    elif [ "$to" = . ]; then cp -a "$origin" "$root$workdir/"
    else cp -a "$origin" "$root$workdir/$to"; fi
  done
}

run() { (cd "$root$workdir" && export "${settings[@]}" _= && eval "$1"); }

while read -r word rest; do
  case $word in
    '' | '#'*) continue ;;
    FROM)
      stage=$((stage + 1)) root=$work/stage$stage workdir=/ settings=()
      mkdir "$root"
      [[ $rest != *' AS '* ]] || stages[${rest##* AS }]=$root
      ;;
    WORKDIR) workdir=$rest && mkdir -p "$root$workdir" ;;
    ENV) read -ra more <<<"$rest" && settings+=("${more[@]}") ;;
    COPY) read -ra words <<<"$rest" && copy "${words[@]}" ;;
    RUN) run "$rest" ;;
    CMD) command=$rest ;;
    HEALTHCHECK) health=${rest#* CMD } ;;
    USER | VOLUME | EXPOSE | STOPSIGNAL) ;;
    *) echo "no idea how to do $word" >&2 && exit 1 ;;
  esac
done <Dockerfile

# The words of the form ["a", "b"], one to a line: none holds a line break.
words() { node -e 'for (const word of JSON.parse(process.argv[1])) console.log(word)' "$1"; }
mapfile -t command < <(words "$command")
mapfile -t health < <(words "$health")

port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
cd "$root$workdir"
clean=(env -i "PATH=$PATH" HOME=/nonexistent "PORT=$port" ROOM=on "${settings[@]}")
"${as_user[@]}" "${clean[@]}" "${command[@]}" >"$work/log" 2>&1 &
pid=$!
for ((tries = 0; ; tries++)); do
  if "${as_user[@]}" "${clean[@]}" "${health[@]}" 2>/dev/null; then break; fi
  if [ $tries = 100 ] || ! kill -0 "$pid" 2>/dev/null; then cat "$work/log" >&2 && exit 1; fi
  sleep 0.2
done
page=$(node -e 'fetch(process.argv[1]).then(r => console.log(r.status))' "http://127.0.0.1:$port/room")
kill -TERM "$pid"
status=0 && wait "$pid" || status=$?
pid=
if [ "$page" != 200 ] || [ "$status" != 0 ]; then
  cat "$work/log" >&2
  echo "docker steps: page answered $page, process ended with $status" >&2
  exit 1
fi
echo "docker steps: started as the image's user, healthy, page served, stopped cleanly ($(du -shL "$work/stage$stage" | cut -f1))"

# Runs on the VM, which gets it from deploy.sh by SSH; needs git, docker compose, curl and flock there.
#
#   sh -s -- REPOSITORY STATE COMPOSE_FILE BLOB HEALTH_URL HEALTH_SECONDS
#
# STATE/docker-compose.yml is always the last version that was healthy. A new one is started beside it and takes its
# place once it answers; if it does not, the one that is still there is started again. Doing it twice does no harm.

main() {
  repository=$1 state=$2 file=$3 blob=$4 url=$5 seconds=$6
  good=$state/docker-compose.yml next=$state/docker-compose.next.yml log=$state/deploy.log
  # When the line to the Job breaks this goes on: half a deployment would be worse.
  trap '' HUP PIPE
  mkdir -p "$state" || exit 2
  exec 9>"$state/lock"
  flock -w 300 9 || stop 75 "Another deployment holds $state/lock"
  : >"$log"

  git -C "$repository" pull --quiet --ff-only >>"$log" 2>&1 || stop 75 "$repository could not be pulled"
  # The branch may be ahead of what the cluster applies: the very file that came with the Job is looked for.
  commit=$(commit_of_blob) || stop 2 "No commit of $repository has the Job's $file: is it the repository that Flux follows?"
  git -C "$repository" show "$commit:$file" >"$next" || stop 2 "$next could not be written"

  # Nothing that runs is touched before the new images are here.
  compose "$next" pull || stop 1 "The images could not be pulled; what ran before still runs"
  if start "$next"; then
    mv "$next" "$good"
    say "Deployed: $commit is healthy at $url"
    exit 0
  fi
  mv "$next" "$state/docker-compose.failed.yml"
  tail_of_log
  [ -e "$good" ] || stop 1 "Not healthy within $seconds s, and there is no earlier version to go back to"
  say "Not healthy within $seconds s; going back to the previous version"
  if start "$good"; then stop 1 "The previous version is back and healthy"; fi
  stop 1 "The previous version is back, but not healthy either"
}

commit_of_blob() {
  git -C "$repository" log --max-count=500 --format=%H -- "$file" | while read -r candidate; do
    if [ "$(git -C "$repository" rev-parse --quiet --verify "$candidate:$file")" = "$blob" ]; then
      echo "$candidate"
      break
    fi
  done | grep .
}

start() {
  until_seconds=$(($(date +%s) + seconds))
  compose "$1" up --detach --remove-orphans --wait --wait-timeout "$seconds" || return 1
  until curl --fail --silent --max-time 5 --output /dev/null "$url"; do
    [ "$(date +%s)" -lt "$until_seconds" ] || return 1
    sleep 1
  done
}

# Paths in the compose file, of an env_file for one, are those of the clone.
compose() {
  compose_file=$1
  shift
  docker compose --project-directory "$repository/$(dirname "$file")" --file "$compose_file" "$@" >>"$log" 2>&1 9>&-
}

say() { echo "$@" 2>/dev/null || true; }

tail_of_log() { tail -n 40 "$log" 2>/dev/null || true; }

stop() {
  [ "$1" = 1 ] || tail_of_log
  say "$2"
  exit "$1"
}

# From here on the standard input, which this was read from, is of no use to anybody.
main "$@" </dev/null

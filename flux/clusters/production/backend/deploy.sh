#!/bin/sh
# Runs in the deploy Job: brings the compose file of this commit to the VM by SSH and has deploy-on-vm.sh put it in force.
#
# Ends with 0 when the tag is deployed, or when there is nothing to do yet (see below); 1 when the new version did not
# become healthy and the previous one is back; 2 when it refuses: wrong host key, no login, wrong settings; 75 when the VM
# or its repository is away, which is the only thing that the Job tries again.
set -eu
export LC_ALL=C

: "${BACKEND_TAG:?}" "${FRONTEND_TAG:?}" "${VM_HOST:?}" "${VM_PORT:?}" "${VM_USER:?}" "${VM_REPOSITORY:?}" "${VM_STATE:?}"
: "${COMPOSE_FILE_IN_REPOSITORY:?}" "${HEALTH_URL:?}" "${HEALTH_SECONDS:?}" "${SCRIPTS:?}" "${KEYS:?}"
compose_file=$SCRIPTS/docker-compose.backend.yml

refuse() {
  echo "Refused: $*" >&2
  exit 2
}

on_vm() {
  ssh -F /dev/null -T -p "$VM_PORT" -i "$KEYS/id_ed25519" \
    -o IdentitiesOnly=yes -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=15 -o ServerAliveCountMax=4 \
    -o StrictHostKeyChecking=yes -o UserKnownHostsFile="$KEYS/known_hosts" -o GlobalKnownHostsFile=/dev/null \
    "$VM_USER@$VM_HOST" "$@"
}

# One build gives both images one tag, but Flux may find them in two scans and write them in two commits. A backend
# never runs without the frontend of its own tag: the Job of the first commit leaves the VM as it is, the second commit
# changes FRONTEND_TAG, and with it comes the Job that deploys. That is no failure, or each such minute would raise an
# alert. That the frontend of the tag is rolled out is what `dependsOn` has waited for before this Job was made.
if [ "$BACKEND_TAG" != "$FRONTEND_TAG" ]; then
  echo "Not deployed: the backend's tag is $BACKEND_TAG, the frontend's is $FRONTEND_TAG. The commit that brings them together deploys."
  exit 0
fi

# These become words of a command line on the VM.
for value in "$BACKEND_TAG" "$VM_REPOSITORY" "$VM_STATE" "$COMPOSE_FILE_IN_REPOSITORY" "$HEALTH_URL" "$HEALTH_SECONDS"; do
  case $value in
    -* | *[!A-Za-z0-9_./:@%+=-]*) refuse "\"$value\" has a character that a setting of the Job cannot have" ;;
  esac
done
grep -Eq "^ *image: *[\"']?[^ \"']+:$BACKEND_TAG[\"']?( |\$)" "$compose_file" ||
  refuse "docker-compose.backend.yml has no image with the tag $BACKEND_TAG: are both markers there, and of the same policy?"

# Asked first, so that "away" and "refused" are told apart before anything is done.
code=0
answer=$(on_vm true 2>&1) || code=$?
if [ $code != 0 ]; then
  echo "$answer" >&2
  case $answer in
    *'Host key verification failed'* | *'HOST IDENTIFICATION HAS CHANGED'*)
      refuse "$VM_HOST has another host key than known_hosts of the secret vm-ssh-key. If the VM was made anew, seal its new key." ;;
    *'Permission denied'* | *'invalid format'* | *'error in libcrypto'*)
      refuse "$VM_HOST does not take the key id_ed25519 of the secret vm-ssh-key for the user $VM_USER" ;;
  esac
  echo "$VM_HOST:$VM_PORT is away" >&2
  exit 75
fi

echo "Deploying $BACKEND_TAG to $VM_HOST"
blob=$(git hash-object --stdin <"$compose_file")
on_vm sh -s -- "$VM_REPOSITORY" "$VM_STATE" "$COMPOSE_FILE_IN_REPOSITORY" "$blob" "$HEALTH_URL" "$HEALTH_SECONDS" \
  <"$SCRIPTS/deploy-on-vm.sh" || code=$?
# 255 is ssh's own: the line broke. What runs on the VM goes on, and the next try waits for it.
[ $code != 255 ] || code=75
exit $code

#!/usr/bin/env bash
# Uses build/ec2-metadata-mock as test suites in bash do: start, wait for a body, fetch a token, read, kill, start again.
# scripts.sh COMMAND PORT [--imdsv2]
set -euo pipefail

MOCK=$1
PORT=$2
MODE=${3:-}
URL="http://localhost:$PORT"
SAID=$(mktemp)
PID=""
PASSED=0
trap 'if [[ -n $PID ]]; then kill -9 "$PID" 2>/dev/null || :; fi; rm -f "$SAID"' EXIT

fail() {
  echo "FAILED $1" >&2
  cat "$SAID" >&2
  exit 1
}

start() {
  # shellcheck disable=SC2086
  "$MOCK" "$@" --port "$PORT" $MODE >"$SAID" 2>&1 &
  PID=$!
}

# Whatever the answer is, 401 and 404 too, it has a body.
await_body() {
  for _ in $(seq 1 600); do
    if [[ -n $(curl -s "$URL/latest/meta-data" || :) ]]; then return; fi
    sleep 0.05
  done
  fail "nothing answers"
}

stop() {
  kill "$PID"
  wait "$PID" || fail "it did not end with 0"
  PID=""
}

token() {
  curl -s -X PUT "$URL/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: ${1:-21600}"
}

get() {
  curl -s -H "X-aws-ec2-metadata-token: $TOKEN" "$URL$1"
}

same() {
  [[ $1 == "$2" ]] || fail "$3: $1, not $2"
  PASSED=$((PASSED + 1))
}

like() {
  [[ $1 =~ $2 ]] || fail "$3: $1, not like $2"
  PASSED=$((PASSED + 1))
}

# One run: start, wait, token.
begin() {
  start "$@"
  await_body
  TOKEN=$(token)
  same "${#TOKEN}" 44 "a token"
}

ISO='^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'
FIRST=""
for round in 1 2; do
  begin
  same "$(get /latest/meta-data/instance-id)" "i-1234567890abcdef0" "instance-id, round $round"
  same "$(get /latest/meta-data/instance-id/)" "i-1234567890abcdef0" "a slash at the end"
  INDEX=$(get /latest/meta-data)
  like "$INDEX" "spot/" "the index"
  if [[ -n $FIRST ]]; then same "$INDEX" "$FIRST" "the index of a second run"; fi
  FIRST=$INDEX
  like "$(get /latest/meta-data/womp)" "404 - Not Found" "nothing there"
  like "$(token 0)" "400 - Bad Request" "a bad TTL"
  stop
  # The port is used again one second later.
  sleep 1
done

begin spot -a hibernate -t 2020-01-07T01:03:47Z
like "$(get /latest/meta-data/spot/instance-action)" '"action": "hibernate"' "the action"
same "$(get /latest/meta-data/spot/termination-time)" "2020-01-07T01:03:47Z" "a time that was given"
stop

begin spot
like "$(get /latest/meta-data/spot/termination-time)" "$ISO" "a time that was not"
stop

begin se --code instance-stop --state completed
like "$(get /latest/meta-data/events/maintenance/scheduled)" '"Code": "instance-stop"' "the code"
like "$(get /latest/meta-data/events/maintenance/scheduled)" '"State": "completed"' "the state"
stop

begin asg --asg-termination-delay-sec 3600
same "$(get /latest/meta-data/autoscaling/target-lifecycle-state)" "InService" "the lifecycle state before"
stop
begin autoscaling
same "$(get /latest/meta-data/autoscaling/target-lifecycle-state)" "Terminated" "the lifecycle state after"
stop

# The index does not change with a delay; what is delayed is 404.
begin --mock-delay-sec 3600
same "$(get /latest/meta-data)" "$FIRST" "the index before a delay has run out"
like "$(get /latest/meta-data/spot/instance-action)" "404 - Not Found" "before the delay"
stop

begin -x=0
like "$(get /latest/meta-data/spot/instance-action)" "404 - Not Found" "nobody gets notices"
stop
begin --mock-ip-count -1
like "$(get /latest/meta-data/spot/instance-action)" '"action": "terminate"' "everyone gets notices"
stop

export AEMM_METADATA_VALUES_MAC=0e:49:61:0f:c3:77
begin
same "$(get /latest/meta-data/mac)" "0e:49:61:0f:c3:77" "a value from a variable"
same "$(get /latest/meta-data/network/interfaces/macs/0e:49:61:0f:c3:77/interface-id)" "eni-0f95d3625f5c521cc" "its path"
stop
unset AEMM_METADATA_VALUES_MAC

begin
if [[ $MODE == --imdsv2 ]]; then
  for path in / /latest /latest/meta-data /latest/meta-data/mac /latest/meta-data/iam /womp; do
    like "$(curl -s "$URL$path")" "401 - Unauthorized" "$path without a token"
  done
  TOKEN=$(token 0)
  same "$(get /latest/meta-data/mac)" "400 Bad Request" "a page of error for a token"
else
  same "$(curl -s "$URL/latest/meta-data/mac")" "0e:49:61:0f:c3:11" "without a token"
fi
stop

echo "$PASSED passed"

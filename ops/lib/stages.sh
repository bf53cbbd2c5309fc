# A stage of ops/test: one command, how long it took, and what it counts.
# shellcheck shell=bash disable=SC2154

passed=0 failed=0 skipped=0

# A counter reads what a stage said and answers "passed failed skipped".
as_one() {
  if (($2 == 0)); then echo 1 0 0; else echo 0 1 0; fi
}

as_googletest() {
  awk '/\[       OK \] .*\([0-9]+ ms\)$/ { ok++ }
       /\[  FAILED  \] .*\([0-9]+ ms\)$/ { bad++ }
       /\[  SKIPPED \] .*\([0-9]+ ms\)$/ { left++ }
       END { print ok + 0, bad + 0, left + 0 }' "$1"
}

as_node() {
  awk '$1 == "#" || $1 == "ℹ" { said[$2] = $3 }
       END { print said["pass"] + 0, said["fail"] + said["cancelled"] + 0, said["skipped"] + 0 }' "$1"
}

# stage NAME COUNTER COMMAND…: a command that fails without naming a test is a failure too,
# and so is one that passed without any.
stage() {
  local name=$1 counter=$2 started=$SECONDS status ok bad left log
  shift 2
  log=$logs/${name//[^a-z0-9]/-}.log
  printf '%-28s ' "$name"
  set +e
  (
    set -e
    "$@"
  ) >"$log" 2>&1 </dev/null
  status=$?
  set -e
  read -r ok bad left < <("$counter" "$log" "$status")
  if ((bad == 0 && (status != 0 || ok + left == 0))); then bad=1; fi
  ((passed += ok, failed += bad, skipped += left, 1))
  printf '%4d s  %s' $((SECONDS - started)) "$(sum "$ok" "$bad" "$left")"
  if ((bad == 0)); then
    printf '\n'
    return
  fi
  printf '  %sfailed%s\n' "$red" "$plain"
  cat "$log"
  printf '%s\n' "(end of $name)"
}

# sum PASSED FAILED SKIPPED: how a count is written.
sum() {
  printf '%d passed, %d failed' "$1" "$2"
  if (($3)); then printf ', %d skipped' "$3"; fi
}

# Says the sum and ends: 1 if anything failed or nothing ran.
conclude() {
  sum "$passed" "$failed" "$skipped"
  printf '\n'
  if ((failed || passed == 0)); then exit 1; fi
  exit 0
}

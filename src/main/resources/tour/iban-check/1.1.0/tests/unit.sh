#!/bin/sh
# Checks of the program as it was assembled; the argument is where.
set -eu

check="$1/bin/iban-check"
failures=0

expect() {
  wanted=$1
  shift
  found=0
  "$check" "$@" > /dev/null 2>&1 || found=$?
  if [ "$found" = "$wanted" ]; then
    echo "  ok: iban-check $* ends with $wanted"
  else
    echo "  FAILED: iban-check $* ends with $found, not $wanted"
    failures=$((failures + 1))
  fi
}

expect 0 --help
expect 0 --version
expect 2 --nonsense
expect 0 "CH93 0076 2011 6238 5295 7"
expect 1 "CH93 0076 2011 6238 5295 8"
expect 1 "XX00 1234"
expect 0 "ch93 0076 2011 6238 5295 7"
expect 0 --report "NO93 8601 1117 947"
expect 1 --report "NO93 8601 1117 948"
[ "$failures" = 0 ]

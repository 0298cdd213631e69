#!/bin/sh
# Runs the installed program over real IBANs; INSTALLATION says where it is.
set -eu

check="${INSTALLATION:?}/bin/iban-check"
failures=0

case_is() {
  wanted=$1
  iban=$2
  printed=$("$check" "$iban") || :
  case $printed in
    "$wanted"*) echo "passed: $wanted  $iban" ;;
    *) echo "FAILED: $iban should be $wanted: $printed"; failures=$((failures + 1)) ;;
  esac
}

case_is ok "AT61 1904 3002 3457 3201"
case_is ok "BE68 5390 0754 7034"
case_is ok "CH93 0076 2011 6238 5295 7"
case_is ok "DE89 3704 0044 0532 0130 00"
case_is ok "ES91 2100 0418 4502 0005 1332"
case_is ok "FR14 2004 1010 0505 0001 3M02 606"
case_is ok "GB29 NWBK 6016 1331 9268 19"
case_is ok "IT60 X054 2811 1010 0000 0123 456"
case_is ok "LI21 0881 0000 2324 013A A"
case_is ok "LU28 0019 4006 4475 0000"
case_is ok "NL91 ABNA 0417 1643 00"
case_is bad "CH93 0076 2011 6238 5295 8"
case_is bad "DE89 3704 0044 0532 0130 0"
case_is bad "ZZ89 3704 0044 0532 0130 00"
case_is bad "not an IBAN"

if [ "$("$check" --version)" = "iban-check ${VERSION:?}" ]; then
  echo "passed: says that it is $VERSION"
else
  echo "FAILED: says that it is $("$check" --version), not $VERSION"
  failures=$((failures + 1))
fi
echo "$failures failed"
[ "$failures" = 0 ]

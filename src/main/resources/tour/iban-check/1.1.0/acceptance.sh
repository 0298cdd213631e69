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
case_is ok "CZ65 0800 0000 1920 0014 5399"
case_is ok "DK50 0040 0440 1162 43"
case_is ok "FI21 1234 5600 0007 85"
case_is ok "IE29 AIBK 9311 5212 3456 78"
case_is ok "NO93 8601 1117 947"
case_is ok "PL61 1090 1014 0000 0712 1981 2874"
case_is ok "PT50 0002 0123 1234 5678 9015 4"
case_is ok "SE45 5000 0000 0583 9825 7466"
case_is ok "de89 3704 0044 0532 0130 00"
case_is bad "CH93 0076 2011 6238 5295 8"
case_is bad "DE89 3704 0044 0532 0130 0"
case_is bad "ZZ89 3704 0044 0532 0130 00"
case_is bad "not an IBAN"

report=$(printf '%s\n' "CH93 0076 2011 6238 5295 7" "NO93 8601 1117 948" | "$check" --report) || :
case $report in
  *"2 checked, 1 bad") echo "passed: reports a batch" ;;
  *) echo "FAILED: reports a batch as $report"; failures=$((failures + 1)) ;;
esac

if [ "$("$check" --version)" = "iban-check ${VERSION:?}" ]; then
  echo "passed: says that it is $VERSION"
else
  echo "FAILED: says that it is $("$check" --version), not $VERSION"
  failures=$((failures + 1))
fi
echo "$failures failed"
[ "$failures" = 0 ]

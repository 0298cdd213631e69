#!/bin/sh
# Runs the installed program over whole files; INSTALLATION says where it is, IBAN_CHECK where iban-check is.
set -eu

check="${INSTALLATION:?}/bin/payment-file"
: "${IBAN_CHECK:?is the folder of iban-check, without which no payment file can be checked}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failures=0

file_says() {
  wanted=$1
  printed=$("$check" --totals "$folder/payments.csv" 2>&1) || :
  case $printed in
    *"$wanted"*) echo "passed: $wanted" ;;
    *) echo "FAILED: should say '$wanted': $printed"; failures=$((failures + 1)) ;;
  esac
}

cat > "$folder/payments.csv" <<'CSV'
# salaries
"Arnold, Anna",CH93 0076 2011 6238 5295 7,5120.00,CHF
Nils Nielsen,de89 3704 0044 0532 0130 00,312.75,EUR
Nora Nilsen,NO93 8601 1117 947,100.10,EUR
Zoe Zurbriggen,GB29NWBK60161331926819,88.00,GBP
CSV
file_says "4 payments, 0 cannot be paid"
file_says "total CHF 5120.00"
file_says "total EUR 412.85"

cat > "$folder/payments.csv" <<'CSV'
Anna Arnold,CH9300762011623852958,5120.00,CHF
Nils Nielsen,DE89370400440532013000,312.75,EUR
Nobody,ZZ89370400440532013000,1.00,EUR
CSV
file_says "line 1: wrong check digits"
file_says "line 3: unknown country ZZ"
file_says "total EUR 312.75"
file_says "3 payments, 2 cannot be paid"

awk 'BEGIN { for (i = 0; i < 10000; i++) print "Customer " i ",CH9300762011623852957,1.00,CHF" }' > "$folder/payments.csv"
file_says "total CHF 10000.00"

if [ "$("$check" --version)" = "payment-file ${VERSION:?}" ]; then
  echo "passed: says that it is $VERSION"
else
  echo "FAILED: says that it is $("$check" --version), not $VERSION"
  failures=$((failures + 1))
fi
echo "$failures failed"
[ "$failures" = 0 ]

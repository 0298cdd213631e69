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
  printed=$("$check" "$folder/payments.csv") || :
  case $printed in
    *"$wanted"*) echo "passed: $wanted" ;;
    *) echo "FAILED: should say '$wanted': $printed"; failures=$((failures + 1)) ;;
  esac
}

cat > "$folder/payments.csv" <<'CSV'
# salaries
Anna Arnold,CH9300762011623852957,5120.00,CHF
Nils Nielsen,DE89370400440532013000,312.75,EUR
Zoe Zurbriggen,GB29NWBK60161331926819,88.00,GBP
CSV
file_says "3 payments, 0 cannot be paid"

cat > "$folder/payments.csv" <<'CSV'
Anna Arnold,CH9300762011623852958,5120.00,CHF
Nils Nielsen,DE89370400440532013000,312.75,EUR
CSV
file_says "line 1: wrong check digits"
file_says "2 payments, 1 cannot be paid"

if [ "$("$check" --version)" = "payment-file ${VERSION:?}" ]; then
  echo "passed: says that it is $VERSION"
else
  echo "FAILED: says that it is $("$check" --version), not $VERSION"
  failures=$((failures + 1))
fi
echo "$failures failed"
[ "$failures" = 0 ]

#!/bin/sh
# Checks of the program as it was assembled; the argument is where. Whether IBANs are well formed is not checked here:
# that is iban-check's part, and the acceptance tests run both together.
set -eu

check="$1/bin/payment-file"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
printf '#!/bin/sh\nawk "END { print NR \\" checked, 0 bad\\" }"\n' > "$folder/bin/iban-check"
chmod 755 "$folder/bin/iban-check"
failures=0

expect() {
  wanted=$1
  line=$2
  found=0
  printf '%s\n' "$line" > "$folder/payments.csv"
  IBAN_CHECK="$folder" "$check" "$folder/payments.csv" > "$folder/said" 2>&1 || found=$?
  if [ "$found" = "$wanted" ]; then
    echo "  ok: '$line' ends with $wanted"
  else
    echo "  FAILED: '$line' ends with $found, not $wanted: $(cat "$folder/said")"
    failures=$((failures + 1))
  fi
}

"$check" --help > /dev/null
"$check" --version > /dev/null
expect 0 "Anna Arnold,CH9300762011623852957,12.50,CHF"
expect 0 "# a remark"
expect 0 " Anna Arnold , CH93 0076 2011 6238 5295 7 , 12.50 , CHF "
expect 0 '"Arnold, Anna",CH9300762011623852957,12.50,CHF'
expect 0 '"Anna ""Änni"" Arnold",CH9300762011623852957,12.50,CHF'
expect 1 '"Arnold, Anna,CH9300762011623852957,12.50,CHF'
expect 1 ",CH9300762011623852957,12.50,CHF"
expect 1 "Anna Arnold,CH9300762011623852957,12.5,CHF"
expect 1 "Anna Arnold,CH9300762011623852957,0.00,CHF"
expect 1 "Anna Arnold,CH9300762011623852957,-3.00,CHF"
expect 1 "Anna Arnold,CH9300762011623852957,12.50,XXX"
expect 1 "Anna Arnold,,12.50,CHF"
expect 1 "Anna Arnold,CH9300762011623852957,12.50"
[ "$failures" = 0 ]

#!/bin/sh
# Assembles dist/ and checks it; VERSION comes from the tag.
set -eu

version=${VERSION:-development}
echo "Assembling iban-check $version"
rm -rf dist
mkdir -p dist/bin dist/share dist/doc
cp src/iban-check dist/bin/iban-check
cp src/iban.awk src/countries.tsv dist/share/
cp README.md CHANGELOG.md dist/doc/
echo "$version" > dist/VERSION
chmod 755 dist/bin/iban-check
chmod 644 dist/VERSION dist/share/* dist/doc/*

echo "Checking the table of countries"
awk -F '\t' 'NF != 3 || $1 !~ /^[A-Z][A-Z]$/ || $2 < 15 || $2 > 34 { print "bad line " NR ": " $0; bad = 1 } END { exit bad }' \
  dist/share/countries.tsv

echo "Running unit checks"
./tests/unit.sh dist
echo "Built iban-check $version"

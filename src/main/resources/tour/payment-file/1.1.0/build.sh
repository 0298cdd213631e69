#!/bin/sh
# Assembles dist/ and checks it; VERSION comes from the tag.
set -eu

version=${VERSION:-development}
echo "Assembling payment-file $version"
rm -rf dist
mkdir -p dist/bin dist/doc
cp src/payment-file dist/bin/payment-file
cp README.md CHANGELOG.md dist/doc/
echo "$version" > dist/VERSION
chmod 755 dist/bin/payment-file
chmod 644 dist/VERSION dist/doc/*

echo "Checking the program"
perl -c dist/bin/payment-file

echo "Running unit checks"
./tests/unit.sh dist
echo "Built payment-file $version"

# Reads one IBAN a line; countries names the table of lengths.
BEGIN {
  FS = "\t"
  while ((getline line < countries) > 0) {
    if (line ~ /^[A-Z][A-Z]\t/) {
      split(line, column, "\t")
      lengths[column[1]] = column[2]
    }
  }
  letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
}

# The remainder by 97 of the number that ISO 13616 makes of an IBAN, digit by digit.
function remainder(iban,    turned, i, c, rest) {
  turned = substr(iban, 5) substr(iban, 1, 4)
  rest = 0
  for (i = 1; i <= length(turned); i++) {
    c = substr(turned, i, 1)
    if (c ~ /[0-9]/) rest = (rest * 10 + c) % 97
    else rest = (rest * 100 + index(letters, c) + 9) % 97
  }
  return rest
}

function fault(iban,    country) {
  if (iban !~ /^[A-Z][A-Z][0-9][0-9][A-Z0-9]+$/) return "not written like an IBAN"
  country = substr(iban, 1, 2)
  if (!(country in lengths)) return "unknown country " country
  if (length(iban) != lengths[country]) return country " has " lengths[country] " characters, not " length(iban)
  if (remainder(iban) != 1) return "wrong check digits"
  return ""
}

{
  iban = $0
  gsub(/[ \t\r]/, "", iban)
  if (iban == "") next
  why = fault(iban)
  if (why == "") print "ok   " iban
  else { print "bad  " iban "  " why; failed = 1 }
}

END { exit failed }

#!/bin/sh
# hardened.sh PROGRAM: fails and says what is missing unless it was linked and compiled hardened.
set -u
program=$1
failed=0
expect() {
    if ! eval "$2"; then
        echo "$program: no $1"
        failed=1
    fi
}
expect "PIE" 'readelf -h "$program" | grep -q "Type: *DYN"'
expect "RELRO" 'readelf -lW "$program" | grep -q GNU_RELRO'
expect "BIND_NOW" 'readelf -dW "$program" | grep -qE "BIND_NOW|FLAGS_1.*NOW"'
expect "stack that is not executable" '! readelf -lW "$program" | grep GNU_STACK | grep -q RWE'
expect "stack protector" 'readelf -sW "$program" | grep -q __stack_chk_fail'
expect "FORTIFY" 'readelf -sW "$program" | grep -qE "__[a-z]+_chk"'
[ "$failed" -eq 0 ] && echo "$program: hardened"
exit "$failed"

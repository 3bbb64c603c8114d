#!/bin/sh
# Keeps one finished piece of the database's log: archive.sh FILE NAME, called by the server.
# Where to is the one line of the file "archiving" beside this script; without it nothing is kept.
# Never overwrites, appears whole or not at all, and is on the disk before the server forgets the piece.
set -eu
from=$1
name=$2
mark=$(dirname "$0")/archiving
[ -f "$mark" ] || exit 0
folder=$(cat "$mark")
if [ ! -d "$folder" ]; then
  echo "chengshu: the log archive $folder is not there; the log is kept in the data folder until it is" >&2
  exit 1
fi
target=$folder/$name.gz
if [ -e "$target" ]; then
  if gzip -dc "$target" | cmp -s - "$from"; then exit 0; fi
  echo "chengshu: $target is there with other content; two nodes must not share a log archive" >&2
  exit 1
fi
partial=$folder/.$name.$$
trap 'rm -f "$partial"' EXIT
gzip -1 -c "$from" >"$partial"
sync "$partial"
mv "$partial" "$target"
sync "$folder"

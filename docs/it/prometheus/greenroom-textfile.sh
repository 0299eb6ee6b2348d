#!/bin/sh
# For node_exporter's text file collector: run hourly in the account that is signed in. The folder must be writable by it.
# node_exporter reads whole files only, so the new one takes the old one's place in one step.
set -eu
folder=${1:?usage: greenroom-textfile.sh FOLDER}
fresh=$(mktemp "$folder/.greenroom.XXXXXX")
trap 'rm -f "$fresh"' EXIT
greenroom check --format=prometheus >"$fresh" || [ $? -lt 64 ]
chmod 644 "$fresh"
mv "$fresh" "$folder/greenroom.prom"

# SPDX-License-Identifier: GPL-3.0-or-later
# On a full disk every command says so in one line, reading goes on, and nothing that was stored is
# lost. Needs leave to mount a small file system in a namespace of its own; else it is skipped, and
# the disk of tests/support/fault_vfs.c alone speaks of it.
if [ "${1:-}" != inside ]; then
    unshare -m sh -c 'mount -t tmpfs -o size=1m none /mnt' 2>/dev/null || exit 0
    exec unshare -m bash "$0" inside
fi
. "$(dirname "$0")/helpers"
disk="$folder/disk"
mkdir "$disk"
mount -t tmpfs -o size=5m none "$disk"
trap 'umount "$disk"; rm -rf "$folder"' EXIT
store="$disk/a.db"

run 0 --store "$store" new client name=青葉商店
dd if=/dev/zero of="$disk/filler" bs=4096 2>/dev/null
run 1 --store "$store" new client name=みなと物産
says "the disk is full"
truncate -s -200K "$disk/filler"
run 1 --store "$store" backup
says "no room for a backup"
run 1 --store "$store" backup "$disk/copy.db"
says "no room for a backup"
[ ! -e "$disk/copy.db" ] || fail "half a backup was left behind"
rm "$disk/filler"

# A calendar of single files that finds no room leaves no folder behind that it made itself.
run 0 --store "$store" new visit client=青葉商店 day=tomorrow start=10:00
mkdir "$disk/mine"
dd if=/dev/zero of="$disk/filler" bs=4096 2>/dev/null
for folder_out in made made/below/it mine/made; do
    run 1 --store "$store" export calendar --vdir "$disk/$folder_out"
    says "the disk is full"
    [ ! -e "$disk/$folder_out" ] && [ ! -e "$disk/made" ] || fail "an empty folder was left: $folder_out"
    [ -d "$disk/mine" ] || fail "a folder that was there is gone"
done
rm "$disk/filler"
run 0 --store "$store" list clients
has 青葉商店
lacks みなと物産
run 0 --store "$store" check
run 0 --store "$store" new client name=みなと物産

# What is kept back is given back when there is no room left.
dd if=/dev/zero of="$store.reserve" bs=4096 count=64 2>/dev/null
dd if=/dev/zero of="$disk/filler" bs=4096 2>/dev/null
run 0 --store "$store" new client name=渡邊工務店
[ ! -e "$store.reserve" ] || fail "the reserve was kept although the disk is full"
run 0 --store "$store" archive client みなと物産
finish

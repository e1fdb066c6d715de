# Sourced by ./ripcord. A class archive holds the classes of a run as the JVM has them in memory, parsed and verified:
# with it a start takes about two thirds of the time. It is made once for each build and JVM, from a run of the demo.
#
# A start must never fail for it. A JVM ignores an archive of another build or JVM, checks the content (a file system
# may lose it in a power cut) and says nothing. But a JVM 17 crashes on one that is cut short: so its length is part
# of its name.

# Sets "archive" to the archive of this build and JVM, "" if there is none that can be used.
#   class_archive JAVA RUNTIME OPTIONS JAR    RUNTIME: version of the JVM, "" if unknown
class_archive() {
  archive=
  [ -n "$2" ] || return 0
  local folder prefix
  folder="$(dirname "$4")"
  prefix="$folder/classes-${2//[^A-Za-z0-9.+-]/_}"
  if ! find_class_archive "$prefix" "$folder" && [ -w "$folder" ]; then
    echo "ripcord: first start of this build on this Java, preparing the next ones (once, some seconds) ..." >&2
    make_class_archive "$1" "$3" "$4" "$prefix" || : >"$prefix@0.jsa" || true
    find_class_archive "$prefix" "$folder" || true
  fi
}

# 0 if there is one as new as the build; an empty one says that it cannot be made.
find_class_archive() {
  local file length part
  for file in "$1"@*.jsa; do
    [ -f "$file" ] || continue
    for part in "$2"/*.jar "$2"/lib/*.jar; do
      [ ! "$part" -nt "$file" ] || continue 2
    done
    length="${file##*@}"
    [ "$(($(wc -c <"$file")))" = "${length%.jsa}" ] || continue
    [ ! -s "$file" ] || archive="$file"
    return 0
  done
  return 1
}

# Written aside, synced, then renamed: two starts at once do not meet.
make_class_archive() {
  local work made code=1 limit=()
  work="$(mktemp -d "$4.XXXXXX")" || return 1
  made="$work/classes.jsa"
  ! command -v timeout >/dev/null || limit=(timeout 60)
  if ${limit[@]+"${limit[@]}"} "$1" "@$2" -XX:ArchiveClassesAtExit="$made" -jar "$3" demo --data="$work/demo" \
    </dev/null >/dev/null 2>&1 && sync "$made" && [ -s "$made" ]; then
    rm -f "$4"@*.jsa
    mv -f "$made" "$4@$(($(wc -c <"$made"))).jsa" && code=0
  fi
  rm -rf "$work"
  return $code
}

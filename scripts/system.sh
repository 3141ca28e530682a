# shellcheck shell=bash disable=SC2154
# What the system must have, and how it gets there. Sourced by setup.sh, whose `python` it uses.
#
# Things are looked for by what they do (a library loads, a program runs, a font is found), never
# by package name, so that any distribution will do. Only where apt may be used is it used.

# stage | name | how it is looked for | apt | dnf | brew
#   runtime  what building a report takes: what WeasyPrint loads, Chinese fonts, and those for what these
#            lack (fonts-noto-core: 12 MB to load, 43 MB on the disk)
#   readers  what tests and `make look` open our files with; libatomic is what Playwright's driver loads;
#            the system's Python edits workbooks in LibreOffice (UNO), which no environment of ours can load;
#            a screen that nobody looks at (Xvfb), for the PDF viewer in Chromium;
#            PostgreSQL, of which tests start a server of their own. Debian keeps initdb off the PATH, but
#            not pg_createcluster; its package may start a server for local users, which nothing here uses
# One thing a line; {python} stands for the interpreter's name, as in python3.11.
readonly NEEDS='
runtime|pip for new environments|module ensurepip|{python}-venv|python3-pip|{brew_python}
runtime|Pango|library libpango-1.0.so.0 libpango-1.0.dylib|libpango-1.0-0|pango|pango
runtime|Pango for FreeType|library libpangoft2-1.0.so.0 libpangoft2-1.0.dylib|libpangoft2-1.0-0|pango|pango
runtime|HarfBuzz Subset|library libharfbuzz-subset.so.0 libharfbuzz-subset.dylib|libharfbuzz-subset0|harfbuzz|harfbuzz
runtime|fontconfig|program fc-list|fontconfig|fontconfig|fontconfig
runtime|Noto Sans CJK|font Noto Sans CJK SC|fonts-noto-cjk|google-noto-sans-cjk-fonts|font-noto-sans-cjk-sc
runtime|Noto Serif CJK|font Noto Serif CJK SC|fonts-noto-cjk|google-noto-serif-cjk-fonts|font-noto-serif-cjk-sc
runtime|Noto Sans|font Noto Sans|fonts-noto-core|google-noto-sans-fonts|font-noto-sans
runtime|Noto Serif|font Noto Serif|fonts-noto-core|google-noto-serif-fonts|font-noto-serif
runtime|Noto Sans Math|font Noto Sans Math|fonts-noto-core|google-noto-sans-math-fonts|font-noto-sans-math
runtime|Noto Sans Symbols|font Noto Sans Symbols|fonts-noto-core|google-noto-sans-symbols-fonts|font-noto-sans-symbols
runtime|Noto Sans Symbols 2|font Noto Sans Symbols2,Noto Sans Symbols 2|fonts-noto-core|google-noto-sans-symbols-2-fonts|font-noto-sans-symbols-2
readers|LibreOffice Calc|program soffice|libreoffice-calc|libreoffice-calc|libreoffice
readers|Gnumeric|program ssconvert|gnumeric|gnumeric|gnumeric
readers|Poppler|program pdftoppm|poppler-utils|poppler-utils|poppler
readers|qpdf|program qpdf|qpdf|qpdf|qpdf
readers|Chromium|program chromium|chromium|chromium|chromium
readers|Xvfb|program Xvfb|xvfb|xorg-x11-server-Xvfb|xorg-server
readers|PostgreSQL|program initdb pg_createcluster|postgresql|postgresql-server|postgresql
readers|Python for LibreOffice|office_python uno|python3-uno|libreoffice-pyuno|libreoffice
readers|libatomic|library libatomic.so.1 libSystem.B.dylib|libatomic1|libatomic|gcc
'

# Leave nothing missing for stage $1, or say what to install and stop.
require_system() {
  local stage=$1
  missing "$stage"
  ((${#names[@]})) || return 0
  if may_install; then
    say "installing ${apt[*]}"
    install_packages || say "apt-get could not install them"
    missing "$stage"
  fi
  ((${#names[@]} == 0)) || stop_for_missing
}

# Fill `names`, `apt`, `dnf` and `brew` with what stage $1 lacks.
missing() {
  local stage name how in_apt in_dnf in_brew
  names=() apt=() dnf=() brew=()
  while IFS='|' read -r stage name how in_apt in_dnf in_brew; do
    [[ $stage == "$1" ]] || continue
    # shellcheck disable=SC2086  # the sort and what to look for are words of their own
    has $how && continue
    names+=("$name")
    apt+=("${in_apt/\{python\}/$(python_name)}")
    dnf+=("$in_dnf")
    brew+=("${in_brew/\{brew_python\}/$(python_name | sed 's/python/python@/')}")
  done <<<"$NEEDS"
}

has() {
  local sort=$1
  shift
  case $sort in
    module) "$python" -c "import $1" 2>/dev/null ;;
    library) loads "$@" ;;
    program) runs "$@" ;;
    office_python) speaks_to_office "$@" ;;
    font) command -v fc-list >/dev/null && [[ -n $(fc-list ":family=$*" family) ]] ;;
    *) stop 2 "scripts/system.sh knows no sort of need called $sort; it knows module, library, program, office_python and font." ;;
  esac
}

# Whether one of the names loads, in the way WeasyPrint will load it.
loads() {
  local name
  for name in "$@"; do
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$name" 2>/dev/null && return 0
  done
  return 1
}

# Whether one of the names is a program here.
runs() {
  local name
  for name in "$@"; do
    command -v "$name" >/dev/null && return 0
  done
  return 1
}

# Whether a Python of the system, or LibreOffice's own, loads a module of LibreOffice.
speaks_to_office() {
  local name
  for name in /usr/bin/python3 /Applications/LibreOffice.app/Contents/Resources/python; do
    [[ -x $name ]] && "$name" -c "import $1" 2>/dev/null && return 0
  done
  return 1
}

python_name() {
  "$python" -c 'import sys; print(f"python{sys.version_info.major}.{sys.version_info.minor}")'
}

may_install() {
  command -v apt-get >/dev/null || return 1
  [[ $(id -u) == 0 ]] && return 0
  command -v sudo >/dev/null && sudo -n true 2>/dev/null
}

install_packages() {
  # A third party's repository that is down must not keep Debian's own packages from us.
  as_root apt-get update -q || say "apt-get update had problems; trying with the lists at hand"
  # Another apt may be at work, as it often is on a machine that has just started.
  as_root apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "${apt[@]}"
}

as_root() {
  if [[ $(id -u) == 0 ]]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

stop_for_missing() {
  stop 3 "This system lacks $(list "${names[@]}"); install them with the line for your system, then run make again.
  Debian, Ubuntu:  sudo apt-get install --no-install-recommends $(each_once "${apt[@]}")
  Fedora:          sudo dnf install $(each_once "${dnf[@]}")
  macOS:           brew install $(each_once "${brew[@]}")"
}

list() {
  local joined
  printf -v joined '%s, ' "$@"
  printf '%s' "${joined%, }"
}

each_once() {
  printf '%s\n' "$@" | awk '!seen[$0]++' | paste -sd ' ' -
}

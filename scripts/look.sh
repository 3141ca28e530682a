#!/usr/bin/env bash
# Draw every workbook and PDF under a folder as pictures, page by page, into its look/ folder.
#
#   look.sh output   output/alibaba-ai/business-lines.en.xlsx -> output/look/alibaba-ai/business-lines.en-01.png …
set -euo pipefail

readonly WORKBOOK_DPI=80 PAGE_DPI=110

main() {
  local root=${1:?"name the folder to look at, such as output"} file
  root=${root%/}
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  rm -rf "$root/look"
  while IFS= read -r -d '' file; do
    look_at "$file" "$root/look/$(dirname "${file#"$root"/}")"
  done < <(find "$root" -path "$root/look" -prune -o \( -name '*.xlsx' -o -name '*.pdf' \) -print0 | sort -z)
  [[ -d $root/look ]] || stop "$root holds no workbook and no PDF to look at; run make report first."
}

look_at() {
  local file=$1 folder=$2
  mkdir -p "$folder"
  case $file in
    *.xlsx) draw "$(as_pdf "$file")" "$WORKBOOK_DPI" "$folder" ;;
    *.pdf) draw "$file" "$PAGE_DPI" "$folder" ;;
  esac
}

# A profile of its own, so that an office the user has open neither answers nor is disturbed.
as_pdf() {
  soffice "-env:UserInstallation=file://$scratch/profile" --headless \
    --convert-to pdf --outdir "$scratch" "$1" >"$scratch/log" 2>&1 || true
  local pdf
  pdf=$scratch/$(basename "$1" .xlsx).pdf
  # LibreOffice exits with 0 for what it could not convert: the file is the only witness.
  [[ -s $pdf ]] || stop "LibreOffice could not draw $1; it said: $(cat "$scratch/log")"
  printf '%s' "$pdf"
}

# pdftoppm pads page numbers as the page count asks; two digits always keep names stable.
draw() {
  local pdf=$1 dpi=$2 folder=$3 name page target
  name=$(basename "$pdf" .pdf)
  mkdir "$scratch/pages"
  pdftoppm -png -r "$dpi" "$pdf" "$scratch/pages/page"
  for page in "$scratch"/pages/page-*.png; do
    target=$(printf '%s/%s-%02d.png' "$folder" "$name" "$(page_number "$page")")
    [[ ! -e $target ]] || stop "A workbook and a PDF are both called $name, so their pictures would be too; name one of them otherwise."
    mv "$page" "$target"
    printf '%s\n' "$target"
  done
  rm -r "$scratch/pages"
}

page_number() {
  local number=${1##*/page-}
  number=${number%.png}
  printf '%d' "$((10#$number))"
}

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

main "$@"

"""How a report looks: one TOML file that workbooks, pages and messages follow alike.

definition.py      what a theme names: palette, fonts, paper, logo, words
read.py            its file, with the line of each fault
contrast.py        how well colours are told apart; palettes.py: all colours from the six named
logo.py            a logo; logo_svg.py, logo_png.py: files of strangers made plain; raster.py: dots
fonts.py           which fonts serve where another is meant
model.py           the theme as writers take it; in_language.py: made for one language
"""

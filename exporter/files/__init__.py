"""Files that appear whole or not at all, whatever happens; and the templates of the package.

one_file.py    a file that is replaced when its new content is complete
staging.py     the files of one build, which appear together; mending what a killed run left
journal.py     which files are moving: read by whoever finishes the moves, or undoes them
stopping.py    signals held back while files move; which files were changed by then
refusals.py    what the system refuses, as one sentence
templates.py   where the templates are
"""

from exporter.files.one_file import replacing
from exporter.files.staging import refuse_what_is_in_the_way, settle, staged
from exporter.files.stopping import recorded_changes
from exporter.files.templates import templates_folder

__all__ = [
    "recorded_changes",
    "refuse_what_is_in_the_way",
    "replacing",
    "settle",
    "staged",
    "templates_folder",
]

# Spreadsheet::ParseXLSX: perl parsexlsx.pl BOOK prints what it reads as JSON.
use strict; use warnings; use Spreadsheet::ParseXLSX; use JSON::PP;
my $book = Spreadsheet::ParseXLSX->new->parse($ARGV[0]) or die "not read\n";
my %said;
for my $sheet ($book->worksheets) {
    my (%cells, $last) = ();
    my (undef, $rows) = $sheet->row_range; my (undef, $columns) = $sheet->col_range;
    for my $row (0 .. $rows) { for my $column (0 .. $columns) {
        my $cell = $sheet->get_cell($row, $column) or next;
        my $raw = $cell->unformatted; next unless defined $raw && length $raw;
        my $number = $cell->type ne 'Text';
        $cells{chr(65 + $column) . ($row + 1)} = {
            value => $number && $raw =~ /^-?[0-9.eE+-]+$/ ? $raw + 0 : $raw,
            ($number ? (shown => $cell->value) : ()),
            (ref $cell->get_hyperlink ? (link => $cell->get_hyperlink->[1]) : ()),
        };
    } }
    $said{$sheet->get_name} = { cells => \%cells };
}
print JSON::PP->new->utf8->encode(\%said);

# roo: ruby roo.rb BOOK prints what it reads as JSON.
require "roo"
require "json"
book = Roo::Excelx.new(ARGV[0])
said = {}
book.sheets.each do |name|
  sheet = book.sheet_for(name)
  cells = {}
  (1..book.last_row(name).to_i).each do |row|
    (1..11).each do |column|
      value = book.cell(row, column, name)
      next if value.nil?
      one = { value: value.is_a?(Date) ? value.strftime("%Y-%m-%d") : (value.respond_to?(:to_str) ? value.to_str : value) }
      if value.is_a?(Numeric) || value.is_a?(Date)
        begin
          one[:shown] = book.formatted_value(row, column, name).to_s
        rescue StandardError => error
          one[:shown] = "(#{error.class})"
        end
      end
      one[:format] = book.excelx_format(row, column, name)
      one[:formula] = book.formula(row, column, name) if book.formula?(row, column, name)
      one[:link] = book.hyperlink(row, column, name) if book.hyperlink?(row, column, name)
      cells["#{(64 + column).chr}#{row}"] = one
    end
  end
  said[name] = { cells: cells }
end
puts JSON.generate(said)
